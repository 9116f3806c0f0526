using NewsBot.Core.Answers.Composing;
using NewsBot.Hosting;

namespace NewsBot.Models.Local;

/// <summary>Loads the model that comes with the bot, and the weights of answers.</summary>
internal sealed class LocalModelCheckup(IServiceProvider services, LocalReader? reader = null) : ICheckup
{
    private const string Part = "local models";

    public Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>([Examine()]);

    private Finding Examine()
    {
        try
        {
            reader?.Load();
            services.GetRequiredService<AnswerModel>();
        }
        catch (IOException failure)
        {
            return Finding.Mend(Part, failure.Message);
        }

        return reader is null
            ? Finding.Off(Part, "Models:Local is false, so answers are chosen by their words alone.")
            : Finding.Ok(Part, "The reader and its vocabulary can be loaded.");
    }
}
