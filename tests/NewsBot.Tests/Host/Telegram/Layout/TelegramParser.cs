using System.Runtime.InteropServices;
using System.Text.Json;

namespace NewsBot.Tests.Host.Telegram.Layout;

/// <summary>Telegram's own parser of message text: td_execute of TDLib, no network and no login.</summary>
/// <remarks>On where the variable NEWSBOT_TDLIB names the library's file; CI fetches it.</remarks>
internal static class TelegramParser
{
    private static readonly Lazy<Execute> Library = new(() =>
    {
        var library = NativeLibrary.Load(Environment.GetEnvironmentVariable("NEWSBOT_TDLIB")!);
        var execute = Marshal.GetDelegateForFunctionPointer<Execute>(NativeLibrary.GetExport(library, "td_execute"));
        execute("""{"@type":"setLogVerbosityLevel","new_verbosity_level":0}"""u8.ToArray().Append((byte)0).ToArray());
        return execute;
    });

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint Execute(byte[] request);

    /// <summary>Whether the library is there.</summary>
    public static bool IsThere => Environment.GetEnvironmentVariable("NEWSBOT_TDLIB") is { Length: > 0 };

    /// <summary>The text as people see it, and the addresses that it links to.</summary>
    /// <exception cref="FormatException">Telegram would refuse the message; says why.</exception>
    public static (string Text, IReadOnlyList<string> Links) Parse(string html)
    {
        var request = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["@type"] = "parseTextEntities",
            ["text"] = html,
            ["parse_mode"] = new Dictionary<string, string> { ["@type"] = "textParseModeHTML" },
        });
        var reply = Marshal.PtrToStringUTF8(Library.Value([.. request, 0]))!;
        using var json = JsonDocument.Parse(reply);
        if (json.RootElement.GetProperty("@type").GetString() == "error")
            throw new FormatException(json.RootElement.GetProperty("message").GetString());
        var links = json.RootElement.GetProperty("entities").EnumerateArray()
            .Select(entity => entity.GetProperty("type"))
            .Where(type => type.GetProperty("@type").GetString() == "textEntityTypeTextUrl")
            .Select(type => type.GetProperty("url").GetString()!);
        return (json.RootElement.GetProperty("text").GetString()!, [.. links]);
    }
}
