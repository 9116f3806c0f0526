-- What waits is turned from the bot's own JSON into the Bot API's. json_patch onto an empty object takes out what is null.
ALTER TABLE calls ADD COLUMN method TEXT;
ALTER TABLE calls ADD COLUMN file TEXT;
ALTER TABLE calls ADD COLUMN edits_reply INTEGER NOT NULL DEFAULT 0;
UPDATE calls SET
    method = CASE payload ->> '$.kind'
        WHEN 'send' THEN 'sendMessage' WHEN 'edit' THEN 'editMessageText' WHEN 'keyboard' THEN 'editMessageReplyMarkup' ELSE 'sendDocument' END,
    file = payload ->> '$.content',
    edits_reply = payload ->> '$.kind' = 'edit' AND coalesce(payload ->> '$.messageId', 0) = 0,
    payload = json_patch('{}', json_object(
        'chat_id', payload ->> '$.chatId',
        'message_id', payload ->> '$.messageId',
        'message_thread_id', payload ->> '$.threadId',
        'text', payload ->> '$.html',
        'document', 'attach://' || (payload ->> '$.fileName'),
        'caption', payload ->> '$.captionHtml',
        'parse_mode', iif(coalesce(payload ->> '$.html', payload ->> '$.captionHtml') IS NULL, NULL, 'HTML'),
        'link_preview_options', json(CASE
            WHEN payload ->> '$.html' IS NULL THEN NULL
            WHEN payload ->> '$.previewUrl' IS NULL THEN json_object('is_disabled', json('true'))
            ELSE json_object('url', payload ->> '$.previewUrl') END),
        'reply_parameters', json(CASE WHEN payload ->> '$.replyTo' IS NOT NULL
            THEN json_object('message_id', payload ->> '$.replyTo', 'allow_sending_without_reply', json('true')) END),
        'reply_markup', json(CASE WHEN json_array_length(payload, '$.keyboard') > 0 THEN json_object('inline_keyboard', json((
            SELECT json_group_array(json(line)) FROM (
                SELECT (
                    SELECT json_group_array(json_patch('{}', json_object(
                        'text', button.value ->> '$.text', 'callback_data', button.value ->> '$.data', 'url', button.value ->> '$.url')))
                    FROM json_each(row.value) AS button) AS line
                FROM json_each(payload, '$.keyboard') AS row)))) END)))
WHERE payload IS NOT NULL AND json_valid(payload);
CREATE TEMP TABLE parts AS SELECT
    update_id,
    payload ->> '$.kind' AS kind,
    payload AS old,
    coalesce(payload -> '$.message.chat', payload -> '$.chat') AS chat,
    coalesce(payload -> '$.message.sender', payload -> '$.sender') AS sender,
    coalesce(payload ->> '$.message.id', payload ->> '$.messageId') AS message_id,
    coalesce(payload ->> '$.message.threadId', payload ->> '$.threadId') AS thread_id
FROM updates WHERE payload IS NOT NULL AND json_valid(payload);
UPDATE parts SET
    chat = CASE WHEN chat IS NOT NULL THEN json_object(
        'id', chat ->> '$.id', 'type', lower(coalesce(chat ->> '$.kind', 'private')), 'title', chat ->> '$.title') END,
    sender = CASE WHEN sender IS NOT NULL THEN json_object(
        'id', sender ->> '$.id', 'is_bot', json(iif(coalesce(sender ->> '$.isBot', 0), 'true', 'false')),
        'first_name', coalesce(sender ->> '$.name', ''), 'language_code', sender ->> '$.languageCode') END;
UPDATE updates SET payload = json_patch('{}', (SELECT CASE kind
    WHEN 'message' THEN json_object('update_id', update_id, iif(coalesce(old ->> '$.isEdit', 0), 'edited_message', 'message'), json_object(
        'message_id', message_id,
        'date', CAST(strftime('%s', old ->> '$.message.sentAt') AS INTEGER),
        'chat', json(chat),
        'from', json(sender),
        'is_topic_message', json(iif(thread_id IS NULL, NULL, 'true')),
        'message_thread_id', thread_id,
        'text', old ->> '$.message.text',
        'entities', json((
            SELECT json_group_array(json_object(
                'type', CASE entity.value ->> '$.kind' WHEN 'Mention' THEN 'mention' WHEN 'NamedMention' THEN 'text_mention' ELSE 'bot_command' END,
                'offset', coalesce(entity.value ->> '$.start', 0),
                'length', coalesce(entity.value ->> '$.length', 0),
                'user', json(CASE WHEN entity.value ->> '$.personId' IS NOT NULL
                    THEN json_object('id', entity.value ->> '$.personId', 'is_bot', json('false'), 'first_name', '') END)))
            FROM json_each(old, '$.message.entities') AS entity)),
        'reply_to_message', json(CASE WHEN old -> '$.message.replyTo' IS NOT NULL THEN json_object(
            'message_id', old ->> '$.message.replyTo.id',
            'chat', json(chat),
            'from', json(CASE WHEN old ->> '$.message.replyTo.senderId' IS NOT NULL
                THEN json_object('id', old ->> '$.message.replyTo.senderId', 'is_bot', json('false'), 'first_name', '') END),
            'text', old ->> '$.message.replyTo.text') END),
        'via_bot', json(CASE WHEN old ->> '$.message.viaBotId' IS NOT NULL
            THEN json_object('id', old ->> '$.message.viaBotId', 'is_bot', json('true'), 'first_name', '') END),
        'migrate_to_chat_id', old ->> '$.message.migratedTo'))
    WHEN 'tap' THEN json_object('update_id', update_id, 'callback_query', json_object(
        'id', old ->> '$.tapId',
        'from', json(sender),
        'message', json(CASE WHEN chat IS NOT NULL THEN json_object(
            'message_id', message_id, 'chat', json(chat), 'is_topic_message', json(iif(thread_id IS NULL, NULL, 'true')), 'message_thread_id', thread_id) END),
        'chat_instance', '',
        'data', old ->> '$.data'))
    WHEN 'inline' THEN json_object('update_id', update_id, 'inline_query', json_object(
        'id', old ->> '$.queryId', 'from', json(sender), 'query', coalesce(old ->> '$.text', ''), 'offset', ''))
    WHEN 'membership' THEN json_object('update_id', update_id, 'my_chat_member', json_object(
        'chat', json(chat),
        'from', json(sender),
        'old_chat_member', json_object('status', 'left', 'user', json_object('id', 0, 'is_bot', json('true'), 'first_name', '')),
        'new_chat_member', json_object(
            'status', iif(coalesce(old ->> '$.mayWrite', 0), 'member', 'left'), 'user', json_object('id', 0, 'is_bot', json('true'), 'first_name', ''))))
    ELSE json_object('update_id', update_id) END
    FROM parts WHERE parts.update_id = updates.update_id))
WHERE update_id IN (SELECT update_id FROM parts);
DROP TABLE parts;
