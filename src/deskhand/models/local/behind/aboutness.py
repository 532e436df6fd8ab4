"""Whether a question asks for nothing but a property: no word of it is about what stands in the file."""

# ruff: noqa: E501
from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from deskhand.models.local.behind.asking import asked
from deskhand.models.local.behind.file import File, named
from deskhand.models.local.behind.place import without_place
from deskhand.models.local.behind.properties import Property
from deskhand.models.local.behind.saying import like, words_of
from deskhand.models.local.named import names

_OF_ANY = frozenset(
    """
    property properties document file picture image photo photograph pdf song track film video clip movie recording music
    audio sound given named recorded stored saved original pixel pixels second seconds minute minutes hours byte bytes full
    metadata info information details exif tag folder directory shared viewer player program next previous following last
    first final its itself used contain contains actual exact whole opened loaded currently total title
    プロパティ 情報 文書 画像 写真 曲 動画 映像 録音 音楽 音声 ファイル 秒 分 何秒 何分 ピクセル 時間 再生 記録 保存 設定 次 前 最後 最初
    taken using work calculate compute hash checksum show shown displayed
    owner owns group 所有者 権限 グループ 撮影 含 大 数 出 計算 内 ハッシュ 値 求 チェックサム 機種 全体 詳細 長 横 縦 共有フォルダ 共有フォルダー フォルダー フォルダ 共有 表示 最終 全部 合計 再生中 開始 作者
    """.split()  # noqa: SIM905
)


@functools.cache
def _of_any() -> frozenset[str]:
    return frozenset(term.stem for word in _OF_ANY for term in words_of(word)) | _OF_ANY


def about_itself(question: str, wanted: Property, file: File, others: Sequence[str] = ()) -> bool:
    """``others``: titles that may name the file otherwise."""
    if any(name.rpartition("/")[2].lower() != file.name.lower() for name in named(question)):
        return False  # of a file within it, or of another
    told = asked(without_place(question))
    plain = wanted.asks.sub(" ", told.plain if told is not None else without_place(question))
    for name in (file.name, file.name.rpartition(".")[0], *(one.name for one in names(question))):
        bound = r"(?<![A-Za-z0-9]){}(?![A-Za-z0-9])" if name.isascii() else "{}"
        plain = re.sub(bound.format(re.escape(name)), " ", plain, flags=re.I) if name else plain
    own = words_of(" ".join([file.name, *others]))
    return not [
        term
        for term in words_of(plain)
        if term.stem not in _of_any() and not term.stem.isdigit() and not any(like(term, one) >= 0.8 for one in own)
    ]
