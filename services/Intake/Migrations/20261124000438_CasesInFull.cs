using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class CasesInFull : Migration
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
                name: "advices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advices", x => x.id);
                    table.ForeignKey(
                        name: "fk_advices_contacts_id",
                        column: x => x.id,
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "contact_feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    written_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_feedback", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_feedback_contacts_contact_id",
                        column: x => x.contact_id,
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
                name: "emergencies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    duty_worker = table.Column<string>(type: "text", nullable: true),
                    brought_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    not_received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergencies", x => x.id);
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
                name: "investigation_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    questions = table.Column<string[]>(type: "text[]", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_requests_contacts_id",
                        column: x => x.id,
                        principalTable: "contacts",
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
                name: "reporter_shieldings",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shielded = table.Column<bool>(type: "boolean", nullable: false),
                    decision_reason = table.Column<string>(type: "text", nullable: false),
                    decision_legal_basis = table.Column<string>(type: "text", nullable: false),
                    decision_alternatives = table.Column<string>(type: "text", nullable: false),
                    decision_remedy = table.Column<string>(type: "text", nullable: false),
                    decision_explanation = table.Column<string>(type: "text", nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    court_order = table.Column<string>(type: "text", nullable: true),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporter_shieldings", x => x.decision_id);
                    table.ForeignKey(
                        name: "fk_reporter_shieldings_contacts_contact_id",
                        column: x => x.contact_id,
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "telling_postponements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    safety_reason = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_telling_postponements", x => x.id);
                    table.ForeignKey(
                        name: "fk_telling_postponements_contacts_contact_id",
                        column: x => x.contact_id,
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tellings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    how = table.Column<string>(type: "text", nullable: false),
                    told_by = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tellings", x => x.id);
                    table.ForeignKey(
                        name: "fk_tellings_contacts_id",
                        column: x => x.id,
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "triage_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    decision_reason = table.Column<string>(type: "text", nullable: false),
                    decision_legal_basis = table.Column<string>(type: "text", nullable: false),
                    decision_alternatives = table.Column<string>(type: "text", nullable: false),
                    decision_remedy = table.Column<string>(type: "text", nullable: false),
                    decision_explanation = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_triage_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_triage_decisions_contacts_id",
                        column: x => x.id,
                        principalTable: "contacts",
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

            migrationBuilder.CreateTable(
                name: "emergency_clocks",
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
                    table.PrimaryKey("pk_emergency_clocks", x => x.id);
                    table.ForeignKey(
                        name: "fk_emergency_clocks_emergencies_owner_id",
                        column: x => x.owner_id,
                        principalTable: "emergencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "immediate_actions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    emergency_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_immediate_actions", x => x.id);
                    table.ForeignKey(
                        name: "fk_immediate_actions_emergencies_emergency_id",
                        column: x => x.emergency_id,
                        principalTable: "emergencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "safety_agreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agreed_by = table.Column<string[]>(type: "text[]", nullable: false),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    emergency_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safety_agreements", x => x.id);
                    table.ForeignKey(
                        name: "fk_safety_agreements_emergencies_emergency_id",
                        column: x => x.emergency_id,
                        principalTable: "emergencies",
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
                name: "ix_contact_clocks_owner_id",
                table: "contact_clocks",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_feedback_contact_id",
                table: "contact_feedback",
                column: "contact_id");

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
                name: "ix_emergencies_brought_since",
                table: "emergencies",
                column: "brought_since",
                filter: "brought_since is not null and received_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_emergencies_family_id",
                table: "emergencies",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_emergencies_municipality_raised_at_id",
                table: "emergencies",
                columns: new[] { "municipality", "raised_at", "id" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_clocks_owner_id",
                table: "emergency_clocks",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_family_clocks_owner_id",
                table: "family_clocks",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_immediate_actions_emergency_id",
                table: "immediate_actions",
                column: "emergency_id");

            migrationBuilder.CreateIndex(
                name: "ix_informal_support_notes_support_id",
                table: "informal_support_notes",
                column: "support_id");

            migrationBuilder.CreateIndex(
                name: "ix_informal_supports_family_id",
                table: "informal_supports",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_requests_request_id",
                table: "investigation_requests",
                column: "request_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_parental_authorities_family_id",
                table: "parental_authorities",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_reporter_shieldings_contact_id",
                table: "reporter_shieldings",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_safety_agreements_emergency_id",
                table: "safety_agreements",
                column: "emergency_id");

            migrationBuilder.CreateIndex(
                name: "ix_telling_postponements_contact_id",
                table: "telling_postponements",
                column: "contact_id");

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
                name: "advices");

            migrationBuilder.DropTable(
                name: "contact_clocks");

            migrationBuilder.DropTable(
                name: "contact_feedback");

            migrationBuilder.DropTable(
                name: "contact_statement_contests");

            migrationBuilder.DropTable(
                name: "contact_statement_sharings");

            migrationBuilder.DropTable(
                name: "contact_statement_versions");

            migrationBuilder.DropTable(
                name: "emergency_clocks");

            migrationBuilder.DropTable(
                name: "family_clocks");

            migrationBuilder.DropTable(
                name: "immediate_actions");

            migrationBuilder.DropTable(
                name: "informal_support_notes");

            migrationBuilder.DropTable(
                name: "investigation_requests");

            migrationBuilder.DropTable(
                name: "parental_authorities");

            migrationBuilder.DropTable(
                name: "reporter_shieldings");

            migrationBuilder.DropTable(
                name: "safety_agreements");

            migrationBuilder.DropTable(
                name: "telling_postponements");

            migrationBuilder.DropTable(
                name: "tellings");

            migrationBuilder.DropTable(
                name: "triage_decisions");

            migrationBuilder.DropTable(
                name: "contact_statements");

            migrationBuilder.DropTable(
                name: "informal_supports");

            migrationBuilder.DropTable(
                name: "emergencies");

            migrationBuilder.DropColumn(
                name: "account",
                table: "memberships");

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
