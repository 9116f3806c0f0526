namespace NewsBot.Hosting;

/// <summary>What a process of the service does; several processes of one bot may share the roles.</summary>
[Flags]
internal enum ServiceRoles
{
    /// <summary>Nothing but '/health'.</summary>
    None = 0,

    /// <summary>Takes updates, answers them, and sends every message of the bot.</summary>
    Telegram = 1,

    /// <summary>Follows feeds, makes vectors, and deletes old articles.</summary>
    Feeds = 2,

    /// <summary>Makes what the bot says unasked: daily summaries, watched questions, notices about feeds.</summary>
    Digests = 4,

    /// <summary>Serves the pages, the API and MCP.</summary>
    Web = 8,

    /// <summary>All of them.</summary>
    All = Telegram | Feeds | Digests | Web,
}

/// <summary>Roles as people type them.</summary>
internal static class ServiceRoleNames
{
    private static readonly (string Name, ServiceRoles Role)[] Named =
    [
        ("telegram", ServiceRoles.Telegram),
        ("feeds", ServiceRoles.Feeds),
        ("digests", ServiceRoles.Digests),
        ("web", ServiceRoles.Web),
    ];

    /// <summary>All names with commas between, as '--roles' takes them.</summary>
    public static string All => string.Join(',', Named.Select(one => one.Name));

    /// <summary>Whether the process answers questions, and so needs the index and the models.</summary>
    public static bool Answers(this ServiceRoles roles) => (roles & (ServiceRoles.Telegram | ServiceRoles.Digests | ServiceRoles.Web)) != ServiceRoles.None;

    /// <summary>The roles that a list names.</summary>
    /// <param name="list">Names with commas between; null for all roles.</param>
    /// <param name="problem">One sentence that says what is wrong; null when nothing is.</param>
    public static ServiceRoles Parse(string? list, out string? problem)
    {
        problem = null;
        if (list is null)
            return ServiceRoles.All;
        var roles = ServiceRoles.None;
        foreach (var name in list.Split(',', StringSplitOptions.TrimEntries))
        {
            var role = Named.FirstOrDefault(one => one.Name == name).Role;
            if (role == ServiceRoles.None)
                problem ??= $"There is no role '{name}'; --roles takes one or more of {All}, with commas between.";
            roles |= role;
        }

        return roles;
    }
}
