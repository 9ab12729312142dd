using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class WaitingAndClosing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "paused_until",
                table: "family_clocks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "closed_at",
                table: "families",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "paused_until",
                table: "emergency_clocks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "resumes_at",
                table: "due_clocks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "paused_until",
                table: "data_breach_clocks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "paused_until",
                table: "contact_clocks",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "family_closings",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_reason = table.Column<string>(type: "text", nullable: false),
                    decision_legal_basis = table.Column<string>(type: "text", nullable: false),
                    decision_alternatives = table.Column<string>(type: "text", nullable: false),
                    decision_remedy = table.Column<string>(type: "text", nullable: false),
                    decision_explanation = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reopened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reopened_for = table.Column<string>(type: "text", nullable: true),
                    why_reopened = table.Column<string>(type: "text", nullable: true),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_closings", x => x.decision_id);
                    table.ForeignKey(
                        name: "fk_family_closings_families_family_id",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_family_clocks_paused_at",
                table: "family_clocks",
                column: "paused_at",
                filter: "paused_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_family_clocks_warn_at",
                table: "family_clocks",
                column: "warn_at",
                filter: "stopped_at is null and paused_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_clocks_paused_at",
                table: "emergency_clocks",
                column: "paused_at",
                filter: "paused_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_clocks_warn_at",
                table: "emergency_clocks",
                column: "warn_at",
                filter: "stopped_at is null and paused_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_data_breach_clocks_paused_at",
                table: "data_breach_clocks",
                column: "paused_at",
                filter: "paused_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_data_breach_clocks_warn_at",
                table: "data_breach_clocks",
                column: "warn_at",
                filter: "stopped_at is null and paused_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_contact_clocks_paused_at",
                table: "contact_clocks",
                column: "paused_at",
                filter: "paused_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_family_closings_family_id",
                table: "family_closings",
                column: "family_id");
            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "family_closings");

            migrationBuilder.DropIndex(
                name: "ix_family_clocks_paused_at",
                table: "family_clocks");

            migrationBuilder.DropIndex(
                name: "ix_family_clocks_warn_at",
                table: "family_clocks");

            migrationBuilder.DropIndex(
                name: "ix_emergency_clocks_paused_at",
                table: "emergency_clocks");

            migrationBuilder.DropIndex(
                name: "ix_emergency_clocks_warn_at",
                table: "emergency_clocks");

            migrationBuilder.DropIndex(
                name: "ix_data_breach_clocks_paused_at",
                table: "data_breach_clocks");

            migrationBuilder.DropIndex(
                name: "ix_data_breach_clocks_warn_at",
                table: "data_breach_clocks");

            migrationBuilder.DropIndex(
                name: "ix_contact_clocks_paused_at",
                table: "contact_clocks");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "family_clocks");

            migrationBuilder.DropColumn(
                name: "closed_at",
                table: "families");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "emergency_clocks");

            migrationBuilder.DropColumn(
                name: "resumes_at",
                table: "due_clocks");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "data_breach_clocks");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "contact_clocks");
        }
    }
}
