using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class WipContacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "investigation_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
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
                    decision_reason = table.Column<string>(type: "text", nullable: false),
                    decision_legal_basis = table.Column<string>(type: "text", nullable: false),
                    decision_alternatives = table.Column<string>(type: "text", nullable: false),
                    decision_remedy = table.Column<string>(type: "text", nullable: false),
                    decision_explanation = table.Column<string>(type: "text", nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    court_order = table.Column<string>(type: "text", nullable: true),
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
                    how = table.Column<string>(type: "text", nullable: false),
                    told_by = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tellings", x => x.id);
                    table.ForeignKey(
                        name: "fk_tellings_contacts_id",
                        column: x => x.id,
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
                    decision_reason = table.Column<string>(type: "text", nullable: false),
                    decision_legal_basis = table.Column<string>(type: "text", nullable: false),
                    decision_alternatives = table.Column<string>(type: "text", nullable: false),
                    decision_remedy = table.Column<string>(type: "text", nullable: false),
                    decision_explanation = table.Column<string>(type: "text", nullable: false),
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

            migrationBuilder.CreateIndex(
                name: "ix_contact_feedback_contact_id",
                table: "contact_feedback",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_requests_request_id",
                table: "investigation_requests",
                column: "request_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporter_shieldings_contact_id",
                table: "reporter_shieldings",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_telling_postponements_contact_id",
                table: "telling_postponements",
                column: "contact_id");

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "advices");

            migrationBuilder.DropTable(
                name: "contact_feedback");

            migrationBuilder.DropTable(
                name: "investigation_requests");

            migrationBuilder.DropTable(
                name: "reporter_shieldings");

            migrationBuilder.DropTable(
                name: "telling_postponements");

            migrationBuilder.DropTable(
                name: "tellings");

            migrationBuilder.DropTable(
                name: "triage_decisions");
        }
    }
}
