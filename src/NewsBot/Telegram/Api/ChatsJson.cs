using System.Text.Json.Serialization;

namespace NewsBot.Telegram.Api;

/// <summary>How updates and calls are written to the store.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(BotUpdate))]
[JsonSerializable(typeof(BotCall))]
internal sealed partial class ChatsJson : JsonSerializerContext;
