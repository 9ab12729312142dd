using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class ReporterConsent : Migration
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

            migrationBuilder.AddColumn<string>(
                name: "consent",
                table: "reporter_shieldings",
                type: "text",
                nullable: true);

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

            migrationBuilder.DropColumn(
                name: "consent",
                table: "reporter_shieldings");

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
