using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class Statements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.AddColumn<bool>(
                name: "contested_at_source",
                table: "contact_statements",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid[]>(
                name: "own_statement_ids",
                table: "contact_statements",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<DateOnly>(
                name: "agreed_on",
                table: "contact_statement_versions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "consented_on",
                table: "contact_statement_sharings",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "explanation",
                table: "contact_statement_contests",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "settled_by_person_id",
                table: "contact_statement_contests",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "word_of",
                table: "contact_statement_contests",
                type: "text",
                nullable: true);

            // One own statement becomes the first of several; how a contest ended was told in words, and it was over.
            migrationBuilder.Sql("update contact_statements set own_statement_ids = array[own_statement_id] where own_statement_id is not null");
            migrationBuilder.Sql("update contact_statement_contests set explanation = outcome, outcome = 'Agreed' where outcome is not null");

            migrationBuilder.DropColumn(
                name: "own_statement_id",
                table: "contact_statements");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "person_id",
                table: "data_breach_recipients");

            migrationBuilder.DropColumn(
                name: "contested_at_source",
                table: "contact_statements");

            migrationBuilder.DropColumn(
                name: "own_statement_ids",
                table: "contact_statements");

            migrationBuilder.DropColumn(
                name: "agreed_on",
                table: "contact_statement_versions");

            migrationBuilder.DropColumn(
                name: "consented_on",
                table: "contact_statement_sharings");

            migrationBuilder.DropColumn(
                name: "explanation",
                table: "contact_statement_contests");

            migrationBuilder.DropColumn(
                name: "settled_by_person_id",
                table: "contact_statement_contests");

            migrationBuilder.DropColumn(
                name: "word_of",
                table: "contact_statement_contests");

            migrationBuilder.AlterColumn<string>(
                name: "account",
                table: "data_breach_recipients",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "own_statement_id",
                table: "contact_statements",
                type: "uuid",
                nullable: true);
        }
    }
}
