using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation;

/// <summary>What Investigation keeps.</summary>
/// <param name="options">Where the database is.</param>
public sealed class InvestigationDb(DbContextOptions<InvestigationDb> options) : ServiceDb(options);
