namespace NewsBot.Sources.Feeds;

/// <summary>The feeds of an OPML file.</summary>
/// <param name="Feeds">In the order of the file; the same address may come twice.</param>
/// <param name="Problems">The parts that could not be read, in the order of the file.</param>
internal sealed record OpmlDocument(IReadOnlyList<OpmlFeed> Feeds, IReadOnlyList<OpmlProblem> Problems);
