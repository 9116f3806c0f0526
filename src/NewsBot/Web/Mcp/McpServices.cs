using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using NewsBot.Web.Access;

namespace NewsBot.Web.Mcp;

/// <summary>Serves the tools: over HTTP, or over the standard streams of a process that an agent starts.</summary>
internal static class McpServices
{
    /// <summary>The path over HTTP.</summary>
    public const string Path = "/mcp";

    private const string Name = "newsbot";

    /// <summary>Registers the tools over streamable HTTP, without sessions: each request stands alone.</summary>
    public static void Register(IServiceCollection services)
    {
        services.AddMcpServer(Describe).WithHttpTransport();
        services.AddOptions<McpServerOptions>().Configure<ArchiveTools>((options, tools) => options.ToolCollection = [.. tools.All()]);
        services.AddSingleton<ArchiveTools>();
        services.AddSingleton<AgentQuestions>();
        services.AddHttpContextAccessor();
    }

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapMcp(Path).RequireRateLimiting(WebLimits.Requests);

    /// <summary>Serves the tools over the standard streams until the agent closes them.</summary>
    /// <param name="services">Of a host that answers questions.</param>
    public static async Task RunOverStreamsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var options = new McpServerOptions();
        Describe(options);
        options.ToolCollection = [.. ActivatorUtilities.CreateInstance<ArchiveTools>(services).All()];
        var logs = services.GetRequiredService<ILoggerFactory>();
        await using var transport = new StdioServerTransport(options, logs);
        await using var server = McpServer.Create(transport, options, logs, services);
        await server.RunAsync(cancellationToken);
    }

    private static void Describe(McpServerOptions options)
    {
        options.ServerInfo = new Implementation { Name = Name, Version = typeof(McpServices).Assembly.GetName().Version?.ToString(3) ?? "1.0.0" };
        options.ServerInstructions = ArchiveTools.Instructions;

        // Asked for names that no tool has; without it, an agent's slip is an error with a stack in the log.
        options.Handlers.CallToolHandler = (request, _) =>
        {
            var known = string.Join(", ", options.ToolCollection?.Select(tool => $"'{tool.ProtocolTool.Name}'") ?? []);
            return ValueTask.FromResult(CheckedTool.Refuse($"There is no tool of this name; there are {known}."));
        };
    }
}
