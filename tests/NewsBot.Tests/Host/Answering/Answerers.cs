using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Retrieval;
using NewsBot.Models;

namespace NewsBot.Tests.Host.Answering;

/// <summary>Answerers over a given archive, with a language model or without.</summary>
internal static class Answerers
{
    public static QuestionAnswerer Over(
        IArticleStore store, IDuplicateStore duplicates, ArchiveIndex index, ILanguageModel? model = null, ArchiveVectors? vectors = null)
    {
        var search = new EvidenceSearch(store, duplicates, index, new RankingWeights(), vectors);
        var sessions = new ModelSessions(TimeProvider.System, NullLoggerFactory.Instance, model);
        return new QuestionAnswerer(new QuestionSpeller(store, index), search, new AnswerComposer(search, AnswerModel.Default), sessions, TimeProvider.System);
    }
}
