using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NewsBot.Models;

namespace NewsBot.Tests.Host.Models;

/// <summary>A language model that writes what a test says; 'ID(words)' stands for the mark of the passage that has the words.</summary>
internal sealed partial class ScriptedModel : ILanguageModel
{
    private readonly Func<PromptCall, CancellationToken, IAsyncEnumerable<ModelPiece>> script;

    public ScriptedModel(Func<PromptCall, CancellationToken, IAsyncEnumerable<ModelPiece>> script) => this.script = script;

    public ScriptedModel(string answer, string? alone = null)
        : this((call, token) => Write(call.Prompt switch { "answer" => answer, "verify" => Obey(call), _ => alone ?? "" }, call, token))
    {
    }

    public List<PromptCall> Calls { get; } = [];

    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(20);

    public IAsyncEnumerable<ModelPiece> StreamAsync(PromptCall call, CancellationToken cancellationToken)
    {
        Calls.Add(call);
        return script(call, cancellationToken);
    }

    /// <summary>The text in small pieces, with the marks filled in.</summary>
    public static async IAsyncEnumerable<ModelPiece> Write(string text, PromptCall call, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var piece in Fill(text, call.Variables.GetValueOrDefault("passages", "")).Chunk(7))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ModelPiece(new string(piece));
        }
    }

    /// <summary>The verdicts of a verifying model that finds everything stated: only the gates hold a lie back.</summary>
    public static string Obey(PromptCall call) => Obey(call.Variables["passages"], call.Variables["sentences"]);

    /// <inheritdoc cref="Obey(PromptCall)"/>
    public static string Obey(string passages, string sentences)
    {
        var texts = Passage().Matches(passages).ToDictionary(match => match.Groups[1].Value, match => match.Value.Split('\n')[1]);
        return string.Join('\n', sentences.Trim().Split('\n').Select((line, i) =>
            $"{i + 1} | yes | {string.Join(' ', texts[Id().Match(line).Groups[1].Value].Split(' ').Take(4))}"));
    }

    /// <summary>The text with the marks that the passages have.</summary>
    public static string Fill(string text, string passages) => Mark().Replace(text, match => $"[{IdOf(match.Groups[1].Value, passages)}]");

    private static string IdOf(string words, string passages) => Passage().Matches(passages)
        .First(match => match.Value.Contains(words, StringComparison.Ordinal)).Groups[1].Value;

    [GeneratedRegex(@"ID\(([^)]*)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[(\w+)\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"<<(\w+)>>.*?<<end \1>>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Passage();
}
