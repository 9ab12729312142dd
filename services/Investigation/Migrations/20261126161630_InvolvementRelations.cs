using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Investigation.Migrations
{
    /// <inheritdoc />
    public partial class InvolvementRelations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_involvements_team_organisation",
                table: "involvements");

            migrationBuilder.DropIndex(
                name: "ix_involvements_worker_organisation",
                table: "involvements");

            migrationBuilder.CreateIndex(
                name: "ix_involvements_team_organisation_relation",
                table: "involvements",
                columns: new[] { "team", "organisation", "relation" },
                filter: "team is not null");

            migrationBuilder.CreateIndex(
                name: "ix_involvements_worker_organisation_relation",
                table: "involvements",
                columns: new[] { "worker", "organisation", "relation" },
                filter: "worker is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_involvements_team_organisation_relation",
                table: "involvements");

            migrationBuilder.DropIndex(
                name: "ix_involvements_worker_organisation_relation",
                table: "involvements");

            migrationBuilder.CreateIndex(
                name: "ix_involvements_team_organisation",
                table: "involvements",
                columns: new[] { "team", "organisation" },
                filter: "team is not null");

            migrationBuilder.CreateIndex(
                name: "ix_involvements_worker_organisation",
                table: "involvements",
                columns: new[] { "worker", "organisation" },
                filter: "worker is not null");
        }
    }
}
