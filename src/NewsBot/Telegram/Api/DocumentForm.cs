using System.Net.Http.Headers;
using System.Text;
using NewsBot.Core.Chats;

namespace NewsBot.Telegram.Api;

/// <summary>The body of a <c>sendDocument</c> call: a form, since JSON carries no files.</summary>
internal sealed class DocumentForm : MultipartContent
{
    /// <summary>A form with the document as its last part.</summary>
    public DocumentForm(SendDocument document)
        : base("form-data")
    {
        // The service reads file names as raw UTF-8 and knows none of the ways around it (RFC 5987).
        HeaderEncodingSelector = (_, _) => Encoding.UTF8;
        Add("chat_id", document.ChatId.ToString());
        if (document.ThreadId is { } thread)
            Add("message_thread_id", thread.ToString());
        if (document.CaptionHtml is { } caption)
        {
            Add("caption", caption);
            Add("parse_mode", HttpBotApi.ParseMode);
        }

        var name = string.Concat(document.FileName.Select(unit => char.IsControl(unit) || unit is '"' or '\\' ? '_' : unit));
        Add("document", document.Content, $"; filename=\"{name}\"");
    }

    private void Add(string field, string value, string more = "")
    {
#pragma warning disable CA2000 // The form disposes its parts.
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
#pragma warning restore CA2000
        part.Headers.ContentType = new MediaTypeHeaderValue("text/plain", "utf-8");
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"{more}");
        Add(part);
    }
}
