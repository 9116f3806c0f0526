namespace NewsBot.Chats;

/// <summary>What a call is for; decides what happens when a crash leaves its outcome unknown.</summary>
internal enum MessagePurpose
{
    /// <summary>The answer to something that a person did: made once more.</summary>
    Answer,

    /// <summary>A message that nobody waits for, a digest: never made again.</summary>
    Digest,
}
