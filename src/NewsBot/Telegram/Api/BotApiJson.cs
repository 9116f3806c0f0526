using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Telegram.Api;

/// <summary>Generated serialisation of what goes to the Bot API and comes from it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BotApiReply))]
[JsonSerializable(typeof(UpdateJson))]
[JsonSerializable(typeof(UpdateJson.User))]
[JsonSerializable(typeof(UpdateJson.Member))]
[JsonSerializable(typeof(BotApiRequests.GetUpdates))]
[JsonSerializable(typeof(BotApiRequests.SetWebhook))]
[JsonSerializable(typeof(BotApiRequests.DeleteWebhook))]
[JsonSerializable(typeof(BotApiRequests.SetMyCommands))]
[JsonSerializable(typeof(BotApiRequests.GetChatMember))]
[JsonSerializable(typeof(BotApiRequests.SendMessage))]
[JsonSerializable(typeof(BotApiRequests.EditMessageText))]
[JsonSerializable(typeof(BotApiRequests.EditMessageReplyMarkup))]
[JsonSerializable(typeof(BotApiRequests.SendChatAction))]
[JsonSerializable(typeof(BotApiRequests.SendMessageDraft))]
[JsonSerializable(typeof(BotApiRequests.AnswerCallbackQuery))]
[JsonSerializable(typeof(BotApiRequests.AnswerInlineQuery))]
internal sealed partial class BotApiJson : JsonSerializerContext
{
    /// <summary>Escapes only what JSON demands: letters of every script go out as they are, half as long.</summary>
    public static BotApiJson Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
