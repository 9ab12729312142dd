using Geborgen.Access;
using Geborgen.Architecture.Tests.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;

namespace Geborgen.Architecture.Tests;

/// <summary>What goes out has shapes of its own: the domain can change without the wire.</summary>
public sealed class AnswerTests(Region region)
{
    [Fact]
    public void No_answer_shows_a_type_of_the_domain()
    {
        var shown = region.Routes
            .Where(route => route.Metadata.GetMetadata<AccessRequirement>() is not null)
            .SelectMany(Answers.Of).Distinct().SelectMany(Answers.Reached).Distinct().ToList();

        Assert.Contains(typeof(StatementResponse), shown);
        var domain = shown.Intersect(AggregateTests.Domain).Except([typeof(ForFamily)]).Select(type => type.FullName).Order().ToList();
        Assert.True(domain.Count == 0, string.Join('\n', domain));
    }
}
