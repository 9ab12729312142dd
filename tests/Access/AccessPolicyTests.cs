namespace Geborgen.Access.Tests;

public sealed class AccessPolicyTests
{
    const string Register = """
        { "legalBases": { "law": "Law" }, "activities": [
          { "key": "work", "name": "Werk", "purpose": "Doel", "legalBasis": "law", "controller": "municipality",
            "roles": ["local-team"], "relations": ["intake.keyWorker"], "phases": ["underway"] },
          { "key": "talk", "name": "Praten", "purpose": "Doel", "legalBasis": "law", "controller": "municipality",
            "roles": ["local-team"], "relations": ["intake.keyWorker"], "phases": ["quiet"] },
          { "key": "rescue", "name": "Redden", "purpose": "Doel", "legalBasis": "law", "controller": "municipality",
            "roles": ["local-team"], "relations": ["intake.keyWorker"], "phases": ["quiet"], "chosen": true } ] }
        """;

    static string Matrix(string roles = "local-team", string relations = "intake.keyWorker", string activity = "work", string more = "", string given = """{ "intake": { "worksWithFile": ["keyWorker", "cover"] } }""") => $$"""
        { "forbiddenLooksUnknownTo": [], "relations": {{given}}, "resources": { "thing": { "what": "Thing", "about": "family", "action": "read",
          "allow": [ { "roles": ["{{roles}}"], "relations": ["{{relations}}"], "activity": "{{activity}}"{{more}} } ] } } }
        """;

    [Fact]
    public void The_shipped_files_fit()
    {
        var policy = AccessPolicy.Load();
        Assert.NotEmpty(policy.Resources);
        Assert.All(policy.Activities.Values, activity => Assert.NotEmpty(activity.Purpose));
    }

    [Fact]
    public void A_sound_pair_is_taken() => Assert.Single(AccessPolicy.Parse(Matrix(), Register).Resources);

    [Theory]
    [InlineData("boss", "intake.keyWorker", "work", "", "unknown role 'boss'")]
    [InlineData("local-team", "intake.cousin", "work", "", "unknown relation 'intake.cousin'")]
    [InlineData("local-team", "keyWorker", "work", "", "unknown relation 'keyWorker'")]
    [InlineData("local-team", "investigation.keyWorker", "work", "", "unknown relation 'investigation.keyWorker'")]
    [InlineData("local-team", "intake.keyWorker", "play", "", "unknown activity 'play'")]
    [InlineData("regional-team", "intake.keyWorker", "work", "", "does not allow work to role 'regional-team'")]
    [InlineData("local-team", "intake.cover", "work", "", "does not allow work to relation 'intake.cover'")]
    [InlineData("local-team", "intake.keyWorker", "work", " }, { \"roles\": [\"local-team\"], \"relations\": [\"intake.keyWorker\"], \"activity\": \"talk\"", "more than one activity for role 'local-team' in relation 'intake.keyWorker': work, talk")]
    public void A_matrix_that_names_something_unknown_or_contradicts_the_register_stops_the_service(
        string roles, string relations, string activity, string more, string fault)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => AccessPolicy.Parse(Matrix(roles, relations, activity, more), Register));
        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_activity_that_is_chosen_stands_beside_the_other() => Assert.Equal(2, AccessPolicy.Parse(
        Matrix(more: " }, { \"roles\": [\"local-team\"], \"relations\": [\"intake.keyWorker\"], \"activity\": \"rescue\""), Register).Resources["thing"].Allow.Count);

    [Theory]
    [InlineData("\"law\": \"Law\"", "\"other\": \"Law\"", "unknown legal basis 'law'")]
    [InlineData("\"underway\"", "\"someday\"", "unknown phase 'someday'")]
    public void A_register_that_names_something_unknown_stops_the_service(string from, string to, string fault)
    {
        var refused = Assert.Throws<InvalidOperationException>(() =>
            AccessPolicy.Parse(Matrix(), Register.Replace(from, to, StringComparison.Ordinal)));
        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "intake": { "worksWithFile": ["keyWorker", "cousin"] } }""", "unknown relation 'cousin'")]
    [InlineData("""{ "intake": { "worksWithFile": ["keyWorker"], "looksIn": ["keyWorker"] } }""", "names relation 'keyWorker' twice")]
    public void A_relation_that_is_unknown_or_two_things_at_once_stops_the_service(string given, string fault)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => AccessPolicy.Parse(Matrix(given: given), Register));
        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_service_that_gives_relations_is_heard_by_all_others() =>
        Assert.Equal(AccessPolicy.Load().Given.Keys.Order(), InvolvementProjection<ThingsDb>.Sources.Order());

    [Fact]
    public void A_misspelt_member_is_not_ignored() =>
        Assert.Throws<System.Text.Json.JsonException>(() => AccessPolicy.Parse(Matrix(more: ", \"withoutHeader\": \"work\""), Register));
}
