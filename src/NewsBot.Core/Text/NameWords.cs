using System.Collections.Frozen;
using Words = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;


namespace NewsBot.Core.Text;

/// <summary>Words that tell what a capitalised sequence is.</summary>
internal static class NameWords
{
    /// <summary>Capitalised at the start of a sentence only; never the first word of a name.</summary>
    public static readonly Words Starters = Set(
        "a an the this that these those it its it's he she they we you i i'm i've his her their our my your him them us who what when where why how which whose whom is are was were be been am do does did has have had can could will would shall should may might must if but and or nor so yet for in on at by to from with without of off over under about above across after against along amid among around as before behind below beneath beside besides between beyond despite down during except inside into like near onto out outside past per since than through throughout till toward towards until unlike up upon via within while whether though although because unless once not no yes never always often sometimes also then there here now just only even still again perhaps maybe however moreover meanwhile therefore thus instead otherwise indeed finally first second third last next later earlier today yesterday tomorrow tonight recently currently previously eventually according more most many much few several some any all both each every either neither other another such one two three four five six seven eight nine ten dozens hundreds thousands millions nearly almost roughly approximately former new old good great big high low early late read see watch click photo photos video image getty caption hide source credit share follow sign subscribe updated published breaking exclusive analysis opinion editorial please thanks hello let let's don't didn't doesn't isn't aren't wasn't can't couldn't won't wouldn't he's she's they're we're you're that's there's here's what's who's i'd i'll we've they've he'd she'd people officials police authorities experts scientists researchers investigators critics supporters protesters prosecutors lawmakers lawyers attorneys residents students workers voters families parents children women men doctors nurses teachers soldiers troops rescuers firefighters crews analysts economists investors companies prices inflation stocks shares sales temperatures rain snow winds make get take go come look think know want need try use find give tell ask keep help show play run move live believe bring happen write provide sit stand lose pay meet include continue set learn change lead understand stop create speak spend grow open walk win offer remember love consider appear buy wait serve die send expect build stay fall cut reach kill remain nothing something everything anything everyone someone anyone nobody somebody everybody none half part best worst women's men's");

    /// <summary>Small words inside a name, wherever they stand between two capitals.</summary>
    public static readonly Words Particles = Set("de la le del della di da das dos do du des van von der den ter ten bin ibn bint al el ul ur y zu af");

    /// <summary>Capitalised inside a sequence they begin a new one.</summary>
    public static readonly Words Breakers = Set("the a an in at on it he she they but and or if this that what how why when who we you i his her our my photo photos video prev next images");

    /// <summary>Their possessive is part of a name: 'Women's Health Organization'.</summary>
    public static readonly Words Owners = Set("women men children people girls boys veterans farmers teachers king queen workers writers nurses attorney");

    /// <summary>Heads of places.</summary>
    public static readonly Words PlaceHeads = Set("gulf strait bay isle city sea cape mount port state county town village republic kingdom district sultanate emirate");

    /// <summary>Heads that 'of', 'for' and 'on' join to what follows.</summary>
    public static readonly Words Heads = Set(
        "university department bank house ministry minister board court republic kingdom state states college institute institutes bureau center centers centre office council church gulf bay strait isle port city statue school museum academy society federation association union committee commission confederation hall order medal book knights daughters league world call game lord king house centre organization league library duchy emirate sea cape mount bay bill national tournament tower wall people's secretary archdiocese diocese duke duchess earl countess prince princess fellowship master search war battle march declaration treaty foundation fund coalition convention conference assembly chamber bachelor faculty home guardians pirates planet song story tale tales legend rings call district county town village commander speaker chairman joint chiefs arc avenue conservatory");

    /// <summary>Last words of bodies.</summary>
    public static readonly Words Bodies = Set(
        "inc corp corporation co company ltd llc plc group holdings university college institute institution school academy ministry party council department agency committee commission association organization organisation foundation federation union bank society club fc united court board bureau office authority administration service services network news times post journal press herald tribune gazette magazine media airlines airways motors pharmaceuticals pharma industries technologies systems partners capital ventures entertainment studios pictures records museum library hospital clinic church police guard army navy forces brigade battalion senate congress parliament assembly coalition alliance league team fund trust center centre laboratory laboratories labs project initiative institutes states committee caucus conference corps squad band orchestra choir communications energy electric oil financial insurance healthcare health brothers sons associates foods brands stores markets restaurants hotels resorts management command range builders academies commissioners prosecutors regulators supervisors airport-authority sun-times");

    /// <summary>Last words of places.</summary>
    public static readonly Words Places = Set(
        "river lake county island islands street avenue road boulevard park airport bridge mountain mountains beach valley square bay desert canal stadium arena sea ocean coast peninsula province district region forest creek falls canyon hills heights springs ridge harbor harbour port plaza tower palace castle cathedral highway drive lane glacier volcano reservoir dam gulf strait field garden gardens village township city base prison courthouse crater zoo hotel mall theater theatre speedway ranch");

    /// <summary>Last words of events.</summary>
    public static readonly Words Events = Set(
        "cup bowl olympics games championship championships open awards award festival war summit prix derby marathon day convention series finals tour revolution massacre uprising election elections referendum trial debate parade pageant tournament playoffs classic masters oscars emmys grammys pandemic crisis attack attacks agreement accord accords treaty week");

    /// <summary>First words of events.</summary>
    public static readonly Words EventHeads = Set("hurricane storm typhoon cyclone operation tropical battle olympics");

    /// <summary>What a person does right before or behind the name.</summary>
    public static readonly Words Acts = Set(
        "said says told tells who whose added adds tweeted wrote writes testified argued explained announced recalled joked posted replied insisted acknowledged admitted claimed denied warned vowed pleaded resigned married died noted tells thinks believes starred himself herself");

    /// <summary>Behind a first name they end it.</summary>
    public static readonly Words Generations = Set("jr sr ii iii iv");

    private static Words Set(string list) => list.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
