using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class ClockOwners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "legal_basis",
                table: "family_clocks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner",
                table: "family_clocks",
                type: "text",
                nullable: false,
                defaultValue: "KeyWorker");

            migrationBuilder.AddColumn<string>(
                name: "legal_basis",
                table: "emergency_clocks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner",
                table: "emergency_clocks",
                type: "text",
                nullable: false,
                defaultValue: "KeyWorker");

            migrationBuilder.AddColumn<string>(
                name: "legal_basis",
                table: "data_breach_clocks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner",
                table: "data_breach_clocks",
                type: "text",
                nullable: false,
                defaultValue: "PrivacyOfficer");

            migrationBuilder.AddColumn<string>(
                name: "legal_basis",
                table: "contact_clocks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner",
                table: "contact_clocks",
                type: "text",
                nullable: false,
                defaultValue: "KeyWorker");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "legal_basis",
                table: "family_clocks");

            migrationBuilder.DropColumn(
                name: "owner",
                table: "family_clocks");

            migrationBuilder.DropColumn(
                name: "legal_basis",
                table: "emergency_clocks");

            migrationBuilder.DropColumn(
                name: "owner",
                table: "emergency_clocks");

            migrationBuilder.DropColumn(
                name: "legal_basis",
                table: "data_breach_clocks");

            migrationBuilder.DropColumn(
                name: "owner",
                table: "data_breach_clocks");

            migrationBuilder.DropColumn(
                name: "legal_basis",
                table: "contact_clocks");

            migrationBuilder.DropColumn(
                name: "owner",
                table: "contact_clocks");
        }
    }
}
