using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Investigation.Migrations
{
    /// <inheritdoc />
    public partial class ClockOwners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "legal_basis",
                table: "investigation_clocks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner",
                table: "investigation_clocks",
                type: "text",
                nullable: false,
                defaultValue: "Investigator");

            migrationBuilder.AddColumn<string>(
                name: "legal_basis",
                table: "emergency_response_clocks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner",
                table: "emergency_response_clocks",
                type: "text",
                nullable: false,
                defaultValue: "Investigator");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "legal_basis",
                table: "investigation_clocks");

            migrationBuilder.DropColumn(
                name: "owner",
                table: "investigation_clocks");

            migrationBuilder.DropColumn(
                name: "legal_basis",
                table: "emergency_response_clocks");

            migrationBuilder.DropColumn(
                name: "owner",
                table: "emergency_response_clocks");

            migrationBuilder.DropColumn(
                name: "legal_basis",
                table: "data_breach_clocks");

            migrationBuilder.DropColumn(
                name: "owner",
                table: "data_breach_clocks");
        }
    }
}
