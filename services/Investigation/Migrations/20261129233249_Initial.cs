using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Geborgen.Investigation.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_log",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    account = table.Column<string>(type: "text", nullable: true),
                    client = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: true),
                    organisation = table.Column<string>(type: "text", nullable: true),
                    relation = table.Column<string>(type: "text", nullable: true),
                    resource = table.Column<string>(type: "text", nullable: true),
                    action = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    activity = table.Column<string>(type: "text", nullable: true),
                    legal_basis = table.Column<string>(type: "text", nullable: true),
                    trace_id = table.Column<string>(type: "text", nullable: true),
                    span_id = table.Column<string>(type: "text", nullable: true),
                    salt = table.Column<byte[]>(type: "bytea", nullable: true),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_log", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "data_breaches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    concerned = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    discovered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_breaches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "due_clocks",
                columns: table => new
                {
                    clock_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stream = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality = table.Column<string>(type: "text", nullable: false),
                    term = table.Column<string>(type: "text", nullable: false),
                    warn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    warned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    resumes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due_clocks", x => x.clock_id);
                });

            migrationBuilder.CreateTable(
                name: "emergency_responses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    emergency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_by = table.Column<string>(type: "text", nullable: true),
                    taken_by_organisation = table.Column<string>(type: "text", nullable: true),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_version = table.Column<int>(type: "integer", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: false),
                    team_relation = table.Column<string>(type: "text", nullable: false),
                    team_worker = table.Column<string>(type: "text", nullable: true),
                    team_name = table.Column<string>(type: "text", nullable: true),
                    team_team = table.Column<string>(type: "text", nullable: true),
                    team_organisation = table.Column<string>(type: "text", nullable: false),
                    team_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    team_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_responses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "event_log",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    stream = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    trace = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tx = table.Column<ulong>(type: "xid8", nullable: false, defaultValueSql: "pg_current_xact_id()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_log", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "family_member_roles",
                columns: table => new
                {
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_member_roles", x => new { x.family_id, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "family_members",
                columns: table => new
                {
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    taken_out = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_members", x => new { x.person_id, x.family_id });
                });

            migrationBuilder.CreateTable(
                name: "feed_cursors",
                columns: table => new
                {
                    projection = table.Column<string>(type: "text", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    municipality = table.Column<string>(type: "text", nullable: false),
                    instance = table.Column<string>(type: "text", nullable: false),
                    reading = table.Column<Guid>(type: "uuid", nullable: false),
                    after = table.Column<string>(type: "text", nullable: true),
                    caught_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed_cursors", x => new { x.projection, x.service, x.municipality });
                });

            migrationBuilder.CreateTable(
                name: "heard_changes",
                columns: table => new
                {
                    statement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_heard_changes", x => x.statement_id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    projection = table.Column<string>(type: "text", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.projection, x.event_id });
                });

            migrationBuilder.CreateTable(
                name: "investigations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    children = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    parents = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    adults = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    extension_reason = table.Column<string>(type: "text", nullable: true),
                    former_parents = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "involvements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality = table.Column<string>(type: "text", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    relation = table.Column<string>(type: "text", nullable: true),
                    worker = table.Column<string>(type: "text", nullable: true),
                    team = table.Column<string>(type: "text", nullable: true),
                    organisation = table.Column<string>(type: "text", nullable: true),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_involvements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "log_epochs",
                columns: table => new
                {
                    epoch = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    cluster = table.Column<string>(type: "text", nullable: false),
                    first_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_epochs", x => x.epoch);
                });

            migrationBuilder.CreateTable(
                name: "member_accounts",
                columns: table => new
                {
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    removed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_accounts", x => new { x.family_id, x.account, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "member_logins",
                columns: table => new
                {
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_logins", x => new { x.family_id, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    log_id = table.Column<long>(type: "bigint", nullable: false),
                    stream = table.Column<Guid>(type: "uuid", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    retry_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.log_id);
                });

            migrationBuilder.CreateTable(
                name: "reached_ages",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    age = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reached_ages", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    service = table.Column<string>(type: "text", nullable: false),
                    municipality = table.Column<string>(type: "text", nullable: false),
                    epoch = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    heard_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sources", x => new { x.service, x.municipality });
                });

            migrationBuilder.CreateTable(
                name: "stored_answers",
                columns: table => new
                {
                    scope = table.Column<byte[]>(type: "bytea", nullable: false),
                    key_id = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_answers", x => x.scope);
                });

            migrationBuilder.CreateTable(
                name: "data_breach_assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    notified = table.Column<bool>(type: "boolean", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_breach_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_data_breach_assessments_data_breaches_id",
                        column: x => x.id,
                        principalTable: "data_breaches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "data_breach_clocks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    term = table.Column<string>(type: "text", nullable: false),
                    legal_basis = table.Column<string>(type: "text", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    warn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    warned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    overdue_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_until = table.Column<DateOnly>(type: "date", nullable: true),
                    pause_reason = table.Column<string>(type: "text", nullable: true),
                    pause_explanation = table.Column<string>(type: "text", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_breach_clocks", x => x.id);
                    table.ForeignKey(
                        name: "fk_data_breach_clocks_data_breaches_owner_id",
                        column: x => x.owner_id,
                        principalTable: "data_breaches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "data_breach_recipients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "text", nullable: true),
                    organisation = table.Column<string>(type: "text", nullable: true),
                    last_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_by = table.Column<string>(type: "text", nullable: true),
                    how = table.Column<string>(type: "text", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_breach_recipients", x => x.id);
                    table.ForeignKey(
                        name: "fk_data_breach_recipients_data_breaches_owner_id",
                        column: x => x.owner_id,
                        principalTable: "data_breaches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "emergency_response_clocks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    term = table.Column<string>(type: "text", nullable: false),
                    legal_basis = table.Column<string>(type: "text", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    warn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    warned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    overdue_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_until = table.Column<DateOnly>(type: "date", nullable: true),
                    pause_reason = table.Column<string>(type: "text", nullable: true),
                    pause_explanation = table.Column<string>(type: "text", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_response_clocks", x => x.id);
                    table.ForeignKey(
                        name: "fk_emergency_response_clocks_emergency_responses_owner_id",
                        column: x => x.owner_id,
                        principalTable: "emergency_responses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_acute_dangers",
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
                    table.PrimaryKey("pk_investigation_acute_dangers", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_acute_dangers_investigations_owner_id",
                        column: x => x.owner_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    relation = table.Column<string>(type: "text", nullable: false),
                    worker = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: true),
                    team = table.Column<string>(type: "text", nullable: true),
                    organisation = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_investigation_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_assignments_investigations_investigation_id",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_clocks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    term = table.Column<string>(type: "text", nullable: false),
                    legal_basis = table.Column<string>(type: "text", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    warn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    warned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    overdue_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_until = table.Column<DateOnly>(type: "date", nullable: true),
                    pause_reason = table.Column<string>(type: "text", nullable: true),
                    pause_explanation = table.Column<string>(type: "text", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_clocks", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_clocks_investigations_owner_id",
                        column: x => x.owner_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_concerned_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_concerned_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_concerned_changes_investigations_investigatio",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_conclusions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    id1 = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    legal_basis = table.Column<string>(type: "text", nullable: false),
                    alternatives = table.Column<string>(type: "text", nullable: true),
                    remedy = table.Column<string>(type: "text", nullable: false),
                    remedy_term = table.Column<string>(type: "text", nullable: true),
                    family_agrees = table.Column<bool>(type: "boolean", nullable: true),
                    explanation = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    missing = table.Column<string[]>(type: "text[]", nullable: false),
                    missing_explained = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_conclusions", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_conclusions_investigations_id",
                        column: x => x.id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_counter_expertise",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wish = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    clock_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    granted = table.Column<bool>(type: "boolean", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    legal_basis = table.Column<string>(type: "text", nullable: true),
                    alternatives = table.Column<string>(type: "text", nullable: true),
                    remedy = table.Column<string>(type: "text", nullable: true),
                    remedy_term = table.Column<string>(type: "text", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finding_id = table.Column<Guid>(type: "uuid", nullable: true),
                    came_to_nothing = table.Column<string>(type: "text", nullable: true),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_counter_expertise", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_counter_expertise_investigations_investigatio",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_dossiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    statements = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    frozen_by = table.Column<string>(type: "text", nullable: false),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_out = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_dossiers", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_dossiers_investigations_investigation_id",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_earlier_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    approach = table.Column<string>(type: "text", nullable: false),
                    questions = table.Column<string[]>(type: "text[]", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_earlier_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_earlier_plans_investigations_investigation_id",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_not_known",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    tried = table.Column<string>(type: "text", nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: false),
                    agenda_item = table.Column<string>(type: "text", nullable: true),
                    clock_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    resolution = table.Column<string>(type: "text", nullable: true),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_not_known", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_not_known_investigations_owner_id",
                        column: x => x.owner_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    approach = table.Column<string>(type: "text", nullable: false),
                    questions = table.Column<string[]>(type: "text[]", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_plans_investigations_id",
                        column: x => x.id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_rebuttals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_rebuttals", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_rebuttals_investigations_investigation_id",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_report_flags",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    flagged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    weighing = table.Column<string>(type: "text", nullable: true),
                    reweighed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_report_flags", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_report_flags_investigations_investigation_id",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    what_stays_unknown = table.Column<string>(type: "text", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    presented_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: true),
                    final_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_reports_investigations_investigation_id",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_sources",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    about = table.Column<string>(type: "text", nullable: false),
                    family_knows = table.Column<bool>(type: "boolean", nullable: false),
                    why_family_does_not_know = table.Column<string>(type: "text", nullable: true),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    consulted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    clock_id = table.Column<Guid>(type: "uuid", nullable: true),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_sources", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_sources_investigations_investigation_id",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_statements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    author = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    author_name = table.Column<string>(type: "text", nullable: true),
                    written_by = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    stated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    contested = table.Column<string>(type: "text", nullable: false),
                    contested_at_source = table.Column<bool>(type: "boolean", nullable: false),
                    own_statement_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    withheld_basis = table.Column<string>(type: "text", nullable: true),
                    withheld_reason = table.Column<string>(type: "text", nullable: true),
                    withheld_review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withheld_until = table.Column<DateOnly>(type: "date", nullable: true),
                    withheld_clock_id = table.Column<Guid>(type: "uuid", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_statements_investigations_owner_id",
                        column: x => x.owner_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_taken_over",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    heard = table.Column<int>(type: "integer", nullable: false),
                    contest_version = table.Column<int>(type: "integer", nullable: false),
                    gives_reporter_away = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_taken_over", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_taken_over_investigations_investigation_id",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_voices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    spoken_by = table.Column<string>(type: "text", nullable: true),
                    manner = table.Column<string>(type: "text", nullable: true),
                    interpreter = table.Column<string>(type: "text", nullable: true),
                    why_not = table.Column<string>(type: "text", nullable: true),
                    explanation = table.Column<string>(type: "text", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_voices", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_voices_investigations_investigation_id",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_addenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    statements = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    content = table.Column<string>(type: "text", nullable: true),
                    hash = table.Column<string>(type: "text", nullable: true),
                    added_by = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_addenda", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_addenda_investigation_dossiers_investigation_",
                        column: x => x.investigation_id,
                        principalTable: "investigation_dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_not_known_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tried = table.Column<string>(type: "text", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_not_known_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_not_known_reviews_investigation_not_known_own",
                        column: x => x.owner_id,
                        principalTable: "investigation_not_known",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_report_parts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    statements = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_report_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_report_parts_investigation_reports_investigat",
                        column: x => x.investigation_id,
                        principalTable: "investigation_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_report_presentations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    without_parts = table.Column<int[]>(type: "integer[]", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_report_presentations", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_report_presentations_investigation_reports_in",
                        column: x => x.investigation_id,
                        principalTable: "investigation_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_source_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    why_not = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_source_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_source_reviews_investigation_sources_investig",
                        column: x => x.investigation_id,
                        principalTable: "investigation_sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_statement_contests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    explanation = table.Column<string>(type: "text", nullable: true),
                    settled_by_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    word_of = table.Column<string>(type: "text", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_statement_contests", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_statement_contests_investigation_statements_o",
                        column: x => x.owner_id,
                        principalTable: "investigation_statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_statement_sharings",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    shared_by = table.Column<string>(type: "text", nullable: false),
                    talked_with_child_on = table.Column<DateOnly>(type: "date", nullable: true),
                    safety_check = table.Column<string>(type: "text", nullable: true),
                    consented_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_statement_sharings", x => new { x.owner_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_investigation_statement_sharings_investigation_statements_o",
                        column: x => x.owner_id,
                        principalTable: "investigation_statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_statement_versions",
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
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_statement_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_statement_versions_investigation_statements_o",
                        column: x => x.owner_id,
                        principalTable: "investigation_statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_log_family_id_seq",
                table: "access_log",
                columns: new[] { "family_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_access_log_subject_id_seq",
                table: "access_log",
                columns: new[] { "subject_id", "seq" },
                filter: "subject_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_data_breach_clocks_owner_id",
                table: "data_breach_clocks",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_data_breach_clocks_paused_at",
                table: "data_breach_clocks",
                column: "paused_at",
                filter: "paused_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_data_breach_clocks_warn_at",
                table: "data_breach_clocks",
                column: "warn_at",
                filter: "stopped_at is null and paused_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_data_breach_recipients_owner_id",
                table: "data_breach_recipients",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_data_breaches_family_id",
                table: "data_breaches",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_data_breaches_municipality_recorded_at_id",
                table: "data_breaches",
                columns: new[] { "municipality", "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_due_clocks_next_at",
                table: "due_clocks",
                column: "next_at");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_response_clocks_owner_id",
                table: "emergency_response_clocks",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_response_clocks_paused_at",
                table: "emergency_response_clocks",
                column: "paused_at",
                filter: "paused_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_response_clocks_warn_at",
                table: "emergency_response_clocks",
                column: "warn_at",
                filter: "stopped_at is null and paused_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_responses_emergency_id",
                table: "emergency_responses",
                column: "emergency_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_emergency_responses_municipality_raised_at_id",
                table: "emergency_responses",
                columns: new[] { "municipality", "raised_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_event_log_stream_version",
                table: "event_log",
                columns: new[] { "stream", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_log_tx_id",
                table: "event_log",
                columns: new[] { "tx", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_family_members_family_id",
                table: "family_members",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_at",
                table: "inbox",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_acute_dangers_owner_id",
                table: "investigation_acute_dangers",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_addenda_investigation_id",
                table: "investigation_addenda",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_assignments_investigation_id",
                table: "investigation_assignments",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_clocks_owner_id",
                table: "investigation_clocks",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_clocks_paused_at",
                table: "investigation_clocks",
                column: "paused_at",
                filter: "paused_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_clocks_warn_at",
                table: "investigation_clocks",
                column: "warn_at",
                filter: "stopped_at is null and paused_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_concerned_changes_investigation_id",
                table: "investigation_concerned_changes",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_counter_expertise_investigation_id",
                table: "investigation_counter_expertise",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_dossiers_investigation_id",
                table: "investigation_dossiers",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_earlier_plans_investigation_id",
                table: "investigation_earlier_plans",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_not_known_owner_id",
                table: "investigation_not_known",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_not_known_reviews_owner_id",
                table: "investigation_not_known_reviews",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_rebuttals_investigation_id",
                table: "investigation_rebuttals",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_report_flags_investigation_id",
                table: "investigation_report_flags",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_report_parts_investigation_id",
                table: "investigation_report_parts",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_report_presentations_investigation_id",
                table: "investigation_report_presentations",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_reports_investigation_id",
                table: "investigation_reports",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_source_reviews_investigation_id",
                table: "investigation_source_reviews",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_sources_investigation_id",
                table: "investigation_sources",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_statement_contests_owner_id",
                table: "investigation_statement_contests",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_statement_versions_owner_id",
                table: "investigation_statement_versions",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_statements_owner_id",
                table: "investigation_statements",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_taken_over_investigation_id_source_id",
                table: "investigation_taken_over",
                columns: new[] { "investigation_id", "source_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_investigation_voices_investigation_id",
                table: "investigation_voices",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigations_family_id",
                table: "investigations",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigations_municipality_opened_at_id",
                table: "investigations",
                columns: new[] { "municipality", "opened_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_investigations_request_id",
                table: "investigations",
                column: "request_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_involvements_family_id",
                table: "involvements",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_involvements_team_organisation_relation",
                table: "involvements",
                columns: new[] { "team", "organisation", "relation" },
                filter: "team is not null");

            migrationBuilder.CreateIndex(
                name: "ix_involvements_worker_organisation_relation",
                table: "involvements",
                columns: new[] { "worker", "organisation", "relation" },
                filter: "worker is not null");

            migrationBuilder.CreateIndex(
                name: "ix_member_logins_account",
                table: "member_logins",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_held",
                table: "outbox",
                column: "stream",
                filter: "retry_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_stored_answers_expires_at",
                table: "stored_answers",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_log");

            migrationBuilder.DropTable(
                name: "data_breach_assessments");

            migrationBuilder.DropTable(
                name: "data_breach_clocks");

            migrationBuilder.DropTable(
                name: "data_breach_recipients");

            migrationBuilder.DropTable(
                name: "due_clocks");

            migrationBuilder.DropTable(
                name: "emergency_response_clocks");

            migrationBuilder.DropTable(
                name: "event_log");

            migrationBuilder.DropTable(
                name: "family_member_roles");

            migrationBuilder.DropTable(
                name: "family_members");

            migrationBuilder.DropTable(
                name: "feed_cursors");

            migrationBuilder.DropTable(
                name: "heard_changes");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "investigation_acute_dangers");

            migrationBuilder.DropTable(
                name: "investigation_addenda");

            migrationBuilder.DropTable(
                name: "investigation_assignments");

            migrationBuilder.DropTable(
                name: "investigation_clocks");

            migrationBuilder.DropTable(
                name: "investigation_concerned_changes");

            migrationBuilder.DropTable(
                name: "investigation_conclusions");

            migrationBuilder.DropTable(
                name: "investigation_counter_expertise");

            migrationBuilder.DropTable(
                name: "investigation_earlier_plans");

            migrationBuilder.DropTable(
                name: "investigation_not_known_reviews");

            migrationBuilder.DropTable(
                name: "investigation_plans");

            migrationBuilder.DropTable(
                name: "investigation_rebuttals");

            migrationBuilder.DropTable(
                name: "investigation_report_flags");

            migrationBuilder.DropTable(
                name: "investigation_report_parts");

            migrationBuilder.DropTable(
                name: "investigation_report_presentations");

            migrationBuilder.DropTable(
                name: "investigation_source_reviews");

            migrationBuilder.DropTable(
                name: "investigation_statement_contests");

            migrationBuilder.DropTable(
                name: "investigation_statement_sharings");

            migrationBuilder.DropTable(
                name: "investigation_statement_versions");

            migrationBuilder.DropTable(
                name: "investigation_taken_over");

            migrationBuilder.DropTable(
                name: "investigation_voices");

            migrationBuilder.DropTable(
                name: "involvements");

            migrationBuilder.DropTable(
                name: "log_epochs");

            migrationBuilder.DropTable(
                name: "member_accounts");

            migrationBuilder.DropTable(
                name: "member_logins");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "reached_ages");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.DropTable(
                name: "stored_answers");

            migrationBuilder.DropTable(
                name: "data_breaches");

            migrationBuilder.DropTable(
                name: "emergency_responses");

            migrationBuilder.DropTable(
                name: "investigation_dossiers");

            migrationBuilder.DropTable(
                name: "investigation_not_known");

            migrationBuilder.DropTable(
                name: "investigation_reports");

            migrationBuilder.DropTable(
                name: "investigation_sources");

            migrationBuilder.DropTable(
                name: "investigation_statements");

            migrationBuilder.DropTable(
                name: "investigations");
        }
    }
}
