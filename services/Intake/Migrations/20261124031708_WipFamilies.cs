using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class WipFamilies : Migration
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

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "family_merges");

            migrationBuilder.DropTable(
                name: "family_splits");

            migrationBuilder.DropTable(
                name: "responsibilities");

            migrationBuilder.DropTable(
                name: "responsibility_offers");

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
                name: "ended_by",
                table: "assignments");

            migrationBuilder.DropColumn(
                name: "ended_early_from",
                table: "assignments");
        }
    }
}
