using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Geborgen.Investigation.Migrations
{
    /// <inheritdoc />
    public partial class DecisionsByKind : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "remedy_term",
                table: "investigation_counter_expertise",
                type: "text",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "reason",
                table: "investigation_conclusions",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "alternatives",
                table: "investigation_conclusions",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<bool>(
                name: "family_agrees",
                table: "investigation_conclusions",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "remedy_term",
                table: "investigation_conclusions",
                type: "text",
                nullable: true);

            // What was objected to within a term before keeps it.
            foreach (var table in new[] { "investigation_conclusions", "investigation_counter_expertise" })
                migrationBuilder.Sql($"update {table} set remedy_term = 'objection' where remedy = 'Objection'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "remedy_term",
                table: "investigation_counter_expertise");

            migrationBuilder.DropColumn(
                name: "family_agrees",
                table: "investigation_conclusions");

            migrationBuilder.DropColumn(
                name: "remedy_term",
                table: "investigation_conclusions");

            migrationBuilder.AlterColumn<string>(
                name: "reason",
                table: "investigation_conclusions",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "alternatives",
                table: "investigation_conclusions",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);
        }
    }
}
