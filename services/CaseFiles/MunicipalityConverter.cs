using Geborgen.Casework;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Geborgen.CaseFiles;

/// <summary>Stores a municipality as its code.</summary>
sealed class MunicipalityConverter() : ValueConverter<Municipality, string>(
    municipality => municipality.Code, code => new Municipality(code));
