using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Telegram.Bot.Types;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>What the fake server's methods do, but for those about updates. Not safe for concurrent use.</summary>
internal sealed partial class FakeBotApiMethods(User identity, TimeProvider clock)
{
    private const int MaxText = 4096;
    private const int MaxCaption = 1024;

    private static readonly string[] Actions =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document", "choose_sticker", "find_location",
        "record_video_note", "upload_video_note",
    ];

    private readonly Dictionary<long, FakeBotApiRoom> rooms = [];

    public FakeBotApiFlood Flood { get; } = new();

    public HashSet<string> TapsInFlight { get; } = [];

    public HashSet<string> QueriesInFlight { get; } = [];

    public Dictionary<string, string?> TapAnswers { get; } = [];

    public Dictionary<string, JsonArray> InlineAnswers { get; } = [];

    public Dictionary<(long? ChatId, string? Language), IReadOnlyList<(string Name, string Description)>> Commands { get; } = [];

    /// <summary>Adds a chat, unless one has its id.</summary>
    public void AddRoom(FakeBotApiRoom room) => rooms.TryAdd(room.Id, room);

    public FakeBotApiRoom Room(long id) => rooms.GetValueOrDefault(id) ?? throw FakeBotApiRefusalException.Bad("chat not found");

    /// <summary>Whether the bot may be asked inline.</summary>
    public bool SupportsInline { get; set; }

    public JsonObject BotJson() => new()
    {
        ["id"] = identity.Id,
        ["is_bot"] = true,
        ["first_name"] = identity.FirstName,
        ["username"] = identity.Username,
        ["supports_inline_queries"] = SupportsInline,
    };

    /// <summary>A message in the Bot API's form, with the one that it replies to.</summary>
    public JsonObject Json(FakeBotApiRoom room, FakeBotApiMessage message, JsonObject sender)
    {
        var json = new JsonObject
        {
            ["message_id"] = message.Id,
            ["from"] = sender,
            ["chat"] = room.ToJson(),
            ["date"] = message.SentAt.ToUnixTimeSeconds(),
            [message.FileName is null ? "text" : "caption"] = message.Text,
            [message.FileName is null ? "entities" : "caption_entities"] = message.Entities.DeepClone(),
        };
        if (message.ThreadId is { } thread)
            (json["message_thread_id"], json["is_topic_message"]) = (thread, true);
        if (message.FileName is not null)
            json["document"] = new JsonObject { ["file_id"] = $"file-{message.Id}", ["file_unique_id"] = $"{message.Id}", ["file_name"] = message.FileName };
        if (message.Keyboard.Count > 0)
            json["reply_markup"] = new JsonObject { ["inline_keyboard"] = new JsonArray([.. message.Keyboard.Select(JsonNode (row) => new JsonArray([.. row.Select(Json)]))]) };
        if (room.Messages.Find(other => other.Id == message.ReplyTo) is { } replied)
        {
            var author = replied.SenderId == identity.Id ? BotJson() : new JsonObject { ["id"] = replied.SenderId, ["is_bot"] = false, ["first_name"] = "Ann" };
            json["reply_to_message"] = Json(room, replied with { ReplyTo = null }, author);
        }
        else if (message.ThreadId is { } topic)
        {
            json["reply_to_message"] = new JsonObject
            {
                ["message_id"] = topic,
                ["from"] = BotJson(),
                ["chat"] = room.ToJson(),
                ["date"] = message.SentAt.ToUnixTimeSeconds(),
                ["message_thread_id"] = topic,
                ["is_topic_message"] = true,
                ["forum_topic_created"] = new JsonObject { ["name"] = "Topic", ["icon_color"] = 7322096 },
            };
        }

        return json;
    }

    /// <summary>Does what a call says.</summary>
    /// <returns>The reply's <c>result</c>.</returns>
    public JsonNode Act(FakeBotApiRequest request) => request.Method switch
    {
        "getMe" => BotJson(),
        "setMySettings" => SupportsInline = request.Parameters.Flag("supports_inline_queries") ?? SupportsInline,
        "setMyCommands" => SetMyCommands(request.Parameters),
        "getChatMember" => GetChatMember(request.Parameters),
        "sendMessage" => SendMessage(request.Parameters),
        "sendDocument" => SendDocument(request.Parameters),
        "editMessageText" => EditMessageText(request.Parameters),
        "editMessageReplyMarkup" => EditMessageReplyMarkup(request.Parameters),
        "sendChatAction" => SendChatAction(request.Parameters),
        "sendMessageDraft" => SendMessageDraft(request.Parameters),
        "answerCallbackQuery" => AnswerCallbackQuery(request.Parameters),
        "answerInlineQuery" => AnswerInlineQuery(request.Parameters),
        _ => throw new FakeBotApiRefusalException(404, "Not Found"),
    };

    private JsonNode SetMyCommands(JsonObject given)
    {
        var scope = given.ContainsKey("scope") ? FakeBotApiParameters.Check("BotCommandScope", given["scope"]) : new JsonObject { ["type"] = "default" };
        var chat = scope.String("type") switch
        {
            "default" => null,
            "chat" => scope.Number("chat_id"),
            _ => throw FakeBotApiRefusalException.Bad("unsupported scope"),
        };
        if (chat is { } id)
            Room(id);
        var language = given.String("language_code");
        if (language is not null && !LanguageForm().IsMatch(language))
            throw FakeBotApiRefusalException.Bad("invalid language_code");
        var commands = given.List("commands").Select(item =>
        {
            var command = FakeBotApiParameters.Check("BotCommand", item);
            var (name, description) = (command.String("command")!, command.String("description")!);
            return CommandForm().IsMatch(name) && description.Length is >= 1 and <= 256
                ? (name, description)
                : throw FakeBotApiRefusalException.Bad("BOT_COMMAND_INVALID");
        }).ToList();
        Commands[(chat, language)] = commands.Count <= 100 ? commands : throw FakeBotApiRefusalException.Bad("BOT_COMMANDS_TOO_MUCH");
        return true;
    }

    private JsonObject GetChatMember(JsonObject given)
    {
        var room = OpenRoom(given);
        var person = given.Number("user_id")!.Value;
        return new JsonObject
        {
            ["user"] = new JsonObject { ["id"] = person, ["is_bot"] = false, ["first_name"] = "Ann" },
            ["status"] = room.Administrators.Contains(person) ? "administrator" : room.Members.Contains(person) ? "member" : "left",
        };
    }

    private JsonObject SendMessage(JsonObject given)
    {
        var room = OpenRoom(given);
        var thread = Thread(room, given);
        var (text, entities) = Text(given, "text", MaxText, "message is too long");
        return Send(room, NewMessage(room, given, text, entities) with { ThreadId = thread, PreviewUrl = Preview(given, entities) });
    }

    private JsonObject SendDocument(JsonObject given)
    {
        var room = OpenRoom(given);
        var thread = Thread(room, given);
        var file = FakeBotApiParameters.Check("File", given["document"]);
        if (file.String("content")!.Length == 0)
            throw FakeBotApiRefusalException.Bad("file must be non-empty");
        var (text, entities) = given.ContainsKey("caption") ? Text(given, "caption", MaxCaption, "message caption is too long") : ("", []);
        var message = NewMessage(room, given, text, entities);
        return Send(room, message with { ThreadId = thread, FileName = file.String("file_name"), FileContent = file.String("content") });
    }

    private FakeBotApiMessage NewMessage(FakeBotApiRoom room, JsonObject given, string text, JsonArray entities) =>
        new(room.LastMessageId + 1, room.Id, identity.Id, clock.GetUtcNow(), text, entities)
        {
            ReplyTo = ReplyTo(room, given),
            Keyboard = Keyboard(given),
        };

    private JsonObject Send(FakeBotApiRoom room, FakeBotApiMessage message)
    {
        Flood.Accept(room.Id, clock.GetUtcNow());
        room.LastMessageId = message.Id;
        room.Messages.Add(message);
        room.Draft = null;
        return Json(room, message, BotJson());
    }

    private JsonObject EditMessageText(JsonObject given)
    {
        var (room, message) = Editable(given);
        if (!given.ContainsKey("text"))
            throw FakeBotApiRefusalException.Bad("message text is empty");
        var (text, entities) = Text(given, "text", MaxText, "MESSAGE_TOO_LONG");
        return Edit(room, message, message with { Text = text, Entities = entities, Keyboard = Keyboard(given), PreviewUrl = Preview(given, entities) });
    }

    private JsonObject EditMessageReplyMarkup(JsonObject given)
    {
        var (room, message) = Editable(given);
        return Edit(room, message, message with { Keyboard = Keyboard(given) });
    }

    private JsonObject Edit(FakeBotApiRoom room, FakeBotApiMessage old, FakeBotApiMessage changed)
    {
        Flood.Accept(room.Id, clock.GetUtcNow());
        if (changed.LooksLike(old))
        {
            throw FakeBotApiRefusalException.Bad(
                "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }

        changed = changed with { Edits = old.Edits + 1 };
        room.Messages[room.Messages.IndexOf(old)] = changed;
        return Json(room, changed, BotJson());
    }

    private (FakeBotApiRoom Room, FakeBotApiMessage Message) Editable(JsonObject given)
    {
        if (given.Number("message_id") is not { } id || id == 0)
            throw FakeBotApiRefusalException.Bad("message identifier is not specified");
        var room = OpenRoom(given);
        var message = room.Messages.Find(message => message.Id == id) ?? throw FakeBotApiRefusalException.Bad("message to edit not found");
        return message.SenderId == identity.Id ? (room, message) : throw FakeBotApiRefusalException.Bad("message can't be edited");
    }

    private JsonNode SendChatAction(JsonObject given)
    {
        Thread(OpenRoom(given), given);
        return Actions.Contains(given.String("action")) ? true : throw FakeBotApiRefusalException.Bad("wrong parameter action in request");
    }

    private JsonNode SendMessageDraft(JsonObject given)
    {
        var room = OpenRoom(given);
        if (room.Type != "private")
            throw FakeBotApiRefusalException.Bad("TEXTDRAFT_PEER_INVALID");
        if (given.Number("draft_id") == 0)
            throw FakeBotApiRefusalException.Bad("draft_id must be non-zero");
        Thread(room, given);
        room.StoppableDraft = given["can_stop"] is { } can && can.GetValue<bool>() ? given.Number("draft_id") : null;
        room.Draft = given.String("text") is null or "" ? "" : Text(given, "text", MaxText, "message is too long").Text;
        return true;
    }

    private JsonNode AnswerCallbackQuery(JsonObject given)
    {
        var id = given.String("callback_query_id")!;
        if (!TapsInFlight.Remove(id))
            throw FakeBotApiRefusalException.Bad("query is too old and response timeout expired or query ID is invalid");
        if (given.String("text")?.Length > 200)
            throw FakeBotApiRefusalException.Bad("MESSAGE_TOO_LONG");
        TapAnswers[id] = given.String("text");
        return true;
    }

    private JsonNode AnswerInlineQuery(JsonObject given)
    {
        var id = given.String("inline_query_id")!;
        if (!QueriesInFlight.Remove(id))
            throw FakeBotApiRefusalException.Bad("query is too old and response timeout expired or query ID is invalid");
        var results = given.List("results").Select(item => FakeBotApiParameters.Check("InlineQueryResultArticle", item)).ToList();
        if (results.Count > 50)
            throw FakeBotApiRefusalException.Bad("RESULTS_TOO_MUCH");
        if (results.DistinctBy(result => result.String("id")).Count() < results.Count)
            throw FakeBotApiRefusalException.Bad("RESULT_ID_DUPLICATE");
        foreach (var result in results)
        {
            if (Encoding.UTF8.GetByteCount(result.String("id")!) is 0 or > 64)
                throw FakeBotApiRefusalException.Bad("RESULT_ID_INVALID");
            if (result.String("type") != "article")
                throw FakeBotApiRefusalException.Bad("RESULT_TYPE_INVALID");
            var content = FakeBotApiParameters.Check("InputTextMessageContent", result["input_message_content"]);
            Text(content, "message_text", MaxText, "MESSAGE_TOO_LONG");
        }

        InlineAnswers[id] = (JsonArray)given["results"]!.DeepClone();
        return true;
    }

    /// <summary>The chat, if the bot may write there.</summary>
    private FakeBotApiRoom OpenRoom(JsonObject given)
    {
        var room = Room(given.Number("chat_id") ?? throw FakeBotApiRefusalException.Bad("chat_id is empty"));
        if (room.MigratedTo is { } newId)
            throw new FakeBotApiRefusalException(400, "Bad Request: group chat was upgraded to a supergroup chat") { Hints = new JsonObject { ["migrate_to_chat_id"] = newId } };
        return !room.IsClosed
            ? room
            : throw new FakeBotApiRefusalException(403, room.Type == "private" ? "Forbidden: bot was blocked by the user" : $"Forbidden: bot was kicked from the {room.Type} chat");
    }

    private static long? Thread(FakeBotApiRoom room, JsonObject given) => given.Number("message_thread_id") switch
    {
        null => null,
        { } thread when room.Topics.Contains(thread) => thread,
        _ => throw FakeBotApiRefusalException.Bad("message thread not found"),
    };

    private static (string Text, JsonArray Entities) Text(JsonObject given, string name, int max, string tooLong)
    {
        var written = given.String(name)!;
        var (text, entities) = given.String("parse_mode")?.ToLowerInvariant() switch
        {
            null => FakeBotApiHtml.Plain(written),
            "html" => FakeBotApiHtml.Parse(written),
            _ => throw FakeBotApiRefusalException.Bad("unsupported parse_mode"),
        };
        if (text.Length == 0 && name != "caption")
            throw FakeBotApiRefusalException.Bad("message text is empty");
        return text.Length <= max ? (text, entities) : throw FakeBotApiRefusalException.Bad(tooLong);
    }

    /// <summary>The link whose preview is shown: the one that was named, else the text's first.</summary>
    private static string? Preview(JsonObject given, JsonArray entities)
    {
        var options = given.ContainsKey("link_preview_options") ? FakeBotApiParameters.Check("LinkPreviewOptions", given["link_preview_options"]) : [];
        return options.Flag("is_disabled") == true ? null : options.String("url")
            ?? entities.Select(entity => entity?["url"]?.GetValue<string>()).FirstOrDefault(url => url is not null);
    }

    private static long? ReplyTo(FakeBotApiRoom room, JsonObject given)
    {
        if (!given.ContainsKey("reply_parameters"))
            return null;
        var reply = FakeBotApiParameters.Check("ReplyParameters", given["reply_parameters"]);
        var id = reply.Number("message_id");
        if (room.Messages.Exists(message => message.Id == id))
            return id;
        return reply.Flag("allow_sending_without_reply") == true ? null : throw FakeBotApiRefusalException.Bad("message to be replied not found");
    }

    private static List<IReadOnlyList<FakeBotApiButton>> Keyboard(JsonObject given) => !given.ContainsKey("reply_markup")
        ? []
        : [.. FakeBotApiParameters.Check("InlineKeyboardMarkup", given["reply_markup"]).List("inline_keyboard")
            .Select(row => (row as JsonArray ?? throw FakeBotApiRefusalException.Bad("a row has to be an array")).Select(Button).ToList())
            .Where(row => row.Count > 0)];

    private static FakeBotApiButton Button(JsonNode? item)
    {
        var given = FakeBotApiParameters.Check("InlineKeyboardButton", item);
        var button = new FakeBotApiButton(given.String("text")!, given.String("callback_data"), given.String("url"));
        if (button.Text.Length == 0 || button.Data is null == button.Url is null)
            throw FakeBotApiRefusalException.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        if (button.Data is { } data && Encoding.UTF8.GetByteCount(data) is 0 or > 64)
            throw FakeBotApiRefusalException.Bad("BUTTON_DATA_INVALID");
        return button.Url is null || Uri.TryCreate(button.Url, UriKind.Absolute, out _) ? button : throw FakeBotApiRefusalException.Bad("BUTTON_URL_INVALID");
    }

    private static JsonObject Json(FakeBotApiButton button) => button.Url is null
        ? new JsonObject { ["text"] = button.Text, ["callback_data"] = button.Data }
        : new JsonObject { ["text"] = button.Text, ["url"] = button.Url };

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CommandForm();

    [GeneratedRegex("^[a-z]{2}$", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LanguageForm();
}
