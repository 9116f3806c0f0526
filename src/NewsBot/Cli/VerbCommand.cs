using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NewsBot.Cli;

/// <summary>A command whose help ends in examples.</summary>
/// <param name="name">What is typed.</param>
/// <param name="description">One sentence, for the list of commands as well.</param>
/// <param name="examples">Whole command lines.</param>
internal sealed class VerbCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Lets the help of every command below <paramref name="root"/> end in its examples.</summary>
    public static void ShowExamples(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => help.ClearsParseErrors;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            if (parseResult.CommandResult.Command is VerbCommand verb)
                verb.WriteExamples(parseResult.InvocationConfiguration.Output);
            return code;
        }
    }

    private void WriteExamples(TextWriter output)
    {
        output.WriteLine(examples.Length == 1 ? "Example:" : "Examples:");
        foreach (var example in examples)
            output.WriteLine($"  {example}");
        output.WriteLine();
    }
}
