using Geborgen.Support;

namespace Geborgen.FamilyView.Tests;

/// <summary>What the OpenAPI document says is so: its examples are accepted, and every refusal stands in it.</summary>
public sealed class ExampleTests(FamilyViewServer server)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_with_a_body_shows_a_request_that_is_accepted()
    {
        var told = await Story.Told(server);
        using var rosa = await server.As("rosa", "emergency-response");
        var story = new ExampleStory(await server.Api.Read(rosa, Cancel), rosa);

        await story.Play(rosa, "OpenEmergencyAccess", [told.Family]);

        Assert.Equal(story.WithBody.Order(), story.Shown.Order());
        Assert.Equal(story.WithBody.Order(), story.FilesOf(typeof(FamilyViewDb).Assembly).Order());
        Assert.Superset(story.Shown.ToHashSet(), story.Played.ToHashSet());
    }

    [Fact]
    public async Task Every_refusal_of_this_service_stands_in_its_description() => Assert.Empty(
        ApiDocument.RefusalsOf(typeof(FamilyViewDb).Assembly).Except(ApiDocument.Problems(await server.Api.Read(server.Anonymous, Cancel))));
}
