using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Hosting;
using NewsBot.Web.Access;
using NewsBot.Web.Api;
using NewsBot.Web.Mcp;
using NewsBot.Web.Pages;

namespace NewsBot.Web;

/// <summary>Registers the web server and its pages.</summary>
internal static class WebServices
{
    private const int MaxBodyBytes = 2_000_000;

    public static IServiceCollection AddWeb(this IServiceCollection services, IWebHostBuilder server)
    {
        services.AddSingleton<ICheckup, WebCheckup>();
        server.UseKestrelCore();
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        services.AddRoutingCore();
        services.AddRateLimiter(WebLimits.Add);
        services.AddHealthChecks().AddCheck<ServiceHealth>("service").AddCheck<ArchiveHealth>("archive", tags: [ArchiveHealth.Tag]);
        services.AddSingleton<WebAccess>();
        services.AddSingleton<ArticleReading>();
        services.AddSingleton<ServiceReading>();
        services.AddSingleton<PageEndpoints>();
        services.AddOpenApi(options => options.AddDocumentTransformer<ApiDescription>());
        McpServices.Register(services);
        return services;
    }

    /// <summary>Adds what programs and agents ask of the archive, which is there without a web server too.</summary>
    public static IServiceCollection AddQueries(this IServiceCollection services) =>
        services.AddSettings<WebOptions, WebOptionsValidator>(WebOptions.Section).AddSingleton<WebConversations>().AddSingleton<ReaderLinks>().AddSingleton<ArchiveQueries>();

    /// <summary>Maps the pages, and what stands before them; '/health' alone in a process without the role of the web.</summary>
    public static void MapWeb(this WebApplication app, ServiceRoles roles)
    {
        app.Use(WebGuard.GuardAsync);
        if (roles.HasFlag(ServiceRoles.Web))
            app.UseStatusCodePages(StatusPages.WriteAsync);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseWhen(IsForPrograms, programs => programs.Use(WebGuard.RequireKeyAsync));
        app.MapHealth();
        if (!roles.HasFlag(ServiceRoles.Web))
            return;
        PageEndpoints.Map(app);
        ApiEndpoints.Map(app);
        McpServices.Map(app);
    }

    private static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments(ApiEndpoints.Folder) || context.Request.Path.StartsWithSegments(McpServices.Path);

    /// <summary>Maps '/health': 200 with 'Healthy' or 'Degraded', 503 with 'Unhealthy'; a line for each reason follows.</summary>
    /// <remarks>'/health/ready' also reads the archive; '/health/live' only says that the process answers.</remarks>
    private static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteAsync, Predicate = check => !check.Tags.Contains(ArchiveHealth.Tag) });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { ResponseWriter = WriteAsync, Predicate = _ => false });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var reasons = report.Entries.Values.Where(entry => entry.Status != HealthStatus.Healthy).Select(entry => entry.Description).OfType<string>();
        return context.Response.WriteAsync(string.Join('\n', [report.Status.ToString(), .. reasons]), context.RequestAborted);
    }
}
