using NewsBot.Core.Questions;

namespace NewsBot.Chats;

/// <summary>A question that somebody wants to hear about once the archive answers it.</summary>
/// <param name="Id">The exchange that asked.</param>
/// <param name="Place">Where to tell.</param>
/// <param name="PersonId">Who wants to know.</param>
/// <param name="Question">As it was understood.</param>
/// <param name="Language">In which the message is written, a two-letter code.</param>
/// <param name="AfterSequence">The article log's last sequence when it was asked: what came later is new.</param>
/// <param name="Since">When it was asked for.</param>
internal sealed record Watch(long Id, Place Place, long PersonId, string Question, string Language, long AfterSequence, DateTimeOffset Since);
