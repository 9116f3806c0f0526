"""Text for the reader: word pieces, sentences, windows, and the cheap ranking that chooses the windows to read.

A window is what the model reads at once:

    [CLS] question [SEP] title M sentence M sentence ... [SEP]

M is the word piece [unused1]. It stands before each sentence, and the model's relevance of a sentence is read there.
"""
import collections
import math
import re
import unicodedata

PAD, UNKNOWN, CLS, SEP, MARK = 0, 100, 101, 102, 2
MAX_QUESTION, MAX_TITLE, MAX_SENTENCE, MAX_WINDOW = 40, 18, 96, 232   # in word pieces
CHUNK = 150                                                          # word pieces of text in a window


class WordPiece:
    """The uncased tokenizer of BERT, with the place in the text of each piece."""

    def __init__(self, vocabulary):
        with open(vocabulary, encoding='utf-8') as lines:
            self.ids = {word.rstrip('\n'): i for i, word in enumerate(lines)}
        self.cache = {}

    def __call__(self, text):
        """Returns the ids and, for each, (start, end) in text. A word with accents gives the place of the whole word."""
        ids, places = [], []
        for word, start, end in split_words(text):
            for piece, i, j in self.pieces(word):
                ids.append(piece)
                places.append((start + i, min(end, start + j)) if end - start == len(word) else (start, end))
        return ids, places

    def pieces(self, word):
        known = self.cache.get(word)
        if known is not None:
            return known
        pieces, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start and ('##' * (start > 0) + word[start:end]) not in self.ids:
                end -= 1
            if end == start or len(word) > 100:
                pieces = [(UNKNOWN, 0, len(word))]
                break
            pieces.append((self.ids['##' * (start > 0) + word[start:end]], start, end))
            start = end
        if len(self.cache) < 400_000:
            self.cache[word] = pieces
        return pieces


def split_words(text):
    """Returns (word in lower case without accents, start, end). Each punctuation mark is a word."""
    words, letters, start = [], [], 0

    def close(end):
        if letters:
            words.append((''.join(letters), start, end))
            letters.clear()

    for i, c in enumerate(text):
        category = unicodedata.category(c)
        if category == 'Cf':
            continue
        if c.isspace() or category == 'Zs' or category == 'Cc' or c == '\ufffd':
            close(i)
        elif is_mark(c, category) or '\u4e00' <= c <= '\u9fff':
            close(i)
            words.append((c, i, i + 1))
        else:
            if not letters:
                start = i
            lower = c.lower()
            if not lower.isascii():
                lower = ''.join(x for x in unicodedata.normalize('NFD', lower) if unicodedata.category(x) != 'Mn')
            if lower:
                letters.append(lower)
    close(len(text))
    return words


def is_mark(c, category):
    return category[0] == 'P' or 33 <= ord(c) <= 47 or 58 <= ord(c) <= 64 or 91 <= ord(c) <= 96 or 123 <= ord(c) <= 126


ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|Hon|St|Jr|Sr|vs|etc|No|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept|Sep|Oct|Nov|Dec|approx|est|Fla|Calif|Ga|Va|Md|Mass|Conn|Ariz|Tex|Pa|Wash|Ill|Mich|Minn|Wis|Ore|Colo|Tenn|Ala|Ky"
    r"|Okla|La|Miss|Mo|Kan|Neb|Nev)|\b[A-Z]|\b[a-zA-Z]\.[a-zA-Z])\.$")
END = re.compile(r'[.!?…]+["”’\')\]]*\s+(?=["“‘\'(\[]?[A-Z0-9$£€])')


def sentences(text):
    """Returns (start, end) of each sentence. A line break always ends a sentence."""
    found = []
    for line in re.finditer(r'[^\n]+', text):
        start = line.start()
        for end in END.finditer(line.group()):
            stop = line.start() + len(line.group()[:end.end()].rstrip())
            core = text[start:stop].rstrip('"”’\')]')
            if core.endswith('.') and not core.endswith('..') and ABBREVIATION.search(core[-12:]):
                continue
            found.append((start, stop))
            start = line.start() + end.end()
        found.append((start, line.start() + len(line.group().rstrip())))
    trimmed = [(a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in found]
    return [(a, b) for a, b in trimmed if b - a >= 2]


class Window:
    """One window: ids, the index of the first piece of segment 1, the index of each M, and the place of each piece."""

    def __init__(self, tokenizer, question, title, texts, max_pieces=MAX_WINDOW):
        ids = [CLS] + tokenizer(question)[0][:MAX_QUESTION] + [SEP]
        self.segment = len(ids)
        ids += tokenizer(title or '')[0][:MAX_TITLE]
        places, marks = [None] * len(ids), []
        for k, text in enumerate(texts):
            pieces, spots = tokenizer(text)
            room = max_pieces - len(ids) - 2
            if marks and min(len(pieces), MAX_SENTENCE) > room:
                break
            pieces = pieces[:min(MAX_SENTENCE, room)]
            marks.append(len(ids))
            ids += [MARK] + pieces
            places += [None] + [(k, a, b) for a, b in spots[:len(pieces)]]
        self.ids, self.marks, self.places = ids + [SEP], marks, places + [None]


STOP = set(
    'a an the of to in on at for and or is are was were be been being by with as that this it its from has have had he she they his '
    'her their but not what who how when where did does do which why whom whose s t i me my you your we our about any there tell say '
    'said says will would can could should much many up out so if than then them him'.split())


def normal(text):
    """Lower case, no accents, no punctuation, no articles: for comparing strings."""
    text = unicodedata.normalize('NFKD', (text or '').lower().replace('’', "'").replace('‘', "'"))
    text = ''.join(c for c in text if not unicodedata.combining(c)).replace("'s", '').replace("'", '')
    return ' '.join(w for w in re.sub(r'[^\w\s]', ' ', text).split() if w not in ('a', 'an', 'the'))


def has(text, answer):
    return bool(normal(answer)) and f' {normal(answer)} ' in f' {normal(text)} '


def terms(text):
    """The words that the cheap ranking compares: no stop words, endings cut off."""
    found = []
    for word in normal(text).split():
        if word in STOP:
            continue
        for ending in ('ing', 'ies', 'ed', 'es', 's', 'ly'):
            if word.endswith(ending) and len(word) > len(ending) + 3:
                word = word[:-len(ending)]
                break
        found.append(word[:8])
    return found


Sentence = collections.namedtuple('Sentence', 'start end text pieces terms')
Candidate = collections.namedtuple('Candidate', 'article sentences score rank')


class Archive:
    """Articles, searched by BM25; and the windows of the best ones, ranked by the question's words that they hold."""

    def __init__(self, tokenizer, articles):
        self.tokenizer, self.articles, self.parsed = tokenizer, {a['id']: a for a in articles}, {}
        self.postings, self.lengths = collections.defaultdict(list), {}
        for a in articles:
            counts = collections.Counter(terms(a['title'] or '') * 2 + terms(a['body'][:8000]))
            self.lengths[a['id']] = sum(counts.values())
            for term, count in counts.items():
                self.postings[term].append((a['id'], count))
        self.mean_length = sum(self.lengths.values()) / max(1, len(articles))

    def weight(self, term):
        n = len(self.postings.get(term, ()))
        return math.log(1 + (len(self.articles) - n + .5) / (n + .5))

    def search(self, question, top=5, until=None, without=()):
        """Ids of the best articles, best first; none published after `until` (a date)."""
        scores = collections.Counter()
        for term in set(terms(question)):
            weight = self.weight(term)
            for i, count in self.postings.get(term, ()):
                scores[i] += weight * count * 2.2 / (count + 1.2 * (.25 + .75 * self.lengths[i] / self.mean_length))
        found = []
        for i, _ in scores.most_common(200):
            if i not in without and not (until and (self.articles[i].get('published_at') or '')[:10] > until[:10]):
                found.append(i)
                if len(found) == top:
                    break
        return found

    def sentences(self, article):
        if article not in self.parsed:
            body = self.articles[article]['body']
            self.parsed[article] = [Sentence(a, b, body[a:b], min(MAX_SENTENCE, len(self.tokenizer(body[a:b])[0])) + 1, set(terms(body[a:b])))
                                    for a, b in sentences(body)[:150]]
        return self.parsed[article]

    def chunks(self, article):
        """The article's windows, as lists of sentence numbers. A window begins with the last sentence of the window before."""
        all_sentences, chunks, k = self.sentences(article), [], 0
        while k < len(all_sentences):
            chunk = [k - 1] if k and all_sentences[k - 1].pieces < 60 else []
            size, first = sum(all_sentences[j].pieces for j in chunk), k
            while k < len(all_sentences) and (k == first or size + all_sentences[k].pieces <= CHUNK):
                chunk.append(k)
                size += all_sentences[k].pieces
                k += 1
            chunks.append(chunk)
        return chunks

    def candidates(self, question, found, top=12):
        """The best windows of the articles `found` (best first), as Candidate, best first."""
        weights = {t: self.weight(t) for t in set(terms(question))}
        total = sum(weights.values()) or 1
        share = lambda held: sum(w for t, w in weights.items() if t in held) / total
        out = []
        for rank, article in enumerate(found):
            title, parsed = set(terms(self.articles[article]['title'] or '')), self.sentences(article)
            if not parsed:
                continue
            whole = share(title.union(*(s.terms for s in parsed)))
            for chunk in self.chunks(article):
                held = set().union(*(parsed[k].terms for k in chunk))
                best = max(share(parsed[k].terms) for k in chunk)
                out.append(Candidate(article, chunk, share(held) + .5 * share(held | title) + .5 * best + .6 * whole - .05 * rank, rank))
        return sorted(out, key=lambda c: -c.score)[:top]

    def window(self, question, article, chunk):
        parsed = self.sentences(article)
        return Window(self.tokenizer, question, self.articles[article]['title'], [parsed[k].text for k in chunk])
