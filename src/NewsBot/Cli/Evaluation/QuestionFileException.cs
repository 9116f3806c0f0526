namespace NewsBot.Cli.Evaluation;

/// <summary>A file of questions cannot be used; the message is one sentence for a person and names the file and the line.</summary>
internal sealed class QuestionFileException(string message, Exception? innerException = null) : Exception(message, innerException);
