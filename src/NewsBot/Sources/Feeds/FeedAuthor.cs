namespace NewsBot.Sources.Feeds;

/// <summary>The author out of all the elements that name one.</summary>
internal struct FeedAuthor
{
    private Ranked<string> name;
    private Ranked<string> mail;

    /// <summary>A name, or an address of mail where there is no name; null when none was named.</summary>
    public readonly string? Value => name.Value ?? mail.Value;

    /// <summary>Takes an element that names a person, by elements of its own as Atom does or in one text.</summary>
    public void Take(MarkupNode person, int by)
    {
        if (person.HasElements && (person.Child("name") ?? person.Child("email") ?? person.Child("uri") ?? person.Child("url")) is not null)
        {
            name.Offer(person.Child("name") is { } given ? ElementText.Plain(given) : null, by);
            mail.Offer(person.Child("email") is { } address ? ElementText.Plain(address) : null, by);
            return;
        }

        var (written, at) = FeedPerson.Read(ElementText.Plain(person));
        name.Offer(written, by);
        mail.Offer(at, by);
    }
}
