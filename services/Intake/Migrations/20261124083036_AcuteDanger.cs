using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class AcuteDanger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_emergencies_contact_id",
                table: "emergencies");

            migrationBuilder.CreateTable(
                name: "contact_acute_dangers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    judged_by = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    over_ground = table.Column<string>(type: "text", nullable: true),
                    over_judged_by = table.Column<string>(type: "text", nullable: true),
                    over_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_acute_dangers", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_acute_dangers_contacts_owner_id",
                        column: x => x.owner_id,
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_emergencies_contact_id",
                table: "emergencies",
                column: "contact_id",
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_contact_acute_dangers_owner_id",
                table: "contact_acute_dangers",
                column: "owner_id");

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact_acute_dangers");

            migrationBuilder.DropIndex(
                name: "ix_emergencies_contact_id",
                table: "emergencies");

            migrationBuilder.CreateIndex(
                name: "ix_emergencies_contact_id",
                table: "emergencies",
                column: "contact_id",
                unique: true);
        }
    }
}
