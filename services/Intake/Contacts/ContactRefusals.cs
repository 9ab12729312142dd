using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>Why a contact is not registered.</summary>
public static class ContactRefusals
{
    /// <summary>It says that it was received later than now.</summary>
    public static Refusal ReceivedInFuture { get; } = new(
        "received-in-future", "A contact can't be received in the future.",
        "Send the moment at which it was received, with its offset.", RefusalKind.Invalid);

    /// <summary>A statement says that it was made later than now.</summary>
    public static Refusal StatedInFuture { get; } = new(
        "stated-in-future", "A statement can't be made in the future.",
        "Send the moment at which it was said or written, with its offset, or leave it out.", RefusalKind.Invalid);

    /// <summary>Advice is given without knowing whom it is about (Wmo 2015, article 4.1.1).</summary>
    public static Refusal AdviceWithPersonData { get; } = new(
        "advice-with-person-data", "Advice is asked and given without data on those concerned.",
        "Leave out the family and the reporter's name, or register it as a concern.", RefusalKind.Invalid);

    /// <summary>There is nothing in it.</summary>
    public static Refusal NothingSaid { get; } = new(
        "nothing-said", "A contact holds at least one statement.",
        "Add what was said or seen, in the words of the one who said or saw it.", RefusalKind.Invalid);
}
