using Microsoft.Extensions.Options;
using Npgsql;

namespace NewsBot.Storage.Postgres;

/// <summary>Refuses a connection string that Npgsql cannot read; the sentence shows nothing of it, since it may hold a password.</summary>
internal sealed class PostgresConnectionValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        // That none is given is told by the settings themselves.
        if (options.ConnectionString.Length == 0)
            return ValidateOptionsResult.Skip;
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString);
            return settings.Host is null
                ? ValidateOptionsResult.Fail("Storage:ConnectionString names no host: 'Host=db;Database=newsbot;Username=newsbot;Password=…'.")
                : ValidateOptionsResult.Success;
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or InvalidOperationException)
        {
            return ValidateOptionsResult.Fail("Storage:ConnectionString cannot be read; it is written like 'Host=db;Database=newsbot;Username=newsbot;Password=…'.");
        }
    }
}
