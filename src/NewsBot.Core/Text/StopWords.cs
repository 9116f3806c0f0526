using System.Collections.Frozen;

namespace NewsBot.Core.Text;

/// <summary>The English, Ukrainian and Russian words, and the Japanese particles, that carry grammar and no topic.</summary>
public static class StopWords
{
    // 'may' is left out: in news it is a month at least as often as a verb.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = """
        a an the
        i me my mine myself we us our ours ourselves you your yours yourself yourselves
        he him his himself she her hers herself it its itself they them their theirs themselves one
        this that these those such here there
        who whom whose which what when where why how whatever whoever whichever whenever wherever
        am is are was were be been being have has had having do does did doing done
        will would shall should can could might must ought
        isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't won't wouldn't shan't shouldn't
        can't cannot couldn't mightn't mustn't needn't ain't
        i'm you're we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd it'd
        i'll you'll he'll she'll it'll we'll they'll that'll there'll who'll who'd
        and or but nor so yet if then than because while although though unless until since whether as
        about above across after against along among around at before behind below beneath beside between beyond by
        down during for from in inside into near of off on onto out over per through throughout to toward towards
        under up upon via with within without
        not no any some each every either neither both all more most other another same own too very just only also even
        again once ever
        що хто кого кому ким чого чому чим де куди звідки коли як який яка яке які якии якого якоі якому яку яких скільки чи навіщо
        і и та але або бо тому якщо щоб у в на з із зі до від од за після перед під над про для через без при біля між серед
        не ні це цеи ця ці цього ціеі тои та те ті я ти він вона воно вони ми ви іх ього іі був була було були бути є буде
        розкажи розкажіть скажи скажіть
        что кто кем чего чем где куда откуда когда как какои какая какое какие какого каких сколько ли почему зачем
        но или если чтобы из со от по под об о к ко с во для а он она оно они мы вы это этот эта эти того был была было были быть будет
        の は が を に で と も へ や
        его ее расскажи расскажите скажите
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word is a function word: article, pronoun, auxiliary, preposition, conjunction, question word.</summary>
    /// <param name="folded">A word as <see cref="WordFolding"/> leaves it.</param>
    public static bool Contains(ReadOnlySpan<char> folded) => Words.Contains(folded);
}
