using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.FamilyView.Migrations
{
    /// <inheritdoc />
    public partial class TakenOutReaders : Migration
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

            migrationBuilder.CreateTable(
                name: "taken_out_readers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_taken_out_readers", x => x.id);
                });

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

            migrationBuilder.CreateIndex(
                name: "ix_taken_out_readers_family_id_person_id",
                table: "taken_out_readers",
                columns: new[] { "family_id", "person_id" });

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "taken_out_readers");

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
