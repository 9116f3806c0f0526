using System.Runtime.InteropServices;

namespace NewsBot.Hosting;

/// <summary>The C library of most Linux systems, glibc.</summary>
internal static class SystemLibrary
{
    /// <summary>Finds a function.</summary>
    /// <returns>Its address; 0 where there is another C library.</returns>
    public static nint Find(string function) =>
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, function, out var address) ? address : 0;
}
