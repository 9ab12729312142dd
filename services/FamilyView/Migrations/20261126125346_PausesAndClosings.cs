using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.FamilyView.Migrations
{
    /// <inheritdoc />
    public partial class PausesAndClosings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "resumes_at",
                table: "due_clocks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "paused_until",
                table: "clocks",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "family_closings",
                columns: table => new
                {
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_closings", x => x.family_id);
                });

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "family_closings");

            migrationBuilder.DropColumn(
                name: "resumes_at",
                table: "due_clocks");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "clocks");
        }
    }
}
