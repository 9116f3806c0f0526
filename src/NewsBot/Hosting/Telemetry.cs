using System.Collections;
using System.Diagnostics;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NewsBot.Hosting;

/// <summary>Sends traces and metrics to an OpenTelemetry collector, when OpenTelemetry's standard variables name one.</summary>
internal static class Telemetry
{
    private const string Prefix = "OTEL_";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Kernel = "Microsoft.SemanticKernel";

    /// <summary>The variables of the environment that OpenTelemetry reads, under their own names: a source of settings.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Variables => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Where(variable => ((string)variable.Key).StartsWith(Prefix, StringComparison.Ordinal))
        .Select(variable => new KeyValuePair<string, string?>((string)variable.Key, (string?)variable.Value));

    /// <summary>Adds what measures and sends, where the settings have an address of a collector; else nothing at all.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        var (hasTraces, hasMetrics) = (IsOn(settings, "TRACES"), IsOn(settings, "METRICS"));
        if (!hasTraces && !hasMetrics)
            return services;

        // Prompts and replies are in no span, whatever the environment says.
        AppContext.SetSwitch($"{Kernel}.Experimental.GenAI.EnableOTelDiagnosticsSensitive", false);
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource
            .AddService("newsbot", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3))
            .AddEnvironmentVariableDetector());
        if (hasTraces)
        {
            telemetry.WithTracing(traces => traces
                .AddSource($"{Instruments.Name}*", $"{Kernel}*")
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health"))

                // The endless asking for updates, and the visits to feeds, would be traces of one span each; what they do is counted.
                .AddHttpClientInstrumentation(options => options.FilterHttpRequestMessage = _ => Activity.Current is { ParentSpanId: var parent } && parent != default)
                .AddProcessor(new SpanCleaner())
                .AddOtlpExporter(options => Choose(options, settings, "TRACES")));
        }

        if (hasMetrics)
        {
            telemetry.WithMetrics(metrics => metrics
                .AddMeter($"{Instruments.Name}*", $"{Kernel}*")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter(options => Choose(options, settings, "METRICS")));
            services.AddHostedService<QueueMeter>();
        }

        return services;
    }

    private static bool IsOn(IConfiguration settings, string signal) =>
        !"true".Equals(settings["OTEL_SDK_DISABLED"], StringComparison.OrdinalIgnoreCase)
        && settings[$"OTEL_{signal}_EXPORTER"] is null or "" or "otlp"

        // Both are looked at, so that a wrong one is told.
        && (IsAddress(settings, Endpoint) | IsAddress(settings, $"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"));

    private static bool IsAddress(IConfiguration settings, string variable)
    {
        if (settings[variable] is not { Length: > 0 } value)
            return false;
        return Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? true
            : throw new OptionsValidationException(variable, typeof(OtlpExporterOptions), [$"{variable} takes an http or https address, like http://127.0.0.1:4317."]);
    }

    /// <summary>What is said for one signal alone goes before what is said for all; the package reads the latter.</summary>
    private static void Choose(OtlpExporterOptions options, IConfiguration settings, string signal)
    {
        if (settings[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"] is { Length: > 0 } endpoint)
            options.Endpoint = new Uri(endpoint);
        if (settings[$"OTEL_EXPORTER_OTLP_{signal}_PROTOCOL"] is { Length: > 0 } protocol)
            options.Protocol = protocol == "http/protobuf" ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
    }
}
