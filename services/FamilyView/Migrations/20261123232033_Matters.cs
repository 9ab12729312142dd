using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.FamilyView.Migrations
{
    /// <inheritdoc />
    public partial class Matters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "pause_version",
                table: "clocks",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "paused_at",
                table: "clocks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "timing_version",
                table: "clocks",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "matters",
                columns: table => new
                {
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: true),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    state_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matters", x => x.matter_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_matters_family_id",
                table: "matters",
                column: "family_id");

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "matters");

            migrationBuilder.DropColumn(
                name: "pause_version",
                table: "clocks");

            migrationBuilder.DropColumn(
                name: "paused_at",
                table: "clocks");

            migrationBuilder.DropColumn(
                name: "timing_version",
                table: "clocks");
        }
    }
}
