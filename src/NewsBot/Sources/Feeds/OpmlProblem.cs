namespace NewsBot.Sources.Feeds;

/// <summary>A part of an OPML file that cannot be read.</summary>
/// <param name="Line">1-based line on which it stands; 0 for the file as a whole.</param>
/// <param name="Reason">Why, as the end of the sentence that the file's name begins.</param>
internal sealed record OpmlProblem(int Line, string Reason);
