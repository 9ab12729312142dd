using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class WipFamilies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "account",
                table: "memberships",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "informal_supports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_informal_supports", x => x.id);
                    table.ForeignKey(
                        name: "fk_informal_supports_families_family_id",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "parental_authorities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parental_authorities", x => x.id);
                    table.ForeignKey(
                        name: "fk_parental_authorities_families_family_id",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "informal_support_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    support_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_informal_support_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_informal_support_notes_informal_supports_support_id",
                        column: x => x.support_id,
                        principalTable: "informal_supports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_informal_support_notes_support_id",
                table: "informal_support_notes",
                column: "support_id");

            migrationBuilder.CreateIndex(
                name: "ix_informal_supports_family_id",
                table: "informal_supports",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_parental_authorities_family_id",
                table: "parental_authorities",
                column: "family_id");

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "informal_support_notes");

            migrationBuilder.DropTable(
                name: "parental_authorities");

            migrationBuilder.DropTable(
                name: "informal_supports");

            migrationBuilder.DropColumn(
                name: "account",
                table: "memberships");
        }
    }
}
