"""PNG files that hold exactly the pixels of the screen."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskhand.screen.geometry import Size
from deskhand.screen.png import Encoder, encode, png_size
from deskhand.screen.resize import decode, resize


def noise(width: int, height: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 4), np.uint8)


def read(png: bytes) -> np.ndarray:
    return np.asarray(cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED))


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (3, 32), (7, 33), (640, 480), (1281, 801)])
def test_pixels_are_exact(size):
    pixels = noise(*size)
    png = encode(pixels)
    assert png_size(png) == Size(*size)
    assert np.array_equal(read(png), pixels[:, :, :3])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 199), st.integers(0, 149), st.integers(1, 60), st.integers(1, 60)), max_size=5)
)
def test_what_is_remembered_is_never_wrong(rects):
    pixels = noise(200, 150)
    encoder = Encoder()
    encoder.encode(pixels.copy())
    for number, (x, y, width, height) in enumerate(rects):
        part = pixels[y : y + height, x : x + width]
        part[...] = noise(part.shape[1], part.shape[0], number + 1)
        assert np.array_equal(read(encoder.encode(pixels.copy())), pixels[:, :, :3])


def test_another_size_starts_afresh():
    encoder = Encoder()
    encoder.encode(noise(64, 64))
    pixels = noise(80, 40)
    assert np.array_equal(read(encoder.encode(pixels)), pixels[:, :, :3])


def test_what_is_no_png_has_no_size():
    assert png_size(b"") is None
    assert png_size(b"GIF89a" + b"\0" * 60) is None


def test_resized_pictures_have_the_size_asked_for_and_the_colours_they_had():
    pixels = np.full((1080, 1920, 4), 0, np.uint8)
    pixels[:, :, :3] = (10, 120, 250)
    small = resize(encode(pixels), Size(1456, 819))
    assert png_size(small) == Size(1456, 819)
    assert (decode(small) == (10, 120, 250)).all()
    assert resize(small, Size(1456, 819)) is small
