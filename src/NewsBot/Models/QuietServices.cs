namespace NewsBot.Models;

/// <summary>The services of the kernel without its log: the kernel logs a failed prompt with its trace, and whoever asked logs it in one sentence.</summary>
/// <param name="services">All others are asked of them.</param>
internal sealed class QuietServices(IServiceProvider services) : IKeyedServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(ILoggerFactory) ? null : services.GetService(serviceType);

    public object? GetKeyedService(Type serviceType, object? serviceKey) => (services as IKeyedServiceProvider)?.GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => services.GetRequiredKeyedService(serviceType, serviceKey);
}
