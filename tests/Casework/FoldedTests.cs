namespace Geborgen.Casework.Tests;

/// <summary>A name or an address is found in a text however it is written, and only where it stands as words of its own.</summary>
public sealed class FoldedTests
{
    [Theory]
    [InlineData("Anna", "I spoke with ANNA.")]
    [InlineData("Anna", "Anna's words")]
    [InlineData("Anna", "Anna’s words")]
    [InlineData("Anna", "Anna´s words")]
    [InlineData("Jan", "Jans woorden")]
    [InlineData("Hans", "Hans' woorden")]
    [InlineData("Hans", "Hans’ woorden")]
    [InlineData("Zoë", "zoe said so")]
    [InlineData("Zoe", "Zoe\u0308 said so")]
    [InlineData("Çelik", "CELIK")]
    [InlineData("Sørensen", "sorensen")]
    [InlineData("Weiß", "WEISS")]
    [InlineData("Fien", "\uFF26\uFF49\uFF45\uFF4E")]
    [InlineData("Fien", "\uFB01en")]
    [InlineData("Dijk", "d\u0133k")]
    [InlineData("Anna", "An\u200Bna")]
    [InlineData("Anna", "said by\u200BAnna\u2060Bakker")]
    [InlineData("Anna", "An\u00ADna")]
    [InlineData("D'Angelo", "mister d’Angelo")]
    [InlineData("Fien", "\U0001D405\U0001D422\U0001D41E\U0001D427")]
    [InlineData("Jürgen", "jurgen")]
    [InlineData("Bo", "We saw Bo.")]
    [InlineData("Bo", "Bo's mother")]
    [InlineData("Li", "‘Li’")]
    [InlineData("Bo Li", "mister Li")]
    [InlineData("Anna van den Berg", "mevrouw Berg")]
    [InlineData("A. de B.", "says A. de B. herself")]
    [InlineData("De Zonnewijzer", "at de zonnewijzer")]
    [InlineData("Anne-Marie", "Anne Marie")]
    public void A_name_is_found(string name, string text) => Assert.True(Folded.Of(text).Names(name));

    [Theory]
    [InlineData("Bo", "in het bos, aan boord")]
    [InlineData("Li", "Lisa is lief")]
    [InlineData("Anna", "Hanna, Annabel and Annas's")]
    [InlineData("School", "preschool")]
    [InlineData("Anna van den Berg", "van den Heuvel")]
    [InlineData("A. de B.", "a de c")]
    [InlineData("Bo 7", "on 7 May")]
    [InlineData("", "anything")]
    [InlineData(null, "anything")]
    [InlineData("Anna", "")]
    public void What_only_looks_like_a_name_is_not(string? name, string text) => Assert.False(Folded.Of(text).Names(name));

    [Theory]
    [InlineData("The school reported it.")]
    [InlineData("De melding kwam van school.")]
    [InlineData("Sam is well. SCHOOL maakt zich\nzorgen.")]
    [InlineData("The school told us! We came.")]
    [InlineData("Een schóólmelding was er niet, maar school is bezorgd.")]
    public void A_sentence_that_says_who_reported_is_found(string text) => Assert.True(Folded.Of(text).SaysWhoReported("school"));

    [Theory]
    [InlineData("Sam goes to school.")]
    [InlineData("We got a report. Sam attends school every day.")]
    [InlineData("Op school gaat het goed. We praten over de melding.")]
    [InlineData("Somebody is worried.")]
    public void What_happens_every_day_is_not(string text) => Assert.False(Folded.Of(text).SaysWhoReported("school"));

    [Theory]
    [InlineData("Kerkstraat 12")]
    [InlineData("in de KERKSTRAAT, nr. 12.")]
    [InlineData("Kerkstráat number 12")]
    public void An_address_is_found(string text) => Assert.True(Folded.Of(text).HoldsAddress("Kerkstraat", "12"));

    [Theory]
    [InlineData("Kerkstraat 120")]
    [InlineData("Nieuwe Kerkstraten 12")]
    [InlineData("in the Kerkstraat, for the last 12 weeks")]
    [InlineData("12, Kerkstraat")]
    public void Another_address_is_not(string text) => Assert.False(Folded.Of(text).HoldsAddress("Kerkstraat", "12"));

    [Theory]
    [InlineData("1234AB", "at 1234 ab")]
    [InlineData("1234 AB", "at 1234AB")]
    [InlineData("12a", "12 A")]
    public void Letters_beside_a_number_are_apart_from_it(string words, string text) => Assert.True(Folded.Of(text).Holds(words));

    [Theory]
    [InlineData("It says: he was at school without a coat, again and again, all winter long!")]
    [InlineData("He was at SCHOOL without a coat —\nagain and again, all winter\u200B long")]
    public void A_sentence_of_a_story_is_found(string text) =>
        Assert.True(Folded.Of(text).Repeats("I am tired. He was at school without a coat, again and again, all winter long. That's all."));

    [Theory]
    [InlineData("I am tired. That's all.")]
    [InlineData("He was at school with a coat, again and again, all winter long.")]
    public void A_short_remark_is_not(string text) =>
        Assert.False(Folded.Of(text).Repeats("I am tired. He was at school without a coat, again and again, all winter long. That's all."));
}
