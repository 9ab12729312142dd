using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Investigation.Migrations
{
    /// <inheritdoc />
    public partial class ConcernedAndCounterExpertise : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "answer",
                table: "investigation_counter_expertise",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answered_at",
                table: "investigation_counter_expertise",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "answered_by",
                table: "investigation_counter_expertise",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "clock_id",
                table: "investigation_counter_expertise",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<bool>(
                name: "granted",
                table: "investigation_counter_expertise",
                type: "boolean",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "investigation_concerned_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_concerned_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_concerned_changes_investigations_investigatio",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_investigation_concerned_changes_investigation_id",
                table: "investigation_concerned_changes",
                column: "investigation_id");

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "investigation_concerned_changes");

            migrationBuilder.DropColumn(
                name: "answer",
                table: "investigation_counter_expertise");

            migrationBuilder.DropColumn(
                name: "answered_at",
                table: "investigation_counter_expertise");

            migrationBuilder.DropColumn(
                name: "answered_by",
                table: "investigation_counter_expertise");

            migrationBuilder.DropColumn(
                name: "clock_id",
                table: "investigation_counter_expertise");

            migrationBuilder.DropColumn(
                name: "granted",
                table: "investigation_counter_expertise");
        }
    }
}
