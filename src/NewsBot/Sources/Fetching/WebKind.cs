namespace NewsBot.Sources.Fetching;

/// <summary>What is expected at an address; decides the Accept header, the bound on the body, and whether robots.txt is asked.</summary>
internal enum WebKind
{
    /// <summary>A feed, which is published to be fetched by machines; robots.txt is not asked.</summary>
    Feed,

    /// <summary>A page that the bot came upon by itself; robots.txt is asked.</summary>
    Page,

    /// <summary>Whatever a person named; robots.txt, which is for machines that go by themselves, is not asked.</summary>
    Named,
}
