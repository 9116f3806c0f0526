using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Hosting;
using NewsBot.Web.Access;
using NewsBot.Web.Pages;

namespace NewsBot.Web;

/// <summary>Registers the web server and its pages.</summary>
internal static class WebServices
{
    private const int MaxBodyBytes = 2_000_000;

    public static IServiceCollection AddWeb(this IServiceCollection services, IWebHostBuilder server)
    {
        services.AddSettings<WebOptions, WebOptionsValidator>(WebOptions.Section);
        server.UseKestrelCore();
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        services.AddRoutingCore();
        services.AddRateLimiter(WebLimits.Add);
        services.AddHealthChecks();
        services.AddSingleton<WebAccess>();
        services.AddSingleton<WebConversations>();
        services.AddSingleton<ReaderLinks>();
        services.AddSingleton<ArticleReading>();
        services.AddSingleton<PageEndpoints>();
        return services;
    }

    /// <summary>Maps the pages, and what stands before them.</summary>
    public static void MapWeb(this WebApplication app)
    {
        app.Use(WebGuard.GuardAsync);
        app.UseRouting();
        app.UseRateLimiter();
        app.MapHealth();
        PageEndpoints.Map(app);
    }

    /// <summary>Maps '/health': 200 with 'Healthy' or 'Degraded', 503 with 'Unhealthy'; a line for each reason follows.</summary>
    private static void MapHealth(this IEndpointRouteBuilder endpoints) => endpoints.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteAsync });

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var reasons = report.Entries.Values.Where(entry => entry.Status != HealthStatus.Healthy).Select(entry => entry.Description).OfType<string>();
        return context.Response.WriteAsync(string.Join('\n', [report.Status.ToString(), .. reasons]), context.RequestAborted);
    }
}
