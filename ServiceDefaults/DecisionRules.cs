using Geborgen.Casework;
using Microsoft.Extensions.Options;

namespace Geborgen.ServiceDefaults;

/// <summary>What the law says of the decisions of the controller for whom this instance works.</summary>
public sealed class DecisionRules(DecisionKinds kinds, OrganisationRegistry registry, IOptions<InstanceOptions> instance)
{
    /// <summary>What counts for a decision that is taken at a moment.</summary>
    public DecisionKind For<TOutcome>(string kind, TOutcome outcome, DateTimeOffset at) where TOutcome : struct, Enum =>
        For(kind, CamelCase.Of(outcome), at);

    /// <summary>What counts for a decision that is taken at a moment.</summary>
    public DecisionKind For(string kind, string outcome, DateTimeOffset at) => kinds.For(kind, outcome, Controller(), at);

    /// <summary>The registry names the controller of an instance; a municipality is one under its code.</summary>
    ControllerKind Controller()
    {
        var organisations = registry.Current;
        var controller = organisations.Services.FirstOrDefault(run => run.Instance == instance.Value.Name)?.Controller ?? instance.Value.Organisation;
        return organisations.Municipalities.Any(municipality => municipality.Code == controller) ? ControllerKind.Municipality : ControllerKind.Region;
    }
}
