using System.Globalization;
using System.Text;

namespace Geborgen.Casework;

/// <summary>What of a text somebody sees who reads it.</summary>
public static class VisibleText
{
    // Letters and signs that are drawn as nothing.
    static readonly int[] Blank = [0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, 0x1D159];

    /// <summary>The signs that are seen, one by one: no spaces, no marks that stand on another sign, nothing without a form of its own.</summary>
    public static IEnumerable<Rune> In(string text) => text.EnumerateRunes().Where(IsSeen);

    static bool IsSeen(Rune sign) => !Blank.Contains(sign.Value) && Rune.GetUnicodeCategory(sign) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
}
