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
    [InlineData("Dijk", "mevrouw d\u0133k")]
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
    [InlineData("Anne-Marie", "annemarie")]
    [InlineData("Anne-Marie Vos", "annemarie@school.nl")]
    [InlineData("De Zonnewijzer", "info@dezonnewijzer.nl")]
    [InlineData("De Zonnewijzer", "de Zonnewijzerschool")]
    [InlineData("De Zonnewijzer", "Zonne-wijzer")]
    [InlineData("De Zonnewijzer", "Zonne-\nwijzer")]
    [InlineData("Meester Kees Vogel", "Kees zag het")]
    [InlineData("Meester Kees Vogel", "meester Vogel")]
    [InlineData("Kees Vogel", "keesvogel@school.nl")]
    public void A_name_is_found(string name, string text) => Assert.NotNull(Folded.Of(text).Naming(name));

    [Theory]
    [InlineData("Bo", "in het bos, aan boord")]
    [InlineData("Li", "Lisa is lief")]
    [InlineData("Anna", "Hanna, Annabel and Annas's")]
    [InlineData("School", "preschool")]
    [InlineData("Anna van den Berg", "van den Heuvel")]
    [InlineData("A. de B.", "a de c")]
    [InlineData("Bo 7", "on 7 May")]
    [InlineData("Meester Kees Vogel", "Juf en meester zien het")]
    [InlineData("Dr. De Wit", "de dr. komt")]
    [InlineData("Denise", "Er worden is een woord")]
    [InlineData("", "anything")]
    [InlineData(null, "anything")]
    [InlineData("Anna", "")]
    public void What_only_looks_like_a_name_is_not(string? name, string text) => Assert.Null(Folded.Of(text).Naming(name));

    [Theory]
    [InlineData("The school reported it.")]
    [InlineData("De melding kwam van school.")]
    [InlineData("Sam is well. SCHOOL maakt zich\nzorgen.")]
    [InlineData("The school told us! We came.")]
    [InlineData("Een schóólmelding was er niet, maar school is bezorgd.")]
    public void A_sentence_that_says_who_reported_is_found(string text) => Assert.NotNull(Folded.Of(text).TellingReportBy("school"));

    [Theory]
    [InlineData("neighbour", "Uw buurvrouw heeft bij ons gemeld dat er wordt geschreeuwd.")]
    [InlineData("buurvrouw", "De buren hebben gemeld.")]
    [InlineData("Buurman", "A neighbour called us.")]
    [InlineData("police", "De politie heeft gemeld.")]
    [InlineData("generalPractitioner", "De huisarts heeft gemeld.")]
    [InlineData("general_practitioner", "Uw dokter belde ons.")]
    [InlineData("huisarts", "The GP told us.")]
    [InlineData("grandmother", "Oma heeft gemeld.")]
    [InlineData("relative", "Een tante meldde het.")]
    [InlineData("school", "De leerkracht heeft gemeld.")]
    [InlineData("school", "De scholen meldden het.")]
    [InlineData("school", "De basisschool meldde het.")]
    [InlineData("childcare", "De kinderopvang meldde het.")]
    [InlineData("childCare", "Het kinderdagverblijf meldde het.")]
    [InlineData("hospital", "Het ziekenhuis meldde het.")]
    [InlineData("nurse", "De jeugdverpleegkundige van het consultatiebureau meldde het.")]
    [InlineData("exPartner", "Vader meldde het.")]
    [InlineData("youthCareWorker", "Jeugdzorg meldde het.")]
    [InlineData("sportsClub", "De trainer meldde het.")]
    [InlineData("employer", "Uw werkgever meldde het.")]
    [InlineData("landlord", "De woningcorporatie meldde het.")]
    [InlineData("school", "De school trok aan de bel.")]
    [InlineData("school", "School heeft vorige week aan de bel getrokken.")]
    [InlineData("school", "De school nam contact op.")]
    [InlineData("school", "De school benaderde ons.")]
    [InlineData("school", "De school lichtte ons in.")]
    [InlineData("school", "De school uitte twijfels.")]
    [InlineData("school", "De school stuurde ons een brief.")]
    [InlineData("school", "Schoolmelding ontvangen.")]
    [InlineData("police", "Er was een politiemelding.")]
    public void A_role_is_known_in_each_of_its_words(string role, string text) => Assert.NotNull(Folded.Of(text).TellingReportBy(role));

    [Theory]
    [InlineData("school", "Sam gaat weer naar school.")]
    [InlineData("school", "Sam is aangemeld op school.")]
    [InlineData("school", "De buren hebben gemeld.")]
    [InlineData("generalPractitioner", "De huisarts helpt met slapen.")]
    [InlineData("neighbour", "De buren passen op. Wij hebben gehoord hoe het gaat.")]
    [InlineData("grandmother", "Moeder vertelt dat Sam slaapt.")]
    [InlineData("other", "Moeder vertelt dat Sam slaapt.")]
    [InlineData("", "Iemand heeft gemeld.")]
    [InlineData(null, "Iemand heeft gemeld.")]
    public void What_says_nothing_of_the_role_or_of_a_report_is_not(string? role, string text) => Assert.Null(Folded.Of(text).TellingReportBy(role));

    [Theory]
    [InlineData("Sam goes to school.")]
    [InlineData("We got a report. Sam attends school every day.")]
    [InlineData("Op school gaat het goed. We praten over de melding.")]
    [InlineData("Somebody is worried.")]
    public void What_happens_every_day_is_not(string text) => Assert.Null(Folded.Of(text).TellingReportBy("school"));

    [Theory]
    [InlineData("Kerkstraat", "in de KERKSTRÁAT te Zeist")]
    [InlineData("Kerkstraat", "Kerkstr. 12-B")]
    [InlineData("Kerkstr.", "Kerkstraat 12-B")]
    [InlineData("Kerkstraat", "12-B, Kerk-straat")]
    [InlineData("Van Dijklaan", "van Dijkln 3")]
    [InlineData("Dorpsweg", "Dorpswg 3")]
    [InlineData("Dam", "op de Dam")]
    public void A_street_is_found(string street, string text) => Assert.NotNull(Folded.Of(text).TellingStreet(street));

    [Theory]
    [InlineData("Kerkstraat", "in de kerk, op straat")]
    [InlineData("Dam", "Amsterdam")]
    [InlineData("-", "anything")]
    public void What_only_looks_like_a_street_is_not(string street, string text) => Assert.Null(Folded.Of(text).TellingStreet(street));

    [Theory]
    [InlineData("3512 AB", "35 12 AB")]
    [InlineData("3512 AB", "3512ab.")]
    [InlineData("3512AB", "3512-A B")]
    public void A_postal_code_is_found(string code, string text) => Assert.NotNull(Folded.Of(text).TellingPostalCode(code));

    [Theory]
    [InlineData("3512 AB", "3512 AC")]
    [InlineData(" ", "anything")]
    public void Another_postal_code_is_not(string code, string text) => Assert.Null(Folded.Of(text).TellingPostalCode(code));

    [Theory]
    [InlineData("Moeder woont in Zeist.", true)]
    [InlineData("Zij verblijft nu te Zeist", true)]
    [InlineData("Zij zit nu in Zeist.", true)]
    [InlineData("Petra is nu in ZEIST.", true)]
    [InlineData("Petra is naar Zeist gegaan.", true)]
    [InlineData("She moved to Zeist.", true)]
    [InlineData("Een opvang in Zeist.", true)]
    [InlineData("Wij spreken elkaar in Zeist.", false)]
    [InlineData("Wij bellen Zeist. Moeder woont alleen.", false)]
    [InlineData("Moeder woont alleen.", false)]
    public void A_town_is_told_where_somebody_is_said_to_be(string text, bool told) => Assert.Equal(told, Folded.Of(text).TellingTown("Zeist") is not null);

    [Fact]
    public void A_name_within_a_text_has_a_capital_and_begins_no_sentence() => Assert.Equal(
        ["Noor", "Zeist"], Folded.Of("Bij haar zus Noor. Zij woont bij De kerk in Zeist.").NamesWithin);

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
