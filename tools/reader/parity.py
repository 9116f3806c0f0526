"""Writes what the bot's own code has to give: the golden file of its tests.

    parity.py --prepared NAME --reader MODEL.onnx --onnx "dotnet Onnx.dll" --out reader.golden.json [--count 4]

NAME comes from measure.py prepare. Each case is run alone, unpadded: the ids of its pieces, where the second segment begins, the relevance of each sentence, and
whether the window holds an answer.
"""
import argparse
import json
import pickle
import shlex
import struct
import subprocess
import tempfile

import numpy as np


def run(options, windows):
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + '/in', 'wb') as to:
            to.write(struct.pack('<i', len(windows)))
            for w in windows:
                to.write(struct.pack(f'<{len(w.ids) + 2}i', len(w.ids), w.segment, *w.ids))
        subprocess.run([*shlex.split(options.onnx), 'run', options.reader, folder + '/in', folder + '/out'], check=True)
        values = np.fromfile(folder + '/out', np.float32).reshape(-1, 4)
    return np.split(values, np.cumsum([len(w.ids) for w in windows])[:-1])


def main():
    parser = argparse.ArgumentParser()
    for name in ('prepared', 'reader', 'onnx', 'out'):
        parser.add_argument('--' + name, required=True)
    parser.add_argument('--count', type=int, default=4)
    options = parser.parse_args()
    with open(options.prepared + '.pkl', 'rb') as source:
        questions, windows = pickle.load(source)
    questions = [d for d in questions if d['items']]
    cases = []
    for d in questions[::max(1, len(questions) // options.count)][:options.count]:
        first = d['items'][0]['window']
        w = windows[first]
        logits, = run(options, [w])
        cases.append(dict(
            question=d['q']['question'], title=d['items'][0].get('title', ''), sentences=[x['text'] for x in d['items'] if x['window'] == first],
            ids=w.ids, secondSegment=w.segment, relevance=[round(float(logits[m][0]), 2) for m in w.marks], holds=round(float(logits[0][3]), 2)))
    with open(options.out, 'w', encoding='utf-8') as to:
        json.dump(cases, to, ensure_ascii=False, indent=1)
        to.write('\n')


if __name__ == '__main__':
    main()
