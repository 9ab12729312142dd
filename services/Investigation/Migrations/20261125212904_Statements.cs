using System;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Investigation.Migrations
{
    /// <inheritdoc />
    public partial class Statements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid[]>(
                name: "former_parents",
                table: "investigations",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<string>(
                name: "interpreter",
                table: "investigation_voices",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "contested_at_source",
                table: "investigation_statements",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid[]>(
                name: "own_statement_ids",
                table: "investigation_statements",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<DateOnly>(
                name: "agreed_on",
                table: "investigation_statement_versions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "consented_on",
                table: "investigation_statement_sharings",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "explanation",
                table: "investigation_statement_contests",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "settled_by_person_id",
                table: "investigation_statement_contests",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "word_of",
                table: "investigation_statement_contests",
                type: "text",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "account",
                table: "data_breach_recipients",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                table: "data_breach_recipients",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "investigation_taken_over",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    heard = table.Column<int>(type: "integer", nullable: false),
                    contest_version = table.Column<int>(type: "integer", nullable: false),
                    gives_reporter_away = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_taken_over", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_taken_over_investigations_investigation_id",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateIndex(
                name: "ix_investigation_taken_over_investigation_id_source_id",
                table: "investigation_taken_over",
                columns: new[] { "investigation_id", "source_id" },
                unique: true);

            // One own statement becomes the first of several; how a contest ended was told in words, and it was over.
            migrationBuilder.Sql("update investigation_statements set own_statement_ids = array[own_statement_id] where own_statement_id is not null");
            migrationBuilder.Sql("update investigation_statement_contests set explanation = outcome, outcome = 'Agreed' where outcome is not null");

            migrationBuilder.DropColumn(
                name: "own_statement_id",
                table: "investigation_statements");

            migrationBuilder.GrantServiceRole();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "investigation_taken_over");

            migrationBuilder.DropTable(
                name: "reached_ages");

            migrationBuilder.DropColumn(
                name: "former_parents",
                table: "investigations");

            migrationBuilder.DropColumn(
                name: "interpreter",
                table: "investigation_voices");

            migrationBuilder.DropColumn(
                name: "contested_at_source",
                table: "investigation_statements");

            migrationBuilder.DropColumn(
                name: "own_statement_ids",
                table: "investigation_statements");

            migrationBuilder.DropColumn(
                name: "agreed_on",
                table: "investigation_statement_versions");

            migrationBuilder.DropColumn(
                name: "consented_on",
                table: "investigation_statement_sharings");

            migrationBuilder.DropColumn(
                name: "explanation",
                table: "investigation_statement_contests");

            migrationBuilder.DropColumn(
                name: "settled_by_person_id",
                table: "investigation_statement_contests");

            migrationBuilder.DropColumn(
                name: "word_of",
                table: "investigation_statement_contests");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "data_breach_recipients");

            migrationBuilder.AddColumn<Guid>(
                name: "own_statement_id",
                table: "investigation_statements",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "account",
                table: "data_breach_recipients",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);
        }
    }
}
