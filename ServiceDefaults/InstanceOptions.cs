namespace Geborgen.ServiceDefaults;

/// <summary>Which instance of a service this process is, and for whom it works. Configuration section <c>Instance</c>.</summary>
public sealed class InstanceOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Instance";

    /// <summary>Name of this instance, unique in the region, for instance <c>intake-gm0344</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>The organisation of the registry that runs this instance.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>CBS codes (<c>gm0344</c>) of the municipalities that this instance serves; every other one answers 404.</summary>
    public string[] Municipalities { get; set; } = [];
}
