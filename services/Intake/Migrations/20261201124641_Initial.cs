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
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
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
                    kind = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    sender = table.Column<string>(type: "text", nullable: true),
                    place_keys = table.Column<string[]>(type: "text[]", nullable: false),
                    investigation_request_request_id = table.Column<Guid>(type: "uuid", nullable: true),
                    investigation_request_family_id = table.Column<Guid>(type: "uuid", nullable: true),
                    investigation_request_questions = table.Column<string[]>(type: "text[]", nullable: true),
                    investigation_request_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_out_by = table.Column<string>(type: "text", nullable: true),
                    why_taken_out = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    next_clock_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    acute_dangers = table.Column<string>(type: "jsonb", nullable: true),
                    advice = table.Column<string>(type: "jsonb", nullable: true),
                    clocks = table.Column<string>(type: "jsonb", nullable: true),
                    feedback = table.Column<string>(type: "jsonb", nullable: true),
                    not_known = table.Column<string>(type: "jsonb", nullable: true),
                    postponements = table.Column<string>(type: "jsonb", nullable: true),
                    reporter = table.Column<string>(type: "jsonb", nullable: true),
                    shieldings = table.Column<string>(type: "jsonb", nullable: true),
                    statements = table.Column<string>(type: "jsonb", nullable: true),
                    tellings = table.Column<string>(type: "jsonb", nullable: true),
                    triage = table.Column<string>(type: "jsonb", nullable: true),
                    whereabouts = table.Column<string>(type: "jsonb", nullable: true),
                    wrong_whereabouts = table.Column<string>(type: "jsonb", nullable: true)
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
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    next_clock_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    assessment = table.Column<string>(type: "jsonb", nullable: true),
                    clocks = table.Column<string>(type: "jsonb", nullable: true),
                    recipients = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_breaches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "emergencies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    judged_by_others = table.Column<bool>(type: "boolean", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    duty_worker = table.Column<string>(type: "text", nullable: true),
                    brought_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    not_received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    place_corrected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    correction_received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    next_clock_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    actions = table.Column<string>(type: "jsonb", nullable: true),
                    agreements = table.Column<string>(type: "jsonb", nullable: true),
                    clocks = table.Column<string>(type: "jsonb", nullable: true),
                    takings = table.Column<string>(type: "jsonb", nullable: true)
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
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    merged_into = table.Column<Guid>(type: "uuid", nullable: true),
                    went_into = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    split_from = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    next_clock_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    assignments = table.Column<string>(type: "jsonb", nullable: true),
                    authorities = table.Column<string>(type: "jsonb", nullable: true),
                    clocks = table.Column<string>(type: "jsonb", nullable: true),
                    closings = table.Column<string>(type: "jsonb", nullable: true),
                    help_calls = table.Column<string>(type: "jsonb", nullable: true),
                    joined = table.Column<string>(type: "jsonb", nullable: true),
                    key_worker_wishes = table.Column<string>(type: "jsonb", nullable: true),
                    links = table.Column<string>(type: "jsonb", nullable: true),
                    merges = table.Column<string>(type: "jsonb", nullable: true),
                    offers = table.Column<string>(type: "jsonb", nullable: true),
                    responsibilities = table.Column<string>(type: "jsonb", nullable: true),
                    role_corrections = table.Column<string>(type: "jsonb", nullable: true),
                    sharings = table.Column<string>(type: "jsonb", nullable: true),
                    splits = table.Column<string>(type: "jsonb", nullable: true),
                    supports = table.Column<string>(type: "jsonb", nullable: true),
                    unlinkings = table.Column<string>(type: "jsonb", nullable: true)
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
                name: "notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    urgent = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seen_by = table.Column<string>(type: "text", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    asked_by = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    log_id = table.Column<long>(type: "bigint", nullable: false),
                    stream = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    until_version = table.Column<int>(type: "integer", nullable: false),
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
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    known_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    given_name = table.Column<string>(type: "text", nullable: true),
                    family_name = table.Column<string>(type: "text", nullable: true),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    due_date = table.Column<DateOnly>(type: "date", nullable: true),
                    bsn_key_id = table.Column<int>(type: "integer", nullable: true),
                    bsn_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    bsn_lookup = table.Column<byte[]>(type: "bytea", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    needs_interpreter = table.Column<bool>(type: "boolean", nullable: false),
                    died_on = table.Column<DateOnly>(type: "date", nullable: true),
                    death_source = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    taken_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    earlier = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_persons", x => new { x.family_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "plans_elsewhere",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    closed = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plans_elsewhere", x => x.plan_id);
                });

            migrationBuilder.CreateTable(
                name: "residences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    street = table.Column<string>(type: "text", nullable: true),
                    house_number = table.Column<string>(type: "text", nullable: true),
                    postal_code = table.Column<string>(type: "text", nullable: true),
                    town = table.Column<string>(type: "text", nullable: true),
                    place_keys = table.Column<string[]>(type: "text[]", nullable: false),
                    secret = table.Column<bool>(type: "boolean", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    why_wrong = table.Column<string>(type: "text", nullable: true)
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
                    version = table.Column<int>(type: "integer", nullable: false),
                    contact = table.Column<string>(type: "jsonb", nullable: true),
                    match = table.Column<string>(type: "jsonb", nullable: true),
                    notes = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_exchanges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
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
                name: "ix_acute_dangers_elsewhere_family_id",
                table: "acute_dangers_elsewhere",
                column: "family_id",
                filter: "not over");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_family_id",
                table: "contacts",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_investigation_request_request_id",
                table: "contacts",
                column: "investigation_request_request_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contacts_municipality_received_at_id",
                table: "contacts",
                columns: new[] { "municipality", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_municipality_taken_out_at_id",
                table: "contacts",
                columns: new[] { "municipality", "taken_out_at", "id" },
                filter: "taken_out_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_next_clock_at",
                table: "contacts",
                column: "next_clock_at",
                filter: "next_clock_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_place_keys",
                table: "contacts",
                column: "place_keys")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_sender_registered_at_id",
                table: "contacts",
                columns: new[] { "sender", "registered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_data_breaches_family_id",
                table: "data_breaches",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_data_breaches_municipality_recorded_at_id",
                table: "data_breaches",
                columns: new[] { "municipality", "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_data_breaches_next_clock_at",
                table: "data_breaches",
                column: "next_clock_at",
                filter: "next_clock_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_emergencies_brought_since",
                table: "emergencies",
                column: "brought_since",
                filter: "brought_since is not null and received_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_emergencies_contact_id_family_id",
                table: "emergencies",
                columns: new[] { "contact_id", "family_id" },
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
                name: "ix_emergencies_next_clock_at",
                table: "emergencies",
                column: "next_clock_at",
                filter: "next_clock_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_emergencies_place_corrected_at",
                table: "emergencies",
                column: "place_corrected_at",
                filter: "place_corrected_at is not null and correction_received_at is null");

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
                name: "ix_families_next_clock_at",
                table: "families",
                column: "next_clock_at",
                filter: "next_clock_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_at",
                table: "inbox",
                column: "at");

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
                name: "ix_notices_family_id_person_id_from_family_id_from_person_id",
                table: "notices",
                columns: new[] { "family_id", "person_id", "from_family_id", "from_person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_from_family_id",
                table: "notices",
                column: "from_family_id",
                filter: "asked_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_held",
                table: "outbox",
                column: "stream",
                filter: "retry_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_persons_birth_date",
                table: "persons",
                column: "birth_date");

            migrationBuilder.CreateIndex(
                name: "ix_persons_bsn_lookup",
                table: "persons",
                column: "bsn_lookup");

            migrationBuilder.CreateIndex(
                name: "ix_persons_id",
                table: "persons",
                column: "id");

            migrationBuilder.CreateIndex(
                name: "ix_plans_elsewhere_family_id",
                table: "plans_elsewhere",
                column: "family_id",
                filter: "not closed");

            migrationBuilder.CreateIndex(
                name: "ix_residences_person_id",
                table: "residences",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_residences_person_id_family_id",
                table: "residences",
                columns: new[] { "person_id", "family_id" },
                unique: true,
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_residences_place_keys",
                table: "residences",
                column: "place_keys",
                filter: "until is null and not secret")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_stored_answers_expires_at",
                table: "stored_answers",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_support_exchanges_municipality_registered_at_id",
                table: "support_exchanges",
                columns: new[] { "municipality", "registered_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_log");

            migrationBuilder.DropTable(
                name: "acute_dangers_elsewhere");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "data_breaches");

            migrationBuilder.DropTable(
                name: "emergencies");

            migrationBuilder.DropTable(
                name: "event_log");

            migrationBuilder.DropTable(
                name: "feed_cursors");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "involvements");

            migrationBuilder.DropTable(
                name: "log_epochs");

            migrationBuilder.DropTable(
                name: "member_accounts");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "persons");

            migrationBuilder.DropTable(
                name: "plans_elsewhere");

            migrationBuilder.DropTable(
                name: "residences");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.DropTable(
                name: "stored_answers");

            migrationBuilder.DropTable(
                name: "support_exchanges");

            migrationBuilder.DropTable(
                name: "families");
        }
    }
}
