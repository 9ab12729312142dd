using System.Net;
using System.Text.Json.Nodes;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http;

namespace Geborgen.CaseFiles.Tests;

/// <summary>Who was not told of a report does not learn from a file of another service that there is one, until that file made it known.</summary>
public class HiddenTests(ErrandServer errands)
{
    const string Own = $"{ErrandServer.Root}/own-errands";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_not_there_for_who_was_not_told_and_is_once_that_was_done()
    {
        var planned = await Untold();
        using var mother = errands.As(planned.Family.Login, Roles.FamilyMember);
        Assert.Empty(await Read(mother));

        errands.Intake.Untold.TryRemove(planned.Family.Id, out _);

        Assert.Single(await Read(mother));
    }

    [Fact]
    public async Task While_Intake_is_away_nobody_was_told()
    {
        var planned = await errands.NewErrand();
        using var mother = errands.As(planned.Family.Login, Roles.FamilyMember);
        errands.Intake.Answers[planned.Family.Id] = _ => Results.StatusCode(503);
        Assert.Empty(await Read(mother));

        errands.Intake.Answers.TryRemove(planned.Family.Id, out _);

        Assert.Single(await Read(mother));
    }

    [Fact]
    public async Task An_Intake_that_does_not_say_it_told_nobody()
    {
        var planned = await errands.NewErrand();
        using var mother = errands.As(planned.Family.Login, Roles.FamilyMember);

        errands.Intake.Answers[planned.Family.Id] = _ => Results.Json(new { items = Array.Empty<object>() });

        Assert.Empty(await Read(mother));
    }

    [Fact]
    public async Task Who_spoke_in_it_reads_it()
    {
        var planned = await Untold();
        using var lotte = errands.As(ErrandServer.KeyWorker);
        using var mother = errands.As(planned.Family.Login, Roles.FamilyMember);

        await lotte.Change(planned.Path, "statements", new { text = "I would rather walk.", author = "parent", personId = planned.Family.Mother });

        Assert.Single(await Read(mother));
    }

    [Fact]
    public async Task With_whom_something_of_it_was_shared_reads_and_answers_it()
    {
        var planned = await Untold();
        using var lotte = errands.As(ErrandServer.KeyWorker);
        using var mother = errands.As(planned.Family.Login, Roles.FamilyMember);

        var opinion = await Shared(lotte, planned);

        Assert.Single(await Read(mother));
        await mother.Sent($"{planned.Path}/shared-statements/{opinion}/own-statements", new { text = "The bus was late." });
    }

    [Theory]
    [InlineData("own-statements/{said}/amendments")]
    [InlineData("own-statements/{said}/withdrawal")]
    [InlineData("shared-statements/{said}/own-statements")]
    [InlineData("shared-statements/{said}/own-contests")]
    public async Task What_is_asked_of_it_is_answered_as_of_one_that_is_not_there(string below)
    {
        var planned = await Untold();
        using var lotte = errands.As(ErrandServer.KeyWorker);
        using var mother = errands.As(planned.Family.Login, Roles.FamilyMember);
        var said = (await lotte.Change(planned.Path, "statements", new { text = "Too late again.", author = "professional", kind = "opinion" }))["statements"]![0]!["id"];
        var path = below.Replace("{said}", $"{said}", StringComparison.Ordinal);
        var before = await lotte.GetStringAsync(planned.Path, Cancel);

        using var hidden = await mother.Send($"{planned.Path}/{path}", Body());
        using var unknown = await mother.Send($"{ErrandServer.Root}/errands/{Guid.CreateVersion7()}/{path}", Body());

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, unknown.StatusCode));
        Assert.Equal(await unknown.Content.ReadAsStringAsync(Cancel), await hidden.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(before, await lotte.GetStringAsync(planned.Path, Cancel));

        object? Body() => below.EndsWith("withdrawal", StringComparison.Ordinal) ? null
            : below.EndsWith("contests", StringComparison.Ordinal) ? new { part = "kind", reason = "x" } : new { text = "x" };
    }

    /// <summary>An errand for a mother who was not told of a report.</summary>
    async Task<Planned> Untold()
    {
        var planned = await errands.NewErrand();
        errands.Intake.Untold[planned.Family.Id] = planned.Family.Mother;
        return planned;
    }

    static async Task<JsonArray> Read(HttpClient mother) => (await mother.Got(Own))["items"]!.AsArray();

    static async Task<string> Shared(HttpClient lotte, Planned planned)
    {
        var said = (string)(await lotte.Change(planned.Path, "statements", new { text = "Too late again.", author = "professional", kind = "opinion" }))["statements"]![0]!["id"]!;
        await lotte.Change(planned.Path, $"statements/{said}/sharings", new { personId = planned.Family.Mother });
        return said;
    }
}
