using NewsBot;
using NewsBot.Cli;

return await CommandLine.RunAsync(new NewsBotApp(), args, Console.Out, Console.Error, CancellationToken.None);
