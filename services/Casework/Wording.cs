using System.Text.RegularExpressions;

namespace Geborgen.Casework;

/// <summary>
/// The words by which people say, in Dutch and in English, who reported and where somebody is. They are folded and stand in rows; with a star
/// a word goes on there, without one it takes the endings of a plural or a diminutive.
/// </summary>
static partial class Wording
{
    static readonly HashSet<string> Endings = ["", "s", "n", "en", "e", "es", "je", "jes", "tje", "tjes", "sen", "nen"];

    /// <summary>
    /// What people can be to a family. A role is kept with each word of the rows in which it stands: who is a "neighbour" in the record is
    /// "buurvrouw" in a letter. Who belongs to the family or works with it is heard every day: that such a one calls or says something tells
    /// of no report.
    /// </summary>
    public static RoleWords[] Roles { get; } =
    [
        new("school, scholen, basisschool, basisscholen, kleuterschool, montessorischool, daltonschool, jenaplanschool, vrijeschool, schoolleid*, schooldir*, schoolmaatsch*, onderwijs*, onderwijz*, leerkracht*, leraar, leraren, lerares*, leerplicht*, docent*, juf, juffen, juffr*, meester, "
            + "mentor, directeur, directrice, rector, intern begeleid*, interne begeleid*, iber, ib er, zorgcoordinator*, teacher*, headteacher*, headmaster*, principal, tutor"),
        new("kinderopvang, kinderdagverblij*, dagverblij*, dagopvang, naschoolse opvang, buitenschoolse opvang, voorschool, bso, kdv, creche, peuterspeelzaal, peuterleid*, gastouder*, oppas*, "
            + "pedagogisch medewerk*, childcare, child care, daycare, day care, preschool, kindergarten, nursery, babysit*, childmind*, nanny"),
        new("politie, politieagent*, *agent, agente, agenten, brigadier*, recherche, rechercheur*, meldkamer, police, policeman, policewoman, officer*, constable*, detective*"),
        new("buur, buren, buurman, buurmannen, buurvrouw*, buurmeisje*, buurjongen*, buurtgeno*, buurtbewon*, bovenbu*, onderbu*, benedenbu*, overbu*, omwonende*, neighbor*, neighbour, neighbours, next door"),
        new("huisarts*, arts, dokter*, praktijkonderst*, poh, poh er, doctor, physician*, general practitioner*, practitioner*, gp"),
        new("*arts, *artsen, dokter*, ziekenhui*, kliniek*, polikliniek*, spoedeisende, ambulance*, verpleeg*, jeugdverpleeg*, wijkverpleeg*, zuster, consultatieb*, jgz, ggd, ggz, "
            + "zorgverlen*, kraamz*, kraamverz*, verloskund*, psycholo*, psychiat*, therap*, fysio*, hospital*, clinic*, nurse, nurses, midwife, midwives, doctor, physician*, paediatric*, pediatric*, dentist*, health visitor"),
        new("oma, opa, grootouder*, grootmoeder*, grootvader*, grandp*, grandm*, grandf*, granny, gran, grandad"),
        new("oma, opa, grootouder*, grootmoeder*, grootvader*, tante, oom, neef, neven, nicht, zus, broer, broers, schoonzus*, schoonbroer*, schoonmoeder*, schoonvader*, schoonouder*, schoonfamilie, "
            + "familielid, familieleden, relative, relatives, family member*, grandp*, grandm*, grandf*, aunt, uncle, cousin, niece, nephew, sister, brother"),
        new("ouder, moeder, vader, mama, papa, stiefouder*, stiefmoeder*, stiefvader*, ex, expartner*, partner, echtgeno*, parent, mother, father, mum, mom, dad, husband, wife, spouse", IsNear: true),
        new("pleegouder*, pleegmoeder*, pleegvader*, pleegzorg*, pleeggezin*, gezinshuis*, foster*"),
        new("jeugdzorg*, jeugdhulp*, jeugdbesch*, jeugdreclas*, jeugdwerk*, jongerenwerk*, jeugdconsul*, jeugdprof*, wijkteam, buurtteam, sociaal team, maatschappelijk werk*, "
            + "schoolmaatsch*, welzijnswerk*, voogd, voogden, gezinsvoogd*, gezinscoach*, gezinsbegel*, hulpverlen*, begeleider*, kinderbescherm*, veilig thuis, youth care*, youth worker*, social work*, caseworker*, case worker*, guardian, child protection", IsNear: true),
        new("sportclub, sportvereniging*, *vereniging, *club, trainer, coach, zwemles*, zwembad, scouting"),
        new("werkgever*, baas, bazin, chef, leidinggeven*, collega, employer, boss, manager, supervisor, colleague"),
        new("verhuurder*, huisbaas, huurbaas, huismeester*, woningcorp*, wooncorp*, woningbouw*, corporatie, landlord*, landlady, housing association, caretaker"),
        new("kerk, dominee, pastoor, priester, moskee, imam, church, pastor, priest, mosque"),
        new("vriend, vriendin, vriendinnen, een kennis, goede kennis, uw kennis, kennissen, friend, acquaintance"),
        new("gemeente, ambtenaar, ambtenaren, consulent*, municipality, council", IsNear: true),
    ];

    /// <summary>Verbs that say that somebody reported; with what belongs to one apart from it in a main clause, in whatever order where that is a noun.</summary>
    public static Verb[] Reporting { get; } = Verbs(
        "meld meldt melden meldde meldden gemeld", "tipt tipte tipten getipt", "alarmeer* gealarmeerd", "signaleer* gesignaleerd", "waarschuw* gewaarschuwd",
        "attendeer* geattendeerd", "bezorgd ongerust verontrust bekommerd* bekommert", "aan: kaart kaartte kaartten kaarten gekaart", "in: schakelt schakelde schakelden schakelen geschakeld",
        "bel! trek trekt trekken trok trokken getrokken", "alarm! sloeg slaat geslagen", "ons! aangemeld doorverwezen verwees verwijst verwezen", "hoogte! breng* bracht brachten gebracht stel* gesteld",
        "reported reports reporting", "flagged flags", "alerted alerts", "warned warns", "notified notifies", "raised raises", "worried", "concerned", "tipped");

    /// <summary>Verbs that say that somebody turned to us, told or saw something.</summary>
    public static Verb[] Telling { get; } = Verbs(
        "belt bellen belde belden gebeld opgebeld", "zegt zei zeiden gezegd", "vertelt vertelde vertelden verteld", "schrijft schreef schreven geschreven", "mailt mailde mailden gemaild", "appte geappt",
        "ziet zag zagen gezien", "hoorde hoorden gehoord", "merkt merkte merkten bemerkte opgemerkt", "constateer* geconstateerd", "benader* benaderd", "contacteer* gecontacteerd",
        "informeer* geinformeerd", "vermoedt vermoedde vermoedden", "twijfel*", "vreest vreesde", "uitte uitten geuit", "wendde wendden gewend", "vroeg vroegen gevraagd", "stuurt stuurde stuurden gestuurd opgestuurd",
        "verwijst verwees verwezen doorverwezen", "weten! laat laten liet lieten", "vallen! laat liet lieten", "neer: legt legde legden leggen gelegd", "op: valt viel vielen vallen gevallen", "ons! wees wijst gewezen bericht berichtte attent", "contact! neem* nam namen genomen opgenomen zoek* zocht zochten gezocht", "aan: geef* gaf gaven geven gegeven klop* geklopt spreekt sprak spraken spreken gesproken",
        "door: geef* gaf gaven geven gegeven", "mee: deelt deelde deelden delen gedeeld", "in: licht lichtte lichtten lichten gelicht", "over: draagt droeg droegen dragen gedragen", "langs: komt kwam kwamen komen gekomen",
        "called calls rang phoned", "said says saying", "told tells", "informed informs", "indicated indicates", "passed", "mentioned mentions", "noticed notices", "saw sees", "heard", "wrote writes", "contacted contacts", "approached approaches",
        "referred refers", "reached", "asked", "know! let lets", "touch! got gets", "emailed texted messaged");

    /// <summary>What a report is, also in one word with who made it.</summary>
    public static string[] Reports { get; } = List(
        "melding*, zorgmelding*, zorgformulier*, signaal, signalen, zorgsignaal*, zorgen, aangifte, tip, ongerustheid, twijfel, twijfels, vermoeden, vermoedens, report, reports, concern, concerns, worry, worries, referral*, suspicion*, doubt, doubts, alert");

    /// <summary>By what else somebody turns to us.</summary>
    public static string[] Messages { get; } = List(
        "telefoontje*, telefoongesprek*, belletje*, brief, brieven, mail, mailtje*, email*, bericht, berichten, appje*, verzoek, aangeven, initiatief, verwijzing, informatie, call, letter, message, request, behalf, email, note");

    /// <summary>Words for who reported, whatever else is said of that person.</summary>
    public static string[] Reporters { get; } = List("melder, tipgever, beller, bron, informant, reporter, source, caller");

    /// <summary>With these somebody makes a report.</summary>
    public static string[] Makes { get; } = List(
        "doet, deed, deden, gedaan, stuur*, gestuurd, verstuurd, opgestuurd, maakt, maken, maakte, maakten, gemaakt, uit, uitte, uitten, geuit, geeft, gaf, gaven, gegeven, deelt, deelde, gedeeld, komt, kwam, kwamen, gekomen, kaart, "
            + "did, does, made, makes, make, sent, send, sends, raised, gave, shared, expressed, filed, submitted, voiced, put");

    /// <summary>With these somebody has a report, where it is not one that is known already.</summary>
    public static string[] Haves { get; } = List("heeft, hebben, had, hadden, has, have");

    /// <summary>With these one gets a report.</summary>
    public static string[] Gets { get; } = List("ontvangen, ontving, ontvingen, kreeg, kregen, gekregen, vernam, vernamen, vernomen, begrepen, gehoord, hoorden, weten, received, got, heard, know, learned, learnt, understood");

    /// <summary>With these something comes to us.</summary>
    public static string[] Comes { get; } = List("kwam, kwamen, gekomen, binnengekomen, contact, came, come");

    /// <summary>What is still to come tells of no report, nor does what somebody may do.</summary>
    public static string[] Modals { get; } = List("zal, zullen, zou, zouden, kan, kunt, kunnen, mag, mogen, wil, willen, will, shall, would, can, could, may, might, should");

    /// <summary>Before who it comes from.</summary>
    public static string[] From { get; } = List("van, uit, from, of");

    /// <summary>Before who did it, or through whom it came.</summary>
    public static string[] By { get; } = List("door, via, vanuit, by, through");

    /// <summary>Before for whom or after whom one speaks.</summary>
    public static string[] For { get; } = List("namens, volgens, according to");

    /// <summary>Before what somebody goes to, is in or talks about: who stands there does nothing.</summary>
    public static string[] Beside { get; } = List(
        "naar, op, in, bij, met, tot, voor, over, aan, om, na, tegen, naast, tijdens, rond, onder, achter, binnen, buiten, zonder, te, to, at, in, with, for, about, on, after, near, behind, before, between, without, into");

    /// <summary>What is thought and done in a place by those who are there.</summary>
    public static string[] Impersonal { get; } = List("is, zijn, was, waren, wordt, worden, werd, werden, heeft, hebben, had, hadden, maakt, maken, maakte, maakten, ziet, zien, zag, zagen, merkt, merken, merkte, merkten, valt, viel");

    /// <summary>Who does something, beside whoever has a name.</summary>
    public static string[] Subjects { get; } = List("wij, we, ik, i, hij, he, she, they, jij, zij, ze, u, you, jullie");

    /// <summary>We, who do not report to ourselves.</summary>
    public static string[] We { get; } = List("wij, we, ik, i");

    /// <summary>To whom it is said, who knows it then.</summary>
    public static string[] You { get; } = List("u, you, jou, jullie");

    /// <summary>Between whoever it is and what is said before.</summary>
    public static string[] Articles { get; } = List(
        "de, het, een, uw, jouw, zijn, haar, hun, mijn, onze, ons, deze, die, dit, dat, the, a, an, your, his, her, their, our, this, that, its, sams, eigen, nieuwe, oude, vorige, huidige, betrokken, andere, beide, new, old, former, own, local");

    /// <summary>Whose something is that somebody else has.</summary>
    public static string[] Theirs { get; } = List("een, zijn, haar, hun, a, an, his, her, their, its");

    /// <summary>What goes on about whoever stands before it.</summary>
    public static string[] Relative { get; } = List("die, who, which");

    /// <summary>Somebody of many.</summary>
    public static string[] Some { get; } = List("een, iemand, enkele, sommige, medewerker, medewerkster, one, somebody, someone, staff, people, worker");

    /// <summary>Where another clause begins.</summary>
    public static string[] Conjunctions { get; } = List("dat, omdat, want, wat, zoals, what, as, terwijl, zodat, als, wanneer, toen, nadat, voordat, doordat, hoewel, that, because, while, when, whether, although, if");

    /// <summary>Auxiliaries.</summary>
    public static string[] Auxiliaries { get; } = List("heeft, hebben, had, hadden, is, was, waren, werd, werden, wordt, worden, zijn, has, have, zou, zal, kon, wilde");

    /// <summary>What may stand before a verb without being who does it.</summary>
    public static string[] Adverbs { get; } = List(
        "gisteren, eergisteren, vandaag, vanochtend, vanmiddag, vanmorgen, gisteravond, gistermiddag, gisterochtend, vorige, vorig, afgelopen, laatst, week, maand, jaar, dag, ochtend, avond, middag, maandag, dinsdag, woensdag, donderdag, "
            + "vrijdag, zaterdag, zondag, toen, daarna, daarop, daarom, eerder, eerst, onlangs, recent, recentelijk, inmiddels, vervolgens, er, ook, zelfs, alleen, uiteindelijk, meermaals, herhaaldelijk, regelmatig, opnieuw, net, al, sinds, "
            + "waarschijnlijk, blijkbaar, vermoedelijk, helaas, hierover, hiervoor, daarover, januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december, zowel, "
            + "yesterday, today, last, recently, earlier, then, ago, month, year, monday, tuesday, wednesday, thursday, friday, saturday, sunday, also, even, first, later, apparently, it, was, en, maar, and, but, ook");

    /// <summary>How a sentence says that somebody lives or stays somewhere, whatever else it says.</summary>
    public static string[] Staying { get; } = List(
        "woon*, wonen*, gewoond, verblij*, verbleef, verbleven, logeer*, logeren, gelogeerd, slaapt, slapen, sliep, sliepen, geslapen, sleeps, slept, opgevangen, opvang*, onderdak, ondergebracht, overnacht*, schuil*, ondergedoken, gevlucht, vlucht*, verhui*, ingetrokken, intrek*, "
            + "accommod*, lives, living, live, lived, moved, moving, move, resid*, shelter*, stay*, hiding, hides, refuge");

    /// <summary>How it says so unless something else is there: one is in a town for many reasons.</summary>
    public static string[] Being { get; } = List(
        "is, zijn, zit, zitten, zat, blijf*, gebleven, adres, plek, plekje, huis, thuis, veilig, safe, aangekomen, arrived, gaat, ging, gegaan, vertrek*, vertrok*, went, gone, are, now, nu, address, place, vond, gevonden, school, home");

    /// <summary>With these one comes to be in a town.</summary>
    public static string[] Towards { get; } = List("te, naar, to");

    /// <summary>What is in a town for all to know.</summary>
    public static string[] Elsewhere { get; } = List(
        "afspraak, afspraken, kantoor, gesprek*, overleg, zitting, rechtbank*, spreekuur, loket, gemeentehuis, stadhuis, vergadering, cursus, training, ziekenhuis, gerechtshof, team, gemeente, praktijk, bijeenkomst, wij, we, ons, onze, ik, "
            + "appointment, office, meeting, hearing, court, hospital, our, i, us, course, clinic, council, open, geopend");

    /// <summary>Particles of names.</summary>
    public static HashSet<string> Particles { get; } =
    [
        "aan", "al", "and", "at", "bij", "da", "de", "den", "der", "des", "di", "du", "een", "el", "en", "for", "het", "in", "la", "le", "of", "on", "op", "s", "t", "te", "ten", "ter", "the", "to", "uit", "van", "von", "voor",
    ];

    /// <summary>Titles before a name, which tell of nobody; what stands after one is a name.</summary>
    public static HashSet<string> Titles { get; } =
    [
        "agent", "broeder", "dhr", "directeur", "doctor", "dokter", "dr", "drs", "frau", "heer", "herr", "ing", "ir", "juf", "juffrouw", "leerkracht", "leraar", "lerares", "meester", "meneer", "mevr", "mevrouw", "mijnheer", "miss",
        "mister", "mr", "mrs", "ms", "mw", "prof", "professor", "sir", "teacher", "wijkagent", "zuster", "oom", "tante", "opa", "oma", "buurman", "buurvrouw", "familie", "fam",
    ];

    /// <summary>Words that stand in a field for a name and name nobody, and what many organisations and regions are called.</summary>
    static readonly string[] Generic = List(
        "onbekend*, anoniem*, anonymous, unknown, onbekende, nvt, geen, none, iemand, naam, melder, bewoner*, anders, andere, other, overig*, professional, medewerker*, intern, interne, team, teams, stichting, praktijk*, *praktijk, regio, eenheid, afdeling, locatie, dienst, "
            + "centrum, groep, zorg, jeugd, veilig, thuis, wijk, buurt, sociaal, sociale, raad, basisteam, regionaal, noord, oost, zuid, west, midden, noordoost, zuidoost, noordwest, zuidwest, nederland, holland, brabant, gelderland, utrecht, limburg, "
            + "zeeland, friesland, fryslan, groningen, drenthe, overijssel, flevoland, amsterdam, rotterdam, haag, eindhoven, tilburg, almere, breda, nijmegen, apeldoorn, arnhem, haarlem, enschede, amersfoort, zaanstad, bosch, zwolle, leiden, "
            + "zoetermeer, leeuwarden, maastricht, dordrecht, ede, alphen, alkmaar, delft, deventer, hilversum, zeist, nieuwegein, veenendaal, houten, woerden, gouda, hoorn, assen, emmen, venlo, sittard, heerlen, twente, veluwe, rijnmond, kennemerland, "
            + "haaglanden, ijsselland, youth, care, child, family, services, centre, center, foundation, primary, secondary, middelbare, openbare, christelijke, katholieke, protestantse, bijzonder, speciaal");

    /// <summary>Words of every day that are also names, of persons, schools, streets or towns.</summary>
    static readonly HashSet<string> Ordinary = [.. List(
        "ben, wil, jong, jonge, groot, groote, lang, lange, kort, korte, goed, goede, wit, witte, zwart, bruin, rood, roode, groen, klein, kleine, oud, oude, wijs, vroom, stil, sterk, vrij, blij, braaf, dik, dun, hard, laat, recht, krom, mooi, nieuw, best, "
            + "mees, roos, bloem, storm, sterre, puck, merel, iris, linde, jasmijn, zon, vogel, vos, wolf, haan, hert, bos, berg, dijk, meer, veld, kamp, brug, molen, beek, zee, poort, kerk, huis, hoek, graaf, koning, prins, keizer, hertog, pastoor, "
            + "kok, bakker, visser, smid, smit, boer, dekker, timmerman, schilder, kuiper, mulder, slager, koster, kramer, schipper, wever, snijder, ruiter, jager, herder, post, blok, steen, ster, regenboog, vlinder, sleutel, boom, wegwijzer, horizon, "
            + "kompas, ark, brink, spil, springplank, zonnebloem, klimop, toermalijn, wilg, eik, appel, kers, kool, pot, bol, buis, haak, mes, pen, bel, bal, band, bruggen, vriend, gast, man, vrouw, knecht, mens, mark, mei, april, augustus, juni, juli, joost, "
            + "dam, hof, markt, park, plein, singel, gracht, haven, kade, wal, laan, weg, straat, steeg, pad, hout, heide, duin, sluis, toren, dorp, stad, eind, einde, velden, heel, buren, dieren, rijen, huizen, grave, leek, goes, bergen, houten, wijk, dalen, "
            + "schoolplein, sportveld, voetbalveld, speelveld, speelplaats, speelweide, sportpark, werkplaats, parkeerplaats, snelweg, fietspad, voetpad, zandpad, loopbaan, rijbaan, zijstraat, marktplein, dorpsplein, "
            + "budel, asten, deurne, duiven, made, son, uden, vaals, weert, "
            + "will, bill, mark, rose, may, guy, faith, joy, hope, grace, summer, young, long, short, good, white, black, brown, green, little, wise, king, page, hill, wood, field, bush, fox, day, may, june, art, rich, sue, pat, drew, dawn, amber, "
            + "baker, cook, smith, miller, fisher, taylor, carter, parker, potter, price, stone, rivers, banks, english, church, love, case, west, noble, power, hand")];

    static readonly (string Full, string Short)[] Streets =
    [
        ("straat", "str"), ("laan", "ln"), ("weg", "wg"), ("plein", "pln"), ("plantsoen", "plnts"), ("singel", "sngl"), ("gracht", "gr"), ("dijk", "dk"), ("dyk", "dk"), ("kade", "kd"), ("steeg", "stg"),
        ("hof", "hf"), ("pad", "pd"), ("dreef", "dr"), ("kamp", "kmp"), ("veld", "vld"), ("plaats", "plts"), ("markt", "mrkt"), ("wal", "wl"), ("haven", "hvn"), ("weide", "wd"), ("park", "prk"), ("baan", "bn"),
    ];

    /// <summary>Whether a word is only the end of streets: "Oude Gracht".</summary>
    public static bool EndsStreets(string word) => Array.Exists(Streets, one => word == one.Full);

    static readonly string[][] Titled =
    [
        ["sint", "st"], ["doctor", "dr", "dokter"], ["professor", "prof"], ["burgemeester", "burg", "bgm"], ["dominee", "ds"], ["koningin", "kon"], ["prins", "pr"], ["generaal", "gen"], ["pastoor", "past"], ["meester", "mr"],
        ["eerste", "1"], ["tweede", "2"], ["derde", "3"], ["vierde", "4"], ["vijfde", "5"], ["oude", "oud"], ["nieuwe", "nwe", "nw"], ["grote", "gr"], ["kleine", "kl"], ["korte", "k"], ["lange", "l"],
    ];

    /// <summary>Short words that end with a full stop which ends no sentence.</summary>
    public static HashSet<string> Abbreviations { get; } =
    [
        "mw", "mevr", "dhr", "fam", "dr", "drs", "ds", "ir", "ing", "mr", "mrs", "ms", "prof", "st", "sr", "jr", "nr", "tel", "bijv", "bv", "evt", "ca", "resp", "incl", "excl", "jl", "ivm", "oa", "mbt", "tav", "dd", "feb", "mrt", "apr", "jun", "jul", "aug",
        "sep", "sept", "okt", "oct", "nov", "dec", "str", "ln", "burg", "gem", "afd", "wijkag", "pr", "etc", "vlg", "zgn", "nl", "vs", "eg",
    ];

    /// <summary>Whether a word is one of some.</summary>
    public static bool IsOf(this Word word, string[] some) => Array.Exists(some, one => Is(word.Text, one));

    /// <summary>Whether a folded word is written so.</summary>
    public static bool Is(string word, string pattern) =>
        pattern[0] == '*' ? word.EndsWith(pattern[1..], StringComparison.Ordinal)
        : pattern[^1] == '*' ? word.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : word == pattern;

    /// <summary>Whether a word of a name is one of every day too.</summary>
    public static bool IsOrdinary(Word part) => Ordinary.Contains(part.Text);

    /// <summary>Whether a word of a name is one that many share and that tells of nobody: of an organisation, a region or a role.</summary>
    public static bool IsGeneric(Word part) => part.IsOf(Generic) || (!IsOrdinary(part) && Array.Exists(Roles, row => row.StandsAlone(part.Text)));

    /// <summary>The rows in which a role stands; one of its own for a role that is not a usual one, and none for one that says nothing.</summary>
    public static IEnumerable<RoleWords> OfRole(string? role)
    {
        var named = Folded.WordsOf(WithinCode().Replace(role ?? "", " "), between: "");
        var rows = Roles.Where(row => row.IsNamedBy(named)).ToList();
        return rows.Count > 0 ? rows
            : named.Where(one => one.Text.Length > 1 && !one.IsOf(Generic) && !Particles.Contains(one.Text)).Select(one => new RoleWords(one.Text));
    }

    /// <summary>How the word of a street's name is written that tells which street it is, as a whole, shortened and written out; none where none does.</summary>
    public static IEnumerable<string> OfStreet(string word) => Streets
        .SelectMany(row => new[] { (From: row.Full, To: row.Short), (From: row.Short, To: row.Full) })
        .Where(one => !Ordinary.Contains(word) && word.Length > one.From.Length + 1 && word.EndsWith(one.From, StringComparison.Ordinal))
        .SelectMany(one => new[] { word, word[..^one.From.Length] + one.To }).Distinct();

    /// <summary>A word of a street's name as it is written out and shortened.</summary>
    public static string[] Written(string word) => Array.Find(Titled, row => row.Contains(word)) ?? [word];

    static string[] List(string words) => words.Split(", ");

    static Verb[] Verbs(params string[] rows) => [.. rows.Select(Verb.Of)];

    // "generalPractitioner" is two words.
    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|_")]
    private static partial Regex WithinCode();
}
