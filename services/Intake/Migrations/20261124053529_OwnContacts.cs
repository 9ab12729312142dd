using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class OwnContacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }
    }
}
