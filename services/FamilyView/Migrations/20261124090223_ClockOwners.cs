using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.FamilyView.Migrations
{
    /// <inheritdoc />
    public partial class ClockOwners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "owner",
                table: "clocks",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "owner",
                table: "clocks");
        }
    }
}
