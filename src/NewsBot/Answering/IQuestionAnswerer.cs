using NewsBot.Core.Answers;
using NewsBot.Hosting;

namespace NewsBot.Answering;

/// <summary>Answers questions from the archive.</summary>
internal interface IQuestionAnswerer
{
    /// <summary>Answers. <see cref="Reply.Question"/> has the text as it was understood in the light of what was said before.</summary>
    /// <exception cref="ArgumentException">The text is too long.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<Reply> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken);
}
