"""The reader: MiniLM (6 layers, 384 wide) with four outputs at each word piece.

    0  at each M: how well the sentence answers the question; 'no sentence does' counts as 0
    1  at each word piece: the answer starts here; at [CLS]: there is no answer in the window
    2  the same for where the answer ends
    3  at [CLS]: the window holds an answer
"""
import contextlib
import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, INNER, HEADS, LAYERS, WORDS = 384, 1536, 12, 6, 30522


class QuickSoftmax(torch.autograd.Function):
    """Softmax over the last axis. The backward pass of torch 1.13 is several times slower on one core."""

    @staticmethod
    def forward(context, x):
        y = torch.softmax(x, -1)
        context.save_for_backward(y)
        return y

    @staticmethod
    def backward(context, gradient):
        y, = context.saved_tensors
        t = y * gradient
        return t - y * t.sum(-1, keepdim=True)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask, drop):
        rows, length, _ = x.shape
        split = lambda t: t.view(rows, length, HEADS, WIDTH // HEADS).transpose(1, 2)
        scores = torch.matmul(split(self.q(x)) / math.sqrt(WIDTH // HEADS), split(self.k(x)).transpose(-1, -2)) + mask
        weights = QuickSoftmax.apply(scores) if self.training else torch.softmax(scores, -1)
        mixed = torch.matmul(weights, split(self.v(x))).transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.norm1(x + F.dropout(self.o(mixed), drop, self.training))
        return self.norm2(x + F.dropout(self.outer(F.gelu(self.inner(x))), drop, self.training))


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.words, self.positions, self.segments = nn.Embedding(WORDS, WIDTH), nn.Embedding(512, WIDTH), nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, 4)
        self.frozen = 0
        nn.init.normal_(self.head.weight, std=.02)
        nn.init.zeros_(self.head.bias)

    def freeze(self, layers):
        """The embeddings and the first layers are not trained."""
        self.frozen = layers
        for part in (self.words, self.positions, self.segments, self.norm, *self.layers[:layers]):
            part.requires_grad_(False)
        return self

    def encode(self, ids, mask, segments, drop=0.0):
        x = self.norm(self.words(ids) + self.positions.weight[:ids.shape[1]] + self.segments(segments))
        mask = (1.0 - mask.to(x.dtype))[:, None, None, :] * -10000.0
        for k, layer in enumerate(self.layers):
            if k < self.frozen:
                with torch.no_grad():
                    x = layer(x, mask, 0.0)
            else:
                x = layer(x, mask, drop)
        return x

    def forward(self, input_ids, attention_mask, token_type_ids, drop=0.0):
        return self.head(self.encode(input_ids, attention_mask, token_type_ids, drop))


def load_minilm(model, path):
    """Takes the weights of the sentence encoder all-MiniLM-L6-v2 from its ONNX file."""
    import onnx
    from onnx import numpy_helper
    graph = onnx.load(path).graph
    named = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    # The matrices have no names. Each is found by the addition that adds the named bias to its product.
    product = {n.output[0]: named[n.input[1]] for n in graph.node if n.op_type == 'MatMul' and n.input[1] in named}
    matrix = {}
    for node in graph.node:
        if node.op_type == 'Add':
            for bias, other in (node.input, node.input[::-1]):
                if bias in named and other in product:
                    matrix[bias] = product[other]

    def put(parameter, array):
        assert tuple(parameter.shape) == array.shape, (parameter.shape, array.shape)
        with torch.no_grad():
            parameter.copy_(torch.from_numpy(array.copy()))

    for name, part in (('word_embeddings', model.words), ('position_embeddings', model.positions), ('token_type_embeddings', model.segments)):
        put(part.weight, named[f'embeddings.{name}.weight'])
    norms = [(model.norm, 'embeddings.LayerNorm')]
    for k, layer in enumerate(model.layers):
        at = f'encoder.layer.{k}.'
        norms += [(layer.norm1, at + 'attention.output.LayerNorm'), (layer.norm2, at + 'output.LayerNorm')]
        for part, name in ((layer.q, 'attention.self.query'), (layer.k, 'attention.self.key'), (layer.v, 'attention.self.value'),
                           (layer.o, 'attention.output.dense'), (layer.inner, 'intermediate.dense'), (layer.outer, 'output.dense')):
            put(part.weight, matrix[f'{at}{name}.bias'].T)
            put(part.bias, named[f'{at}{name}.bias'])
    for part, name in norms:
        put(part.weight, named[name + '.weight'])
        put(part.bias, named[name + '.bias'])
    return model


def save(model, path):
    np.savez(path, **{k: v.detach().numpy() for k, v in model.state_dict().items()})


def load(model, path):
    """Takes weights that `save` wrote, or those of a reader.int8.onnx that `export.py` wrote, each rounded to its int8 there."""
    with np.load(path) if path.endswith('.npz') else contextlib.nullcontext(exported(path)) as arrays, torch.no_grad():
        for name, value in model.state_dict().items():
            value.copy_(torch.from_numpy(arrays[name].astype(np.float32)))
    return model


def exported(path):
    """The weights in a reader.int8.onnx, by the names of the model's parameters."""
    import onnx
    from onnx import numpy_helper
    graph = onnx.load(path).graph
    named = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    scaled = lambda name: named[name + '_q'].astype(np.float32) * named[name + '_scale']
    arrays = {name: array for name, array in named.items() if name.endswith(('.weight', '.bias'))} | {'words.weight': scaled('words.weight')}
    for node in graph.node:
        # The matrices have no names, but their products have those of the layers: /layers.0/q/MatMul_output_0.
        if node.op_type in ('MatMul', 'MatMulInteger') and node.output[0].split('/MatMul')[0].lstrip('/').replace('/', '.') + '.bias' in named:
            matrix = named[node.input[1]] if node.op_type == 'MatMul' else scaled(node.input[1].removesuffix('_q'))
            arrays[node.output[0].split('/MatMul')[0].lstrip('/').replace('/', '.') + '.weight'] = matrix.T
    return arrays


def batch(windows):
    """ids, mask and segments of windows (each with `ids` and `segment`), padded to the longest."""
    length = max(len(w.ids) for w in windows)
    ids, mask, segments = (np.zeros((len(windows), length), np.int64) for _ in range(3))
    for row, w in enumerate(windows):
        ids[row, :len(w.ids)], mask[row, :len(w.ids)], segments[row, w.segment:len(w.ids)] = w.ids, 1, 1
    return torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(segments)
