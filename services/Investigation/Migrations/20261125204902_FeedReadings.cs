using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Investigation.Migrations
{
    /// <inheritdoc />
    public partial class FeedReadings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "reading",
                table: "feed_cursors",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "reading",
                table: "feed_cursors");
        }
    }
}
