using System.Buffers.Text;
using System.Text;

namespace NewsBot.Telegram.Dialog;

/// <summary>Questions in links that open the bot: https://t.me/newsbot?start=ask-V2hvIHdvbj8.</summary>
/// <remarks>Telegram allows 1 to 64 of A to Z, a to z, 0 to 9, '_' and '-'.</remarks>
internal static class DeepLink
{
    private const string Prefix = "ask-";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The question in a link's parameter; null when it holds none.</summary>
    public static string? Read(string parameter)
    {
        if (!parameter.StartsWith(Prefix, StringComparison.Ordinal) || !Base64Url.IsValid(parameter.AsSpan(Prefix.Length)))
            return null;
        try
        {
            var question = Strict.GetString(Base64Url.DecodeFromChars(parameter.AsSpan(Prefix.Length))).Trim();
            return question.Length > 0 ? question : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
