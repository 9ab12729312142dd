using System.Text.RegularExpressions;

namespace Geborgen.Casework;

/// <summary>
/// The words by which people say, in Dutch and in English, who reported and where somebody is. Each is how a word begins, or several
/// one after the other; one of at most three letters is the whole word.
/// </summary>
static partial class Wording
{
    // A role is kept with each word of the rows in which it stands: who is a "neighbour" in the record is "buurvrouw" in a letter.
    static readonly string[][] Roles = [.. new[]
    {
        "school, schol, basisschool, basisschol, onderwijs, onderwijz, leerkracht, leraar, lerar, leerplicht, docent, juf, juffen, juffr, meester, mentor, "
            + "directeur, directrice, rector, intern begeleid, teacher, headteacher, headmaster, principal, tutor, education",
        "kinderopvang, kinderdagverblij, dagverblij, dagopvang, naschoolse, buitenschoolse, voorschool, bso, kdv, creche, peuter, gastouder, oppas, pedagogisch medewerk, "
            + "childcare, child care, daycare, day care, preschool, kindergarten, nursery, babysit, childmind, nanny",
        "politie, agent, wijkagent, brigadier, recherche, meldkamer, police, officer, constable, detective",
        "buur, buren, bovenbuur, bovenbur, onderbuur, onderbur, benedenbuur, benedenbur, overbuur, overbur, omwonende, neighb, next door",
        "huisarts, arts, dokter, praktijkonderst, doctor, physician, practitioner, gp",
        "arts, jeugdarts, schoolarts, kinderarts, tandarts, dokter, ziekenhui, kliniek, polikliniek, spoedeisende, ambulance, verpleeg, jeugdverpleeg, wijkverpleeg, zuster, "
            + "consultatieb, jgz, ggd, ggz, gezondheid, zorgverlen, kraam, verloskund, psycholo, psychiat, therap, fysio, medisch, "
            + "health, hospital, clinic, nurse, midwife, doctor, physician, paediatric, pediatric, dentist, medical",
        "oma, opa, grootouder, grootmoeder, grootvader, grandp, grandm, grandf, granny, gran, grandad",
        "oma, opa, grootouder, grootmoeder, grootvader, tante, oom, neef, neven, nicht, zus, zusje, broer, schoonzus, schoonbroer, schoonmoeder, schoonvader, schoonouder, "
            + "schoonfamilie, familie, relative, family, grandp, grandm, grandf, aunt, uncle, cousin, niece, nephew, sister, brother",
        "ouder, moeder, vader, mama, papa, stiefouder, stiefmoeder, stiefvader, ex, expartner, partner, echtgeno, parent, mother, father, mum, mom, dad, husband, wife, spouse",
        "jeugdzorg, jeugdhulp, jeugdbesch, jeugdreclas, jeugdwerk, jongerenwerk, jeugdconsul, jeugdprof, wijkteam, buurtteam, sociaal team, maatschappelijk, welzijn, voogd, "
            + "gezinsvoogd, gezinscoach, gezinsbegel, hulpverlen, begeleider, kinderbescherm, veilig thuis, youth, social work, caseworker, case worker, guardian, child protection",
        "sport, voetbal, hockey, zwem, vereniging, club, trainer, coach, scouting",
        "werkgever, baas, bazin, chef, leidinggeven, collega, employer, boss, manager, supervisor, colleague",
        "verhuurder, huisbaas, huurbaas, huismeester, woningcorp, wooncorp, woningbouw, corporatie, landlord, landlady, housing, caretaker",
        "kerk, dominee, pastoor, priester, moskee, imam, church, pastor, priest, mosque",
        "vriend, kennis, friend, acquaint",
        "gemeente, ambtenaar, consulent, municipal, council",
    }.Select(row => row.Split(", "))];

    /// <summary>How a sentence says that somebody reported something or was the first to know. Several words stand anywhere in it.</summary>
    public static string[] OfReporting { get; } =
    [
        "aangaf", "aangeg", "aankaart", "aangekaart", "aangeklopt", "aanklop", "alarm", "alert", "attendeer", "bekommer", "bel getrokken", "bel trek", "bel trok",
        "belde", "belt", "benader", "bericht", "bezorgd", "brief gestuur", "brief stuur", "called", "concern", "contact gezocht", "contact nam", "contact namen",
        "contact opgenomen", "contact zocht", "contacted", "contacteer", "deelde", "doorgaf", "doorgeg", "doubt", "gebeld", "gecontact", "gehoord", "geinformeer", "gemaild", "gemeld", "geschreven",
        "getipt", "geuit", "gezegd", "gezien", "heard", "hoorde", "informed", "informeer", "ingelicht", "inlicht", "klopte aan", "kwam langs", "lichtte", "liet weten", "mail gestuur",
        "mail stuur", "mailde", "meegedeeld", "meld", "mention", "noticed", "notif", "ongerust", "opgemerkt", "phoned", "raised", "reached", "report", "said", "saw", "say", "saying", "schreef", "schreven",
        "sent email", "sent letter", "signaal", "signal", "tells", "tip", "tipped", "tipte", "told", "touch got", "twijfel", "uitte", "verontrust", "vernomen", "vertel", "vermoed", "waarschuw", "warned",
        "wendde", "worr", "wrote", "zag", "zagen", "zeg", "zegg", "zegt", "zei", "zeiden", "zorgen", "zorgm",
    ];

    /// <summary>How a sentence says that somebody lives or stays somewhere. Several words stand anywhere in it.</summary>
    public static string[] OfStaying { get; } =
    [
        "accommod", "adres", "are in", "blijf", "blijv", "gaat naar", "gebleven", "gegaan naar", "gevlucht", "gewoond", "ging naar", "gone to", "hiding", "is in", "live", "living",
        "logeer", "logeren", "gelogeerd", "move", "moving", "onderdak", "ondergebracht", "opgevangen", "opvang", "overnacht", "resid", "schuil", "shelter", "stay", "verblijf",
        "verblijv", "verbleef", "verbleven", "verhuis", "vertrek", "vertrok", "vlucht", "went to", "wonen", "woon", "woning", "zat", "zijn in", "zit", "zitten",
    ];

    /// <summary>Words that many names share, and titles and professions before a name: they tell of nobody.</summary>
    public static HashSet<string> InManyNames { get; } =
    [
        "aan", "al", "and", "at", "bij", "da", "de", "den", "der", "des", "di", "du", "een", "el", "en", "for", "het", "in", "la", "le", "of", "on", "op", "te", "ten", "ter", "the", "to",
        "uit", "van", "von", "voor",
        "agent", "begeleider", "broeder", "dhr", "directeur", "doctor", "dokter", "dr", "drs", "frau", "heer", "herr", "intern", "interne", "ing", "ir", "juf", "juffrouw", "leerkracht",
        "leraar", "lerares", "meester", "meneer", "mevr", "mevrouw", "mijnheer", "miss", "mister", "mr", "mrs", "ms", "mw", "prof", "professor", "sir", "teacher", "wijkagent", "zuster",
    ];

    static readonly (string Full, string Short)[] Streets =
    [
        ("straat", "str"), ("laan", "ln"), ("weg", "wg"), ("plein", "pln"), ("plantsoen", "plnts"), ("singel", "sngl"), ("gracht", "gr"), ("dijk", "dk"), ("kade", "kd"), ("steeg", "stg"),
    ];

    /// <summary>The words by which people name a role; none where it is not a usual one.</summary>
    public static IEnumerable<string> OfRole(string role)
    {
        var named = Folded.Of(WithinCode().Replace(role, " "));
        return Roles.Where(row => row.Any(named.HasBegun)).SelectMany(row => row).Distinct();
    }

    /// <summary>A street in one word, as it was written and as others shorten it or write it out.</summary>
    public static IEnumerable<string> OfStreet(string street) => Streets
        .SelectMany(row => new[] { (From: row.Full, To: row.Short), (From: row.Short, To: row.Full) })
        .Where(one => street.EndsWith(one.From, StringComparison.Ordinal))
        .Select(one => street[..^one.From.Length] + one.To)
        .Prepend(street);

    // "generalPractitioner" is two words.
    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})")]
    private static partial Regex WithinCode();
}
