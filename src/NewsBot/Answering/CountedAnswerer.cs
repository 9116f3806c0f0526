using NewsBot.Core.Answers;
using NewsBot.Counts;

namespace NewsBot.Answering;

/// <summary>Counts what people asked and what became of it. Answers that are made while nobody waits are left out: to watched questions, and to what is typed inline.</summary>
internal sealed class CountedAnswerer(QuestionAnswerer answerer, DailyCounts counts) : IQuestionAnswerer
{
    public async Task<Reply> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        if (asked.WithoutModel)
            return await answerer.AnswerAsync(asked, cancellationToken);
        try
        {
            var reply = await answerer.AnswerAsync(asked, cancellationToken);
            Count(reply);
            return reply;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or ArgumentException))
        {
            counts.Add(CountName.Failed);
            throw;
        }
    }

    private void Count(Reply reply)
    {
        counts.Add(reply.Answer switch
        {
            { Tier: AnswerTier.Sure } => CountName.Sure,
            { Tier: AnswerTier.Unsure } => CountName.Unsure,
            { Refusal: { } refusal } => CountName.Refused(refusal.Kind),
            _ => CountName.Failed,
        });
        counts.Add(CountName.Took(reply.Elapsed));
        counts.Add(CountName.Dropped, reply.Dropped.Count);
        if (reply.Draft is not { } draft)
            return;
        if (draft.Fallback is { } reason)
        {
            counts.Add(CountName.FellBack(reason));
            return;
        }

        counts.Add(CountName.Written);
        if (draft.IsVerified)
            counts.Add(CountName.Verified);
        if (draft.Mended > 0)
            counts.Add(CountName.Repaired);
    }
}
