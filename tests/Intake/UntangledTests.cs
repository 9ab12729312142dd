using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;

namespace Geborgen.Intake.Tests;

/// <summary>
/// Of those who wait for each other the database lets one go. Whatever the command, its caller does not notice, and the access log says once what
/// was done.
/// </summary>
public class UntangledTests(IntakeServer intake)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST", "acute-dangers", "contacts", false)]
    [InlineData("POST", "acute-dangers", "emergencies", false)]
    [InlineData("POST", "acute-dangers", "emergencies", true)]
    [InlineData("PUT", "residence", "residences", false)]
    [InlineData("PUT", "residence", "residences", true)]
    [InlineData("PUT", "particulars", "persons", false)]
    public async Task A_command_that_was_let_go_begins_again_and_is_logged_once(string method, string what, string table, bool atCommit)
    {
        using var lotte = await intake.As("lotte");
        var concern = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern("999990718"))!);
        var (family, contact) = ($"/gm0344/intake/v1/families/{concern["familyId"]}", $"/gm0344/intake/v1/contacts/{concern["id"]}");
        var child = (await lotte.Read($"{family}/members"))["items"]![0]!["personId"]!;
        var (path, etag) = what == "acute-dangers" ? ($"{contact}/{what}", await lotte.Etag(contact)) : ($"{family}/members/{child}/{what}", await lotte.Etag(family));
        object body = what switch
        {
            "acute-dangers" => new { personId = child, ground = "Fresh bruises.", judgedBy = "Lotte" },
            "residence" => new { secret = true, street = "Kerkstraat", houseNumber = "12" },
            _ => new { givenName = "Sam", reason = "Misheard." },
        };
        await using var data = new NpgsqlConnection(intake.Database);
        await data.OpenAsync(Cancel);
        await Run($"""
            create sequence let_go;
            create function let_go() returns trigger language plpgsql security definer set search_path = public as $$
                begin if nextval('let_go') <= 2 then raise exception 'let go' using errcode = '40P01'; end if; return new; end $$;
            create {(atCommit ? "constraint trigger let_go after" : "trigger let_go before")} insert or update on {table} {(atCommit ? "deferrable initially deferred" : "")}
                for each row execute function let_go();
            """);
        try
        {
            var logged = await Count();
            using var request = new HttpRequestMessage(new(method), path) { Content = JsonContent.Create(body) };
            request.Headers.TryAddWithoutValidation("If-Match", etag);

            using var answer = await lotte.SendAsync(request, Cancel);

            Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, await Scalar("select last_value from let_go") > 2));
            Assert.Equal(1, await Count() - logged);
        }
        finally
        {
            await Run($"drop trigger let_go on {table}; drop function let_go; drop sequence let_go");
        }

        Task<long> Count() => Scalar($"select count(*) from access_log where family_id = '{concern["familyId"]}' and action = 'write'");

        async Task<long> Scalar(string sql)
        {
            await using var command = new NpgsqlCommand(sql, data);
            return (long)(await command.ExecuteScalarAsync(Cancel))!;
        }

        async Task Run(string sql)
        {
            await using var command = new NpgsqlCommand(sql, data);
            await command.ExecuteNonQueryAsync(Cancel);
        }
    }
}
