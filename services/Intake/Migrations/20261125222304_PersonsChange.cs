using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class PersonsChange : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "death_source",
                table: "persons",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "died_on",
                table: "persons",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "persons",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "needs_interpreter",
                table: "persons",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "persons",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "account",
                table: "person_links",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "died_on",
                table: "memberships",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "removed",
                table: "member_accounts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "member_accounts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "account_unlinkings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_unlinkings", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_unlinkings_families_family_id",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_name = table.Column<string>(type: "text", nullable: true),
                    family_name = table.Column<string>(type: "text", nullable: true),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    due_date = table.Column<DateOnly>(type: "date", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    needs_interpreter = table.Column<bool>(type: "boolean", nullable: false),
                    bsn_key_id = table.Column<int>(type: "integer", nullable: true),
                    bsn_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_versions_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "residences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    street = table.Column<string>(type: "text", nullable: true),
                    house_number = table.Column<string>(type: "text", nullable: true),
                    postal_code = table.Column<string>(type: "text", nullable: true),
                    town = table.Column<string>(type: "text", nullable: true),
                    secret = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_residences", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contact_clocks_warn_at",
                table: "contact_clocks",
                column: "warn_at",
                filter: "stopped_at is null and paused_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_account_unlinkings_family_id",
                table: "account_unlinkings",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_versions_person_id",
                table: "person_versions",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_residences_person_id",
                table: "residences",
                column: "person_id",
                unique: true,
                filter: "until is null");
            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_unlinkings");

            migrationBuilder.DropTable(
                name: "person_versions");

            migrationBuilder.DropTable(
                name: "residences");

            migrationBuilder.DropIndex(
                name: "ix_contact_clocks_warn_at",
                table: "contact_clocks");

            migrationBuilder.DropColumn(
                name: "death_source",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "died_on",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "language",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "needs_interpreter",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "version",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "account",
                table: "person_links");

            migrationBuilder.DropColumn(
                name: "died_on",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "removed",
                table: "member_accounts");

            migrationBuilder.DropColumn(
                name: "version",
                table: "member_accounts");
        }
    }
}
