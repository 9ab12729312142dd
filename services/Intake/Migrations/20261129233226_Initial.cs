using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Geborgen.Intake.Migrations
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
                name: "acute_dangers_elsewhere",
                columns: table => new
                {
                    acute_danger_id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    over = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acute_dangers_elsewhere", x => x.acute_danger_id);
                });

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    sender = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contacts", x => x.id);
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
                name: "families",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    merged_into = table.Column<Guid>(type: "uuid", nullable: true),
                    split_from = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_families", x => x.id);
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
                name: "persons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    given_name = table.Column<string>(type: "text", nullable: true),
                    family_name = table.Column<string>(type: "text", nullable: true),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    due_date = table.Column<DateOnly>(type: "date", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    needs_interpreter = table.Column<bool>(type: "boolean", nullable: false),
                    died_on = table.Column<DateOnly>(type: "date", nullable: true),
                    death_source = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    taken_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_persons", x => x.id);
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
                name: "support_exchanges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    side = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    registered_by = table.Column<string>(type: "text", nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_exchanges", x => x.id);
                });

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

            migrationBuilder.CreateTable(
                name: "contact_clocks",
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
                name: "contact_not_known",
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
                    table.PrimaryKey("pk_contact_not_known", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_not_known_contacts_owner_id",
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
                    table.PrimaryKey("pk_contact_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_statements_contacts_owner_id",
                        column: x => x.owner_id,
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: true),
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
                name: "reporter_shieldings",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shielded = table.Column<bool>(type: "boolean", nullable: false),
                    decision_reason = table.Column<string>(type: "text", nullable: true),
                    decision_legal_basis = table.Column<string>(type: "text", nullable: false),
                    decision_alternatives = table.Column<string>(type: "text", nullable: true),
                    decision_remedy = table.Column<string>(type: "text", nullable: false),
                    decision_remedy_term = table.Column<string>(type: "text", nullable: true),
                    decision_explanation = table.Column<string>(type: "text", nullable: false),
                    decision_family_agrees = table.Column<bool>(type: "boolean", nullable: true),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    check_role_for_family = table.Column<string>(type: "text", nullable: true),
                    check_giving_away = table.Column<Guid[]>(type: "uuid[]", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    court_order = table.Column<string>(type: "text", nullable: true),
                    consent = table.Column<string>(type: "text", nullable: true),
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
                name: "reporters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    shielded = table.Column<bool>(type: "boolean", nullable: false),
                    anonymous = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporters", x => x.id);
                    table.ForeignKey(
                        name: "fk_reporters_contacts_id",
                        column: x => x.id,
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
                    persons = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    how = table.Column<string>(type: "text", nullable: false),
                    told_by = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    everybody = table.Column<bool>(type: "boolean", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tellings", x => x.id);
                    table.ForeignKey(
                        name: "fk_tellings_contacts_contact_id",
                        column: x => x.contact_id,
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
                    decision_reason = table.Column<string>(type: "text", nullable: true),
                    decision_legal_basis = table.Column<string>(type: "text", nullable: false),
                    decision_alternatives = table.Column<string>(type: "text", nullable: true),
                    decision_remedy = table.Column<string>(type: "text", nullable: false),
                    decision_remedy_term = table.Column<string>(type: "text", nullable: true),
                    decision_explanation = table.Column<string>(type: "text", nullable: false),
                    decision_family_agrees = table.Column<bool>(type: "boolean", nullable: true),
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
                name: "whereabouts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    street = table.Column<string>(type: "text", nullable: true),
                    house_number = table.Column<string>(type: "text", nullable: true),
                    postal_code = table.Column<string>(type: "text", nullable: true),
                    town = table.Column<string>(type: "text", nullable: true),
                    description = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_whereabouts", x => x.id);
                    table.ForeignKey(
                        name: "fk_whereabouts_contacts_id",
                        column: x => x.id,
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                    table.PrimaryKey("pk_data_breach_clocks", x => x.id);
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
                name: "emergency_clocks",
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
                    table.PrimaryKey("pk_emergency_clocks", x => x.id);
                    table.ForeignKey(
                        name: "fk_emergency_clocks_emergencies_owner_id",
                        column: x => x.owner_id,
                        principalTable: "emergencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "emergency_takings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    worker = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    emergency_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_takings", x => x.id);
                    table.ForeignKey(
                        name: "fk_emergency_takings_emergencies_emergency_id",
                        column: x => x.emergency_id,
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
                    clock_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
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
                name: "assignments",
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
                    family_remark = table.Column<string>(type: "text", nullable: true),
                    why_ended = table.Column<string>(type: "text", nullable: true),
                    met_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_early_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_assignments_families_family_id",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "family_clocks",
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
                    table.PrimaryKey("pk_family_clocks", x => x.id);
                    table.ForeignKey(
                        name: "fk_family_clocks_families_owner_id",
                        column: x => x.owner_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "family_closings",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_reason = table.Column<string>(type: "text", nullable: true),
                    decision_legal_basis = table.Column<string>(type: "text", nullable: false),
                    decision_alternatives = table.Column<string>(type: "text", nullable: true),
                    decision_remedy = table.Column<string>(type: "text", nullable: false),
                    decision_remedy_term = table.Column<string>(type: "text", nullable: true),
                    decision_explanation = table.Column<string>(type: "text", nullable: false),
                    decision_family_agrees = table.Column<bool>(type: "boolean", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reopened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reopened_for = table.Column<string>(type: "text", nullable: true),
                    why_reopened = table.Column<string>(type: "text", nullable: true),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_closings", x => x.decision_id);
                    table.ForeignKey(
                        name: "fk_family_closings_families_family_id",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "family_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_merges", x => x.id);
                    table.ForeignKey(
                        name: "fk_family_merges_families_family_id",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "family_splits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    new_family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_splits", x => x.id);
                    table.ForeignKey(
                        name: "fk_family_splits_families_family_id",
                        column: x => x.family_id,
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
                name: "key_worker_wishes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    clock_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_worker_wishes", x => x.id);
                    table.ForeignKey(
                        name: "fk_key_worker_wishes_families_family_id",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    account = table.Column<string>(type: "text", nullable: true),
                    came_by = table.Column<Guid>(type: "uuid", nullable: true),
                    left_by = table.Column<Guid>(type: "uuid", nullable: true),
                    born_on = table.Column<DateOnly>(type: "date", nullable: true),
                    next_switch_on = table.Column<DateOnly>(type: "date", nullable: true),
                    died_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => new { x.family_id, x.person_id, x.from });
                    table.ForeignKey(
                        name: "fk_memberships_families_family_id",
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
                name: "person_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    known_person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    confirmed_by = table.Column<string>(type: "text", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    account = table.Column<string>(type: "text", nullable: true),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_links_families_family_id",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "responsibilities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_responsibilities", x => x.id);
                    table.ForeignKey(
                        name: "fk_responsibilities_families_family_id",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "responsibility_offers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    children = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    from_municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    to_municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    offered_by = table.Column<string>(type: "text", nullable: false),
                    offering_organisation = table.Column<string>(type: "text", nullable: false),
                    receiving_team = table.Column<string>(type: "text", nullable: false),
                    receiving_organisation = table.Column<string>(type: "text", nullable: false),
                    involvement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    offered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answer_reason = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_responsibility_offers", x => x.id);
                    table.ForeignKey(
                        name: "fk_responsibility_offers_families_family_id",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_bsns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_id = table.Column<int>(type: "integer", nullable: false),
                    cipher = table.Column<byte[]>(type: "bytea", nullable: false),
                    lookup = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_bsns", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_bsns_persons_id",
                        column: x => x.id,
                        principalTable: "persons",
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
                name: "support_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    reach = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_contacts", x => x.id);
                    table.ForeignKey(
                        name: "fk_support_contacts_support_exchanges_id",
                        column: x => x.id,
                        principalTable: "support_exchanges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "support_matches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_matches", x => x.id);
                    table.ForeignKey(
                        name: "fk_support_matches_support_exchanges_id",
                        column: x => x.id,
                        principalTable: "support_exchanges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "support_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    exchange_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_support_notes_support_exchanges_exchange_id",
                        column: x => x.exchange_id,
                        principalTable: "support_exchanges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact_not_known_reviews",
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
                    table.PrimaryKey("pk_contact_not_known_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_not_known_reviews_contact_not_known_owner_id",
                        column: x => x.owner_id,
                        principalTable: "contact_not_known",
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
                    explanation = table.Column<string>(type: "text", nullable: true),
                    settled_by_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    word_of = table.Column<string>(type: "text", nullable: true),
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
                    safety_check = table.Column<string>(type: "text", nullable: true),
                    consented_on = table.Column<DateOnly>(type: "date", nullable: true)
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
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: true),
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
                name: "safety_agreement_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    how_it_went = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    evaluated_by = table.Column<string>(type: "text", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safety_agreement_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_safety_agreement_reviews_safety_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "safety_agreements",
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
                name: "ix_access_log_family_id_seq",
                table: "access_log",
                columns: new[] { "family_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_access_log_subject_id_seq",
                table: "access_log",
                columns: new[] { "subject_id", "seq" },
                filter: "subject_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_account_unlinkings_family_id",
                table: "account_unlinkings",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_acute_dangers_elsewhere_family_id",
                table: "acute_dangers_elsewhere",
                column: "family_id",
                filter: "not over");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_family_id",
                table: "assignments",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_acute_dangers_owner_id",
                table: "contact_acute_dangers",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_clocks_owner_id",
                table: "contact_clocks",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_clocks_paused_at",
                table: "contact_clocks",
                column: "paused_at",
                filter: "paused_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contact_clocks_warn_at",
                table: "contact_clocks",
                column: "warn_at",
                filter: "stopped_at is null and paused_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_contact_feedback_contact_id",
                table: "contact_feedback",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_not_known_owner_id",
                table: "contact_not_known",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_not_known_reviews_owner_id",
                table: "contact_not_known_reviews",
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
                name: "ix_contacts_family_id",
                table: "contacts",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_municipality_received_at_id",
                table: "contacts",
                columns: new[] { "municipality", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_sender_registered_at_id",
                table: "contacts",
                columns: new[] { "sender", "registered_at", "id" });

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
                name: "ix_emergencies_brought_since",
                table: "emergencies",
                column: "brought_since",
                filter: "brought_since is not null and received_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_emergencies_contact_id",
                table: "emergencies",
                column: "contact_id",
                unique: true,
                filter: "ended_at is null");

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
                name: "ix_emergency_clocks_paused_at",
                table: "emergency_clocks",
                column: "paused_at",
                filter: "paused_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_clocks_warn_at",
                table: "emergency_clocks",
                column: "warn_at",
                filter: "stopped_at is null and paused_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_takings_emergency_id",
                table: "emergency_takings",
                column: "emergency_id");

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
                name: "ix_family_clocks_owner_id",
                table: "family_clocks",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_family_clocks_paused_at",
                table: "family_clocks",
                column: "paused_at",
                filter: "paused_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_family_clocks_warn_at",
                table: "family_clocks",
                column: "warn_at",
                filter: "stopped_at is null and paused_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_family_closings_family_id",
                table: "family_closings",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_family_merges_family_id",
                table: "family_merges",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_family_splits_family_id",
                table: "family_splits",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_immediate_actions_emergency_id",
                table: "immediate_actions",
                column: "emergency_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_at",
                table: "inbox",
                column: "at");

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
                name: "ix_key_worker_wishes_family_id",
                table: "key_worker_wishes",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_account",
                table: "memberships",
                column: "account",
                filter: "account is not null");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_next_switch_on",
                table: "memberships",
                column: "next_switch_on",
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_person_id",
                table: "memberships",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_held",
                table: "outbox",
                column: "stream",
                filter: "retry_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_parental_authorities_family_id",
                table: "parental_authorities",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_bsns_lookup",
                table: "person_bsns",
                column: "lookup");

            migrationBuilder.CreateIndex(
                name: "ix_person_links_family_id",
                table: "person_links",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_versions_person_id",
                table: "person_versions",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_reporter_shieldings_contact_id",
                table: "reporter_shieldings",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_residences_person_id",
                table: "residences",
                column: "person_id",
                unique: true,
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_responsibilities_family_id",
                table: "responsibilities",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_responsibility_offers_family_id",
                table: "responsibility_offers",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_safety_agreement_reviews_agreement_id",
                table: "safety_agreement_reviews",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_safety_agreements_emergency_id",
                table: "safety_agreements",
                column: "emergency_id");

            migrationBuilder.CreateIndex(
                name: "ix_stored_answers_expires_at",
                table: "stored_answers",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_support_exchanges_municipality_registered_at_id",
                table: "support_exchanges",
                columns: new[] { "municipality", "registered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_support_notes_exchange_id",
                table: "support_notes",
                column: "exchange_id");

            migrationBuilder.CreateIndex(
                name: "ix_telling_postponements_contact_id",
                table: "telling_postponements",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_tellings_contact_id",
                table: "tellings",
                column: "contact_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_log");

            migrationBuilder.DropTable(
                name: "account_unlinkings");

            migrationBuilder.DropTable(
                name: "acute_dangers_elsewhere");

            migrationBuilder.DropTable(
                name: "advices");

            migrationBuilder.DropTable(
                name: "assignments");

            migrationBuilder.DropTable(
                name: "contact_acute_dangers");

            migrationBuilder.DropTable(
                name: "contact_clocks");

            migrationBuilder.DropTable(
                name: "contact_feedback");

            migrationBuilder.DropTable(
                name: "contact_not_known_reviews");

            migrationBuilder.DropTable(
                name: "contact_statement_contests");

            migrationBuilder.DropTable(
                name: "contact_statement_sharings");

            migrationBuilder.DropTable(
                name: "contact_statement_versions");

            migrationBuilder.DropTable(
                name: "data_breach_assessments");

            migrationBuilder.DropTable(
                name: "data_breach_clocks");

            migrationBuilder.DropTable(
                name: "data_breach_recipients");

            migrationBuilder.DropTable(
                name: "due_clocks");

            migrationBuilder.DropTable(
                name: "emergency_clocks");

            migrationBuilder.DropTable(
                name: "emergency_takings");

            migrationBuilder.DropTable(
                name: "event_log");

            migrationBuilder.DropTable(
                name: "family_clocks");

            migrationBuilder.DropTable(
                name: "family_closings");

            migrationBuilder.DropTable(
                name: "family_merges");

            migrationBuilder.DropTable(
                name: "family_splits");

            migrationBuilder.DropTable(
                name: "feed_cursors");

            migrationBuilder.DropTable(
                name: "immediate_actions");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "informal_support_notes");

            migrationBuilder.DropTable(
                name: "investigation_requests");

            migrationBuilder.DropTable(
                name: "involvements");

            migrationBuilder.DropTable(
                name: "key_worker_wishes");

            migrationBuilder.DropTable(
                name: "log_epochs");

            migrationBuilder.DropTable(
                name: "member_accounts");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "parental_authorities");

            migrationBuilder.DropTable(
                name: "person_bsns");

            migrationBuilder.DropTable(
                name: "person_links");

            migrationBuilder.DropTable(
                name: "person_versions");

            migrationBuilder.DropTable(
                name: "reporter_shieldings");

            migrationBuilder.DropTable(
                name: "reporters");

            migrationBuilder.DropTable(
                name: "residences");

            migrationBuilder.DropTable(
                name: "responsibilities");

            migrationBuilder.DropTable(
                name: "responsibility_offers");

            migrationBuilder.DropTable(
                name: "safety_agreement_reviews");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.DropTable(
                name: "stored_answers");

            migrationBuilder.DropTable(
                name: "support_contacts");

            migrationBuilder.DropTable(
                name: "support_matches");

            migrationBuilder.DropTable(
                name: "support_notes");

            migrationBuilder.DropTable(
                name: "telling_postponements");

            migrationBuilder.DropTable(
                name: "tellings");

            migrationBuilder.DropTable(
                name: "triage_decisions");

            migrationBuilder.DropTable(
                name: "whereabouts");

            migrationBuilder.DropTable(
                name: "contact_not_known");

            migrationBuilder.DropTable(
                name: "contact_statements");

            migrationBuilder.DropTable(
                name: "data_breaches");

            migrationBuilder.DropTable(
                name: "informal_supports");

            migrationBuilder.DropTable(
                name: "persons");

            migrationBuilder.DropTable(
                name: "safety_agreements");

            migrationBuilder.DropTable(
                name: "support_exchanges");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "families");

            migrationBuilder.DropTable(
                name: "emergencies");
        }
    }
}
