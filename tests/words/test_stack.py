"""Layers in whole numbers against the same layers in floats."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from deskhand.guard.consequence.learned import row
from deskhand.guard.consequence.seen import Seen
from deskhand.words import encoder
from deskhand.words.layers import HEADS, Vector, attended, bent
from deskhand.words.onnx import Graph
from deskhand.words.stack import Bytewise, Layer, stack
from deskhand.words.stored import bytewise, norm, opened

STORED = opened("deskhand.guard.consequence", "labels.npz")
LAYERS = [
    Layer(
        bytewise(STORED, f"{at}.looks"), bytewise(STORED, f"{at}.said"), norm(STORED, f"{at}.after_said"),
        bytewise(STORED, f"{at}.wide"), bytewise(STORED, f"{at}.narrow"), norm(STORED, f"{at}.after_narrow"),
    )
    for at in range(int(STORED["layers"]))
]  # fmt: skip
SEEN = (
    Seen("web", "button", "Place order", "Checkout", "", ("Total $46.80", "Back to cart")),
    Seen("web", "link", "商品の詳細を見る", "検索結果", "", ("税込 3,980 円", "在庫あり")),
    Seen("program", "menu item", "Word Count…", "notes.txt - Mousepad"),
)


def times(x: Vector, matrix: Bytewise) -> Vector:
    return np.asarray(x @ matrix.weight.astype(np.float32) * matrix.step + matrix.bias, np.float32)


def in_floats(x: Vector) -> Vector:
    for layer in LAYERS:
        query, key, value = times(x, layer.looks).reshape(len(x), 3, HEADS, -1).transpose(1, 2, 0, 3)
        heard = attended(query, key, value).transpose(1, 0, 2).reshape(x.shape)
        x = layer.after_said(x + times(heard, layer.said))
        x = layer.after_narrow(x + times(bent(times(x, layer.wide)), layer.narrow))
    return x


def given(seen: Seen) -> Vector:
    return encoder.table()([row(seen)[0]])


@pytest.mark.parametrize("seen", SEEN, ids=[seen.label for seen in SEEN])
def test_whole_numbers_come_near_to_floats(seen: Seen) -> None:
    floats, whole = in_floats(given(seen)), stack(LAYERS)(given(seen))
    apart = np.linalg.norm(whole - floats, axis=1) / np.linalg.norm(floats, axis=1)
    assert apart.max() < 2e-3


def test_a_text_is_read_the_same_whatever_is_read_beside_it() -> None:
    rows, read = [row(seen)[0] for seen in SEEN], stack(LAYERS)
    together = encoder.encoded(rows, read)
    for each, vectors in zip(rows, together, strict=True):
        assert np.array_equal(encoder.encoded([each], read)[0], vectors)


def test_several_threads_may_read_at_once() -> None:
    read, found = stack(LAYERS), dict[int, Vector]()
    alone = [read(given(seen)) for seen in SEEN]

    def work(at: int) -> None:
        for _ in range(5):
            found[at] = read(given(SEEN[at]))

    threads = [threading.Thread(target=work, args=(at,)) for at in range(len(SEEN))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(np.array_equal(found[at], alone[at]) for at in range(len(SEEN)))


def test_an_array_of_numbers_that_no_network_takes_is_refused() -> None:
    with pytest.raises(KeyError):
        Graph().constant(np.zeros(3, np.complex64))
