using NewsBot.Sources.Feeds;
using NewsBot.Sources.Pages;

namespace NewsBot.Tests.Host.Sources.Pages;

/// <summary>Text of feeds and pages without what the programs that write them add.</summary>
public sealed class GeneratorLinesTests
{
    private const string News = "The lighthouse at Grey Point gets a new lamp in May.";

    [Theory]
    [InlineData("<p>The post <a href='/a'>New lamp? Yes, in May</a> appeared first on <a href='/'>Grey Point News</a>.</p>")]
    [InlineData("<p>This article was first published on Grey Point News.</p>")]
    [InlineData("<p>Der Beitrag <a href='/a'>Neue Lampe</a> erschien zuerst auf <a href='/'>Grey Point</a>.</p>")]
    [InlineData("<p>L’article <a href='/a'>Nouvelle lampe</a> est apparu en premier sur <a href='/'>Grey Point</a>.</p>")]
    [InlineData("<p>La entrada <a href='/a'>Nueva luz</a> se publicó primero en <a href='/'>Grey Point</a>.</p>")]
    [InlineData("<p>Запис <a href='/a'>Новий маяк</a> спершу з'явився на <a href='/'>Сірий мис</a>.</p>")]
    [InlineData("<p>Сообщение <a href='/a'>Новый маяк</a> появились сначала на <a href='/'>Серый мыс</a>.</p>")]
    [InlineData("<p><a href='/a#more'>Continue reading New lamp</a></p>")]
    [InlineData("<p><a href='/a'>Read more »</a></p>")]
    [InlineData("<p>Share this: Twitter Facebook</p><p>Like this: Like Loading...</p>")]
    [InlineData("<p><a href='https://x.example/subscribe'>Subscribe now</a></p><p><a href='https://x.example/share'>Share</a></p>")]
    [InlineData("<p>Grey Point Letter is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p>")]
    [InlineData("<p>Thanks for reading Grey Point Letter! Subscribe for free to receive new posts.</p>")]
    [InlineData("<p>This post is public so feel free to share it.</p>")]
    [InlineData("<p><a href='/m'>New lamp</a> was originally published in <a href='/p'>Grey Point</a> on "
        + "Medium, where people are continuing the conversation by highlighting and responding to this story.</p>")]
    [InlineData("<p>Sign up for our newsletter to get the news of the point every morning.</p><p><strong>CLICK HERE TO GET THE GREY POINT APP</strong></p>")]
    [InlineData("<p>Continue reading on Grey Point »</p>")]
    [InlineData("<div class='blogger-post-footer'>Posted by Ann at 10:15 AM</div><p>No comments:</p>")]
    [InlineData("<p>View this email in your browser</p><p>You are receiving this email because you opted in on our site.</p><p>Unsubscribe</p>")]
    [InlineData("<p>Want to change how you receive these emails? You can update your preferences or unsubscribe from this list.</p>")]
    [InlineData("<p>Submitted by editor on Mon, 06/02/2025 - 07:00</p>")]
    [InlineData("<p>1 post - 1 participant</p><p><a href='/t'>Read full topic</a></p>")]
    [InlineData("<p>Article URL: <a href='https://x.example/lamp'>https://x.example/lamp</a></p><p>Comments URL: <a href='/i'>/i</a></p><p>Points: 31</p><p># Comments: 4</p>")]
    [InlineData("&#32; submitted by &#32; <a href='/u/ann'> /u/ann </a> <br/> <span><a href='/l'>[link]</a></span> &#32; <span><a href='/c'>[comments]</a></span>")]
    [InlineData("<p>Повідомлення <a href='/a'>Новий маяк</a> з’явилися спочатку на <a href='/'>Сірий мис</a>.</p>")]
    [InlineData("<p>Публикацията <a href='/a'>Нов фар</a> се появи първо в <a href='/'>Сивия нос</a>.</p>")]
    [InlineData("<p><a href='/a'>新灯塔</a> 這篇文章最早出現於 <a href='/'>灰岬新聞</a>。</p>")]
    [InlineData("<p>Become a paid subscriber of Grey Point Letter to support our work.</p>")]
    [InlineData("<p>You just read issue #7 of Grey Point Letter. You can also browse the full archives.</p>")]
    [InlineData("<p><a href='/a.mp3'>Download</a> | <a href='#'>Play in new window</a> | Duration: 3:12</p>")]
    [InlineData("<p>31 points by <a href='/u'>ann</a> | <a href='/i'>4 comments</a></p>")]
    [InlineData("<p>etiquetas: faro, puerto</p><p>» noticia original (greypoint.example)</p>")]
    [InlineData("<p>Lire la suite de l’article</p><p>Partager sur un réseau</p>")]
    [InlineData("<p>Submitted by @ann in greypoint</p>")]
    [InlineData("<p>Thanks for reading, see you next week.</p>")]
    [InlineData("<p>Thank you so much for reading the Grey Point Letter!</p>")]
    [InlineData("<p>Sent from my phone</p>")]
    [InlineData("<p><em>Originally published at <a href='/'>greypoint.example</a>.</em></p>")]
    [InlineData("<p>Get the latest from Grey Point in your inbox: <a href='/n'>our newsletter</a>.</p>")]
    [InlineData("<p>Photo: Ann Lowe / Grey Point News</p><p>Source: <a href='/'>Grey Point News</a></p>")]
    [InlineData("<p>(Feed generated with <a href='/'>a machine</a>)</p>")]
    [InlineData("<p>Related stories: <a href='/b'>A new bell</a></p><p>Click here to view the original page</p>")]
    [InlineData("<p>Join our WhatsApp channel.</p><p>Download our app.</p><p>For more stories, follow us.</p>")]
    [InlineData("<p>Läs också: <a href='/b'>En ny klocka</a></p>")]
    [InlineData("<div class='kg-card kg-signup-card'><h2>Sign up for Grey Point</h2><p>News of the lamp.</p><p>No spam.</p></div>")]
    [InlineData("<div class='blogger-post-footer'>Grey Point. <a href='/s'>By email</a></div>")]
    [InlineData("<div class='feedflare'><a href='/1'>Stumble It!</a> <a href='/2'>Email this</a></div>")]
    [InlineData("<p>Posted via <a href='https://ifttt.example'>IFTTT</a></p>")]
    [InlineData("<p>via Grey Point News https://greypoint.example/feed</p>")]
    [InlineData("<p>Probleme mit der Darstellung? <a href='/w'>Webversion ansehen</a></p><p>Hier abmelden</p>")]
    [InlineData("<p>Відписатися від розсилки</p>")]
    [InlineData("<p>This article is for subscribers only. Log in or sign up.</p>")]
    [InlineData("<p>Postitus <a href='/a'>Uus lamp</a> ilmus esmalt lehel <a href='/'>Hall neem</a>.</p>")]
    [InlineData("<p>Чланак <a href='/a'>Нова лампа</a> се појављује прво на <a href='/'>Сиви рт</a>.</p>")]
    [InlineData("<p>If you like what we do, support us on <a href='/s'>this page</a>.</p><p>Please consider making a donation to keep it free.</p>")]
    [InlineData("<p>Featured image: Ann Lowe / Grey Point</p><p><a href='mailto:a@x.example'>Reply via email</a></p>")]
    [InlineData("<p>Listen on <a href='/1'>Apple Podcasts</a> | <a href='/2'>RSS</a></p><p>Більше новин — у нашому <a href='/t'>Telegram</a></p>")]
    [InlineData("<p>By Ann Lowe</p><p>5 min read</p><p>Read also: the quay</p><p>Category: News</p>")]
    [InlineData("<p>Spotted an error? Write to <a href='mailto:a@x.example'>the editor</a>.</p>")]
    [InlineData("<p>Support Grey Point from as little as 2 crowns a month. Thank you.</p>")]
    [InlineData("<p>Comments on this entry are closed.</p><p>(Reporting by Ann Lowe; editing by Bob Hill.)</p>")]
    [InlineData("<p>This page is available for members.</p><p>Become a paid member to read the rest.</p>")]
    [InlineData("<p>Refer your friends to earn a month for free.</p><p><a href='/r'>Refer a friend</a></p>")]
    [InlineData("<p>A(z) <a href='/a'>Új lámpa</a> bejegyzés először <a href='/'>Szürke-fok</a>-on jelent meg.</p>")]
    [InlineData("<p>Hosted by Simplecast. See <a href='/p'>simplecast.com/privacy</a> for more information.</p><p>Learn more about your ad choices.</p>")]
    [InlineData("<p>Did someone forward you this newsletter? <a href='/s'>Subscribe here</a>.</p><p>This email was sent to ann@x.example. Why did I get this?</p>")]
    [InlineData("<p>You can tell Grey Point News that their writing is valuable by pledging a future subscription. You won't be charged yet.</p>")]
    [InlineData("<p><a href='/b'>Let's block ads!</a> <a href='/w'>(Why?)</a></p>")]
    [InlineData("<p>Нашли опечатку? Выделите её и нажмите Ctrl + Enter.</p>")]
    [InlineData("<p>Знайшли помилку? Виділіть її та натисніть Ctrl+Enter.</p><p>Долучайтеся до нас у <a href='/t'>Telegram</a></p>")]
    [InlineData("<p>Share this: Twitter Facebook</p><p>Like this:</p>")]
    [InlineData("<p>Get in touch: have you got a story? Write to <a href='mailto:a@x.example'>a@x.example</a>.</p><p>More on this story</p>")]
    [InlineData("<p>What did you think of today's newsletter?</p><p>Until next time, the Point</p>")]
    [InlineData("<p>The post first appeared on Grey Point News.</p>")]
    [InlineData("<p>This story was originally featured on Grey Point News.</p><p>Ann Lowe can be reached at ann@x.example.</p>")]
    [InlineData("<p>Dieser Artikel erschien zuerst in der Zeitung.</p><p>Den ganzen Artikel lesen Sie hier.</p>")]
    [InlineData("<p>Cet article a été publié initialement sur Le Port.</p><p>Lisez l’article complet sur port.example</p>")]
    [InlineData("<p>Lees het volledige artikel op punt.example</p><p>Volg ons op Facebook</p>")]
    public void What_a_generator_adds_is_left_out(string added) => Assert.Equal(News, FeedText.Read($"<p>{News}</p>{added}").Written);

    [Theory]
    [InlineData("<p>Continue reading is what the teacher told them.</p>", "Continue reading is what the teacher told them.")]
    [InlineData("<p>Photo: that is what the court wanted to see.</p>", "Photo: that is what the court wanted to see.")]
    [InlineData("<p>Der Bericht wurde zunächst geheim gehalten.</p>", "Der Bericht wurde zunächst geheim gehalten.")]
    [InlineData("<p>Register to get a vaccine by Friday, the town said.</p>", "Register to get a vaccine by Friday, the town said.")]
    [InlineData("<p>Harbour Town 3, Riverside 1</p>", "Harbour Town 3, Riverside 1")]
    [InlineData("<p>The winners are these:</p><p>Harbour Town</p><p>Riverside</p>", "The winners are these:\n\nHarbour Town\n\nRiverside")]
    [InlineData("<p>The pool opens on Monday</p>", "The pool opens on Monday")]
    [InlineData("<p>The mayor will resign in <a href='/m'>May</a></p>", "The mayor will resign in May")]
    [InlineData("<p>The mayor on Friday: no new pool</p>", "The mayor on Friday: no new pool")]
    [InlineData("<p>Need to swim? The pool of <a href='/h'>Hemble</a> is open until Friday.</p>", "Need to swim? The pool of Hemble is open until Friday.")]
    [InlineData("<p>Harbour Town</p><p>Riverside</p><p>Grey Point</p><p>Hill End</p>", "Harbour Town\n\nRiverside\n\nGrey Point\n\nHill End")]
    public void Results_and_lists_at_the_end_stay(string added, string kept) => Assert.Equal($"{News}\n\n{kept}", FeedText.Read($"<p>{News}</p>{added}").Written);

    [Theory]
    [InlineData("The lamp is bright. The post New lamp in May appeared first on Grey Point News.", "The lamp is bright.")]
    [InlineData("The post office reopens. The post Office hours appeared first on Grey Point News.", "The post office reopens.")]
    [InlineData("The lamp is bright. [&#8230;]", "The lamp is bright.")]
    [InlineData("The lamp, which the [&#8230;]", "The lamp, which the…")]
    [InlineData("arXiv:2506.01234v2 Announce Type: replace-cross Abstract: We study lamps.", "We study lamps.")]
    [InlineData("arXiv:2506.01234v1 Announce Type: new <br/>Abstract: We study lamps.", "We study lamps.")]
    [InlineData("The lamp is bright. The post A new lamp in May appeared first on The Point.", "The lamp is bright.")]
    [InlineData("The lamp is bright. — Permalink", "The lamp is bright.")]
    [InlineData("La lámpara brilla. Leer más…", "La lámpara brilla.")]
    [InlineData("灯が明るい。 続きを読む", "灯が明るい。")]
    public void What_runs_along_with_the_text_is_cut_off(string text, string left) =>
        Assert.Equal(left, FeedText.Read(text, title: "A new lamp in May", site: "Grey Point News").Written);

    [Fact]
    public void The_fields_that_Drupal_writes_before_a_text_are_left_out() => Assert.Equal(
        News,
        FeedText.Read(
            "<span class='field field--name-title field--type-string'>New lamp</span> <span class='field field--name-uid'><span>editor</span></span>"
            + $"<span class='field field--name-created'>Mon, 06/02/2025 - 07:00</span><div class='field field--name-body'><p>{News}</p></div>").Written);

    [Theory]
    [InlineData("This entry was posted in Weather and tagged ice, rivers and bridges. Bookmark the permalink.")]
    [InlineData("Hosted on Acast. See acast.com/privacy for more information.")]
    public void At_the_end_of_a_page_they_are_left_out_too(string added) => Assert.Equal(
        $"{MadeUpPages.First}\n\n{MadeUpPages.Second}",
        MadeUpPages.Read($"<article><h1>Old bridge to reopen</h1><p>{MadeUpPages.First}</p><p>{MadeUpPages.Second}</p><p>{added}</p></article>").Body);

    [Fact]
    public void A_preprint_loses_its_number() => Assert.Equal("On lamps", GeneratorLines.Title("On lamps. (arXiv:2506.01234v2 [physics.soc-ph])"));

    [Fact]
    public void A_credit_is_known_in_any_language_by_the_headline_and_the_feed_s_name() => Assert.Equal(
        News,
        FeedText.Read(
            $"<p>{News}</p><p>Qwerty <a href='/a'>A new lamp in May</a> uiop asdf <a href='/'>Grey Point News</a>.</p>",
            title: "A new lamp in May", site: "Grey Point News").Written);

    [Theory]
    [InlineData("Share prices of the harbour company fell by a tenth on Monday, its bank said.")]
    [InlineData("Together with Denmark the town will build a bridge.")]
    [InlineData("Subscribe to the ferry's text messages and you know when it sails, the port told commuters.")]
    [InlineData("This post is for members of the council who live abroad, the mayor said.")]
    [InlineData("The post on the hill was first manned in 1904.")]
    [InlineData("The harbour, she said, first appeared on maps in 1611. It was small.")]
    [InlineData("Submitted by the council in May, the plan was rejected by the court on Monday.")]
    [InlineData("Lire la suite de son roman coûtera douze euros, a dit l’auteur.")]
    [InlineData("Compartir el coche cuesta la mitad, dice la alcaldesa.")]
    [InlineData("Leer más libros es el plan de la biblioteca.")]
    [InlineData("Leia mais livros este verão, pede a ministra.")]
    [InlineData("Lees meer boeken, zegt de burgemeester.")]
    [InlineData("Докладніше про міст мер розповість у понеділок.")]
    [InlineData("The post office appeared first on Harbour Street in 1901.")]
    [InlineData("She was seventeen when she first appeared on Danish television.")]
    [InlineData("Il prodotto più venduto proviene da Odense, ha detto il mercante. L'articolo più caro proviene da Aarhus.")]
    [InlineData("Thanks for reading aloud to the children, the mayor told them on Friday.")]
    [InlineData("Read more books, the minister told pupils on Monday, and watch less.")]
    [InlineData("Topics of the meeting were the lamp, the quay and the price of fish.")]
    [InlineData("For more than ten years the town followed the old rules.")]
    [InlineData("Get your boats off the quay, the harbour master told owners.")]
    [InlineData("A donation of 9,000 crowns made the new lamp possible, the keeper told the council.")]
    [InlineData("Found guilty? The court will say so on Monday, the judge told reporters.")]
    [InlineData("If you find a stray animal, call the police and leave it alone.")]
    [InlineData("Author Ann Lowe read from her new book in the library on Monday.")]
    [InlineData("Please consider making a donation, the mayor told the guests of the ball.")]
    [InlineData("Support our troops was written on the wall of the house, police said.")]
    [InlineData("Advertisement spending fell by a third, the bureau said.")]
    [InlineData("The council will consider a donation of 2 million crowns from a family.")]
    [InlineData("Residents should consider donating blood after the crash.")]
    [InlineData("The island will consider becoming a full member of the union.")]
    [InlineData("Published in 1887 by a small press, the novel was forgotten.")]
    [InlineData("Reporting by Ann Lowe showed that the mine leaked.")]
    [InlineData("Translated by Ann Lowe, the poems reach a new public.")]
    [InlineData("Related: the dam was closed on Monday after a crack was found.")]
    [InlineData("Topics: the dam and the price of milk will be debated on Monday.")]
    [InlineData("Got a tip? Police ask those who saw the robbery to call 112.")]
    [InlineData("Join the discussion about the dam on Tuesday in the town hall.")]
    [InlineData("Hear the story of Ann Lowe, who saved forty people.")]
    [InlineData("Comments are closed in the case of the mayor, the judge ruled on Monday.")]
    [InlineData("Listen to the waves, the singer asked the crowd, and the pier fell silent.")]
    [InlineData("Continue reading on the train, the librarian told pupils, and they did.")]
    [InlineData("Hosted by Spotify, the concert drew nine hundred guests, and it rained.")]
    [InlineData("This email was sent to four hundred officials by mistake, the ministry said.")]
    [InlineData("He pressed Ctrl+Enter, and four thousand letters went out.")]
    [InlineData("Refer a friend to a doctor early, the nurse told the club.")]
    public void A_sentence_that_begins_alike_is_kept(string sentence)
    {
        Assert.Equal(sentence, FeedText.Read(sentence, title: "A new lamp in May", site: "Grey Point News").Written);
        Assert.Equal($"{News}\n\n{sentence}", FeedText.Read($"<p>{News}</p><p>{sentence}</p>").Written);
    }

    [Fact]
    public void A_long_text_is_cut_in_a_moment()
    {
        var text = string.Concat(Enumerable.Repeat("The post a. ", 50_000));
        Assert.Equal(text.Trim(), FeedText.Read($"<p>{text}</p>").Written);
    }
}
