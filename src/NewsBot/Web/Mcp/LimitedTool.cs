using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using NewsBot.Web.Access;

namespace NewsBot.Web.Mcp;

/// <summary>A tool whose calls count as questions of an address; over the standard streams there is no address, and no limit.</summary>
internal sealed class LimitedTool(McpServerTool tool) : DelegatingMcpServerTool(tool)
{
    public override ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default) =>
        request.Services?.GetService<IHttpContextAccessor>()?.HttpContext is { } context && !context.RequestServices.GetRequiredService<AgentQuestions>().MayAsk(context)
            ? ValueTask.FromResult(CheckedTool.Refuse("Too many questions in a minute; wait a little, then ask again."))
            : base.InvokeAsync(request, cancellationToken);
}
