using System.Net.Sockets;
using NewsBot.Hosting;
using Npgsql;

namespace NewsBot.Storage.Postgres;

/// <summary>Turns PostgreSQL's failures into the archive's one exception.</summary>
internal static class PostgresFailures
{
    /// <summary>Whether a failure is the database's, or the network's on the way to it.</summary>
    public static bool IsOfDatabase(Exception failure) => failure is NpgsqlException or SocketException or TimeoutException or IOException;

    /// <summary>Whether the same transaction may be run again at once: another one was in its way and is over.</summary>
    public static bool IsConflict(Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>Whether the connection was gone: it was closed while it was idle, or the server stops.</summary>
    public static bool IsLostConnection(Exception failure) => failure is PostgresException answered
        ? answered.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
        : failure is NpgsqlException { InnerException: IOException or SocketException };

    /// <summary>Whether the server takes no writes: after a failover another one does.</summary>
    private static bool IsOfReplica(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction };

    /// <summary>The sentence for one failure (error codes: postgresql.org/docs/15/errcodes-appendix.html).</summary>
    /// <param name="failure">What Npgsql reported.</param>
    /// <param name="path">The database, for the sentence; without a password.</param>
    public static StoreException From(Exception failure, string path)
    {
        var isConflict = IsConflict(failure);
        var isTransient = isConflict || failure is not NpgsqlException known || known.IsTransient || IsLostConnection(failure) || IsOfReplica(failure);
        var what = failure switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
                "refuses the name or the password; correct Storage:ConnectionString.",
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "is not there; create the database, or correct Storage:ConnectionString.",
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => "may not be used so by this role; make the role the owner of the database.",
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "cannot grow: the disk is full.",
            PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => "has no connection left; try again in a moment, or raise max_connections.",
            PostgresException { SqlState: PostgresErrorCodes.OutOfMemory } => "has no memory left; try again in a moment, or give the server more.",
            PostgresException { SqlState: PostgresErrorCodes.IoError } => "cannot be read or written by its server; check the server's disk.",
            PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } => "starts or stops just now; try again in a moment.",
            PostgresException when IsOfReplica(failure) =>
                "is a replica that takes no writes; name every host in Storage:ConnectionString, and the writing one is found.",
            PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => "is damaged; restore it from a backup.",
            PostgresException when isConflict => "is in use by another process; try again in a moment.",
            PostgresException answered => $"failed: {answered.MessageText}",
            _ => "cannot be reached; start the server, or correct Storage:ConnectionString.",
        };
        return new StoreException($"The archive {path} {what}", isTransient, failure)
        {
            IsDamage = failure is PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted },
        };
    }
}
