using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Investigation.Migrations
{
    /// <inheritdoc />
    public partial class ReportsAndHouseholds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid[]>(
                name: "adults",
                table: "investigations",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<Guid>(
                name: "clock_id",
                table: "investigation_sources",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "review_on",
                table: "investigation_sources",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "told_at",
                table: "investigation_sources",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "place",
                table: "investigation_report_parts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "alternatives",
                table: "investigation_counter_expertise",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "came_to_nothing",
                table: "investigation_counter_expertise",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "decision_id",
                table: "investigation_counter_expertise",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "finding_id",
                table: "investigation_counter_expertise",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "found_at",
                table: "investigation_counter_expertise",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "legal_basis",
                table: "investigation_counter_expertise",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "investigation_counter_expertise",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "remedy",
                table: "investigation_counter_expertise",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "content",
                table: "investigation_addenda",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hash",
                table: "investigation_addenda",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "taken_out",
                table: "family_members",
                type: "boolean",
                nullable: false,
                defaultValue: false);

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

            migrationBuilder.CreateIndex(
                name: "ix_investigation_earlier_plans_investigation_id",
                table: "investigation_earlier_plans",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_report_presentations_investigation_id",
                table: "investigation_report_presentations",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_source_reviews_investigation_id",
                table: "investigation_source_reviews",
                column: "investigation_id");

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "investigation_earlier_plans");

            migrationBuilder.DropTable(
                name: "investigation_report_presentations");

            migrationBuilder.DropTable(
                name: "investigation_source_reviews");

            migrationBuilder.DropColumn(
                name: "adults",
                table: "investigations");

            migrationBuilder.DropColumn(
                name: "clock_id",
                table: "investigation_sources");

            migrationBuilder.DropColumn(
                name: "review_on",
                table: "investigation_sources");

            migrationBuilder.DropColumn(
                name: "told_at",
                table: "investigation_sources");

            migrationBuilder.DropColumn(
                name: "place",
                table: "investigation_report_parts");

            migrationBuilder.DropColumn(
                name: "alternatives",
                table: "investigation_counter_expertise");

            migrationBuilder.DropColumn(
                name: "came_to_nothing",
                table: "investigation_counter_expertise");

            migrationBuilder.DropColumn(
                name: "decision_id",
                table: "investigation_counter_expertise");

            migrationBuilder.DropColumn(
                name: "finding_id",
                table: "investigation_counter_expertise");

            migrationBuilder.DropColumn(
                name: "found_at",
                table: "investigation_counter_expertise");

            migrationBuilder.DropColumn(
                name: "legal_basis",
                table: "investigation_counter_expertise");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "investigation_counter_expertise");

            migrationBuilder.DropColumn(
                name: "remedy",
                table: "investigation_counter_expertise");

            migrationBuilder.DropColumn(
                name: "content",
                table: "investigation_addenda");

            migrationBuilder.DropColumn(
                name: "hash",
                table: "investigation_addenda");

            migrationBuilder.DropColumn(
                name: "taken_out",
                table: "family_members");
        }
    }
}
