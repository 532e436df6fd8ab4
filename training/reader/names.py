"""Names that nobody has heard: of programs, files and folders.

What fills a slot shall be found by where it stands in a wish, not by being known: the 1,100 programs that wishes name
are few beside those that people have.
"""

from __future__ import annotations

import re
from random import Random


def _words(words: str) -> list[str]:
    return words.split()


_STARTS = _words(
    "b bl br c ch cl cr d dr f fl fr g gl gr h j k kl kr l m n p pl pr qu r s sh sk sl sp st str t th tr v w x y z"
)
_MIDDLES = _words("a e i o u ai au ea ee ia io oo ou")
_ENDS = _words("b ck d ft g l ll lm m mp n nd ng nt p r rd rk rn s sk st t th x z") + [""] * 8
_KINDS = _words(
    "edit pad calc note notes view viewer paint draw files mail office writer term clock plan desk book box sheet text "
    "tool studio player zip math cards map maps chat log journal list task budget photo picture font code"
)
_FIRST = ("g", "k", "q", "x", "lx", "i", "e", "my", "open", "free", "deep", "tiny", "simple", "quick")
_ORDINARY = _words(
    "Lantern Meadow Harbour Ledger Pebble Compass Orchard Ember Paperclip Anchor Folder Letters Papers Numbers "
    "Pictures Sketches Records Sheets Reader Writer Painter Keeper Finder Manager Counter Wizard Simple Quick "
    "Clever Master"
)
_KANA = "アイウエカキクコサシスセタテトナニノハフホマミモヤユラリルレロワンガギグゴダデドバビブボパピプポ"
_KANJI = "会計売上報告議事録名簿予定日程旅行写真家計請求見積在庫住所年賀資料企画設計健康献立買物合宿授業実験成績部活"
_TAIL = ("メモ", "ノート", "帳", "エディタ", "ペイント", "電卓", "ビューア", "メール", "書庫", "リスト", "計算")
_NAME = re.compile(r"^(?P<stem>[^\s/]+?)(?P<tail>\.[A-Za-z][A-Za-z0-9]{0,4}|\.7z)$")
_KIN = (
    _words("txt md log ini conf csv json xml html css py sh rst tex"),
    _words("png jpg jpeg bmp gif svg webp tif"),
    _words("odt doc docx rtf pdf odp ppt pptx"),
    _words("ods xls xlsx csv tsv"),
    _words("zip tar gz tgz 7z rar xz"),
    _words("mp3 wav ogg flac mp4 mkv webm"),
)


def word(random: Random, most: int = 3) -> str:
    return "".join(
        random.choice(_STARTS) + random.choice(_MIDDLES) + random.choice(_ENDS) * (random.random() < 0.6)
        for _ in range(random.randint(1, most))
    )


def program(language: str, random: Random) -> str:
    """A program that may be written tomorrow."""
    if language == "ja" and random.random() < 0.25:
        return "".join(random.choice(_KANA) for _ in range(random.randint(2, 4))) + random.choice(("", *_TAIL))
    if random.random() < 0.1:
        return random.choice(_ORDINARY)
    name = word(random, 2)
    match random.randrange(6):
        case 0:
            name += random.choice(_KINDS)
        case 1:
            name = random.choice(_FIRST) + name
        case 2:
            name = random.choice(_FIRST) + random.choice(_KINDS)
        case 3:
            name = f"{name} {random.choice(_KINDS)}"
        case 4:
            name = f"{name}-{random.choice(_KINDS)}"
        case _:
            pass
    return random.choice((str.title, str.title, str.capitalize, str, str, str.upper))(name)


def file(like: str, language: str, random: Random) -> str | None:
    """Another name of a file; of the same kind mostly. None where ``like`` is no such name."""
    if (found := _NAME.match(like)) is None:
        return None
    tail = found["tail"]
    if random.random() < 0.4:
        kin = next((kind for kind in _KIN if tail[1:].lower() in kind), None)
        tail = f".{random.choice(kin)}" if kin else tail
    return stem(language, random) + tail


def stem(language: str, random: Random) -> str:
    if language == "ja" and random.random() < 0.3:
        return "".join(random.choice(_KANJI) for _ in range(random.randint(2, 4)))
    parts = [word(random, 2) for _ in range(random.choice((1, 1, 1, 2, 2, 3)))]
    if random.random() < 0.3:
        parts.append(str(random.choice((random.randrange(10), random.randrange(2010, 2031), random.randrange(1000)))))
    return random.choice(("-", "_", "", "-")).join(part.title() if random.random() < 0.2 else part for part in parts)
