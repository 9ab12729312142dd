namespace Geborgen.Access;

/// <summary>The service that opens the file of a family and says of which municipality it is.</summary>
static class Keeper
{
    internal const string Service = "intake";
}
