using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class OwnContactsAndReporters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "anonymous",
                table: "reporters",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid[]>(
                name: "check_giving_away",
                table: "reporter_shieldings",
                type: "uuid[]",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "check_role_for_family",
                table: "reporter_shieldings",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_memberships_account",
                table: "memberships",
                column: "account",
                filter: "account is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_sender",
                table: "contacts",
                column: "sender");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_memberships_account",
                table: "memberships");

            migrationBuilder.DropIndex(
                name: "ix_contacts_sender",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "anonymous",
                table: "reporters");

            migrationBuilder.DropColumn(
                name: "check_giving_away",
                table: "reporter_shieldings");

            migrationBuilder.DropColumn(
                name: "check_role_for_family",
                table: "reporter_shieldings");
        }
    }
}
