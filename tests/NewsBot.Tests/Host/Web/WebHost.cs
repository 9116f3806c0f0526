using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Sources.Ingest;

namespace NewsBot.Tests.Host.Web;

/// <summary>The service over the seeds, without Telegram, with a client that asks its web.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    private readonly TempFolder data;
    private readonly WebApplication service;

    private WebHost(TempFolder data, WebApplication service)
    {
        (this.data, this.service) = (data, service);
        Address = service.Urls.First();
        Http = new HttpClient { BaseAddress = new Uri(Address) };
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>The archive's folder.</summary>
    public string Data => data.Path;

    public HttpClient Http { get; }

    public IServiceProvider Services => service.Services;

    /// <summary>Starts it on a free port.</summary>
    /// <param name="settings">As 'Web:Key'.</param>
    public static async Task<WebHost> StartAsync(CancellationToken cancellationToken, params IEnumerable<(string Key, string Value)> settings)
    {
        var folder = new TempFolder();
        var values = new Dictionary<string, string?> { ["Web:Url"] = "http://127.0.0.1:0" };
        foreach (var (key, value) in settings)
            values[key] = value;
        var app = new NewsBotApp(values).BuildService(folder.Path, TextWriter.Null);
        await app.Services.GetRequiredService<ArticleIngestor>().IngestAsync([RepositoryFiles.At("seeds")], progress: null, _ => { }, cancellationToken);
        await app.Services.GetRequiredService<ArchiveIndex>().UpdateAsync(onProgress: null, cancellationToken);
        await app.StartAsync(cancellationToken);
        return new WebHost(folder, app);
    }

    /// <summary>Adds articles, and brings the index up to them.</summary>
    public async Task AddAsync(CancellationToken cancellationToken, params IReadOnlyList<Article> articles)
    {
        await Services.GetRequiredService<IArticleStore>().AddAsync(articles, cancellationToken);
        await Services.GetRequiredService<ArchiveIndex>().UpdateAsync(onProgress: null, cancellationToken);
    }

    /// <summary>Asks for a path.</summary>
    /// <returns>The status and the text of the response.</returns>
    public async Task<(int Status, string Text)> GetAsync(string path, CancellationToken cancellationToken, string? bearer = null, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var response = await Http.SendAsync(request, cancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await service.StopAsync(CancellationToken.None);
        await service.DisposeAsync();
        data.Dispose();
    }
}
