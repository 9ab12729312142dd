namespace Geborgen.Contracts.Intake;

/// <summary>Somebody of the family asked for another key worker. The words stay at Intake.</summary>
/// <param name="WishId">The wish.</param>
/// <param name="PersonId">The member of the family who asked, or null when that was not said.</param>
public sealed record AnotherKeyWorkerAskedFor(Guid WishId, Guid? PersonId) : FamilyEvent;

/// <summary>The family was answered: the familiar face changes, or why it does not.</summary>
/// <param name="WishId">The wish.</param>
public sealed record KeyWorkerWishAnswered(Guid WishId) : FamilyEvent;
