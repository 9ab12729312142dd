using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class FamilyReadsAndTakings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "clock_id",
                table: "safety_agreements",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ended_at",
                table: "safety_agreements",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "author_name",
                table: "contact_statements",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "met_on",
                table: "assignments",
                type: "date",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_acute_dangers_elsewhere_family_id",
                table: "acute_dangers_elsewhere",
                column: "family_id",
                filter: "not over");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_takings_emergency_id",
                table: "emergency_takings",
                column: "emergency_id");

            migrationBuilder.CreateIndex(
                name: "ix_safety_agreement_reviews_agreement_id",
                table: "safety_agreement_reviews",
                column: "agreement_id");

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acute_dangers_elsewhere");

            migrationBuilder.DropTable(
                name: "emergency_takings");

            migrationBuilder.DropTable(
                name: "safety_agreement_reviews");

            migrationBuilder.DropColumn(
                name: "clock_id",
                table: "safety_agreements");

            migrationBuilder.DropColumn(
                name: "ended_at",
                table: "safety_agreements");

            migrationBuilder.DropColumn(
                name: "author_name",
                table: "contact_statements");

            migrationBuilder.DropColumn(
                name: "met_on",
                table: "assignments");
        }
    }
}
