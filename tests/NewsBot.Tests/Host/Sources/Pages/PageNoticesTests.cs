using static NewsBot.Tests.Host.Sources.Pages.MadeUpPages;

namespace NewsBot.Tests.Host.Sources.Pages;

/// <summary>What a site says to its reader is no article's text.</summary>
public sealed class PageNoticesTests
{
    [Theory]
    [InlineData("Before you continue", "<h1>Before you continue</h1><p>We use cookies and data to deliver our "
        + "services.</p><p>If you choose to accept all, we will also use them to show you ads.</p><button>Accept</button>")]
    [InlineData("River News", "<p>We and our 812 partners store and access information on a device, such as unique "
        + "identifiers in cookies.</p><p>You can change your mind at any time by using the button at the foot of the page.</p>")]
    [InlineData("River News", "<h2>Wir und unsere Partner verwenden auf dieser Seite Cookies</h2><p>Wir "
        + "und unsere Partner verwenden auf dieser Seite Cookies, um Inhalte zu messen und zu verbessern.</p>")]
    [InlineData("River News", "<p>Ми використовуємо файли cookie, щоб зробити сайт зручнішим для кожного з наших читачів.</p>")]
    [InlineData("River News", "<p>Nous utilisons des cookies pour mesurer notre audience et vous proposer des contenus adaptés.</p><p>Continuer sans accepter</p>")]
    [InlineData("Just a moment...", "<h1>river.example</h1><p>Verifying you are human. This may take a "
        + "few seconds.</p><p>river.example needs to review the security of your connection before proceeding.</p>")]
    [InlineData("Attention Required!", "<h1>Sorry, you have been blocked</h1><p>You are unable to access river.example</p><p>Performance &amp; security by Shield</p>")]
    [InlineData("river.example", "<p>Please enable JavaScript and disable any ad blocker to go on to the page that you asked for.</p>")]
    [InlineData("Access denied", "<p>You don't have permission to access this resource on this server, said the gateway of the house.</p>")]
    [InlineData("Are you a robot?", "<p>Our systems have seen unusual traffic from your network, so please tick the box below to go on reading.</p>")]
    [InlineData("Page not found", "<h1>Page not found</h1><p>The page you are looking for has moved or was never here; try one of the stories of the day below.</p>")]
    [InlineData("River News", "<h1>404</h1><p>Sorry, we couldn't find the page you were looking for. Please check the address and try again.</p>")]
    [InlineData("River News", "<h1>Gone</h1><p>This article is no longer available. It has been removed at the request of its publisher.</p>")]
    [InlineData("Seite nicht gefunden", "<p>Die gewünschte Seite konnte leider nicht gefunden werden, bitte nutzen Sie unsere Suche im Kopf.</p>")]
    [InlineData("Сторінку не знайдено", "<p>На жаль, такої сторінки в нас немає, спробуйте скористатися пошуком угорі сторінки.</p>")]
    [InlineData("River News", "<p>Our site is temporarily unavailable while we do some work on it; come back in an hour, please.</p>")]
    [InlineData("Bridge to reopen", "<h1>Bridge to reopen</h1><p>Subscribe to continue reading this "
        + "article and all of our other stories.</p><p>Already a subscriber? Log in</p><p>Cancel anytime.</p>")]
    [InlineData("Bridge to reopen", "<h1>Bridge to reopen</h1><p>Diesen Artikel lesen Sie "
        + "mit unserem Abo, das Sie jederzeit beenden können und das vier Wochen nichts kostet.</p>")]
    [InlineData("Зачекайте", "<h1>rika.example</h1><p>Перевіряємо безпеку вашого з’єднання з сайтом, це займе кілька секунд.</p><p>Увімкніть JavaScript, щоб продовжити.</p>")]
    [InlineData("Проверка браузера", "<p>Ваш браузер будет автоматически перенаправлен на страницу, которую вы запросили, через пять секунд.</p>")]
    [InlineData("Rzeka", "<p>Klikając „Przejdź do serwisu”, zgadzasz się na przetwarzanie danych w celach marketingowych.</p><p>Zgodę możesz cofnąć, kiedy chcesz.</p>")]
    [InlineData("Il Fiume", "<main><h1>Accedi per leggere</h1><p>Hai raggiunto il limite di articoli gratuiti di questo mese, registrati per continuare a leggere.</p></main>")]
    [InlineData("Река", "<p>Увы, такой страницы больше нет: возможно, вы перешли по устаревшей ссылке. Вернитесь на главную страницу.</p>")]
    [InlineData("Der Fluss", "<p>Diese Seite gibt es leider nicht mehr, sie wurde verschoben oder gelöscht. Zurück zur Startseite</p>")]
    [InlineData("Nehir", "<p>Aradığınız haber yayından kaldırılmış olabilir, ana sayfaya dönerek başka haberlere bakabilirsiniz.</p>")]
    [InlineData("La Rivière", "<p>Veuillez activer JavaScript dans votre navigateur et recharger la page pour lire ce contenu.</p>")]
    [InlineData("Ріка", "<p>Здається, ви використовуєте блокувальник реклами. Вимкніть його для нашого сайту та оновіть сторінку.</p>")]
    [InlineData("Rzeka", "<p>Serwis jest chwilowo niedostępny, przepraszamy i zapraszamy ponownie za godzinę, gdy skończymy prace.</p>")]
    [InlineData("River News", "<p>Thank you for subscribing to the morning letter! We sent you an email; click the link in it to confirm your subscription.</p>")]
    public void A_notice_is_no_article(string title, string body) => Assert.Null(Read(body, $"<title>{title}</title>").Body);

    [Theory]
    [InlineData("<p>Subscribe now to continue reading: full digital access for 1 crown a week.</p>")]
    [InlineData("<p>You have 2 free articles left this month.</p>")]
    [InlineData("<p>This article is for subscribers only.</p><p>Already a member? Sign in</p><p>Start your free trial</p>")]
    [InlineData("<p>Cet article est réservé aux abonnés. Il vous reste 70 % de cet article à lire.</p>")]
    [InlineData("<p>Sie haben bereits ein Abo? Melden Sie sich an.</p>")]
    [InlineData("<p>Щоб продовжити читання, оформіть передплату.</p>")]
    [InlineData("<p>Customer service of the River News helps with any question: Telephone: 5 55 01, e-mail: help@river.example</p>")]
    [InlineData("<p>We use cookies to make this site better.</p>")]
    [InlineData("<p>Підписуйтесь на наш канал у Telegram, щоб не пропустити новин про міст.</p>")]
    [InlineData("<p>Нашли ошибку? Выделите её и нажмите Ctrl + Enter.</p>")]
    [InlineData("<p>Bestellen Sie hier unseren kostenlosen Newsletter, und Sie erfahren es zuerst.</p>")]
    [InlineData("<p>Inscrivez-vous à notre newsletter et recevez nos articles dès le matin.</p>")]
    [InlineData("<p>Suscríbete a nuestro boletín y recibe cada día las noticias del río.</p>")]
    [InlineData("<p>Sie möchten weiterlesen? Jetzt Abo abschließen!</p>")]
    [InlineData("<p>Zapisz się na nasz newsletter i bądź na bieżąco.</p>")]
    public void An_offer_leaves_the_article(string offer) => Assert.Equal(Body(First, Second, Third), Read($"<article>{Article}{offer}</article>").Body);

    [Theory]
    [InlineData("The regulator fined the company because its banner hid the button that refuses cookies from visitors.")]
    [InlineData("The drug is no longer available in Europe, its maker said on Monday in a letter to doctors.")]
    [InlineData("Readers of the paper can create accounts from Tuesday, its publisher told the union.")]
    [InlineData("The old page on the town's history had not been found for years, the archivist said.")]
    [InlineData("Subscribers of the water company will get a letter with the new price, the mayor said.")]
    [InlineData("The customer service of the water company gets a second phone line in May, and the number stays as it is.")]
    [InlineData("The bridge is unavailable to lorries until May, and buses go round by the mill.")]
    [InlineData("We use cookies on a thousand pages and nobody wants them, the minister told the chamber.")]
    [InlineData("The company shared personal data with partners for years, and the court fined it.")]
    [InlineData("The site of the ministry is unavailable since noon, and its staff work on paper.")]
    [InlineData("Патриарх призвал не подписываться на новые условия, пока их не обсудит собор.")]
    public void A_sentence_about_such_things_is_kept(string sentence) =>
        Assert.Equal(Body(First, sentence, Third), Read($"<article><h1>Old bridge to reopen</h1><p>{First}</p><p>{sentence}</p><p>{Third}</p></article>").Body);
}
