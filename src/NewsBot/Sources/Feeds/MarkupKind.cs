namespace NewsBot.Sources.Feeds;

/// <summary>The kinds of pieces of XML and HTML.</summary>
internal enum MarkupKind
{
    /// <summary>Characters, references not yet resolved.</summary>
    Text,

    /// <summary>Characters to take as they stand: a CDATA section's inside.</summary>
    Literal,

    /// <summary>A start tag, or an empty element's only tag.</summary>
    StartTag,

    EndTag,

    /// <summary>A document type declaration, with its internal subset.</summary>
    Doctype,

    /// <summary>A comment or a processing instruction.</summary>
    Aside,
}
