namespace NewsBot.Core.Answers.Checking;

/// <summary>A passage as the gates compare sentences with it.</summary>
/// <param name="Text">Its sentences that may be evidence.</param>
/// <param name="Title">The title of its article; empty when it must not be read.</param>
/// <param name="Outlet">Who published it; null when unknown.</param>
/// <param name="Day">When it was published; null when unknown. Weekdays are counted from it.</param>
public sealed record GatePassage(string Text, string Title = "", string? Outlet = null, DateOnly? Day = null);
