namespace NewsBot.Sources.Fetching;

/// <summary>A connection was not even tried, since the host has an address that is not allowed.</summary>
internal sealed class AddressRefusedException() : Exception("The address is private or reserved.");
