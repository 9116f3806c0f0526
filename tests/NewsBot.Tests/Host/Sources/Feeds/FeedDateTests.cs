using System.Globalization;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 1 Jan 2004 19:48 GMT", "2004-01-01T19:48:00Z")]
    [InlineData("01 Jan 2004 19:48:21 +0200", "2004-01-01T17:48:21Z")]
    [InlineData("Thu, 01 Jan 04 19:48:21 EST", "2004-01-02T00:48:21Z")]
    [InlineData("Wed, 31 Dec 97 23:59 PDT", "1998-01-01T06:59:00Z")]
    [InlineData("Someday, 01 January 2004 19:48:21 UTC+1", "2004-01-01T18:48:21Z")]
    [InlineData("Thu,01 Jan 2004 19:48:21 GMT-03:30", "2004-01-01T23:18:21Z")]
    [InlineData("Thu, Jan 01 2004 19:48:21 Z", "2004-01-01T19:48:21Z")]
    [InlineData("Jan. 1, 2004 7:48 PM", "2004-01-01T19:48:00Z")]
    [InlineData("January 1, 2004 12:05 AM EST", "2004-01-01T05:05:00Z")]
    [InlineData("01 Jan 2004", "2004-01-01T00:00:00Z")]
    [InlineData("1-Jan-04 19:48:21", "2004-01-01T19:48:21Z")]
    [InlineData("03 Apr 02 1500 GMT", "2002-04-03T15:00:00Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21.25 CET", "2004-01-01T18:48:21.25Z")]
    [InlineData("Thu, 01 Jan 2004 24:00:00 GMT", "2004-01-02T00:00:00Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 Etc/GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 Nowhere", "2004-01-01T19:48:21Z")]
    public void Mail_dates_are_read_with_their_slips(string text, string expected) => Assert.Equal(At(expected), FeedDate.Read(text));

    [Theory]
    [InlineData("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31t10:14:55z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31T10:14:55.123-08:00", "2003-12-31T18:14:55.123Z")]
    [InlineData("2003-12-31T10:14:55,5+0530", "2003-12-31T04:44:55.5Z")]
    [InlineData("2003-12-31T10:14+01", "2003-12-31T09:14:00Z")]
    [InlineData("2003-12-31 10:14:55 EST", "2003-12-31T15:14:55Z")]
    [InlineData("2003-12-31T10:14:55 +01:00", "2003-12-31T09:14:55Z")]
    [InlineData("2003-12-31T10Z", "2003-12-31T10:00:00Z")]
    [InlineData("2003-12-31", "2003-12-31T00:00:00Z")]
    [InlineData("2003-12", "2003-12-01T00:00:00Z")]
    [InlineData("2003", "2003-01-01T00:00:00Z")]
    [InlineData("20031231", "2003-12-31T00:00:00Z")]
    [InlineData("20031231T101455Z", "2003-12-31T10:14:55Z")]
    [InlineData("031231", "2003-12-31T00:00:00Z")]
    [InlineData("03-12-31", "2003-12-31T00:00:00Z")]
    [InlineData("2003-365", "2003-12-31T00:00:00Z")]
    [InlineData("2004366", "2004-12-31T00:00:00Z")]
    [InlineData("03335", "2003-12-01T00:00:00Z")]
    [InlineData("2004-W01-1", "2003-12-29T00:00:00Z")]
    [InlineData("2004W537", "2005-01-02T00:00:00Z")]
    [InlineData("2003-02-31T10:14:55Z", "2003-02-28T10:14:55Z")]
    [InlineData("2003-12-31T23:59:60Z", "2004-01-01T00:00:00Z")]
    [InlineData("2004-07-08 23:56:58.7", "2004-07-08T23:56:58.7Z")]
    public void Iso_dates_are_read_in_all_their_forms(string text, string expected) => Assert.Equal(At(expected), FeedDate.Read(text));

    [Theory]
    [InlineData("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21Z")]
    [InlineData("Thu Jan 01 19:48:21 +0100 2004", "2004-01-01T18:48:21Z")]
    [InlineData("Fri, 2004/01/02 08:19:53 EDT", "2004-01-02T12:19:53Z")]
    [InlineData("1/2/2004 5:26:03 PM", "2004-01-02T17:26:03Z")]
    [InlineData("31/12/2003 10:14", "2003-12-31T10:14:00Z")]
    [InlineData("31.12.2003 10:14", "2003-12-31T10:14:00Z")]
    [InlineData("2004년 05월 28일  01:31:15", "2004-05-27T16:31:15Z")]
    [InlineData("2004-05-25 오후 11:23:17", "2004-05-25T14:23:17Z")]
    [InlineData("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z")]
    [InlineData("2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z")]
    [InlineData("Do, 01 März 2012 10:00:00 MEZ", "2012-03-01T09:00:00Z")]
    [InlineData("jeu, 05 févr. 2015 10:00:00 +0100", "2015-02-05T09:00:00Z")]
    public void Dates_of_programs_and_other_languages_are_read(string text, string expected) => Assert.Equal(At(expected), FeedDate.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("12:30")]
    [InlineData("2003-13-01")]
    [InlineData("32 Jan 2004")]
    [InlineData("2003-12-31T99:14:55Z")]
    [InlineData("99999999999999999999 Jan 2004")]
    [InlineData("2003-400")]
    public void What_is_no_date_is_none(string? text) => Assert.Null(FeedDate.Read(text));

    private static DateTimeOffset At(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture);
}
