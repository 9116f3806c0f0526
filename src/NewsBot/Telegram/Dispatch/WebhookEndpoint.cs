using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Takes the updates that Telegram delivers; the request is answered once the update is stored.</summary>
internal static class WebhookEndpoint
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int MaxBodyBytes = 1_000_000;

    /// <summary>The secret that Telegram sends along: the setting's, else one made from the token, which therefore stays the same over starts.</summary>
    public static string SecretOf(TelegramOptions options) => options.Webhook.Secret.Length > 0
        ? options.Webhook.Secret
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("webhook:" + options.Token)));

    /// <summary>Maps the endpoint when updates come by webhook.</summary>
    public static void MapTelegramWebhook(this IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<TelegramOptions>>().Value;
        if (!options.IsOn || !options.Webhook.IsOn)
            return;
        var secret = Encoding.UTF8.GetBytes(SecretOf(options));
        endpoints.MapPost(new Uri(options.Webhook.Url).AbsolutePath, context => TakeAsync(context, secret));
    }

    private static async Task TakeAsync(HttpContext context, byte[] secret)
    {
        var given = Encoding.UTF8.GetBytes(context.Request.Headers[SecretHeader].ToString());
        if (!CryptographicOperations.FixedTimeEquals(given, secret))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var intake = context.RequestServices.GetRequiredService<UpdateIntake>();
        context.Response.StatusCode = intake.IsOpen
            ? await StoreAsync(context, intake)
            : StatusCodes.Status503ServiceUnavailable;
    }

    private static async Task<int> StoreAsync(HttpContext context, UpdateIntake intake)
    {
        try
        {
            if (context.Request.ContentLength > MaxBodyBytes || await ReadAsync(context.Request, context.RequestAborted) is not { } body)
                return StatusCodes.Status413PayloadTooLarge;
            await intake.TakeAsync([UpdateReader.Read(body.Span)], context.RequestAborted);
            return StatusCodes.Status200OK;
        }
        catch (BadHttpRequestException refused)
        {
            // The server's word: a body that comes too slowly (408), is too large (413) or is cut off (400).
            return refused.StatusCode;
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read it.
            return StatusCodes.Status408RequestTimeout;
        }
        catch (FormatException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (StoreException)
        {
            // Telegram delivers it again.
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    /// <summary>The body; null when it is too large.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16_384];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (body.Length + count > MaxBodyBytes)
                return null;
            await body.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
