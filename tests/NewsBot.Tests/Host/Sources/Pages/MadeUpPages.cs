using System.Text;
using NewsBot.Sources.Pages;

namespace NewsBot.Tests.Host.Sources.Pages;

/// <summary>Pages put together for tests.</summary>
internal static class MadeUpPages
{
    public const string First = "The council of the river towns agreed on Monday to reopen the old bridge before winter.";
    public const string Second = "Engineers had closed it in March, when a survey found cracks in two of its seven pillars.";
    public const string Third = "Repairs will cost about four million crowns, half of which the region has promised to pay.";

    public const string Article = $"<h1>Old bridge to reopen</h1><p>{First}</p><p>{Second}</p><p>{Third}</p>";

    /// <summary>When they are read.</summary>
    public static readonly DateTimeOffset ReadAt = new(2024, 5, 20, 0, 0, 0, TimeSpan.Zero);

    public static string Body(params string[] paragraphs) => string.Join("\n\n", paragraphs);

    public static Page Read(string body, string head = "", string? address = null) =>
        PageReader.Read(
            Encoding.UTF8.GetBytes($"<!doctype html><html><head>{head}</head><body>{body}</body></html>"), contentType: null, address is null ? null : new Uri(address), ReadAt)!;
}
