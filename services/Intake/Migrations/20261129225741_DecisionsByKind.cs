using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Intake.Migrations
{
    /// <inheritdoc />
    public partial class DecisionsByKind : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "decision_reason",
                table: "triage_decisions",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "decision_alternatives",
                table: "triage_decisions",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<bool>(
                name: "decision_family_agrees",
                table: "triage_decisions",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decision_remedy_term",
                table: "triage_decisions",
                type: "text",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "decision_reason",
                table: "reporter_shieldings",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "decision_alternatives",
                table: "reporter_shieldings",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<bool>(
                name: "decision_family_agrees",
                table: "reporter_shieldings",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decision_remedy_term",
                table: "reporter_shieldings",
                type: "text",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "decision_reason",
                table: "family_closings",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "decision_alternatives",
                table: "family_closings",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<bool>(
                name: "decision_family_agrees",
                table: "family_closings",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decision_remedy_term",
                table: "family_closings",
                type: "text",
                nullable: true);

            // What was objected to within a term before keeps it.
            foreach (var table in new[] { "triage_decisions", "reporter_shieldings", "family_closings" })
                migrationBuilder.Sql($"update {table} set decision_remedy_term = 'objection' where decision_remedy = 'Objection'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "decision_family_agrees",
                table: "triage_decisions");

            migrationBuilder.DropColumn(
                name: "decision_remedy_term",
                table: "triage_decisions");

            migrationBuilder.DropColumn(
                name: "decision_family_agrees",
                table: "reporter_shieldings");

            migrationBuilder.DropColumn(
                name: "decision_remedy_term",
                table: "reporter_shieldings");

            migrationBuilder.DropColumn(
                name: "decision_family_agrees",
                table: "family_closings");

            migrationBuilder.DropColumn(
                name: "decision_remedy_term",
                table: "family_closings");

            migrationBuilder.AlterColumn<string>(
                name: "decision_reason",
                table: "triage_decisions",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "decision_alternatives",
                table: "triage_decisions",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "decision_reason",
                table: "reporter_shieldings",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "decision_alternatives",
                table: "reporter_shieldings",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "decision_reason",
                table: "family_closings",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "decision_alternatives",
                table: "family_closings",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);
        }
    }
}
