"""Measures a reader on questions over an archive.

    measure.py prepare --articles F --questions F --vocabulary F --out NAME [--part test] [--every 3] [--max-articles N]
    measure.py figures NAME --reader MODEL.onnx --base MINILM.onnx --onnx "dotnet Onnx.dll" [--fit OTHER_NAME]

prepare chooses the windows to read: five articles by BM25, nothing later than the question, then twelve windows. figures runs the models
over them and prints how well the sentences, the spans and the decision whether there is an answer are chosen, with 95% intervals by
bootstrap over the questions' articles. --fit takes the weights of the combined ranking from other questions, prepared and run before.
"""
import argparse
import collections
import gzip
import itertools
import json
import math
import os
import pickle
import random
import shlex
import struct
import subprocess

import numpy as np

from data import part, read_lines
from text import CLS, SEP, Archive, WordPiece, has, normal, terms

FACTOIDS = {'who', 'when', 'where', 'what', 'which', 'howmany', 'whois', 'how', 'why', 'typo'}


# ---------------------------------------------------------------- what counts as right, as in the scoring of the bot's answers

def covers(quote, gold):
    words = normal(gold).split()
    shared = collections.Counter(words) & collections.Counter(normal(quote).split())
    return sum(shared.values()) / max(1, len(words)) >= .6


def is_right(q, texts):
    gold = any(covers(t, g) for t in texts for g in q.get('gold') or [])
    if gold or q['kind'] == 'yesno':
        return gold
    joined = ' '.join(texts)
    if q.get('answers'):
        return any(has(joined, a) for a in q['answers'])
    nuggets = q.get('nuggets') or []
    return bool(nuggets) and 2 * sum(any(has(joined, a) for a in alternatives) for alternatives in nuggets) >= len(nuggets)


def span_scores(text, answers):
    """Exact match and F1 of words against the best of the answers."""
    words, exact, best = normal(text).split(), 0, 0.
    for answer in answers:
        told = normal(answer).split()
        shared = sum((collections.Counter(told) & collections.Counter(words)).values())
        exact = max(exact, int(told == words))
        best = max(best, 2 * shared / (len(told) + len(words)) if shared else 0.)
    return exact, best


# ---------------------------------------------------------------- prepare

def read_archive(path, most):
    if not path.endswith('.gz'):
        return read_lines(path)[:most]
    with gzip.open(path, 'rt', encoding='utf-8') as lines:
        return [json.loads(line) for line in itertools.islice(lines, most)]


def prepare(options):
    tokenizer = WordPiece(options.vocabulary)
    archive = Archive(tokenizer, read_archive(options.articles, options.max_articles))
    questions = [q for q in read_lines(options.questions) if not q.get('after')]
    if options.part:
        questions = [q for q in questions if part(q['articles'][0]) == options.part]
    windows, texts, numbers, out = [], [], {}, []

    def text(title, sentence):
        key = (title, sentence)
        if key not in numbers:
            pieces = [CLS] + tokenizer(title)[0][:16] + tokenizer(sentence)[0][:46] + [SEP]
            numbers[key] = len(texts)
            texts.append((len(pieces), pieces))
        return numbers[key]

    for q in questions[::options.every]:
        found = archive.search(q['question'], 5, until=q.get('asked_at'))
        weights = {t: archive.weight(t) for t in set(terms(q['question']))}
        total = sum(weights.values()) or 1
        items = []
        for c in archive.candidates(q['question'], found):
            title = archive.articles[c.article]['title'] or ''
            window, held = archive.window(q['question'], c.article, c.sentences), set(terms(title))
            for j, k in enumerate(c.sentences[:len(window.marks)]):
                s = archive.sentences(c.article)[k]
                items.append(dict(
                    window=len(windows), j=j, article=c.article, k=k, text=s.text, title=title, rank=c.rank, vector=text(title, s.text),
                    lexical=sum(w for t, w in weights.items() if t in s.terms) / total,
                    titled=sum(w for t, w in weights.items() if t in s.terms or t in held) / total))
            windows.append(window)
        out.append(dict(q=q, items=items, vector=text('', q['question']), hit=bool(set(found) & set(q['articles']))))
    with open(options.out + '.pkl', 'wb') as to:
        pickle.dump((out, windows), to, 4)
    for name, rows in (('windows', [(w.segment, w.ids) for w in windows]), ('texts', texts)):
        with open(f'{options.out}.{name}.bin', 'wb') as to:
            to.write(struct.pack('<i', len(rows)))
            for segment, ids in rows:
                to.write(struct.pack(f'<{len(ids) + 2}i', len(ids), segment, *ids))
    print(len(out), 'questions,', len(windows), 'windows,', len(texts), 'texts')


# ---------------------------------------------------------------- figures

def run(options, model, rows, out):
    subprocess.run([*shlex.split(options.onnx), 'run', model, rows, out], check=True)
    return np.fromfile(out, np.float32)


def vectors(name, options):
    """The mean of each text's word pieces, of length 1. Kept, since the texts do not change with the reader."""
    kept = name + '.vectors.npy'
    if not os.path.exists(kept):
        values = run(options, options.base, name + '.texts.bin', name + '.texts.out').reshape(-1, 384)
        lengths = []
        with open(name + '.texts.bin', 'rb') as rows:
            for _ in range(struct.unpack('<i', rows.read(4))[0]):
                length, _ = struct.unpack('<ii', rows.read(8))
                lengths.append(length)
                rows.seek(4 * length, os.SEEK_CUR)
        means = np.add.reduceat(values, np.cumsum([0] + lengths[:-1]))
        np.save(kept, means / np.linalg.norm(means, axis=1, keepdims=True))
        os.remove(name + '.texts.out')
    return np.load(kept)


def best_span(logits, window, j, longest=16):
    """(score of the best span in sentence j less the score of none, start, end in characters)"""
    inside = [i for i, p in enumerate(window.places) if p and p[0] == j]
    best = (-99., 0, 0)
    for at, i in enumerate(inside):
        last = max(inside[at:at + longest], key=lambda e: logits[e, 2])
        score = logits[i, 1] + logits[last, 2] - logits[0, 1] - logits[0, 2]
        if score > best[0]:
            best = (float(score), window.places[i][1], window.places[last][2])
    return best


def read(name, options, model):
    """The questions of NAME with the scores of their sentences; a sentence that stands in two windows is kept once."""
    with open(name + '.pkl', 'rb') as source:
        questions, windows = pickle.load(source)
    logits, vector, at, ends = run(options, model, name + '.windows.bin', name + '.windows.out').reshape(-1, 4), vectors(name, options), 0, []
    for w in windows:
        ends.append(at)
        at += len(w.ids)
    for d in questions:
        for x in d['items']:
            w = windows[x['window']]
            out = logits[ends[x['window']]:][:len(w.ids)]
            x['relevance'], x['holds'], x['span'] = float(out[w.marks[x['j']], 0]), float(out[0, 3]), best_span(out, w, x['j'])
            x['none'], x['cosine'] = x['span'][0], float(vector[d['vector']] @ vector[x['vector']])
        for article, group in itertools.groupby(sorted(d['items'], key=lambda x: x['article']), key=lambda x: x['article']):
            group = list(group)
            mean = np.mean([vector[x['vector']] for x in group], 0)
            for x in group:
                a, b = vector[d['vector']] - mean, vector[x['vector']] - mean
                x['residual'] = float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b) + 1e-6))
        kept = {}
        for x in sorted(d['items'], key=lambda x: x['relevance']):
            kept[x['article'], x['k']] = x
        d['items'] = list(kept.values())
        for x in d['items']:
            x['right'] = d['q']['answerable'] and is_right(d['q'], [x['text']])
    return questions


SENTENCE = ('lexical', 'titled', 'residual', 'cosine', 'rank', 'relevance', 'none', 'holds')


def fit_sentences(questions, features):
    """Logistic weights for 'this sentence answers', from answerable questions."""
    from sklearn.linear_model import LogisticRegression
    x = np.array([[i[f] for f in features] for d in questions if d['q']['answerable'] for i in d['items']])
    y = np.array([i['right'] for d in questions if d['q']['answerable'] for i in d['items']])
    mean, scale = x.mean(0), x.std(0) + 1e-9
    fitted = LogisticRegression(C=.1, max_iter=1000).fit((x - mean) / scale, y)
    return lambda i: float((np.array([i[f] for f in features]) - mean) / scale @ fitted.coef_[0])


def support(d, order):
    """What is known of a question before it is answered: of the best sentence, and the best over all."""
    best = max(d['items'], key=order, default=None)
    if best is None:
        return [0.] * 8
    return [order(best), best['titled'], best['relevance'], best['none'], best['holds'],
            math.log1p(sum(math.exp(min(i['relevance'], 20)) for i in d['items'])), max(i['none'] for i in d['items']), max(i['holds'] for i in d['items'])]


def fit_support(questions, order):
    """Logistic weights for 'the question is answered here'."""
    from sklearn.linear_model import LogisticRegression
    x, y = np.array([support(d, order) for d in questions]), np.array([d['q']['answerable'] for d in questions])
    mean, scale = x.mean(0), x.std(0) + 1e-9
    fitted = LogisticRegression(C=.1, max_iter=1000, class_weight='balanced').fit((x - mean) / scale, y)
    return lambda d: float((np.array(support(d, order)) - mean) / scale @ fitted.coef_[0])


def auroc(positive, negative):
    if not positive or not negative:
        return float('nan')
    values = np.array(positive + negative)
    ranks = np.empty(len(values))
    order = values.argsort(kind='stable')
    ranks[order] = np.arange(1, len(values) + 1)
    for v in set(values):
        same = values == v
        if same.sum() > 1:
            ranks[same] = ranks[same].mean()
    return (ranks[:len(positive)].sum() - len(positive) * (len(positive) + 1) / 2) / (len(positive) * len(negative))


def interval(questions, figure, draws=500):
    groups = collections.defaultdict(list)
    for d in questions:
        groups[d['q']['articles'][0] if d['q']['articles'] else d['q']['id']].append(d)
    groups, rnd, values = list(groups.values()), random.Random(5), []
    for _ in range(draws):
        value = figure([d for g in rnd.choices(groups, k=len(groups)) for d in g])
        if not math.isnan(value):
            values.append(value)
    return f'{figure(questions):.3f} ({np.percentile(values, 2.5):.3f} to {np.percentile(values, 97.5):.3f})' if values else '-'


def figures(options):
    questions = read(options.name, options, options.reader)
    fitting = read(options.fit, options, options.reader) if options.fit else questions
    answerable, absent = [d for d in questions if d['q']['answerable']], [d for d in questions if not d['q']['answerable']]
    print(f"{len(answerable)} answerable, {len(absent)} absent; the article is among the five for {np.mean([d['hit'] for d in answerable]):.3f}, "
          f"a right sentence in the windows for {np.mean([any(x['right'] for x in d['items']) for d in answerable]):.3f}")
    orders = {
        'lexical': lambda x: x['titled'] + .5 * x['lexical'] - .05 * x['rank'],
        'MiniLM residual cosine': lambda x: x['residual'],
        'lexical + residual cosine (fitted)': fit_sentences(fitting, SENTENCE[:5]),
        'reader (relevance)': lambda x: x['relevance'],
        'reader (relevance + span over none / 4)': lambda x: x['relevance'] + .25 * x['none'],
        'reader + lexical + cosine (fitted)': fit_sentences(fitting, SENTENCE),
    }
    for n, (name, order) in enumerate(orders.items()):
        decide = fit_support(fitting, order)
        for d in questions:
            d['top', n] = sorted(d['items'], key=order, reverse=True)[:3]
            d['right@1', n], d['right@3', n] = (d['q']['answerable'] and is_right(d['q'], [x['text'] for x in d['top', n][:k]]) for k in (1, 3))
            d['score', n] = order(d['top', n][0]) if d['top', n] else -99.
            d['fitted', n] = decide(d)
            if d['q'].get('answers') and d['top', n]:
                x = d['top', n][0]
                d['exact', n], d['f1', n] = span_scores(x['text'][x['span'][1]:x['span'][2]], d['q']['answers'])
        mean = lambda key, which=lambda d: True: lambda ds: float(np.mean([d[key, n] for d in ds if which(d)] or [math.nan]))
        tell = lambda label, ds, figure: print(f'    {label}: {interval(ds, figure)}')
        spanned = [d for d in answerable if ('exact', n) in d and d['q']['kind'] in FACTOIDS]
        print(name)
        tell('right@1', answerable, mean('right@1'))
        tell('right@3', answerable, mean('right@3'))
        separate = lambda key, good: lambda ds: auroc([d[key, n] for d in ds if good(d)], [d[key, n] for d in ds if not good(d)])
        tell('AUROC answerable / absent, its own score', questions, separate('score', lambda d: d['q']['answerable']))
        if n >= 3:
            tell('AUROC answerable / absent, fitted', questions, separate('fitted', lambda d: d['q']['answerable']))
            tell('AUROC right@1 / wrong or absent, fitted', questions, separate('fitted', lambda d: d['right@1', n]))
            tell('span EM', spanned, mean('exact'))
            tell('span F1', spanned, mean('f1'))
            tell('span EM in a right sentence', spanned, mean('exact', lambda d: d['top', n][0]['right']))
            tell('span F1 in a right sentence', spanned, mean('f1', lambda d: d['top', n][0]['right']))
    tell = collections.defaultdict(list)
    for d in answerable:
        tell[d['q']['kind']].append([d['right@1', 0], d['right@1', 3], d['right@1', 5], d['right@3', 0], d['right@3', 3], d['right@3', 5]])
    print('kind: n, right@1 lexical / reader / all, right@3 the same')
    for kind, rows in sorted(tell.items()):
        print(f'    {kind}: {len(rows)}, ' + ' / '.join(f'{v:.2f}' for v in np.mean(rows, 0)))
    reader = 'reader (relevance)'
    n = list(orders).index(reader)
    scores = sorted(d['score', n] for d in absent)
    if scores:
        for refused in (.9, .8):
            least = scores[min(len(scores) - 1, math.ceil(refused * len(scores)))]
            told = [d for d in answerable if d['score', n] > least]
            print(f'threshold of the relevance {least:.2f}: absent refused {np.mean([s <= least for s in scores]):.2f}, answerable answered '
                  f"{len(told) / len(answerable):.2f}, right among them {np.mean([d['right@1', n] for d in told] or [0]):.2f} (first sentence)")


def main():
    parser = argparse.ArgumentParser()
    verbs = parser.add_subparsers(dest='verb', required=True)
    p = verbs.add_parser('prepare')
    for name in ('articles', 'questions', 'vocabulary', 'out'):
        p.add_argument('--' + name, required=True)
    p.add_argument('--part')
    p.add_argument('--every', type=int, default=1)
    p.add_argument('--max-articles', type=int)
    f = verbs.add_parser('figures')
    f.add_argument('name')
    for name in ('reader', 'base', 'onnx'):
        f.add_argument('--' + name, required=True)
    f.add_argument('--fit')
    options = parser.parse_args()
    prepare(options) if options.verb == 'prepare' else figures(options)


if __name__ == '__main__':
    main()
