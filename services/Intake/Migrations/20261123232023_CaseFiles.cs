using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class CaseFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contact_clocks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    term = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    warn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    warned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    overdue_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pause_reason = table.Column<string>(type: "text", nullable: true),
                    pause_explanation = table.Column<string>(type: "text", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact_clocks", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_clocks_contacts_owner_id",
                        column: x => x.owner_id,
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact_statements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    author = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    written_by = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    stated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    contested = table.Column<string>(type: "text", nullable: false),
                    own_statement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    withheld_basis = table.Column<string>(type: "text", nullable: true),
                    withheld_reason = table.Column<string>(type: "text", nullable: true),
                    withheld_review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withheld_until = table.Column<DateOnly>(type: "date", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_statements_contacts_owner_id",
                        column: x => x.owner_id,
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "family_clocks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    term = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    warn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    warned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    overdue_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pause_reason = table.Column<string>(type: "text", nullable: true),
                    pause_explanation = table.Column<string>(type: "text", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_clocks", x => x.id);
                    table.ForeignKey(
                        name: "fk_family_clocks_families_owner_id",
                        column: x => x.owner_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact_statement_contests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_statement_contests", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_statement_contests_contact_statements_owner_id",
                        column: x => x.owner_id,
                        principalTable: "contact_statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact_statement_sharings",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    shared_by = table.Column<string>(type: "text", nullable: false),
                    talked_with_child_on = table.Column<DateOnly>(type: "date", nullable: true),
                    safety_check = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_statement_sharings", x => new { x.owner_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_contact_statement_sharings_contact_statements_owner_id",
                        column: x => x.owner_id,
                        principalTable: "contact_statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact_statement_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    change = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    changed_by = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_statement_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_statement_versions_contact_statements_owner_id",
                        column: x => x.owner_id,
                        principalTable: "contact_statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contact_clocks_owner_id",
                table: "contact_clocks",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_statement_contests_owner_id",
                table: "contact_statement_contests",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_statement_versions_owner_id",
                table: "contact_statement_versions",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_statements_owner_id",
                table: "contact_statements",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_family_clocks_owner_id",
                table: "family_clocks",
                column: "owner_id");

            // What was registered before goes along.
            migrationBuilder.Sql("""
                insert into contact_statements (id, place, kind, author, text, stated_at, contested, number, status, owner_id)
                select id, place, kind, author, text, stated_at, contested, 1, 'Standing', contact_id from statements;
                insert into family_clocks (id, term, unit, started_at, warn_at, due_at, warned_at, overdue_at, stopped_at, owner_id)
                select key_worker_clock_id, key_worker_clock_term, 'WorkingDays', key_worker_clock_started_at, key_worker_clock_warn_at,
                    key_worker_clock_due_at, key_worker_clock_warned_at, key_worker_clock_overdue_at, key_worker_clock_stopped_at, id
                from families;
                """);

            migrationBuilder.DropTable(
                name: "statements");

            migrationBuilder.DropColumn(
                name: "key_worker_clock_due_at",
                table: "families");

            migrationBuilder.DropColumn(
                name: "key_worker_clock_id",
                table: "families");

            migrationBuilder.DropColumn(
                name: "key_worker_clock_overdue_at",
                table: "families");

            migrationBuilder.DropColumn(
                name: "key_worker_clock_started_at",
                table: "families");

            migrationBuilder.DropColumn(
                name: "key_worker_clock_stopped_at",
                table: "families");

            migrationBuilder.DropColumn(
                name: "key_worker_clock_term",
                table: "families");

            migrationBuilder.DropColumn(
                name: "key_worker_clock_warn_at",
                table: "families");

            migrationBuilder.DropColumn(
                name: "key_worker_clock_warned_at",
                table: "families");

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact_clocks");

            migrationBuilder.DropTable(
                name: "contact_statement_contests");

            migrationBuilder.DropTable(
                name: "contact_statement_sharings");

            migrationBuilder.DropTable(
                name: "contact_statement_versions");

            migrationBuilder.DropTable(
                name: "family_clocks");

            migrationBuilder.DropTable(
                name: "contact_statements");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "key_worker_clock_due_at",
                table: "families",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<Guid>(
                name: "key_worker_clock_id",
                table: "families",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "key_worker_clock_overdue_at",
                table: "families",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "key_worker_clock_started_at",
                table: "families",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "key_worker_clock_stopped_at",
                table: "families",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "key_worker_clock_term",
                table: "families",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "key_worker_clock_warn_at",
                table: "families",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "key_worker_clock_warned_at",
                table: "families",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "statements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contested = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    place = table.Column<int>(type: "integer", nullable: false),
                    stated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_statements_contacts_contact_id",
                        column: x => x.contact_id,
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_statements_contact_id",
                table: "statements",
                column: "contact_id");
        }
    }
}
