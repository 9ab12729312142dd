using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class WholeFamilies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "taken_out_at",
                table: "persons",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "born_on",
                table: "memberships",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "came_by",
                table: "memberships",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "left_by",
                table: "memberships",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "next_switch_on",
                table: "memberships",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into",
                table: "families",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "split_from",
                table: "families",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "withheld_clock_id",
                table: "contact_statements",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ended_by",
                table: "assignments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ended_early_from",
                table: "assignments",
                type: "timestamp with time zone",
                nullable: true);

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
                    account = table.Column<string>(type: "text", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: true),
                    last_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
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

            migrationBuilder.CreateIndex(
                name: "ix_memberships_next_switch_on",
                table: "memberships",
                column: "next_switch_on",
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_emergencies_contact_id",
                table: "emergencies",
                column: "contact_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contact_not_known_owner_id",
                table: "contact_not_known",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_not_known_reviews_owner_id",
                table: "contact_not_known_reviews",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_data_breach_clocks_owner_id",
                table: "data_breach_clocks",
                column: "owner_id");

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
                name: "ix_family_merges_family_id",
                table: "family_merges",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_family_splits_family_id",
                table: "family_splits",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_responsibilities_family_id",
                table: "responsibilities",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_responsibility_offers_family_id",
                table: "responsibility_offers",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_exchanges_municipality_registered_at_id",
                table: "support_exchanges",
                columns: new[] { "municipality", "registered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_support_notes_exchange_id",
                table: "support_notes",
                column: "exchange_id");

            // Who was registered before has a date of birth too; the first look works out when rights switch next.
            migrationBuilder.Sql("""
                update memberships as membership
                set born_on = person.birth_date,
                    next_switch_on = case when person.birth_date > current_date - interval '18 years' then current_date end
                from persons as person
                where person.id = membership.person_id and person.birth_date is not null
                """);

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact_not_known_reviews");

            migrationBuilder.DropTable(
                name: "data_breach_assessments");

            migrationBuilder.DropTable(
                name: "data_breach_clocks");

            migrationBuilder.DropTable(
                name: "data_breach_recipients");

            migrationBuilder.DropTable(
                name: "family_merges");

            migrationBuilder.DropTable(
                name: "family_splits");

            migrationBuilder.DropTable(
                name: "responsibilities");

            migrationBuilder.DropTable(
                name: "responsibility_offers");

            migrationBuilder.DropTable(
                name: "support_contacts");

            migrationBuilder.DropTable(
                name: "support_matches");

            migrationBuilder.DropTable(
                name: "support_notes");

            migrationBuilder.DropTable(
                name: "contact_not_known");

            migrationBuilder.DropTable(
                name: "data_breaches");

            migrationBuilder.DropTable(
                name: "support_exchanges");

            migrationBuilder.DropIndex(
                name: "ix_memberships_next_switch_on",
                table: "memberships");

            migrationBuilder.DropIndex(
                name: "ix_emergencies_contact_id",
                table: "emergencies");

            migrationBuilder.DropColumn(
                name: "taken_out_at",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "born_on",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "came_by",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "left_by",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "next_switch_on",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "families");

            migrationBuilder.DropColumn(
                name: "split_from",
                table: "families");

            migrationBuilder.DropColumn(
                name: "withheld_clock_id",
                table: "contact_statements");

            migrationBuilder.DropColumn(
                name: "ended_by",
                table: "assignments");

            migrationBuilder.DropColumn(
                name: "ended_early_from",
                table: "assignments");
        }
    }
}
