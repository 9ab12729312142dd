using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Investigation.Migrations
{
    /// <inheritdoc />
    public partial class WholeFamilies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_investigation_not_known_investigations_investigation_id",
                table: "investigation_not_known");

            migrationBuilder.RenameColumn(
                name: "investigation_id",
                table: "investigation_not_known",
                newName: "owner_id");

            migrationBuilder.RenameIndex(
                name: "ix_investigation_not_known_investigation_id",
                table: "investigation_not_known",
                newName: "ix_investigation_not_known_owner_id");

            migrationBuilder.AddColumn<Guid>(
                name: "withheld_clock_id",
                table: "investigation_statements",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "clock_id",
                table: "investigation_not_known",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid[]>(
                name: "taken_out",
                table: "investigation_dossiers",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

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
                name: "emergency_response_clocks",
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
                    table.PrimaryKey("pk_emergency_response_clocks", x => x.id);
                    table.ForeignKey(
                        name: "fk_emergency_response_clocks_emergency_responses_owner_id",
                        column: x => x.owner_id,
                        principalTable: "emergency_responses",
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
                name: "ix_emergency_response_clocks_owner_id",
                table: "emergency_response_clocks",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_not_known_reviews_owner_id",
                table: "investigation_not_known_reviews",
                column: "owner_id");

            migrationBuilder.AddForeignKey(
                name: "fk_investigation_not_known_investigations_owner_id",
                table: "investigation_not_known",
                column: "owner_id",
                principalTable: "investigations",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_investigation_not_known_investigations_owner_id",
                table: "investigation_not_known");

            migrationBuilder.DropTable(
                name: "data_breach_assessments");

            migrationBuilder.DropTable(
                name: "data_breach_clocks");

            migrationBuilder.DropTable(
                name: "data_breach_recipients");

            migrationBuilder.DropTable(
                name: "emergency_response_clocks");

            migrationBuilder.DropTable(
                name: "investigation_not_known_reviews");

            migrationBuilder.DropTable(
                name: "data_breaches");

            migrationBuilder.DropColumn(
                name: "withheld_clock_id",
                table: "investigation_statements");

            migrationBuilder.DropColumn(
                name: "clock_id",
                table: "investigation_not_known");

            migrationBuilder.DropColumn(
                name: "taken_out",
                table: "investigation_dossiers");

            migrationBuilder.RenameColumn(
                name: "owner_id",
                table: "investigation_not_known",
                newName: "investigation_id");

            migrationBuilder.RenameIndex(
                name: "ix_investigation_not_known_owner_id",
                table: "investigation_not_known",
                newName: "ix_investigation_not_known_investigation_id");

            migrationBuilder.AddForeignKey(
                name: "fk_investigation_not_known_investigations_investigation_id",
                table: "investigation_not_known",
                column: "investigation_id",
                principalTable: "investigations",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
