namespace NewsBot.SemanticKernel;

/// <summary>Which model the kernel asks.</summary>
/// <param name="Endpoint">Where the service speaks OpenAI's protocol, with its path.</param>
/// <param name="Model">The model's name as the service knows it.</param>
/// <param name="ApiKey">The key; empty where the service wants none.</param>
/// <param name="PromptFolder">The folder of the prompts.</param>
/// <param name="TimeLimit">For a whole answer.</param>
public sealed record KernelModelSettings(Uri Endpoint, string Model, string ApiKey, string PromptFolder, TimeSpan TimeLimit);
