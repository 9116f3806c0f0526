"""Turns the corpora into questions with labelled windows.

    data.py --sources FOLDER --corpus FOLDER --vocabulary FILE --out FOLDER

FOLDER of --sources holds a clone of each repository in SOURCES, named owner+name. Writes own.train.pkl, quiz.train.pkl,
long.train.pkl, squad2.pkl and public.pkl.
"""
import argparse
import collections
import dataclasses
import gzip
import hashlib
import json
import os
import pickle
import random
import re
import subprocess
import typing

from text import Archive, Window, WordPiece, has, normal, sentences

SOURCES = {
    'chrischute/squad': 'SQuAD 2.0, half of dev: questions with and without an answer; CC BY-SA 4.0',
    'xinyadu/nqg': 'SQuAD sentences with their questions; CC BY-SA 4.0',
    'google-deepmind/xquad': 'XQuAD, English; CC BY-SA 4.0',
    'uwnlp/qamr': 'QAMR; MIT',
    'nelson-liu/lost-in-the-middle': 'Natural Questions with a passage; MIT, text CC BY-SA 3.0',
    'google-research-datasets/QED': 'QED; CC BY-SA 3.0',
    'emorynlp/selqa': 'SelQA; Apache-2.0',
}
NAME = re.compile(r"[A-Z][\w'-]*[\w](?: [A-Z][\w'-]*\w)*")
NOT_NAMES = set('Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October '
                'November December Mr Mrs Ms Dr'.split())
TEST, DEV = 15, 10   # percent of the own articles


@dataclasses.dataclass
class LabelledWindow:
    ids: list                       # word pieces
    segment: int                    # index of the first piece of segment 1
    marks: list                     # index of each M
    right: list                     # for each sentence: 1 it answers, 0 it does not, -1 not known
    span: typing.Optional[tuple]    # first and last piece of the answer; (0, 0) = none in this window; None = not known

    @property
    def answers(self):
        return 1 if 1 in self.right else -1 if -1 in self.right else 0


@dataclasses.dataclass
class Question:
    source: str
    windows: list


def part(article):
    """test, dev or train: decided by the article's id alone."""
    n = int(hashlib.sha256(article.encode()).hexdigest(), 16) % 100
    return 'test' if n < TEST else 'dev' if n < TEST + DEV else 'train'


def read_lines(path):
    """The objects of a file of JSON lines; none where there is no file."""
    if not os.path.exists(path):
        return []
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines if line.strip()]


class Maker:
    def __init__(self, tokenizer, seed=7):
        self.tokenizer, self.random = tokenizer, random.Random(seed)

    def spelt(self, question):
        """As people type: often without the question mark, now and then with a slip."""
        if self.random.random() < .5:
            question = question.rstrip(' ?')
        if self.random.random() < .06:
            words = question.split()
            long = [k for k, w in enumerate(words) if len(w) > 4]
            if long:
                k = self.random.choice(long)
                i = self.random.randint(1, len(words[k]) - 2)
                w = words[k]
                words[k] = self.random.choice((w[:i] + w[i + 1:], w[:i] + w[i + 1] + w[i] + w[i + 2:], w[:i] + w[i] + w[i:]))
                question = ' '.join(words)
        return question

    def window(self, question, title, texts, right, span=None, max_pieces=232):
        """span: (sentence, start, end) in characters, or None = not known. Without a right or unknown sentence there is none."""
        w = Window(self.tokenizer, question, title, texts, max_pieces)
        right = list(right[:len(w.marks)])
        pieces = None
        if span:
            inside = [i for i, p in enumerate(w.places) if p and p[0] == span[0] and p[1] < span[2] and p[2] > span[1]]
            pieces = (inside[0], inside[-1]) if inside else None
        elif 1 not in right and -1 not in right:
            pieces = (0, 0)
        return LabelledWindow(w.ids, w.segment, w.marks, right, pieces)


# ---------------------------------------------------------------- our own corpus

class Own:
    """Questions of people over an archive: as tools/reader/corpus, or one's own in the same form."""

    def __init__(self, tokenizer, folder, questions='questions.jsonl', parts=('train',)):
        self.articles = read_lines(os.path.join(folder, 'articles.jsonl'))
        self.questions = [q for q in read_lines(os.path.join(folder, questions)) if part(q['articles'][0]) in parts]
        self.archive = Archive(tokenizer, [a for a in self.articles if part(a['id']) in parts])
        self.maker, self.named = Maker(tokenizer), {}
        self.by_id = {q['id']: q for q in self.questions}

    def make(self, draw=0):
        """Each question with the windows of its article and the hardest of others; some also without their article."""
        self.maker.random.seed(1000 + draw)
        rnd, out = self.maker.random, []
        for q in self.questions:
            asked = q['question']
            if q.get('after') in self.by_id:
                asked = self.by_id[q['after']]['question'].rstrip(' ?') + '? ' + asked
            asked = self.maker.spelt(asked)
            found = self.archive.search(asked, 8, without=q['articles'])
            hard = [c for c in self.archive.candidates(asked, found, 12)]
            hard = [w for w in (self.labelled(q, asked, c.article, c.sentences) for c in hard[:9]) if w.answers == 0]
            own = [self.labelled(q, asked, c.article, c.sentences) for c in self.archive.candidates(asked, q['articles'][:1], 99)]
            if q['answerable'] and not any(w.answers == 1 for w in own):
                continue
            own.sort(key=lambda w: w.answers != 1)
            pick = lambda n: [w for _, w in sorted(enumerate(hard), key=lambda p: p[0] + rnd.random() * 5)[:n]]
            out.append(Question('own' if q['answerable'] else 'own absent', own[:6] + pick(3)))
            if q['answerable'] and rnd.random() < .15 and hard:
                out.append(Question('own removed', pick(4)))
            swapped = self.swapped(q) if q['answerable'] and rnd.random() < .45 else None
            if swapped:
                nobody = dict(q, answerable=False)
                places = self.archive.candidates(swapped, q['articles'][:1], 4)
                places += self.archive.candidates(swapped, self.archive.search(swapped, 5, without=q['articles']), 3)[:2]
                out.append(Question('own swapped', [self.labelled(nobody, swapped, c.article, c.sentences) for c in places]))
        return out

    def names(self, article):
        if article not in self.named:
            self.named[article] = {m.group() for s in self.archive.sentences(article) for m in NAME.finditer(s.text) if m.start() and len(m.group()) > 3} - NOT_NAMES
        return self.named[article]

    def swapped(self, q):
        """The question about somebody or something else, who is named in the article or in another one; None where it names nobody."""
        rnd, article, asked = self.maker.random, q['articles'][0], self.maker.spelt(q['question'])
        inside = [n for n in self.names(article) if re.search(rf'(?<!\w){re.escape(n)}(?!\w)', asked, re.I)]
        if not inside:
            return None
        name = max(inside, key=len)
        other = article if rnd.random() < .5 and q['kind'] in ('who', 'when', 'where', 'howmany', 'which', 'why', 'how') else rnd.choice(self.articles)['id']
        if other not in self.archive.articles:
            return None
        told = normal(' '.join(q['gold']) + ' ' + asked)
        choices = sorted(n for n in self.names(other) if len(n.split()) == len(name.split()) and normal(n).split()[-1] not in told.split())
        return re.sub(rf'(?<!\w){re.escape(name)}(?!\w)', lambda m: rnd.choice(choices), asked, flags=re.I) if choices else None

    def labelled(self, q, asked, article, chunk):
        parsed, title = self.archive.sentences(article), self.archive.articles[article]['title']
        texts = [parsed[k].text for k in chunk]
        right = [self.right(q, article, parsed[k]) for k in chunk]
        return self.maker.window(asked, title, texts, right, self.span(q, texts, right))

    def right(self, q, article, sentence):
        if not q['answerable']:
            return 0
        if article not in q['articles']:
            return -1 if any(len(normal(a)) > 5 and not normal(a).replace(' ', '').isdigit() and has(sentence.text, a) for a in q.get('answers') or []) else 0
        body = self.archive.articles[article]['body']
        for gold in q['gold']:
            start = body.find(gold)
            shared = min(sentence.end, start + len(gold)) - max(sentence.start, start)
            if start >= 0 and shared > .6 * min(len(gold), sentence.end - sentence.start):
                return 1
        told = (q.get('answers') or []) + [a for alternatives in q.get('nuggets') or [] for a in alternatives]
        return -1 if any(has(sentence.text, a) for a in told) else 0

    @staticmethod
    def span(q, texts, right):
        told = q.get('answers') or [a for alternatives in (q.get('nuggets') or [])[:1] for a in alternatives]
        for k, (text, r) in enumerate(zip(texts, right)):
            if r == 1:
                for answer in sorted(told, key=len, reverse=True):
                    at = re.search(r'(?<!\w)' + re.escape(answer) + r'(?!\w)', text, re.I)
                    if at:
                        return k, at.start(), at.end()
        return None


# ---------------------------------------------------------------- named open sets

class Public:
    def __init__(self, tokenizer, folder):
        self.folder, self.tokenizer, self.maker = folder, tokenizer, Maker(tokenizer)
        self.random = self.maker.random

    def read(self, repository, path):
        clone = os.path.join(self.folder, repository.replace('/', '+'))
        if os.path.isdir(os.path.join(clone, 'repo')):
            clone = os.path.join(clone, 'repo')
        return subprocess.check_output(['git', '-C', clone, 'show', 'HEAD:' + path])

    def make(self):
        """Everything except SQuAD 2.0, most of it easy: one or two windows a question."""
        out = []
        for name in (self.squad_pairs, self.xquad, self.qamr, self.natural_questions, self.qed, self.selqa):
            made = [q for q in name() if q]
            print(name.__name__, len(made), 'questions', sum(len(q.windows) for q in made), 'windows', flush=True)
            out += made
        return out

    def near(self, length, k, size):
        """The numbers of up to `size` neighbours, k among them at a random place."""
        first = max(0, k - self.random.randint(0, size - 1))
        return list(range(first, min(length, first + size)))

    def squad2(self):
        """The whole paragraph, and what looks nearest in the others of the same article. Half of the questions have no answer."""
        for article in json.loads(self.read('chrischute/squad', 'data/dev-v2.0.json'))['data']:
            title = article['title'].replace('_', ' ')
            paragraphs = [dict(id=str(i), title=title, body=p['context'].replace('\n', ' ')) for i, p in enumerate(article['paragraphs'])]
            archive = Archive(self.tokenizer, paragraphs)
            for i, p in enumerate(article['paragraphs']):
                for qa in p['qas']:
                    asked, answers = self.maker.spelt(qa['question'].strip()), collections.Counter((a['answer_start'], a['text']) for a in qa['answers'])
                    at = answers.most_common(1)[0][0] if answers else None
                    head = title if self.random.random() < .6 else ''
                    windows = [self.chunk(archive, asked, head, str(i), chunk, at) for chunk in archive.chunks(str(i))]
                    if at and not any(w.answers == 1 for w in windows):
                        continue
                    for c in archive.candidates(asked, archive.search(asked, 5, without=[str(i)]), self.random.choice((0, 2, 4))):
                        other = self.chunk(archive, asked, head, c.article, c.sentences, None, at and at[1])
                        if other.answers == 0:
                            windows.append(other)
                    yield Question('squad2' if at else 'squad2 absent', windows)

    def chunk(self, archive, asked, title, paragraph, chunk, at, answer=None):
        parsed = archive.sentences(paragraph)
        right, span = [], None
        for k, j in enumerate(chunk):
            s = parsed[j]
            hit = at is not None and s.start <= at[0] < s.end
            right.append(1 if hit else -1 if answer and has(s.text, answer) else 0)
            if hit:
                span = (k, at[0] - s.start, at[0] + len(at[1]) - s.start)
        return self.maker.window(asked, title, [parsed[j].text for j in chunk], right, span)

    def squad_pairs(self, count=7000):
        """The sentence among its neighbours in the file; for some also neighbours without it."""
        pairs = []
        for f in ('dev', 'test'):
            source = self.read('xinyadu/nqg', f'data/processed/src-{f}.txt').decode().split('\n')
            target = self.read('xinyadu/nqg', f'data/processed/tgt-{f}.txt').decode().split('\n')
            texts = []
            for s, t in zip(source, target):
                if s.strip() and t.strip():
                    if not texts or texts[-1] != plain(s):
                        texts.append(plain(s))
                    pairs.append((texts, len(texts) - 1, plain(t)))
        self.random.shuffle(pairs)
        for texts, k, asked in pairs[:count]:
            asked, at = self.maker.spelt(asked), self.near(len(texts), k, 4)
            windows = [self.maker.window(asked, '', [texts[j] for j in at], [int(j == k) for j in at])]
            if self.random.random() < .3:
                far = [j for j in self.near(len(texts), max(0, k + self.random.choice((-6, 6))), 4) if j not in at]
                if far:
                    windows.append(self.maker.window(asked, '', [texts[j] for j in far], [0] * len(far)))
            yield Question('squad pairs', windows)

    def xquad(self):
        for article in json.loads(self.read('google-deepmind/xquad', 'xquad.en.json'))['data']:
            for p in article['paragraphs']:
                places = sentences(p['context'])
                for qa in p['qas']:
                    start, answer = qa['answers'][0]['answer_start'], qa['answers'][0]['text']
                    k = next((j for j, (a, b) in enumerate(places) if a <= start < b), None)
                    if k is None:
                        continue
                    at = self.near(len(places), k, 5)
                    yield Question('xquad', [self.maker.window(
                        self.maker.spelt(qa['question']), '', [p['context'][slice(*places[j])] for j in at], [int(j == k) for j in at],
                        (at.index(k), start - places[k][0], start + len(answer) - places[k][0]))])

    def qamr(self, count=2000):
        words, of_page = {}, collections.defaultdict(list)
        for line in self.read('uwnlp/qamr', 'data/wiki-sentences.tsv').decode().split('\n'):
            if '\t' in line:
                i, text = line.split('\t', 1)
                words[i] = text.split()
                of_page[i.rsplit(':', 1)[0]].append(i)
        asked = []
        for f in ('dev', 'test'):
            for line in self.read('uwnlp/qamr', f'data/filtered/{f}.tsv').decode().split('\n'):
                c = line.split('\t')
                if len(c) >= 7 and c[0] in words and c[6]:
                    asked.append((c[0], c[5], [int(x) for x in c[6].split()]))
        self.random.shuffle(asked)
        for i, question, answer in asked[:count]:
            if answer[-1] - answer[0] > 14:
                continue
            text, places = joined(words[i])
            others = [x for x in of_page[i.rsplit(':', 1)[0]] if x != i]
            texts = [text] + [joined(words[x])[0] for x in self.random.sample(others, min(2, len(others)))]
            order = self.random.sample(range(len(texts)), len(texts))
            yield Question('qamr', [self.maker.window(
                self.maker.spelt(question), '', [texts[k] for k in order], [int(k == 0) for k in order],
                (order.index(0), places[answer[0]][0], places[answer[-1]][1]))])

    def natural_questions(self):
        """A passage of 100 words that answers, and the passage of another question that looks nearest."""
        rows = [json.loads(line) for line in gzip.decompress(
            self.read('nelson-liu/lost-in-the-middle', 'qa_data/nq-open-oracle.jsonl.gz')).decode().split('\n') if line]
        archive = Archive(self.tokenizer, [dict(id=str(i), title=r['ctxs'][0]['title'], body=r['ctxs'][0]['text']) for i, r in enumerate(rows)])
        for i, r in enumerate(rows):
            asked = self.maker.spelt(r['question'])
            windows = [self.answered(archive, asked, str(i), r['answers'])]
            if windows[0].answers != 1:
                continue
            for other in archive.search(asked, 1, without=[str(i)]):
                other = self.answered(archive, asked, other, r['answers'])
                if other.answers == 0:
                    windows.append(other)
            yield Question('natural questions', windows)
            if len(windows) > 1 and self.random.random() < .25:
                yield Question('natural questions removed', windows[1:])

    def answered(self, archive, asked, passage, answers):
        texts, right, span = [s.text for s in archive.sentences(passage)], [], None
        for k, text in enumerate(texts):
            hit = next((a for a in answers if has(text, a)), None)
            right.append(0 if not hit else -1 if 1 in right else 1)
            at = text.lower().find(hit.lower()) if hit and not span else -1
            if at >= 0:
                span = (k, at, at + len(hit))
        return self.maker.window(asked, archive.articles[passage]['title'], texts, right, span)

    def qed(self):
        for line in self.read('google-research-datasets/QED', 'qed-dev.jsonlines').decode().split('\n'):
            row = json.loads(line) if line else dict(annotation={})
            if row['annotation'].get('explanation_type') != 'single_sentence':
                continue
            text, starts = row['paragraph_text'], row['sentence_starts']
            ends = starts[1:] + [len(text)]
            chosen = row['annotation']['selected_sentence']['start']
            k = next((j for j, (a, b) in enumerate(zip(starts, ends)) if a <= chosen < b), None)
            if k is None:
                continue
            answer = (row['annotation'].get('answer') or [{}])[0].get('paragraph_reference')
            at = self.near(len(starts), k, 5)
            span = (at.index(k), answer['start'] - starts[k], answer['end'] - starts[k]) if answer and starts[k] <= answer['start'] < ends[k] else None
            yield Question('qed', [self.maker.window(self.maker.spelt(row['question_text']), row['title_text'],
                                                     [text[starts[j]:ends[j]].strip() for j in at], [int(j == k) for j in at], span)])

    def selqa(self):
        for f in ('dev', 'test'):
            for row in json.loads(self.read('emorynlp/selqa', f'ass/selqa-ass-{f}.json')):
                texts, right = row['candidates'], set(row['answers'])
                if not right:
                    continue
                asked, at = self.maker.spelt(row['question']), self.near(len(texts), self.random.choice(sorted(right)), 4)
                windows = [self.maker.window(asked, row['article'], [texts[j] for j in at], [int(j in right) for j in at])]
                rest = [j for j in range(len(texts)) if j not in right and j not in at]
                if len(rest) >= 3 and self.random.random() < .4:
                    at = rest[self.random.randint(0, len(rest) - 3):][:4]
                    windows.append(self.maker.window(asked, row['article'], [texts[j] for j in at], [0] * len(at)))
                yield Question('selqa', windows)


def plain(text):
    """Text of a tokenised corpus as people write it."""
    text = re.sub('-LRB-|-lrb-', '(', re.sub('-RRB-|-rrb-', ')', text)).replace('``', '"').replace("''", '"')
    text = re.sub(r'([(\[$])\s+', r'\1', re.sub(r'\s+([.,;:?!%)\]])', r'\1', text))
    return re.sub(r'\s+', ' ', re.sub(r"\s+(n't|'s|'re|'ve|'d|'ll|'m)\b", r'\1', text)).strip()


def joined(words):
    """The text of tokenised words, and the place of each."""
    text, places = '', []
    for word in words:
        word = {'-LRB-': '(', '-RRB-': ')', '-LSB-': '[', '-RSB-': ']', '``': '"', "''": '"'}.get(word, word)
        if text and not re.match(r"([.,;:?!%)\]]|n't$|'s$|'re$|'ve$|'d$|'ll$)", word) and not text.endswith(('(', '[', '$')):
            text += ' '
        places.append((len(text), len(text) + len(word)))
        text += word
    return text, places


def main():
    options = argparse.ArgumentParser()
    for name in ('sources', 'corpus', 'vocabulary', 'out'):
        options.add_argument('--' + name, required=True)
    options.add_argument('--draws', type=int, default=4, help='how often each own question is made, with other negatives each time')
    options = options.parse_args()
    tokenizer = WordPiece(options.vocabulary)
    made = {}
    for name, folder, file in (('own.train', '', 'questions.jsonl'), ('quiz.train', '', 'quiz.jsonl'), ('long.train', 'long', 'questions.jsonl')):
        own = Own(tokenizer, os.path.join(options.corpus, folder), file)
        made[name] = [q for draw in range(options.draws) for q in own.make(draw)]
    public = Public(tokenizer, options.sources)
    made |= {'squad2': list(public.squad2()), 'public': public.make()}
    os.makedirs(options.out, exist_ok=True)
    for name, questions in made.items():
        with open(os.path.join(options.out, name + '.pkl'), 'wb') as to:
            pickle.dump(questions, to, 4)
        lengths = [len(w.ids) for q in questions for w in q.windows]
        print(name, collections.Counter(q.source for q in questions), len(lengths), 'windows of', round(sum(lengths) / max(1, len(lengths))), 'word pieces')


if __name__ == '__main__':
    main()
