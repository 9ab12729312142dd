using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Investigation.Migrations
{
    /// <inheritdoc />
    public partial class WaitingTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "paused_until",
                table: "investigation_clocks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "taken_at",
                table: "emergency_responses",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "taken_by",
                table: "emergency_responses",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "taken_by_organisation",
                table: "emergency_responses",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "taken_version",
                table: "emergency_responses",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "paused_until",
                table: "emergency_response_clocks",
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

            migrationBuilder.CreateIndex(
                name: "ix_investigation_clocks_paused_at",
                table: "investigation_clocks",
                column: "paused_at",
                filter: "paused_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_clocks_warn_at",
                table: "investigation_clocks",
                column: "warn_at",
                filter: "stopped_at is null and paused_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_response_clocks_paused_at",
                table: "emergency_response_clocks",
                column: "paused_at",
                filter: "paused_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_response_clocks_warn_at",
                table: "emergency_response_clocks",
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_investigation_clocks_paused_at",
                table: "investigation_clocks");

            migrationBuilder.DropIndex(
                name: "ix_investigation_clocks_warn_at",
                table: "investigation_clocks");

            migrationBuilder.DropIndex(
                name: "ix_emergency_response_clocks_paused_at",
                table: "emergency_response_clocks");

            migrationBuilder.DropIndex(
                name: "ix_emergency_response_clocks_warn_at",
                table: "emergency_response_clocks");

            migrationBuilder.DropIndex(
                name: "ix_data_breach_clocks_paused_at",
                table: "data_breach_clocks");

            migrationBuilder.DropIndex(
                name: "ix_data_breach_clocks_warn_at",
                table: "data_breach_clocks");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "investigation_clocks");

            migrationBuilder.DropColumn(
                name: "taken_at",
                table: "emergency_responses");

            migrationBuilder.DropColumn(
                name: "taken_by",
                table: "emergency_responses");

            migrationBuilder.DropColumn(
                name: "taken_by_organisation",
                table: "emergency_responses");

            migrationBuilder.DropColumn(
                name: "taken_version",
                table: "emergency_responses");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "emergency_response_clocks");

            migrationBuilder.DropColumn(
                name: "resumes_at",
                table: "due_clocks");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "data_breach_clocks");
        }
    }
}
