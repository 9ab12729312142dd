using System.Net;
using System.Text.Json;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.FamilyView.Tests;

/// <summary>Who read here of a person who was recorded in error is told by the service that recorded the person.</summary>
public sealed class TakenOutReadersTests(FamilyViewServer server)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_saw_the_person_in_the_view_is_found_once_and_whoever_was_refused_is_not()
    {
        var story = await Story.Told(server);
        using var lotte = await server.As("lotte");
        using var bram = await server.As("bram");
        Assert.Equal(HttpStatusCode.OK, await Status(lotte, story.Path));
        Assert.Equal(HttpStatusCode.NotFound, await Status(bram, story.Path));

        await TakeOut(story, story.Child);

        var found = Assert.Single(await Found(story));
        Assert.Equal((story.Child, "gm0344"), (found.PersonId, found.Municipality));
        var reader = Assert.Single(found.Readers);
        Assert.Equal((Story.Lotte, "gm0344"), (reader.Account, reader.Organisation));
        await using (var db = server.OpenOwner())
            Assert.Equal(
                await db.Set<Access.AccessRecord>().Where(row => row.FamilyId == story.Family && row.SubjectId == story.Child).MaxAsync(row => row.At, Cancel),
                reader.LastReadAt);

        // Told once more, as when the view is built anew, nobody is found twice.
        await TakeOut(story, story.Child);
        Assert.Single(await Found(story));
    }

    [Fact]
    public async Task Where_nobody_saw_the_person_there_is_nobody_to_tell()
    {
        var story = await Story.Told(server);
        var stranger = Guid.CreateVersion7();

        await TakeOut(story, stranger);

        Assert.Empty(await Found(story));
    }

    /// <summary>Says that somebody was taken out, and waits until that has been heard.</summary>
    async Task TakeOut(Story story, Guid person)
    {
        var version = story.Next();
        await server.Say(new PersonTakenOut(person).Of(story.Family, version, "gm0344", TestDay.Now));
        await FamilyViewServer.Eventually(async () =>
        {
            await using var db = server.OpenOwner();
            return await db.Timeline.AnyAsync(row => row.FamilyId == story.Family && row.Version == version, Cancel);
        });
    }

    async Task<IReadOnlyList<TakenOutReadersFound>> Found(Story story)
    {
        await using var db = server.OpenOwner();
        return (await db.Database.SqlQuery<string>(
            $"""select body::text as "Value" from event_log where name = 'taken-out-readers-found' and family_id = {story.Family}""").ToListAsync(Cancel))
            .ConvertAll(body => JsonSerializer.Deserialize<TakenOutReadersFound>(body, JsonSerializerOptions.Web)!);
    }

    static async Task<HttpStatusCode> Status(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancel);
        return answer.StatusCode;
    }
}
