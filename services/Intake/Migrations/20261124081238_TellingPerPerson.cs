using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class TellingPerPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_tellings_contacts_id",
                table: "tellings");

            migrationBuilder.AddColumn<Guid>(
                name: "contact_id",
                table: "tellings",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<bool>(
                name: "everybody",
                table: "tellings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid[]>(
                name: "persons",
                table: "tellings",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            // Until now everybody was told at once.
            migrationBuilder.Sql("""
                update tellings set contact_id = id, everybody = true, persons = coalesce(
                    (select array_agg(member.person_id) from memberships member join contacts contact on contact.family_id = member.family_id
                     where contact.id = tellings.id and member.until is null), '{}')
                """);

            migrationBuilder.CreateIndex(
                name: "ix_tellings_contact_id",
                table: "tellings",
                column: "contact_id");

            migrationBuilder.AddForeignKey(
                name: "fk_tellings_contacts_contact_id",
                table: "tellings",
                column: "contact_id",
                principalTable: "contacts",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_tellings_contacts_contact_id",
                table: "tellings");

            migrationBuilder.DropIndex(
                name: "ix_tellings_contact_id",
                table: "tellings");

            migrationBuilder.DropColumn(
                name: "contact_id",
                table: "tellings");

            migrationBuilder.DropColumn(
                name: "everybody",
                table: "tellings");

            migrationBuilder.DropColumn(
                name: "persons",
                table: "tellings");

            migrationBuilder.AddForeignKey(
                name: "fk_tellings_contacts_id",
                table: "tellings",
                column: "id",
                principalTable: "contacts",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
