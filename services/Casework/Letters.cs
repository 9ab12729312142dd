using System.Globalization;
using System.Text;

namespace Geborgen.Casework;

/// <summary>Letters without their case, accents and typographic forms. The runtime's own normalisation needs a library that the machines lack.</summary>
static class Letters
{
    static readonly Dictionary<Rune, string> Plain = new (string Plain, string Forms)[]
    {
        ("0", "⁰₀"), ("1", "¹₁"), ("2", "²₂"), ("3", "³₃"), ("4", "⁴₄"), ("5", "⁵₅"), ("6", "⁶₆"), ("7", "⁷₇"), ("8", "⁸₈"), ("9", "⁹₉"),
        ("a", "ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặₐ"),
        ("ae", "æǣǽ"),
        ("b", "ḃḅḇ"),
        ("c", "çćĉċčḉ"),
        ("d", "ðďđḋḍḏḑḓ"),
        ("dz", "ǆǳ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệₑ"),
        ("f", "ḟ"), ("ff", "ﬀ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("fi", "ﬁ"), ("fl", "ﬂ"),
        ("g", "ĝğġģǧǵḡ"),
        ("h", "ĥħȟḣḥḧḩḫẖₕ"),
        ("i", "ìíîïĩīĭįıİǐȉȋḭḯỉịⁱ"),
        ("ij", "ĳ"),
        ("j", "ĵǰ"),
        ("k", "ķĸǩḱḳḵₖ"),
        ("l", "ĺļľŀłḷḹḻḽₗ"),
        ("lj", "ǉ"),
        ("m", "ḿṁṃₘ"),
        ("n", "ŉñńņňŋǹṅṇṉṋⁿₙ"),
        ("nj", "ǌ"),
        ("o", "ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợₒ"),
        ("oe", "œ"),
        ("p", "ṕṗₚ"),
        ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšſșṡṣṥṧṩẛₛ"), ("ss", "ß"), ("st", "ﬅﬆ"),
        ("t", "ţťŧțṫṭṯṱẗₜ"), ("th", "þ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ("v", "ṽṿ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("x", "ẋẍₓ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
    }.SelectMany(row => row.Forms.EnumerateRunes().Select(form => (form, row.Plain))).ToDictionary();

    const int Diaeresis = 0x308;

    /// <summary>Whether a sign is a letter for which others write it with an e after it, or makes one of the letter before.</summary>
    public static bool IsUmlaut(Rune sign) => sign.Value is 'ä' or 'ö' or 'ü' or 'ø' or 'Ä' or 'Ö' or 'Ü' or 'Ø' or Diaeresis;

    /// <summary>Whether a sign is a capital.</summary>
    public static bool IsCapital(Rune sign) => Rune.IsUpper(Ordinary(sign));

    /// <summary>A sign, plain; an accent that stands alone is nothing.</summary>
    public static string Of(Rune sign)
    {
        if (Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return "";
        var lower = Rune.ToLowerInvariant(Ordinary(sign));
        return Plain.TryGetValue(lower, out var plain) ? plain : lower.ToString();
    }

    // Wide, circled and mathematical letters stand in the order of the ordinary ones.
    static Rune Ordinary(Rune sign) => sign.Value switch
    {
        >= 0xFF01 and <= 0xFF5E => new(sign.Value - 0xFF01 + '!'),
        >= 0x24B6 and <= 0x24E9 => new('a' + ((sign.Value - 0x24B6) % 26)),
        >= 0x1D400 and <= 0x1D6A3 => new('a' + ((sign.Value - 0x1D400) % 26)),
        >= 0x1D7CE and <= 0x1D7FF => new('0' + ((sign.Value - 0x1D7CE) % 10)),
        _ => sign,
    };
}
