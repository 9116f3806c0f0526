using NewsBot.Core.Retrieval;

namespace NewsBot.Tests.Core.Retrieval;

public sealed class VectorCodesTests
{
    [Fact]
    public void No_number_is_off_by_more_than_half_the_scale()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var vector = MadeUpVectors.Unit(random, random.Next(1, 400));
            var codes = new sbyte[vector.Length];
            var scale = VectorCodes.Quantise(vector, codes);
            Assert.Equal(VectorCodes.Largest, codes.Max(code => Math.Abs((int)code)));
            Assert.All(vector.Zip(codes), pair => Assert.True(Math.Abs(pair.First - (pair.Second * scale)) <= (scale / 2) + 1e-6));
        }
    }

    [Fact]
    public void A_vector_of_zeros_has_codes_of_zero()
    {
        var codes = new sbyte[] { 1, 2, 3 };
        Assert.Equal(0, VectorCodes.Quantise(new float[3], codes));
        Assert.Equal(new sbyte[3], codes);
    }

    [Fact]
    public void Products_are_added_up_at_every_length_and_at_the_largest_codes()
    {
        var random = new Random(2);
        for (var length = 0; length < 300; length++)
        {
            var codes = Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128)).ToArray();
            var other = Enumerable.Range(0, length).Select(_ => (short)random.Next(-127, 128)).ToArray();
            Assert.Equal(codes.Zip(other).Sum(pair => pair.First * pair.Second), VectorCodes.Dot(codes, other));
            Assert.Equal(length * 127 * 127, VectorCodes.Dot([.. codes.Select(_ => (sbyte)127)], [.. other.Select(_ => (short)127)]));
            Assert.Equal(length * 128 * -127, VectorCodes.Dot([.. codes.Select(_ => sbyte.MinValue)], [.. other.Select(_ => (short)127)]));
        }
    }
}
