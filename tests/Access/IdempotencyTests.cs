using System.Net;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Geborgen.Access.Tests;

public sealed class IdempotencyTests(PostgresServer postgres) : IAsyncLifetime
{
    AccessApp app = null!;

    public async ValueTask InitializeAsync() => app = await AccessApp.StartAsync(postgres, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Task<long> Things => app.Scalar<long>("select count(*) from things");

    async Task<(int Status, string Body, string? Location, HttpResponseMessage Answer)> Post(string? key, string text = "x", string client = "case-system", string sub = "system", string organisation = AccessApp.Organisation)
    {
        var answer = await app.Send(HttpMethod.Post, "/things", app.Token(Roles.MunicipalSystem, sub, null, organisation, client), body: new NewThing(text), key: key);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers.Location?.ToString(), answer);
    }

    [Fact]
    public async Task The_same_request_again_gets_the_first_answer_and_is_logged_again()
    {
        var first = await Post("key-1");
        var again = await Post("key-1");
        Assert.Equal((201, first.Body, first.Location), (again.Status, again.Body, again.Location));
        Assert.Equal(first.Answer.Content.Headers.ContentType, again.Answer.Content.Headers.ContentType);
        Assert.NotNull(first.Location);
        Assert.Equal(1, await Things);
        Assert.Equal(2, await app.Scalar<long>("select count(*) from access_log where resource = 'contact.register' and family_id is not null"));
    }

    [Fact]
    public async Task The_same_request_again_shows_what_is_there_now()
    {
        var first = await Post("key-1", "what was said");
        await app.Execute("update things set text = 'what stands'");
        var again = await Post("key-1", "what was said");
        Assert.Equal((201, first.Location), (again.Status, again.Location));
        Assert.Contains("what stands", again.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("what was said", again.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/THINGS")]
    [InlineData("/%74hings")]
    public async Task The_same_request_under_another_spelling_of_its_path_is_the_same_request(string path)
    {
        var first = await Post("key-1");
        var again = await app.Send(HttpMethod.Post, path, app.Token(Roles.MunicipalSystem, "system", null, AccessApp.Organisation, "case-system"), body: new NewThing("x"), key: "key-1");
        Assert.Equal(first.Location, again.Headers.Location?.ToString());
        Assert.Equal(1, await Things);
    }

    [Fact]
    public async Task What_makes_nothing_that_can_be_shown_again_is_not_carried_out_under_a_key()
    {
        await using var loose = await AccessApp.StartAsync(postgres, TestContext.Current.CancellationToken,
            api => api.MapPost("/loose", async (FamilyAccess access, CancellationToken ct) =>
            {
                await access.Log((await access.ToCollection(ct))!, [], ct);
                return TypedResults.Ok();
            }).RequireAccess("contact.register").Idempotent());

        Assert.Equal(500, await loose.Status(HttpMethod.Post, "/loose", loose.Token(Roles.LocalTeam), activity: null, new NewThing("x"), "key-1"));
    }

    [Fact]
    public async Task The_first_answer_is_given_again_for_the_activity_of_that_moment()
    {
        var worker = app.Token(Roles.LocalTeam);
        Assert.Equal(201, await app.Status(HttpMethod.Post, "/things", worker, "emergency-response", new NewThing("x"), "key-1"));
        Assert.Equal(201, await app.Status(HttpMethod.Post, "/things", worker, activity: null, new NewThing("x"), "key-1"));
        Assert.Equal(404, await app.Status(HttpMethod.Post, "/things", worker, "consultation", new NewThing("x"), "key-1"));
        Assert.Equal(1, await Things);
        Assert.Equal(
            "emergency-response contact-registration consultation",
            await app.Scalar<string>("select string_agg(activity, ' ' order by seq) from access_log where resource = 'contact.register'"));
    }

    [Fact]
    public async Task Fifty_at_once_with_one_key_leave_one_row_and_all_get_its_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Post("key-1")));
        Assert.All(answers, answer => Assert.Equal((201, answers[0].Body, answers[0].Location), (answer.Status, answer.Body, answer.Location)));
        Assert.Equal(1, await Things);
        Assert.Equal(1, await app.Scalar<long>("select count(*) from event_log"));
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused()
    {
        await Post("key-1");
        var other = await Post("key-1", "y");
        Assert.Equal(409, other.Status);
        Assert.Contains("idempotency-key-reused\"", other.Body, StringComparison.Ordinal);
        Assert.Equal(1, await Things);
    }

    [Fact]
    public async Task Another_client_or_user_has_keys_of_its_own()
    {
        var first = await Post("key-1");
        Assert.NotEqual(first.Location, (await Post("key-1", client: "other-system")).Location);
        Assert.NotEqual(first.Location, (await Post("key-1", sub: "other")).Location);
        Assert.Equal(3, await Things);
    }

    [Fact]
    public async Task The_first_answer_is_given_only_to_who_may_still_have_it()
    {
        await Post("key-1");
        Assert.Equal(404, (await Post("key-1", organisation: "gm0355")).Status);
        Assert.Equal(1, await Things);
    }

    [Fact]
    public async Task A_refusal_is_not_kept_and_leaves_nothing()
    {
        Assert.Equal(409, (await Post("key-1", "refuse")).Status);
        Assert.Equal(0, await app.Scalar<long>("select count(*) from stored_answers"));
        Assert.Equal(201, (await Post("key-1")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("256")]
    public async Task A_key_of_another_form_is_refused(string key)
    {
        var answer = await Post(key == "256" ? new string('k', 256) : key);
        Assert.Equal(400, answer.Status);
        Assert.Equal(0, await Things);
    }

    [Fact]
    public async Task Without_a_key_each_request_is_carried_out()
    {
        await Post(null);
        await Post(null);
        Assert.Equal((2L, 0L), (await Things, await app.Scalar<long>("select count(*) from stored_answers")));
    }

    [Fact]
    public async Task A_crash_between_taking_the_key_and_the_commit_leaves_nothing_and_the_retry_succeeds()
    {
        app.Meanwhile = async _ =>
        {
            app.Meanwhile = _ => Task.CompletedTask;
            await app.Execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'");
        };
        Assert.Equal(503, (await Post("key-1")).Status);
        Assert.Equal((0L, 0L), (await Things, await app.Scalar<long>("select count(*) from stored_answers")));
        Assert.Equal(201, (await Post("key-1")).Status);
        Assert.Equal(1, await Things);
    }

    [Fact]
    public async Task Who_waits_longer_than_five_seconds_is_told_to_come_back()
    {
        var (inside, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        app.Meanwhile = ct =>
        {
            inside.SetResult();
            return go.Task.WaitAsync(ct);
        };
        var first = Post("key-1");
        await inside.Task;
        var waiting = await Post("key-1");
        Assert.Equal((HttpStatusCode.Conflict, TimeSpan.FromSeconds(5)), (waiting.Answer.StatusCode, waiting.Answer.Headers.RetryAfter?.Delta));
        Assert.Contains("idempotency-key-in-use\"", waiting.Body, StringComparison.Ordinal);
        go.SetResult();
        Assert.Equal(201, (await first).Status);
        Assert.Equal((await first).Body, (await Post("key-1")).Body);
    }

    [Fact]
    public async Task After_a_day_a_key_is_new_again_and_its_answer_is_removed()
    {
        var ct = TestContext.Current.CancellationToken;
        await Post("key-1");
        await Post("key-2");
        Assert.True(await app.Scalar<bool>("select bool_and(expires_at between $1 and $2) from stored_answers", TestDay.Now.AddHours(24).AddMinutes(-1), TestDay.Now.AddHours(24)));
        await app.Execute("update stored_answers set expires_at = $1", TestDay.Now.AddSeconds(-1));
        Assert.Equal(201, (await Post("key-1", "y")).Status);
        Assert.Equal(3, await Things);
        Assert.Equal(1, await app.Services.GetServices<IHostedService>().OfType<ExpiredAnswers>().Single().Remove(ct));
        Assert.Equal(1, await app.Scalar<long>("select count(*) from stored_answers"));
    }

    [Fact]
    public async Task Stored_answers_are_encrypted()
    {
        await Post("key-1", "a family's words");
        Assert.Equal(1, await app.Scalar<long>(
            "select count(*) from stored_answers where position('FamilyId'::bytea in answer) = 0 and position('words'::bytea in answer) = 0 and key_id = 1"));
    }

    [Fact]
    public async Task A_service_does_not_start_with_a_route_that_gives_an_answer_again_before_it_decides_who_may_have_it()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => AccessApp.StartAsync(postgres, TestContext.Current.CancellationToken,
            api => api.MapPost("/late", () => TypedResults.Ok()).Idempotent().RequireAccess("contact.register")));

        Assert.Contains("Idempotent comes after RequireAccess.", refused.Message, StringComparison.Ordinal);
    }
}
