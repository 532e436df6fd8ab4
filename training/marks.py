"""Makes ``src/deskhand/vision/marks.npz``: a perceptron that tells single marks apart, from the fonts of this machine.

    python training/marks.py            # 2 minutes on 2 CPUs

Every mark is drawn in some forty fonts at the sizes of a desktop (8 to 40 pixels), shifted by parts of a pixel, and
described exactly as the package describes a mark it meets (``marks.features``). One font in eight is held back to test.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from deskhand.vision import marks

TARGET = Path(__file__).parent.parent / "src/deskhand/vision/marks.npz"
FOLDERS = ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype")
WANTED = (
    "DejaVu",
    "NotoSans-",
    "NotoSerif-",
    "NotoSansMono",
    "NotoSansMath",
    "NotoSansSymbols",
    "CJK",
    "NimbusSans",
    "NimbusRoman",
    "NimbusMono",
    "P052",
    "C059",
    "URWGothic",
    "URWBookman",
)
UNLIKE_A_SCREEN = ("Oblique", "ExtraLight", "Symbols-", "BoldItalic")

LETTERS = "".join(sorted(marks.LETTERS))
SYMBOLS = '+-=./*(),%<>!?×÷√±…→←↑↓✓^|\\:;#$&@[]{}~"_•°∞≤≥≠▾▴▸◂■□●○☰'
SAME = {
    "−": "-",
    "–": "-",
    "·": "•",
    "'": ",",
    "✗": "×",
    "✖": "×",
    "✕": "×",
    "▼": "▾",
    "▶": "▸",
    "▲": "▴",
    "◀": "◂",
    "✔": "✓",
}
OTHERS = (
    "一二三十土士口日目田中大小上下人入力山川木本文字字書開閉編集検索表示保存新規名前印刷あいうえおかきくけこさしすせそのはをんアイウエオカキクケ"
    "コサシスセソタチツテトナニヌノハヒフヘホマミムメモヤユヨラリルレロワヲンー"
)
SIZES = (8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 24, 28, 34, 40)
HIDDEN = 96
EPOCHS = 24


def fonts() -> list[Path]:
    found = sorted({p for folder in FOLDERS for p in Path(folder).rglob("*.[ot]t[fc]")})
    return [
        p
        for p in found
        if p.name.startswith(WANTED) or "CJK" in p.name
        if not any(u in p.name for u in UNLIKE_A_SCREEN)
    ]


def drawn(font: ImageFont.FreeTypeFont, character: str, shift: tuple[float, float]) -> NDArray[np.uint8]:
    size = int(font.size)
    image = Image.new("L", (size * 3, size * 3), 255)
    ImageDraw.Draw(image).text((size + shift[0], size * 0.7 + shift[1]), character, font=font, fill=0)
    return np.repeat(np.asarray(image)[:, :, None], 3, axis=2)


def samples(path: Path, classes: str, rng: np.random.Generator) -> tuple[list[NDArray[np.float32]], list[int]]:
    xs: list[NDArray[np.float32]] = []
    ys: list[int] = []
    for size in SIZES:
        font = ImageFont.truetype(str(path), size)
        missing = {drawn(font, absent, (0, 0)).tobytes() for absent in ("\U0010fffd", "\u0378")}
        wanted = [(c, c) for c in LETTERS + SYMBOLS] + list(SAME.items())
        if "CJK" in path.name or "Sans-" in path.name:
            wanted += [(c, marks.OTHER) for c in OTHERS]
        # Two characters side by side are a word, not a mark, also when they are as compact as one.
        letters = LETTERS + ("!?.:%" if "CJK" not in path.name else OTHERS * 2)
        wanted += [("".join(rng.choice(list(letters), 2)), marks.OTHER) for _ in range(60)]
        for character, name in wanted:
            if drawn(font, character, (0, 0)).tobytes() in missing:
                continue
            for _ in range(2):
                picture = drawn(font, character, (float(rng.random()), float(rng.random())))
                strength = marks.ink_strength(picture)
                if strength is None:
                    continue
                if rng.random() < 0.5:  # fonts are drawn lighter or darker by other rasterisers
                    strength = np.asarray(strength ** np.float32(rng.uniform(0.6, 1.5)), np.float32)
                xs.append(marks.features(strength))
                ys.append(classes.index(name))
    return xs, ys


def shapes(classes: str, rng: np.random.Generator) -> tuple[list[NDArray[np.float32]], list[int]]:
    """Marks that toolkits draw themselves: triangles of menus and lists, the signs of window buttons and spin boxes."""
    xs: list[NDArray[np.float32]] = []
    ys: list[int] = []
    for _ in range(500):
        w, h = (float(v) for v in rng.uniform(4, 14, 2))
        side = float(rng.uniform(5, 16))
        thick = float(rng.uniform(1, max(1.2, side / 4)))
        lines: dict[str, list[tuple[float, float, float, float]]] = {
            "+": [(0, side / 2, side, side / 2), (side / 2, 0, side / 2, side)],
            "×": [(0, 0, side, side), (0, side, side, 0)],
            "□": [(0, 0, side, 0), (side, 0, side, side), (side, side, 0, side), (0, side, 0, 0)],
            "☰": [(0, y, side, y) for y in (0, side * 0.4, side * 0.8)],
            "-": [(0, 0, side, 0)],
            "✓": [(0, side * 0.5, side * 0.35, side * 0.85), (side * 0.35, side * 0.85, side, side * 0.1)],
        }
        filled = {
            "▾": [(0, 0), (w, 0), (w / 2, h)],
            "▴": [(0, h), (w, h), (w / 2, 0)],
            "▸": [(0, 0), (w, h / 2), (0, h)],
            "◂": [(w, 0), (0, h / 2), (w, h)],
        }
        for name in (*lines, *filled):
            large = Image.new("L", (30 * 8, 30 * 8), 255)
            pen = ImageDraw.Draw(large)
            x, y = (float(v) for v in rng.uniform(5, 6, 2))
            strokes = list(lines.get(name, []))
            if name == "□" and rng.random() < 0.6:  # a window's title makes its upper side thicker
                strokes.append((0, thick * 0.8, side, thick * 0.8))
            for x0, y0, x1, y1 in strokes:
                pen.line([((x0 + x) * 8, (y0 + y) * 8), ((x1 + x) * 8, (y1 + y) * 8)], fill=0, width=round(thick * 8))
            if name in filled:
                pen.polygon([((px + x) * 8, (py + y) * 8) for px, py in filled[name]], fill=0)
            small = np.asarray(large.resize((30, 30), Image.Resampling.BOX))
            strength = marks.ink_strength(np.repeat(small[:, :, None], 3, axis=2))
            if strength is not None:
                xs.append(marks.features(strength))
                ys.append(classes.index(name))
    return xs, ys


def train(
    x: NDArray[np.float32], y: NDArray[np.int64], count: int, rng: np.random.Generator
) -> list[NDArray[np.float32]]:
    weights = [
        rng.normal(0, np.sqrt(2 / x.shape[1]), (x.shape[1], HIDDEN)).astype(np.float32),
        np.zeros(HIDDEN, np.float32),
        rng.normal(0, np.sqrt(2 / HIDDEN), (HIDDEN, count)).astype(np.float32),
        np.zeros(count, np.float32),
    ]
    first = [np.zeros_like(w) for w in weights]
    second = [np.zeros_like(w) for w in weights]
    step = 0
    for epoch in range(EPOCHS):
        rate = 2e-3 * 0.5 * (1 + np.cos(np.pi * epoch / EPOCHS))
        order = rng.permutation(len(x))
        for start in range(0, len(x), 256):
            rows = order[start : start + 256]
            # Noise and lost pixels: what dithering, themes and subpixel drawing do to a mark.
            a = x[rows] + rng.normal(0, 0.08, (len(rows), x.shape[1])).astype(np.float32)
            h = np.maximum(0, a @ weights[0] + weights[1])
            scores = h @ weights[2] + weights[3]
            p = np.exp(scores - scores.max(axis=1, keepdims=True))
            p /= p.sum(axis=1, keepdims=True)
            p[np.arange(len(rows)), y[rows]] -= 1
            p /= len(rows)
            back = (p @ weights[2].T) * (h > 0)
            slopes = [a.T @ back, back.sum(axis=0), h.T @ p, p.sum(axis=0)]
            step += 1
            for w, g, m, v in zip(weights, slopes, first, second, strict=True):
                m += 0.1 * (g - m)
                v += 0.001 * (g * g - v)
                w -= (rate * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8) + rate * 1e-3 * w).astype(
                    np.float32
                )
    return weights


def main() -> None:
    rng = np.random.default_rng(4)
    classes = LETTERS + SYMBOLS + marks.OTHER
    parts: dict[bool, tuple[list[NDArray[np.float32]], list[int]]] = {True: ([], []), False: ([], [])}
    for index, path in enumerate(fonts()):
        xs, ys = samples(path, classes, rng)
        parts[index % 8 == 5][0].extend(xs)
        parts[index % 8 == 5][1].extend(ys)
    for held_back in (False, True):
        xs, ys = shapes(classes, rng)
        parts[held_back][0].extend(xs)
        parts[held_back][1].extend(ys)
    x, y = np.array(parts[False][0]), np.array(parts[False][1])
    test_x, test_y = np.array(parts[True][0]), np.array(parts[True][1])
    print(f"{len(fonts())} fonts, {len(x)} samples to learn from, {len(test_x)} to test", flush=True)
    weights = train(x, y, len(classes), rng)
    scores = np.maximum(0, test_x @ weights[0] + weights[1]) @ weights[2] + weights[3]
    best = scores.argmax(axis=1)
    symbol = np.array([c not in marks.LETTERS and c != marks.OTHER for c in classes])
    print(
        f"held-out fonts: {np.mean(best == test_y):.3f} of all, "
        f"{np.mean((best == test_y)[symbol[test_y]]):.3f} of the symbols"
    )
    wrong: dict[tuple[str, str], int] = {}
    for have, want in zip(best, test_y, strict=True):
        if have != want:
            pair = (classes[want], classes[have])
            wrong[pair] = wrong.get(pair, 0) + 1
    print(sorted(wrong.items(), key=lambda item: -item[1])[:40], file=sys.stderr)
    np.savez_compressed(
        TARGET,
        classes=np.array([ord(c) for c in classes], np.uint32),
        **{
            name: w.astype(np.float16)
            for name, w in zip(("first", "first_bias", "second", "second_bias"), weights, strict=True)
        },
    )


if __name__ == "__main__":
    main()
