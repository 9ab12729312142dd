using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class WaitingTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "paused_until",
                table: "family_clocks",
                type: "date",
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
