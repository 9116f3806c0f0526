"""Writes the reader as ONNX.

    export.py WEIGHTS.npz --base MINILM.onnx --out FOLDER

reader.onnx has the weights as trained; reader.int8.onnx is a quarter of its size: matrices in int8 with one scale a column, word
embeddings in int8 with one scale a row, activations in uint8 with one scale, found at run time.
"""
import argparse
import os

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from model import Reader, load, load_minilm

INPUTS = ('input_ids', 'attention_mask', 'token_type_ids')


def quantised(array, axis):
    scale = np.abs(array).max(axis, keepdims=True) / 127 + 1e-12
    return np.clip(np.round(array / scale), -127, 127).astype(np.int8), scale.astype(np.float32)


def quantise(source, target):
    graph = onnx.load(source)
    weights = {i.name: i for i in graph.graph.initializer}
    nodes, added, done = [], {}, set()

    def add(name, array):
        added[name] = numpy_helper.from_array(array, name)
        return name

    def node(kind, inputs, output, **attributes):
        outputs = output if isinstance(output, list) else [output]
        nodes.append(helper.make_node(kind, inputs, outputs, name=f'{outputs[0]}_{kind}', **attributes))
        return outputs[0]

    for n in graph.graph.node:
        dims = next((weights[i].dims for i in n.input if i in weights), [])
        if n.op_type == 'MatMul' and n.input[1] in weights and len(dims) == 2 and dims[1] > 8:
            x, w, y = n.input[0], n.input[1], n.output[0]
            if w not in done:
                done.add(w)
                q, scale = quantised(numpy_helper.to_array(weights[w]), 0)
                add(w + '_q', q), add(w + '_scale', scale[0]), add(w + '_zero', np.zeros(q.shape[1], np.int8))
            if x not in done:
                done.add(x)
                node('DynamicQuantizeLinear', [x], [x + '_q', x + '_scale', x + '_zero'])
            product = node('MatMulInteger', [x + '_q', w + '_q', x + '_zero', w + '_zero'], y + '_int')
            scale = node('Mul', [x + '_scale', w + '_scale'], y + '_scale')
            node('Mul', [node('Cast', [product], y + '_float', to=TensorProto.FLOAT), scale], y)
        elif n.op_type == 'Gather' and n.input[0] in weights and dims[0] > 1000:
            w, y = n.input[0], n.output[0]
            q, scale = quantised(numpy_helper.to_array(weights[w]), 1)
            rows = node('Gather', [add(w + '_q', q), n.input[1]], y + '_int', axis=0)
            scales = node('Gather', [add(w + '_scale', scale), n.input[1]], y + '_scale', axis=0)
            node('Mul', [node('Cast', [rows], y + '_float', to=TensorProto.FLOAT), scales], y)
        else:
            nodes.append(n)
    used = {i for n in nodes for i in n.input}
    kept = [i for i in weights.values() if i.name in used] + list(added.values())
    del graph.graph.node[:], graph.graph.initializer[:]
    graph.graph.node.extend(nodes)
    graph.graph.initializer.extend(kept)
    onnx.checker.check_model(graph)
    onnx.save(graph, target)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('weights')
    parser.add_argument('--base', required=True)
    parser.add_argument('--out', required=True)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    full, small = (os.path.join(options.out, name) for name in ('reader.onnx', 'reader.int8.onnx'))
    model = load(load_minilm(Reader(), options.base), options.weights).eval()
    sample = torch.tensor([[101, 2040, 102, 2, 2769, 102], [101, 2073, 102, 2, 2045, 102]])
    axes = {0: 'batch', 1: 'length'}
    torch.onnx.export(model, (sample, torch.ones_like(sample), torch.zeros_like(sample)), full, input_names=list(INPUTS), output_names=['logits'],
                      dynamic_axes={name: axes for name in (*INPUTS, 'logits')}, opset_version=13, do_constant_folding=True)
    quantise(full, small)
    for path in (full, small):
        print(path, round(os.path.getsize(path) / 1e6, 1), 'MB')


if __name__ == '__main__':
    main()
