"""Trains the reader on the CPU.

    train.py --base MINILM.onnx --out WEIGHTS.npz --minutes 60 DATA.pkl:FROM:TO ...

FROM and TO are the shares of a corpus in the batches at the start and at the end. The processes share the weights and do not wait for
each other (Hogwild); each uses one thread, so busy cores cost little. The rate falls with the time, so a run ends when it should.
WEIGHTS.npz is the average of the late weights; it is also written every few minutes, so a run that is stopped leaves a reader.
"""
import argparse
import os
import pickle
import random
import time

os.environ.setdefault('OMP_NUM_THREADS', '1')
os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')

import torch
import torch.multiprocessing as processes
import torch.nn.functional as F

from data import LabelledWindow, Question  # noqa: F401  (what the pickles hold)
from model import Reader, batch, load, load_minilm, save

TOGETHER = 8   # windows of like length that go through the model together


def losses(model, questions, drop):
    """Returns (listwise, window, span), each a mean."""
    windows = sorted(((len(w.ids), k, w) for k, q in enumerate(questions) for w in q.windows), key=lambda t: t[:2])
    listwise = [([], []) for _ in questions]
    in_window, span = [], []
    for at in range(0, len(windows), TOGETHER):
        rows = windows[at:at + TOGETHER]
        with torch.autocast('cpu', torch.bfloat16):
            out = model(*batch([w for _, _, w in rows]), drop)
        out = out.float()
        for row, (length, k, w) in enumerate(rows):
            known = [i for i, r in enumerate(w.right) if r >= 0]
            listwise[k][0].append(out[row, [w.marks[i] for i in known], 0])
            listwise[k][1].extend(w.right[i] for i in known)
            if w.answers >= 0:
                in_window.append(F.binary_cross_entropy_with_logits(out[row, 0, 3], torch.tensor(float(w.answers))))
            if w.span is not None:
                # The answer lies among the sentences, or nowhere, which is [CLS].
                first = w.marks[0]
                for side in (0, 1):
                    scores = torch.cat([out[row, :1, 1 + side], out[row, first:length - 1, 1 + side]])
                    target = w.span[side] - first + 1 if w.span != (0, 0) else 0
                    span.append(F.cross_entropy(scores[None], torch.tensor([target])))
    of_question = []
    for scores, right in listwise:
        # Softmax over all sentences of the question and 'none of them', whose score is 0.
        scores, right = torch.cat(scores + [torch.zeros(1)]), torch.tensor(right + [0]) > 0
        right[-1] = not right.any()
        of_question.append(torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0))
    mean = lambda values: torch.stack(values).mean() if values else torch.zeros(())
    return mean(of_question), mean(in_window), mean(span)


class Draw:
    """Batches of whole questions; the share of each corpus moves from its first to its last value."""

    def __init__(self, corpora, rnd):
        self.corpora, self.random, self.left = corpora, rnd, [[] for _ in corpora]

    def next(self, progress, size):
        shares, out, windows = [a + (b - a) * progress for _, a, b in self.corpora], [], 0
        while windows < size:
            k = self.random.choices(range(len(shares)), shares)[0]
            if not self.left[k]:
                self.left[k] = self.random.sample(self.corpora[k][0], len(self.corpora[k][0]))
            question = self.left[k].pop()
            if all(w.answers < 0 for w in question.windows):
                continue
            out.append(question)
            windows += len(question.windows)
        return out, windows


def work(rank, model, average, options, corpora):
    torch.set_num_threads(1)
    torch.manual_seed(options.seed + rank)
    draw = Draw(corpora, random.Random(options.seed + rank))
    named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    body, head = ([p for n, p in named if n.startswith('head') == is_head] for is_head in (False, True))
    optimizer = torch.optim.AdamW([dict(params=body, times=1), dict(params=head, times=5)], lr=options.rate, weight_decay=.01, foreach=True)
    pairs = [(dict(average.named_parameters())[n], p) for n, p in named] if rank == 0 else []
    began = saved = told = time.time()
    steps, seen, sums = 0, 0, torch.zeros(3)
    while True:
        progress = options.start + (1 - options.start) * (time.time() - began) / (60 * options.minutes)
        if progress >= 1:
            break
        rate = options.rate * min(1, (steps + 1) / options.warm) * max(.02, 1 - progress if options.decay else 1)
        for group in optimizer.param_groups:
            group['lr'] = rate * group['times']
        questions, windows = draw.next(progress, options.batch)
        parts = losses(model, questions, options.drop)
        (parts[0] + .3 * parts[1] + .4 * parts[2]).backward()
        torch.nn.utils.clip_grad_norm_(body + head, 2.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        steps, seen, sums = steps + 1, seen + windows, sums + torch.stack(parts).detach()
        keep = min(options.average, 1 - 1 / (steps + 1))
        with torch.no_grad():
            for mean, now in pairs:
                mean.lerp_(now, 1 - keep)
        if steps % 40 == 0:
            listwise, window, span = (sums / 40).tolist()
            print(f'{rank} step {steps} at {progress:.2f}: listwise {listwise:.3f} window {window:.3f} span {span:.3f}, '
                  f'{seen} windows, {seen / (time.time() - began):.1f} a second', flush=True)
            sums = torch.zeros(3)
        if rank == 0 and time.time() - saved > 60 * options.save_minutes:
            save(average, options.out)
            saved = time.time()
    print(rank, 'ended after', steps, 'steps and', seen, 'windows', flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('data', nargs='+')
    parser.add_argument('--base', required=True, help='the ONNX file of MiniLM')
    parser.add_argument('--init', help='weights to go on from')
    parser.add_argument('--out', required=True)
    for name, value in (('minutes', 60.), ('rate', 8e-5), ('batch', 18), ('workers', 2), ('frozen', 1), ('drop', .05), ('warm', 80),
                        ('average', .997), ('decay', 1), ('start', 0.), ('seed', 1), ('save_minutes', 4.)):
        parser.add_argument('--' + name, type=type(value), default=value)
    options = parser.parse_args()
    corpora = []
    for item in options.data:
        path, first, last = item.rsplit(':', 2)
        with open(path, 'rb') as source:
            questions = pickle.load(source)
        if questions:
            corpora.append((questions, float(first), float(last)))
    model, average = (load_minilm(Reader(), options.base).freeze(options.frozen) for _ in range(2))
    if options.init:
        load(model, options.init)
    average.load_state_dict(model.state_dict())
    model.train().share_memory()
    average.share_memory()
    print(vars(options), flush=True)
    if options.workers == 1:
        work(0, model, average, options, corpora)
    else:
        processes.spawn(work, (model, average, options, corpora), nprocs=options.workers)
    save(average, options.out)


if __name__ == '__main__':
    main()
