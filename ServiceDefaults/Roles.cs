namespace Geborgen.ServiceDefaults;

/// <summary>
/// The roles that a token can carry. A role alone opens no file: access follows involvement,
/// and a role only says which involvement and which processing activity can count.
/// </summary>
public static class Roles
{
    /// <summary>Professional of a municipality's local team.</summary>
    public const string LocalTeam = Casework.Worker.LocalTeam;

    /// <summary>Professional of a regional safety team.</summary>
    public const string RegionalTeam = Casework.Worker.RegionalTeam;

    /// <summary>Independent client supporter.</summary>
    public const string ClientSupporter = "client-supporter";

    /// <summary>Independent reviewer of a dossier ("tegenspraak").</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Professional who files with the court and keeps contact with it.</summary>
    public const string CourtLiaison = "court-liaison";

    /// <summary>A child, parent or other member of a family.</summary>
    public const string FamilyMember = "family-member";

    /// <summary>A municipality's own system, without a person behind it: sees the state of its own submissions only.</summary>
    public const string MunicipalSystem = "municipal-system";

    /// <summary>Data protection officer.</summary>
    public const string PrivacyOfficer = "privacy-officer";

    /// <summary>School, care or childcare: sees only what is shared with it.</summary>
    public const string Partner = "partner";

    /// <summary>Lawyer of a family member.</summary>
    public const string Counsel = "counsel";

    /// <summary>Works with indicators that cannot be traced to a family.</summary>
    public const string Analyst = "analyst";

    /// <summary>Keeps the platform running; sees no family.</summary>
    public const string Operator = "operator";

    /// <summary>An organisation's own services among each other (feeds, rebuilds); never a way to a family's words.</summary>
    public const string Instance = "instance";
}
