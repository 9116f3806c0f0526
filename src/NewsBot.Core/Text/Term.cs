namespace NewsBot.Core.Text;

/// <summary>One word of a text in the form that it is indexed and searched under.</summary>
/// <param name="Text">Folded, and stemmed unless it is a stop word; never empty, at most <see cref="TermAnalyzer.MaxTermLength"/> units.</param>
/// <param name="Start">Offset of the word's first UTF-16 unit in the unchanged text.</param>
/// <param name="End">Offset just past its last.</param>
/// <param name="IsStopWord">Whether <see cref="StopWords"/> has it.</param>
public readonly record struct Term(string Text, int Start, int End, bool IsStopWord);
