using AngleSharp.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>An element that parts text, and the blocks that lie in it.</summary>
internal sealed class OutlineElement(IElement element, PageHint hint, int parent, int depth, int firstBlock)
{
    /// <summary>The element itself.</summary>
    public IElement Element { get; } = element;

    /// <summary>Index of the enclosing element in <see cref="PageOutline.Elements"/>; -1 for the root.</summary>
    public int Parent { get; } = parent;

    /// <summary>How many elements enclose it.</summary>
    public int Depth { get; } = depth;

    /// <summary>Index of the first block in it.</summary>
    public int FirstBlock { get; } = firstBlock;

    /// <summary>Index of the block after its last one.</summary>
    public int EndBlock { get; set; }

    /// <summary>The hint that its names give about its text.</summary>
    public PageHint Hint { get; } = hint;
}
