using NewsBot.Hosting;

namespace NewsBot.Storage;

/// <summary>The tables of an archive that is copied into a database of another kind; nothing is written to it.</summary>
/// <remarks>Used by one caller at a time. Values are long, string, byte[] or null.</remarks>
internal interface ITableSource : IDisposable
{
    /// <summary>The names of a table's columns; empty when there is no such table.</summary>
    IReadOnlyList<string> ReadColumns(string table);

    /// <summary>How many rows a table has.</summary>
    long Count(string table);

    /// <summary>The largest number that a table ever gave to a row; 0 where it does not keep one.</summary>
    long FindLastNumber(string table);

    /// <summary>Rows in the order of their key, as they are asked for.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">What to read of a row.</param>
    /// <param name="key">The columns of the key.</param>
    /// <param name="after">Rows whose key, one number, is not larger are left out; null for none.</param>
    IEnumerable<object?[]> Read(string table, IReadOnlyList<string> columns, IReadOnlyList<string> key, long? after = null);
}

/// <summary>Opens archives to copy from.</summary>
internal interface ITableSourceOpener
{
    /// <summary>What comes before the colon of a source of this kind.</summary>
    string Kind { get; }

    /// <summary>Opens an archive.</summary>
    /// <param name="path">Its folder or its file.</param>
    /// <exception cref="StoreException">It is not there, cannot be read, or is of another version of the program.</exception>
    ITableSource Open(string path);
}
