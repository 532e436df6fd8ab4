"""Layers of attention over the pieces of one text, computed in whole numbers by onnxruntime.

As weights are kept (a byte each, and a step for each output) so they are multiplied: by pieces in whole numbers of
14 bits, 7 at a time. What comes out is that of floats to four digits, on every processor, in a third of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from deskhand.words.layers import HEADS, Norm, Vector
from deskhand.words.onnx import FLOAT, MICROSOFT, UINT8, Graph

REACH = 63
"""The greatest whole number a piece may have: two products with weights of 127 still fit into 16 bits, in which x86
processors without instructions for networks add them (what does not fit is cut off there)."""


@dataclass(frozen=True, slots=True)
class Bytewise:
    """A matrix that is multiplied as whole numbers."""

    weight: NDArray[np.int8]
    """Inputs × outputs."""
    step: Vector
    """Of each output."""
    bias: Vector


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of BERT."""

    looks: Bytewise
    """What each piece asks for, offers and says, side by side."""
    said: Bytewise
    after_said: Norm
    wide: Bytewise
    narrow: Bytewise
    after_narrow: Norm


Stack: TypeAlias = Callable[[Vector], Vector]
"""Makes of a text's pieces (pieces × width) vectors that know their neighbours. Safe for several threads."""


def stack(layers: Sequence[Layer]) -> Stack:
    """The layers one after the other as one network that is loaded once; on one core."""
    graph, width = Graph(), layers[0].looks.weight.shape[0]
    x = given = "given"
    for layer in layers:
        x = _layer(graph, x, layer)
    options = ort.SessionOptions()
    # One core: two that wait for each other gain nothing here, and on a busy machine lose all.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False  # every text has another length
    session: Any = ort.InferenceSession(graph.model(given, width, x), options, providers=["CPUExecutionProvider"])

    def read(pieces: Vector) -> Vector:
        return np.asarray(session.run(None, {given: pieces})[0], np.float32)

    return read


def _layer(graph: Graph, x: str, layer: Layer) -> str:
    width = layer.said.weight.shape[0]
    parted = graph.constant(np.array([0, 3, HEADS, width // HEADS]))  # the first as it is
    together = graph.constant(np.array([-1, width]))
    asks = graph.node("Transpose", graph.node("Reshape", _times(graph, x, layer.looks), parted), perm=(1, 2, 0, 3))
    query, key, value = graph.nodes("Split", asks, outputs=3, axis=0)
    near = graph.node("MatMul", query, graph.node("Transpose", key, perm=(0, 1, 3, 2)))
    near = graph.node("Mul", near, _float(graph, 1 / np.sqrt(width // HEADS)))
    heard = graph.node("MatMul", graph.node("Softmax", near, axis=-1), value)
    heard = graph.node("Reshape", graph.node("Transpose", heard, perm=(0, 2, 1, 3)), together)
    x = _even(graph, graph.node("Add", x, _times(graph, heard, layer.said)), layer.after_said)
    wide = graph.node("FastGelu", _times(graph, x, layer.wide), domain=MICROSOFT)  # by its approximation with tanh
    return _even(graph, graph.node("Add", x, _times(graph, wide, layer.narrow)), layer.after_narrow)


def _times(graph: Graph, x: str, matrix: Bytewise) -> str:
    """Each row of ``x`` is stretched to whole numbers, what they leave over once more; both are multiplied."""
    most = graph.node("Max", graph.node("ReduceMax", graph.node("Abs", x), axes=(1,), keepdims=1), _float(graph, 1e-8))
    step = graph.node("Div", most, _float(graph, REACH))
    stretched = graph.node("Div", x, step)
    whole = graph.node("Round", stretched)
    left = graph.node("Round", graph.node("Mul", graph.node("Sub", stretched, whole), _float(graph, 2 * REACH)))
    both = graph.node("Add", graph.node("Concat", whole, left, axis=0), _float(graph, REACH + 1))
    both = graph.node("Cast", both, to=UINT8)
    sums = graph.node("MatMulInteger", both, graph.constant(matrix.weight), graph.constant(np.uint8(REACH + 1)))
    whole, left = graph.nodes("Split", graph.node("Cast", sums, to=FLOAT), outputs=2, axis=0)
    rows = graph.node("Mul", graph.node("Add", whole, graph.node("Div", left, _float(graph, 2 * REACH))), step)
    return graph.node("Add", graph.node("Mul", rows, graph.constant(matrix.step)), graph.constant(matrix.bias))


def _even(graph: Graph, x: str, norm: Norm) -> str:
    weight, bias = graph.constant(norm.weight), graph.constant(norm.bias)
    return graph.node("LayerNormalization", x, weight, bias, axis=-1, epsilon=1e-12)


def _float(graph: Graph, value: float) -> str:
    return graph.constant(np.float32(value))
