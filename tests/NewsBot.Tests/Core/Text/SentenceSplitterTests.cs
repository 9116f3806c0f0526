// Over 400 lines: sentences of many languages in one place, each a case.
using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Text;

public sealed class SentenceSplitterTests
{
    // '|' stands where a sentence ends and the next begins; it is taken out of the text.
    [Theory]
    [InlineData("")]
    [InlineData("No stop at all")]
    [InlineData("The talks failed. |They resume on Monday.")]
    [InlineData("Did it work? |Nobody knows! |The vote is today.")]
    public void Stops_end_sentences(string marked) => Check(marked);

    [Theory]
    [InlineData("Знайшли предмети XVII ст. |Їх передали музею.")]
    [InlineData("Dr. hab. Ewa Łęcka mieszka przy ul. Długiej. |Uczy.")]
    [InlineData("Kosztowało to 5 tys. zł, czyli ok. 1 tys. euro. |Drogo, mówią mieszkańcy ze Śląska.")]
    [InlineData("Işık Cad. No. 5'te yangın çıktı. |Ölen yok.")]
    [InlineData("Une rue large, no. 5, env. 20 pers. attendent à la mairie. |Il pleut.")]
    public void Letters_tell_the_language_where_small_words_do_not(string marked) => Check(marked);

    [Theory]
    [InlineData("Mr. Haas met Dr. Lind and Gov. Ortiz. |Sen. Poe did not come.")]
    [InlineData("The case of Reed v. Holt went to Gen. Marsh and Lt. Col. Ames.")]
    [InlineData("It was sold to Brill Inc. for cash. |The deal closed.")]
    [InlineData("She runs Brill Corp. |The firm is old.")]
    [InlineData("Shares of Brill Co. Holdings rose.")]
    [InlineData("They met on Jan. 5 and Feb. 6. |Snow fell.")]
    [InlineData("The plan began in Sept. |It ended in Oct. 2021.")]
    [InlineData("Room No. 5 was empty.")]
    [InlineData("He said no. |Then he left.")]
    [InlineData("Apples, pears, etc. were sold. |Then it rained.")]
    [InlineData("Some fruit, e.g. Comice pears, was sold.")]
    [InlineData("He moved to St. Louis. |She stayed on Wall St. |They met later.")]
    [InlineData("It honours Walter Green Jr. High School. |He liked Walter Green Jr. |He said so.")]
    [InlineData("Rep. Ana Ruiz, D-Calif., spoke. |Rep. Lee (R-Ariz.) listened.")]
    public void Abbreviations_do_not(string marked) => Check(marked);

    [Theory]
    [InlineData("The U.S. President spoke to U.N. Secretary Low.")]
    [InlineData("He lived in the U.S. |The talks were there.")]
    [InlineData("He lived in the U.S. |But he was born in Rome.")]
    [InlineData("It was made in the U.S. and sold in the U.K. |“We like it,” she said.")]
    [InlineData("She has a Ph.D. |He has none.")]
    [InlineData("A shop in Washington, D.C. |That was all.")]
    public void Acronyms_end_one_where_the_next_word_starts_one(string marked) => Check(marked);

    [Theory]
    [InlineData("J. K. Hale and George W. Stone wrote it. |Samuel L. Poe read it.")]
    [InlineData("J.K. Hale wrote it.")]
    [InlineData("They chose plan B. |It failed.")]
    [InlineData("He is taller than I. |Smith agrees.")]
    [InlineData("It warmed by 1.5C. |Ambitions fell.")]
    public void Initials_do_not(string marked) => Check(marked);

    [Theory]
    [InlineData("Prices rose 3.5 percent to $1,204.50 a ton. |Nobody bought.")]
    [InlineData("It opens at 3 p.m. Tuesday and closes at 9 p.m. ET. |Bring a coat.")]
    [InlineData("It closed at 5 p.m. |Police came at 6 a.m. on Friday.")]
    [InlineData("Open from 10 a.m. - 4 p.m. daily.")]
    [InlineData("That was in 2019. |25 people came.")]
    public void Numbers_and_hours_do_not(string marked) => Check(marked);

    [Theory]
    [InlineData("She waited… and waited. |Then it came.")]
    [InlineData("She waited ... and left. |I saw it.")]
    [InlineData("He trailed off... |Then he stood up.")]
    [InlineData("It was a lot. … |We were tired.")]
    [InlineData("It was a lot. . . . |We were tired.")]
    public void Ellipses_end_one_before_a_capital(string marked) => Check(marked);

    [Theory]
    [InlineData("“It is over,” she said. |“We won.” |He nodded.")]
    [InlineData("\"It is over.\" |He nodded. |\"Good.\"")]
    [InlineData("“Why now?” he asked. |“Why not!” she said.")]
    [InlineData("“Why now?” Prime Minister Ann Lowe said. |Nobody spoke.")]
    [InlineData("“Why now?” |He did not know.")]
    [InlineData("They left (it was late.) |The end came (did it?) Monday.")]
    [InlineData("(They left.) |The room was empty.")]
    [InlineData("‘We won.’ |Then they danced.")]
    [InlineData("It was fine.[12] |The rest was not.[3]")]
    [InlineData("“It ended. ” |They went home.")]
    [InlineData("It asks \"Who are you?\" of everyone.")]
    public void Quotes_and_brackets_close_with_their_sentence(string marked) => Check(marked);

    [Theory]
    [InlineData("Storm hits coast\n\n|Thousands fled on Monday")]
    [InlineData("Storm hits coast\n|Thousands fled on Monday.\n|They went north.")]
    [InlineData("By Ann Lowe\r\n\r\n|NEW YORK — Shares fell.")]
    [InlineData("Made by Brill Inc.\n|Shares rose on Monday.")]
    [InlineData("a line that goes\non in lower case")]
    [InlineData("He spoke of the\nWhite House and left,\nBrown said.")]
    [InlineData("What to bring:\n|- A coat\n|- a hat\n|• boots")]
    [InlineData("1. Vote early\n|2. Vote once\n|3) Go home")]
    [InlineData("One\u2029|Two\u2028|Three")]
    [InlineData("The plane that left from the northern city on Monday carried\nforty people and their luggage, said the mayor and President\n"
        + "Lowe, who was there to see them go. |Snow fell on the tracks of\nthe old line all day.\n\n|More on this later")]
    public void Lines_end_one_unless_they_go_on(string marked) => Check(marked);

    [Theory]
    [InlineData("They ended the talks.|The envoy left.")]
    [InlineData("“We ended it.”|The envoy left. |It was 2019.|Nobody came.")]
    [InlineData("Book it on Booking.com or Example.Com today. |See www.example.org/a.B for more.")]
    [InlineData("He likes Node.js and version 2.5.1 of it.")]
    [InlineData("iPhone sales fell. |iPads did well. |eBay too.")]
    [InlineData("Yahoo! shares rose. |Yahoo! Finance wrote it. |Oh! |Really?")]
    public void A_missing_space_is_no_matter_and_host_names_stay_whole(string marked) => Check(marked);

    [Theory]
    [InlineData("Der 2. Weltkrieg (2. Weltkrieg) war da lange vorbei. |Das ist die 1. Fassung.")]
    [InlineData("Die 4. Etappe endet in Bern. |Regen fiel.")]
    [InlineData("Der Klub spielt in der 1. Bundesliga und nicht in der 2. Liga. |Er ist der beste.")]
    [InlineData("Es war das II. Vatikanische Konzil, und es ist lange her. |Der Papst war alt.")]
    [InlineData("Die Zahl der Toten ist auf 45 gestiegen. |Zuvor war sie nicht 15. |Polizisten und Helfer sind im Einsatz.")]
    [InlineData("Die Zahl stieg auf 45. |Danach fiel sie nicht mehr.")]
    [InlineData("Er war der 3. |Sie war nicht da und auch nicht im Haus.")]
    [InlineData("Służył w 5. Dywizji Piechoty, a to jest historia. |Zginęło 15. |Policja nie mówi więcej.")]
    [InlineData("Bylo to na 5. Festivalu v Praze a je to za námi. |Podle tzv. Velké smlouvy je to jen pro 15. |Policie to vyšetřuje.")]
    [InlineData("Det er den 2. Verdenskrig, og det var f.eks. Holland som ikke var med. |Han kom.")]
    [InlineData("A 2. Világháború után ez volt az ún. Nagy híd, és nem más. |A folyó mély.")]
    [InlineData("Volgens dhr. Jansen is het niet de brug van o.a. Philips. |Hij zegt het.")]
    [InlineData("A Exma. Sra. Silva não é da Rua 25. |O rio está alto.")]
    public void An_ordinal_or_an_abbreviation_of_another_language_ends_no_sentence(string marked) => Check(marked);

    [Fact]
    public void Of_english_a_number_ends_a_sentence() => Check("The toll rose to 15. |Festival guests were among them. |It was the 3. |Divisions ended in May.");

    [Theory]
    [InlineData("今日は雨。|明日は晴れ！|本当？|はい")]
    [InlineData("Переговори тривають. |Про це пише преса.")]
    [InlineData("هل انتهت المحادثات؟ |نعم.")]
    [InlineData("ទីក្រុងបិទអាង។|អាងបើកថ្ងៃសុក្រ។")]
    [InlineData("မြို့က ပိတ်သည်။ |သောကြာနေ့ ဖွင့်မည်။")]
    [InlineData(
        "สภาเมืองแถลงเมื่อวันจันทร์ว่าสะพานไม้เก่าที่ท่าเรือจะปิดซ่อมแซมนานหกสัปดาห์เพราะเสาสองต้นผุพังจากน้ำท่วมเมื่อปีที่แล้ว |"
        + "ชาวบ้านต้องข้ามแม่น้ำด้วยเรือข้ามฟาก")]
    [InlineData("สะพานปิด ชาวบ้านใช้เรือ")]
    public void Other_scripts_have_sentences_too(string marked) => Check(marked);

    [Theory]
    [InlineData("Аварія сталася на вул. Шевченка біля мосту. |Двоє в лікарні.")]
    [InlineData("Музей ім. Франка відкрито. |Вхід вільний.")]
    [InlineData("Про це сказав голова Львівської обл. Петро Мороз. |Він чекає.")]
    [InlineData("Зустріч була у Львівській обл. |Вона тривала годину.")]
    [InlineData("У березні 2024 р. Львів купив автобуси. |Їх тридцять.")]
    [InlineData("Міст збудували 5 травня 1981 р. |Архітектор помер.")]
    [InlineData("Ремонт коштує 40 млн. грн. |За рік його закінчать.")]
    [InlineData("Виступили проф. Гнатюк, акад. Мороз та ген. Сич. |Зал був повний.")]
    [InlineData("Згідно з ч. 2 ст. 7 закону, рішення чинне. |Суд згоден.")]
    [InlineData("Купили столи, стільці і т. д. |Він усе записав.")]
    [InlineData("У м. Стрий та с. Дуби немає світла. |Бригади їдуть.")]
    [InlineData("Площа ділянки 40 кв. м. |Вона порожня.")]
    [InlineData("До міста прибув полк. |Він стоїть у лісі.")]
    [InlineData("Пожар начался на ул. Мира в г. Туле. |Пострадавших нет.")]
    [InlineData("В 2024 г. Тула купила трамваи. |Их десять.")]
    [InlineData("Школа им. Чехова, в т. ч. спортзал, закрыта. |Дети дома.")]
    [InlineData("Он родился в 1981 г. |Умер в Туле.")]
    [InlineData("На бульв. Мира, під. 2, пов. 5 сталася пожежа, сказав адв. Гнатюк. |Його чекають.")]
    [InlineData("Die Ges. Huber im Kr. Soltau klagt nicht. |Das dauert.")]
    [InlineData("Am 12. Mai wurde der Tunnel geöffnet. |Er kostete 30 Mio. Euro.")]
    [InlineData("Der 3. Senat tagt heute. |Das Urteil ist offen.")]
    [InlineData("Die Firma Huber & Co. KG liefert z. B. Rohre. |Das dauert.")]
    [InlineData("Dr. Huber und Fr. Lang kamen, d. h. alle waren da. |Die Sitzung begann.")]
    [InlineData("Das Haus steht in der Hauptstr. 5. |Es ist alt.")]
    [InlineData("M. Petit a vu Mme. Leroy et Mgr. Blanc. |Elle était contente.")]
    [InlineData("La Sra. Ruiz vive en EE. UU. desde enero. |Trabaja en Miami.")]
    [InlineData("El Dr. Ruiz y la Dra. Gil llegaron a la Avda. Colón. |No hablaron.")]
    [InlineData("Il sig. Rossi e il dott. Bianchi sono in via Roma. |La riunione è finita.")]
    [InlineData("Il prof. Neri è stato con l'avv. Verdi. |Il giudice decide.")]
    [InlineData("Wypadek na ul. Długiej był o godz. 8. |Nie ma rannych.")]
    [InlineData("W 2024 r. Gdańsk kupił tramwaje. |To jest dużo.")]
    [InlineData("Prof. Nowak i gen. Lis byli na pl. Wolności, m.in. z premierem. |Oni nie mówili.")]
    [InlineData("Prof. Dr. Kaya ve Doç. Demir geldi. |Bu bir ilk.")]
    [InlineData("Dün 3. Ordu ve Av. Yılmaz için bir gün oldu. |Bu da geçti.")]
    [InlineData("Збори пройшли у буд. 12 на бул. Лесі Українки. |Прийшло сорок людей.")]
    [InlineData("Лікарня ім. св. Луки прийняла 3 тис. Пацієнтів багато. |Лікарів мало.")]
    [InlineData("Заст. Голови ради О. Мельник пішов. |Чому, він не сказав.")]
    [InlineData("Книжка вийшла 1998 р. |Автор живе в Луцьку.")]
    [InlineData("Дом на пл. Победы и просп. Мира сдали. |Жильцы рады.")]
    [InlineData("Ущерб составил 5 млн руб. |Его возместят.")]
    [InlineData("Река течёт в Калужской обл. |Она мелкая.")]
    [InlineData("Der Verein Bau e. V. hat ca. 200 Mitglieder. |Er wächst.")]
    [InlineData("Am 1. Advent kommt der Chor. |Das Konzert ist frei.")]
    [InlineData("Das Gesetz gilt nach Art. 3 Abs. 2 weiter. |Die Partei klagt.")]
    [InlineData("Die Messe, u. a. mit Prof. Kern, beginnt um 9 Uhr. |Sie dauert bis zum 4. Juli.")]
    [InlineData("Le Dr. Blanc habite av. Foch. |Il est content.")]
    [InlineData("La loi, cf. art. 4, est votée. |Elle est claire.")]
    [InlineData("El art. 4 de la ley dice que no. |Nadie la cumple.")]
    [InlineData("La casa está en Avda. Goya núm. 3. |Es muy vieja.")]
    [InlineData("Il dott. Verdi abita in v.le Mazzini. |Non apre.")]
    [InlineData("Il dott. Verdi ha lo studio in v.le Mazzini.")]
    [InlineData("L'on. Bianchi e la dott.ssa Rossi sono in p.zza Duomo. |Il voto è domani.")]
    [InlineData("Il fatto è del sec. XIX e non del sec. XX. |La data è incerta.")]
    [InlineData("Zebranie jest w woj. Lubelskim, tj. na wschodzie. |To daleko.")]
    [InlineData("Spotkanie z ks. Markiem i dr. Wilkiem jest w sali nr 3. |Wstęp jest wolny.")]
    [InlineData("Toplantı Atatürk Cad. No. 5 adresinde ve saat 10 için. |Bu son olacak.")]
    [InlineData("Prof. Dr. Ak ile Yrd. Doç. Er ve bir ekip geldi. |Onlar da konuştu.")]
    public void Abbreviations_of_other_languages_do_not(string marked) => Check(marked);

    [Theory]
    [InlineData("Ціна виросла на 5 грн. за літр. |Водії незадоволені.")]
    [InlineData("Зустріч відбудеться 5 трав. 2026 р. у м. Рівне. |Вхід вільний.")]
    [InlineData("Човен перекинувся на оз. Синевир. |Людей врятували.")]
    [InlineData("Рыбаки вышли на оз. Ильмень. |Ветер был слабым.")]
    [InlineData("Hekim ile Av. Can Demir ve iki kişi geldi. |Onlar da konuştu.")]
    [InlineData("Prof. dr hab. Jan Kos jest w szpitalu im. Jana Lema. |Mieszka w Łomży.")]
    [InlineData("Doç. Ela Ak köye ait kabı buldu. |Kap şimdi müzede.")]
    [InlineData("El Excmo. Sr. Gil llegó a la plaza con su hijo. |Lo esperaban.")]
    [InlineData("Він мешкає на вул. Г. Сковороди, буд. 5, кв. 12. |Сусіди його знають.")]
    [InlineData("Пам’ятник Т. Г. Шевченку відкрили. |Прийшли сотні людей.")]
    [InlineData("Про це заявив прем’єр-міністр Д. Шмигаль. |Уряд погодився.")]
    [InlineData("У т. зв. Бункері знайшли зброю. |Слідство триває.")]
    [InlineData("Площа поля 12 га. |Його засіяли.")]
    [InlineData("Народився бл. 1890 р. у Полтаві. |Помер молодим.")]
    [InlineData("Місто згадане у V ст. до н. е. |Потім воно зникло.")]
    [InlineData("Вул. Соборна перекрита. |Об’їзд є.")]
    [InlineData("Див. стор. 5 звіту. |Там усе є.")]
    [InlineData("Капітан І рангу В. Мельник і майор С. Лис живі. |Штаб це підтвердив.")]
    [InlineData("Указ № 5 від 3 черв. 2026 р. набув чинності. |Його текст відкритий.")]
    [InlineData("Он живёт на наб. Фонтанки, д. 5, корп. 2. |Дом старый.")]
    [InlineData("Премьер М. Мишустин подписал указ. |Документ опубликован.")]
    [InlineData("Роман А. С. Пушкина издали. |Тираж мал.")]
    [InlineData("Гл. врач больницы и зам. министра приехали. |Встреча закрыта.")]
    [InlineData("Город основан в IV в. до н. э. |Он пал через век.")]
    [InlineData("Сумма – 3,5 млрд долл. США. |Срок – год.")]
    [InlineData("Т. к. мост закрыт, едут в объезд. |Пробки большие.")]
    [InlineData("См. рис. 4 и табл. 2. |Данные за год.")]
    [InlineData("Бывш. мэр г. Тулы задержан. |Суд завтра.")]
    [InlineData("Ст. лейтенант П. Орлов и мл. сержант Лис награждены. |Церемония прошла вчера.")]
    [InlineData("Пос. Лесной и дер. Ольховка без света. |Бригады едут.")]
    [InlineData("Ul. Piękna jest zamknięta. |Objazd prowadzi przez os. Leśne.")]
    [InlineData("Spółka Alfa Sp. z o.o. kupiła zakład. |Cena jest tajna.")]
    [InlineData("Pociąg odjeżdża ok. godz. 9 z dw. Centralnego. |Bilety są drogie.")]
    [InlineData("Ur. w 1950 r. w Łodzi. |Zm. w Krakowie.")]
    [InlineData("Kpt. Kowalski i por. Zieliński nie żyją. |Pogrzeb jest jutro.")]
    [InlineData("Ustawa z dn. 5 maja, zob. str. 3, jest nieważna. |Sejm się zbierze.")]
    [InlineData("Das Urteil des BGH (Az. 3 StR 5/20) ist rechtskräftig. |Die Richter schwiegen.")]
    [InlineData("Sie wohnt in St. Gallen bzw. Zürich. |Das ist bekannt.")]
    [InlineData("Gem. § 5 Abs. 1 Nr. 2 StGB ist das strafbar. |Der Anwalt widerspricht.")]
    [InlineData("Es kamen ca. 300 Menschen, inkl. Kinder. |Es regnete.")]
    [InlineData("Der Abg. Müller und Staatssekr. a. D. Weber stritten. |Der Saal lachte.")]
    [InlineData("Er kam mit dem Zug am Sa., 5. Okt. 2024, an. |Er blieb lange.")]
    [InlineData("Am 24. Dez. 2023 war die Kirche voll. |Alle sangen.")]
    [InlineData("Um 8.30 Uhr begann der 10. Verhandlungstag. |Die Zeugen fehlten auch.")]
    [InlineData("Die Fa. Bauer GmbH i. L. und die Gebr. Wolf OHG schließen. |Das ist das Ende.")]
    [InlineData("Der Vors. Richter und die Staatsanw. Kern schwiegen nicht. |Das Gericht tagt.")]
    [InlineData("Ils sont à St. Denis et au bd. Voltaire. |Il pleut.")]
    [InlineData("MM. Petit et Blanc sont partis. |Ils ont dit adieu.")]
    [InlineData("Mlle. Roux et le Pr. Noir ont gagné. |Elle est ravie.")]
    [InlineData("Le vol no. 12 et le chap. 3 sont prêts. |Il part ce soir.")]
    [InlineData("El Gral. Díaz y el Cnel. Paz llegaron. |Nadie habló.")]
    [InlineData("La empresa Sol S.A. de C.V. cerró en ago. 2024. |Los obreros protestan.")]
    [InlineData("El Ing. Pérez, el Lic. Soto y la Profa. Luna votaron. |Ganó el no.")]
    [InlineData("El partido fue a las 9 p. m. en la capital. |Llovió mucho.")]
    [InlineData("Hay aprox. 300 casas en el barrio, p. ej. en Lima. |Son caras.")]
    [InlineData("Murió en el s. III a. C. en Roma. |Era joven.")]
    [InlineData("Il gen. Conti e il col. Mari sono a S. Marco. |La piazza è chiusa.")]
    [InlineData("L'ing. Galli abita nel palazzo di c.so Italia, n. 5. |Non è in casa.")]
    [InlineData("La Alfa S.p.A. ha ca. 300 dipendenti. |È in crisi.")]
    [InlineData("Il card. Rossi e mons. Bianchi sono a Roma. |Il papa tace.")]
    [InlineData("Org. Kaya ve Alb. Demir Ankara'ya geldi. |Görüşme uzun sürdü.")]
    [InlineData("Kent M.Ö. 300'de yıkıldı. |Sonra yeniden kuruldu.")]
    [InlineData("Dr. Öğr. Üyesi Ak ve bir ekip geldi. |Salon doluydu.")]
    [InlineData("O Sr. Silva e a Dra. Costa moram na Av. Brasil, n.º 5. |A rua é longa.")]
    [InlineData("O Cel. Souza e o Eng. Lima chegaram. |Ninguém falou.")]
    [InlineData("Mr. Bakker en mw. De Vries wonen aan de gracht nr. 5. |Het is duur.")]
    [InlineData("Ing. Novák a MUDr. Svobodová bydlí v ul. Dlouhá. |Dům je starý.")]
    [InlineData("Firma Alfa s. r. o. stavěla tzv. Nový most, který je na řece. |Stál 5 mil. Kč.")]
    [InlineData("Гэта было на вул. Леніна ў г. Мінску. |Ніхто не загінуў.")]
    [InlineData("Bl.a. Volvo och t.ex. Ericsson var med. |Det regnade.")]
    public void Nor_do_more_of_them(string marked) => Check(marked);

    [Theory]
    [InlineData("Огорожа парку коштує 90 тис. грн. |Кошти зібрали мешканці.")]
    [InlineData("Потяг стояв 25 хв. |Провідники роздали воду.")]
    [InlineData("Привезли дошки, цвяхи і т. д. |Майстри почали зранку.")]
    [InlineData("Привезли дошки, цвяхи і т. п. |Майстри почали зранку.")]
    [InlineData("Лист підписали Бойко, Лисенко та ін. |Рада відповіла відмовою.")]
    [InlineData("Башту звели у XV ст. |Руїни стоять досі.")]
    [InlineData("Сбор составил 60 млн руб. |Отчёт опубликуют.")]
    [InlineData("Выступили Орлов, Белов и др. |Зал аплодировал.")]
    [InlineData("Bilet do muzeum kosztuje 12 zł. |Dzieci nie płacą za wstęp.")]
    [InlineData("Na stole był chleb, ser i mleko itd. |Goście nie jedli.")]
    [InlineData("Bu kitap, defter ve kalem vb. |Okul hepsini verdi.")]
    [InlineData("Les pommes et les poires, etc. |Madame Roux les vend sur la place.")]
    [InlineData("She bought rope, tar, etc. |Boats are dear.")]
    public void A_measure_behind_its_number_and_the_end_of_a_list_end_a_sentence_before_a_capital(string marked) => Check(marked);

    [Theory]
    [InlineData("У XV ст. Київ відбудовували.")]
    [InlineData("За 90 грн. Ольга купила книжку.")]
    [InlineData("Це коштує 4 млн дол. США за штуку.")]
    [InlineData("О 9 год. Ірина Лис відкриє виставку.")]
    [InlineData("Письмо подписал Дж. Робинсон. |Ответа нет.")]
    [InlineData("Das Haus der Fa. Kern kostet rd. 3 Mio. Euro und ist nicht verkauft.")]
    [InlineData("Generał dyw. Jan Wilk nie jest już w kraju.")]
    [InlineData("Др. Иван Лесов принимает по средам.")]
    [InlineData("Указ от 7 февр. 2023 года и чл.-корр. Анна Рысь.")]
    public void Where_it_belongs_to_what_follows_it_ends_none(string marked) => Check(marked);

    [Theory]
    [InlineData("Дохід виріс за год. |Банк задоволений.")]
    [InlineData("Гости сели за стол. |Хозяин молчит.")]
    [InlineData("На обід був рис. |Школярі поїли, див. рис. 4.")]
    [InlineData("Спасатели нашли 12 тел. |Полиция ищет родных.")]
    [InlineData("Озеро завглибшки 40 м. |Водолази працюють, адреса: вул. Лугова, 3 м. Рівне.")]
    [InlineData("Нар. арт. Ольга Рись та реж. Ілля Сом отримали нагороди.")]
    [InlineData("Der Stadtrat und der Vizebgm. Kern sind nicht da, die Hst. Marktplatz ist tägl. Ziel der Gäste.")]
    [InlineData("Sie ist eine Meisterin ihrer Art. |Kritiker loben das Werk nicht.")]
    [InlineData("L'homme aime l'art. |Sophie aime la danse dans la rue, cf. art. IV de la loi.")]
    [InlineData("El rey nació el año 40 d. C. |Murió en Roma con la reina.")]
    [InlineData("En el año 40 d. C. Roma no era la de hoy.")]
    [InlineData("To jest dom z lat 60. XX wieku, a w latach 80. Gdynia go nie miała. |Ma 15. |Adam nie wie.")]
    [InlineData("Byl to velký trh. |Jana se na něj podívala.")]
    [InlineData("Він повернувся в Крим. |Путін мовчить.")]
    [InlineData("Пчеловод продал мёд и мед. |Компания молчит до сих пор. |Суд молчит.")]
    [InlineData("Il aime le jeu. |Paul joue avec les enfants dans les prés. |Elle lit.")]
    public void A_word_is_an_abbreviation_where_its_letters_or_its_neighbours_tell(string marked) => Check(marked);

    [Theory]
    [InlineData("Ремонт на майд. Незалежності та узв. Паркової закінчать у травні. |Про це сказав прок. Ілля Лис.")]
    [InlineData("Каф. Фізики очолив асист. Павло Рись, див. мал. 3. |Лекція завтра.")]
    [InlineData("Лікар мал. |Пацієнт великий.")]
    [InlineData("Швидкість була 90 км на год. |Водій не гальмував.")]
    [InlineData("Прап. Орлов и мичм. Белов вошли в под. Лесной. |Их ждали.")]
    [InlineData("Der Oberstaatsanw. Kern und der Polizeipräs. Lang sind nicht da. |Das Treffen auf dem Schlosspl. Süd ist aus.")]
    [InlineData("Die Feier ist auf dem Rathauspl. |Der Eintritt ist frei.")]
    [InlineData("Le capt. Roux et le préf. Blanc sont à la caserne. |Il pleut sur la ville.")]
    [InlineData("La loi, art. L. 121-1 et art. R123 du code, est claire. |Elle est votée.")]
    [InlineData("La alfz. Ruiz y el subte. Gil viven en la ctra. Real, edif. Sol. |No hablaron.")]
    [InlineData("La visita es el mié. 5 y el sáb. 8 en el hosp. Central. |Es gratis.")]
    [InlineData("L'isp. Neri e il sottosegr. Verdi sono alla sez. Penale. |Il processo è domani.")]
    [InlineData("Podinsp. Lis i st. kpr. Wilk są na skw. Jana Lema. |To jest niedaleko.")]
    [InlineData("Na zdjęciu, fot. Jan Kos, jest nowy most. |Ma być otwarty w maju.")]
    [InlineData("Samochód jechał 90 km na godz. |Policja nie zna kierowcy.")]
    [InlineData("Üçvş. Can Tan ve Müf. Ela Ak bu köy için geldi. |Onlar da konuştu.")]
    [InlineData("O maj. Costa e o insp. Lima moram na estr. Velha, conj. Sol. |Não falaram.")]
    [InlineData("O ten. Cel. Moraes não falou com a imprensa. |Ele está bem.")]
    [InlineData("Volgens insp. Smit en wethl. De Vries is het niet de brug van de fam. Jansen. |Hij zegt het.")]
    [InlineData("Das Büro von Landr. Kern liegt im 3. Stock. |Der Aufzug ist außer Betrieb und nicht neu.")]
    [InlineData("El fiscal de distr. Gil no habla con la prensa. |Es tarde.")]
    [InlineData("La sede è in corso Dante, ang. Via Verdi. |Non è aperta.")]
    [InlineData("Квитки продає авіакомп. Лелека, а не комп. Рись. |Ціна не змінилась.")]
    [InlineData("Podle npor. Malé a nprap. Dlouhého je to na nábř. Míru, které je za řekou. |Policie mlčí.")]
    public void Ranks_offices_and_addresses_of_other_languages_end_none(string marked) => Check(marked);

    [Theory]
    [InlineData("На полі десять команд. |Перемога одна.")]
    [InlineData("Pomidor ma kolor jak mak. |Kucharz nie wie, co z nim robić.")]
    [InlineData("Ha scritto il primo assist. |Rossi ha segnato nella ripresa.")]
    [InlineData("He counted to ten. |Nobody came.")]
    public void Words_that_look_like_them_end_one(string marked) => Check(marked);

    [Fact]
    public void A_stretch_is_split_by_itself()
    {
        const string text = "One. Two. Three. Four.";
        Assert.Equal(["wo.", "Three"], SentenceSplitter.Split(text, new TextSpan(6, 15)).Select(span => span.In(text)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SentenceSplitter.Split(text, new TextSpan(0, 99)));
    }

    [Fact]
    public void Sentences_cover_all_but_white_space_in_order()
    {
        foreach (var text in Texts.Random(10_000, 80))
        {
            var last = 0;
            foreach (var sentence in SentenceSplitter.Split(text))
            {
                Assert.True(string.IsNullOrWhiteSpace(text[last..sentence.Start]));
                Assert.True(sentence.Length > 0);
                Assert.False(char.IsWhiteSpace(text[sentence.Start]) || char.IsWhiteSpace(text[sentence.End - 1]));
                last = sentence.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[last..]));
        }
    }

    [Fact]
    public void A_long_sentence_is_cut_at_a_clause()
    {
        var text = string.Concat(Enumerable.Repeat("word word word word, ", 500));
        var sentences = SentenceSplitter.Split(text);
        Assert.All(sentences, sentence => Assert.True(sentence.Length <= SentenceSplitter.MaxSentenceLength && text[sentence.End - 1] == ','));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("😀")]
    [InlineData(".")]
    [InlineData(". ")]
    [InlineData("a. ")]
    [InlineData(".”")]
    [InlineData(". \"")]
    [InlineData("a\n")]
    [InlineData(" \n")]
    [InlineData("a b      \n")]
    [InlineData("?” Smith Smith Smith ")]
    [InlineData("\0")]
    public void Ten_megabytes_of_anything_take_linear_time(string unit)
    {
        var text = new StringBuilder().Insert(0, unit, 5_000_000 / unit.Length).ToString();
        var last = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            Assert.True(text.AsSpan(last, sentence.Start - last).IsWhiteSpace());
            Assert.True(sentence.Length <= SentenceSplitter.MaxSentenceLength && !char.IsLowSurrogate(text[sentence.Start]));
            last = sentence.End;
        }

        Assert.True(text.AsSpan(last).IsWhiteSpace());
    }

    private static void Check(string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        var expected = marked.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(expected, SentenceSplitter.Split(text).Select(span => span.In(text)));
    }
}
