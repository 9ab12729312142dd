using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class WipEmergencies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_immediate_actions_emergency_id",
                table: "immediate_actions",
                column: "emergency_id");

            migrationBuilder.CreateIndex(
                name: "ix_safety_agreements_emergency_id",
                table: "safety_agreements",
                column: "emergency_id");

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "emergency_clocks");

            migrationBuilder.DropTable(
                name: "immediate_actions");

            migrationBuilder.DropTable(
                name: "safety_agreements");

            migrationBuilder.DropTable(
                name: "emergencies");
        }
    }
}
