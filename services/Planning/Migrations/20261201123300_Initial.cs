using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Geborgen.Planning.Migrations
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
                name: "authorities",
                columns: table => new
                {
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holds = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authorities", x => new { x.family_id, x.child_id, x.parent_id });
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
                name: "deaths",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deaths", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "emergency_agreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    emergency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_agreements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ended_emergencies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ended_emergencies", x => x.id);
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
                name: "joined_files",
                columns: table => new
                {
                    other_family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    undone = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joined_files", x => new { x.other_family_id, x.family_id });
                });

            migrationBuilder.CreateTable(
                name: "joined_members",
                columns: table => new
                {
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    undone = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joined_members", x => new { x.person_id, x.family_id });
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
                name: "once_recorded",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_child = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_once_recorded", x => new { x.person_id, x.is_child });
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
                name: "plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    cause_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    new_start_of = table.Column<Guid>(type: "uuid", nullable: true),
                    family_first_until = table.Column<DateOnly>(type: "date", nullable: true),
                    partner_keys = table.Column<string[]>(type: "text[]", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    municipality = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    next_clock_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actions = table.Column<string>(type: "jsonb", nullable: true),
                    acute_dangers = table.Column<string>(type: "jsonb", nullable: true),
                    advice = table.Column<string>(type: "jsonb", nullable: true),
                    agreements = table.Column<string>(type: "jsonb", nullable: true),
                    answers = table.Column<string>(type: "jsonb", nullable: true),
                    barriers = table.Column<string>(type: "jsonb", nullable: true),
                    choices = table.Column<string>(type: "jsonb", nullable: true),
                    clocks = table.Column<string>(type: "jsonb", nullable: true),
                    closing = table.Column<string>(type: "jsonb", nullable: true),
                    conditions = table.Column<string>(type: "jsonb", nullable: true),
                    descriptions = table.Column<string>(type: "jsonb", nullable: true),
                    evaluations = table.Column<string>(type: "jsonb", nullable: true),
                    goals = table.Column<string>(type: "jsonb", nullable: true),
                    not_known = table.Column<string>(type: "jsonb", nullable: true),
                    own_plans = table.Column<string>(type: "jsonb", nullable: true),
                    partners = table.Column<string>(type: "jsonb", nullable: true),
                    skipped = table.Column<string>(type: "jsonb", nullable: true),
                    statements = table.Column<string>(type: "jsonb", nullable: true),
                    supports = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plans", x => x.id);
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
                name: "ix_emergency_agreements_family_id",
                table: "emergency_agreements",
                column: "family_id");

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
                name: "ix_joined_files_family_id",
                table: "joined_files",
                column: "family_id");

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
                name: "ix_plans_family_id",
                table: "plans",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_plans_family_id1",
                table: "plans",
                column: "family_id",
                unique: true,
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_plans_municipality_opened_at_id",
                table: "plans",
                columns: new[] { "municipality", "opened_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plans_next_clock_at",
                table: "plans",
                column: "next_clock_at",
                filter: "next_clock_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_plans_partner_keys",
                table: "plans",
                column: "partner_keys")
                .Annotation("Npgsql:IndexMethod", "gin");

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
                name: "authorities");

            migrationBuilder.DropTable(
                name: "data_breaches");

            migrationBuilder.DropTable(
                name: "deaths");

            migrationBuilder.DropTable(
                name: "emergency_agreements");

            migrationBuilder.DropTable(
                name: "ended_emergencies");

            migrationBuilder.DropTable(
                name: "event_log");

            migrationBuilder.DropTable(
                name: "family_member_roles");

            migrationBuilder.DropTable(
                name: "family_members");

            migrationBuilder.DropTable(
                name: "feed_cursors");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "involvements");

            migrationBuilder.DropTable(
                name: "joined_files");

            migrationBuilder.DropTable(
                name: "joined_members");

            migrationBuilder.DropTable(
                name: "log_epochs");

            migrationBuilder.DropTable(
                name: "member_accounts");

            migrationBuilder.DropTable(
                name: "member_logins");

            migrationBuilder.DropTable(
                name: "once_recorded");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "plans");

            migrationBuilder.DropTable(
                name: "reached_ages");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.DropTable(
                name: "stored_answers");
        }
    }
}
