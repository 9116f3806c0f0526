using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>Which parameters the Bot API's methods and which fields its objects take (version 10.3); stricter than the real one, which ignores what it does not know.</summary>
internal static class FakeBotApiParameters
{
    /// <summary>Name to fields; those that are required have an exclamation mark. Methods begin in lower case.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Fields = new Dictionary<string, string>
    {
        ["getMe"] = "",
        ["getUpdates"] = "offset limit timeout allowed_updates",
        ["setWebhook"] = "url! certificate ip_address max_connections allowed_updates drop_pending_updates secret_token",
        ["deleteWebhook"] = "drop_pending_updates",
        ["getWebhookInfo"] = "",
        ["setMyCommands"] = "commands! scope language_code",
        ["getChatMember"] = "chat_id! user_id!",
        ["sendMessage"] = "chat_id! text! message_thread_id parse_mode entities link_preview_options reply_parameters reply_markup disable_notification protect_content",
        ["setMySettings"] = "supports_inline_queries",
        ["editMessageText"] = "chat_id message_id inline_message_id text parse_mode entities link_preview_options reply_markup",
        ["editMessageReplyMarkup"] = "chat_id message_id inline_message_id reply_markup",
        ["sendDocument"] = "chat_id! document! message_thread_id caption parse_mode caption_entities reply_parameters reply_markup disable_content_type_detection",
        ["sendChatAction"] = "chat_id! action! message_thread_id",
        ["sendMessageDraft"] = "chat_id! draft_id! text message_thread_id parse_mode entities can_stop keep_on_stop",
        ["answerCallbackQuery"] = "callback_query_id! text show_alert url cache_time",
        ["answerInlineQuery"] = "inline_query_id! results! cache_time is_personal next_offset button",
        ["LinkPreviewOptions"] = "is_disabled url prefer_small_media prefer_large_media show_above_text",
        ["ReplyParameters"] = "message_id! chat_id allow_sending_without_reply quote quote_parse_mode quote_position",
        ["InlineKeyboardMarkup"] = "inline_keyboard!",
        ["InlineKeyboardButton"] = "text! url callback_data",
        ["BotCommand"] = "command! description!",
        ["BotCommandScope"] = "type! chat_id user_id",
        ["InlineQueryResultArticle"] = "type! id! title! input_message_content! reply_markup url description",
        ["InputTextMessageContent"] = "message_text! parse_mode entities link_preview_options",
        ["File"] = "file_name! content!",
    }.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet());

    /// <summary>Whether there is such a method.</summary>
    public static bool Knows(string method) => char.IsAsciiLetterLower(method[0]) && Fields.ContainsKey(method);

    /// <summary>Refuses what a method or an object does not take and what it lacks.</summary>
    public static JsonObject Check(string name, JsonNode? value)
    {
        var fields = Fields[name];
        if (value is not JsonObject given)
            throw FakeBotApiRefusalException.Bad($"{name} has to be an object");
        foreach (var field in given)
        {
            if (!fields.Contains(field.Key) && !fields.Contains(field.Key + "!"))
                throw FakeBotApiRefusalException.Bad($"{name} has no field {field.Key}");
            if (field.Value is null)
                throw FakeBotApiRefusalException.Bad($"{field.Key} of {name} is null");
        }

        return fields.FirstOrDefault(field => field[^1] == '!' && !given.ContainsKey(field[..^1])) is { } missing
            ? throw FakeBotApiRefusalException.Bad($"{missing[..^1]} of {name} is missing")
            : given;
    }

    /// <summary>A list's elements.</summary>
    public static IList<JsonNode?> List(this JsonObject given, string name) =>
        given[name] as JsonArray ?? throw FakeBotApiRefusalException.Bad($"{name} has to be an array");

    public static long? Number(this JsonObject given, string name) => given[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<long>(out var number) => number,
        _ => throw FakeBotApiRefusalException.Bad($"{name} has to be an integer"),
    };

    public static bool? Flag(this JsonObject given, string name) => given[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        _ => throw FakeBotApiRefusalException.Bad($"{name} has to be a Boolean"),
    };

    public static string? String(this JsonObject given, string name) => given[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw FakeBotApiRefusalException.Bad($"{name} has to be a string"),
    };

    /// <summary>A form's field: everything is text there, objects in JSON.</summary>
    public static JsonNode? FromForm(string name, string text) => name switch
    {
        "chat_id" or "message_thread_id" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        "reply_markup" or "reply_parameters" or "caption_entities" => JsonNode.Parse(text),
        _ => text,
    };
}
