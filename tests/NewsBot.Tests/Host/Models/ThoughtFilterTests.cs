using NewsBot.Models;

namespace NewsBot.Tests.Host.Models;

public sealed class ThoughtFilterTests
{
    [Theory]
    [InlineData("Talks resume.")]
    [InlineData("<think>Passage [k7f2m] says so.</think>Talks resume.")]
    [InlineData("<THINK>One.</THINK><thinking>Two < three.</thinking>Talks resume.")]
    [InlineData("[THINK]Passage [k7f2m] says so.[/THINK]Talks resume.")]
    [InlineData("◁think▷Well.◁/think▷Talks resume.")]
    [InlineData("<|channel|>analysis<|message|>Well.<|end|><|start|>assistant<|channel|>final<|message|>Talks resume.")]
    [InlineData("Passage [k7f2m] says so.</think>Talks resume.")]
    [InlineData("Talks resume.<think>Is it so?")]
    public void What_is_said_is_left(string reply) => Assert.Equal("Talks resume.", Read(reply));

    [Theory]
    [InlineData("<think>Passage [k7f2m] says", "")]
    [InlineData("It is 3 < 4 [k7f2m] and <b>", "It is 3 < 4 [k7f2m] and <b>")]
    public void What_is_no_thought_stays(string reply, string expected) => Assert.Equal(expected, Read(reply));

    [Fact]
    public void What_was_thought_is_measured()
    {
        var filter = new ThoughtFilter();
        Assert.Equal(("", false, 5), filter.Take("<think>12345</think>"));
        Assert.Equal(("67890", false, 0), filter.Take("67890"));
    }

    private static string Read(string reply)
    {
        var said = "";
        foreach (var size in new[] { 1, 3, 1000 })
        {
            var filter = new ThoughtFilter();
            said = "";
            foreach (var piece in reply.Chunk(size))
            {
                var (text, startsOver, _) = filter.Take(new string(piece));
                said = (startsOver ? "" : said) + text;
            }

            said += filter.Complete();
            if (size < 1000)
                Assert.Equal(said, ReadWhole(reply));
        }

        return said;
    }

    private static string ReadWhole(string reply)
    {
        var filter = new ThoughtFilter();
        return filter.Take(reply).Text + filter.Complete();
    }
}
