using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsBot.Storage;

/// <summary>Which database keeps the archive; the configuration section 'Storage'.</summary>
internal sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";

    /// <summary>'sqlite' (the default): one file in the archive's folder. 'postgres': a server, which several processes may share.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>How the server is reached, in Npgsql's words: 'Host=db;Database=newsbot;Username=newsbot;Password=…'. Its password is never logged.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Whether a PostgreSQL server keeps the archive.</summary>
    public bool IsPostgres => Provider.Equals("postgres", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsPostgres && !Provider.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
            yield return new ValidationResult("Storage:Provider is 'sqlite' or 'postgres'.");
        if (IsPostgres && ConnectionString.Length == 0)
            yield return new ValidationResult("Storage:ConnectionString says how the PostgreSQL server is reached; Storage:Provider is 'postgres' and it is empty.");
    }
}

/// <summary>Refuses a provider that there is not, and a server without an address.</summary>
[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
