"""Japanese questions: read off the screen and told, or refused."""

from __future__ import annotations

import re

from deskhand.models.local.steps import Count, Describe, Read, Step, Target, Tell
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.frame import Noun, Puzzled, Ready
from deskhand.models.local.understand.roles.japanese.clauses import thing

_F = any_of("file")
_HOW_TO = re.compile(
    r"どうやって|どうやったら|どうすれば|どうしたら|使い方|やり方|方法(?:を|は|って)|なぜ|なんで|どうして|とは何|って(?:結局)?(?:なん|何)(?:な|で|だ|の|か|$)|と思う|思います|おすすめ|べき|でき(?:ます|る)(?:か|の)|好きに|違いは|違いって|意味(?:は|を)|いいの(?:かな)?$|いいですか$"
)
_WORLD = re.compile(
    r"天気|ニュース|首都|総理|大統領|為替|何曜日ですか|東京の|電車で|あなた|君は|ドル.*円|今何時|いま何時"
)
_ASKED = re.compile(
    r"(?:何|なに|なん|いくつ|いくら|どれ|どの|どこ|だれ|誰|いつ|どちら|どっち|どんな|何個|何行|何件|どれくらい|どのくらい)"
)
_TELL = re.compile(r"(?:教え|言っ|知らせ|読み上げ|答え|知りたい|確かめたい|見せ|聞かせ|調べ|読ん)(?:て|で)?")
_THE_SCREEN = re.compile(
    r"ファイル|フォルダ|行|列|セル|表|画面|ウィンドウ|タブ|リスト|一覧|予定|タスク|メモ|ノート|ページ|画像|写真|曲|書庫|アーカイブ|費目|支出|明細|本|文字|単語|値|数|合計|平均|金額|プロセス|CPU|メモリ|見出し|題名|名前|時|電車|違うとこ|箇所|か所|これ|それ|ここ|いま|さっき|この|その|[\ue000-\uf8ff]"
)


def is_how_to(text: str) -> bool:
    return _HOW_TO.search(re.sub(any_of(), "", text)) is not None and not re.search(
        r"(?:ても|って)(?:いい|もいい)ですか", text
    )


def asked(text: str, bare: str, atoms: Atoms, source: str, *, acted: bool = False) -> Ready | None:
    """What the question wants told; None where it is no question."""
    if re.search(r"(?:分|時間|日)前に(?:知らせ|通知)", bare):
        return None
    wants = (
        _TELL.search(bare) is not None
        and re.search(
            r"(?:教え|言っ|知らせ|読み上げ|答え|知りたい|確かめたい|聞かせ)(?:て|で)?(?:ほしい|ください|くれ|もらえ|おい)?[^をに]*$|見て教え|(?:を|て)見せ",
            bare,
        )
        is not None
    )
    questions = _ASKED.search(re.sub(any_of(), "", bare)) is not None and (
        text.endswith("？")
        or re.search(r"(?:か|の|だっけ|っけ|です|ますか|だ|なる|いる|ある|いくつ|いくら|どれ|何)$", bare) is not None
    )
    if not wants and not questions:
        if (
            text.endswith("？")
            and re.search(r"(?:です|ます|ない|ません|る|た|かな)(?:か|の|よね)?$", bare)
            and not re.search(r"(?:もらえ|いただけ|くれ|でき|てい)", bare)
        ):
            raise Puzzled(source, "question")
        return None
    if is_how_to(bare):
        raise Puzzled(source, "question")
    if _WORLD.search(bare):
        raise Puzzled(source, "world")
    steps = _steps(bare, atoms)
    if steps is None and acted:
        steps = (Describe(), Tell())
    if steps is None:
        raise Puzzled(source, "question")
    files = re.findall(_F, bare)
    file = (
        Noun("file", atoms.plain(files[0]))
        if len(files) == 1 and "大きさ" not in bare and "サイズ" not in bare
        else None
    )
    return Ready(steps, file=file, reads=True, source=source)


def _steps(bare: str, atoms: Atoms) -> tuple[Step, ...] | None:
    if re.search(r"何行(?:ある|入|か|です|$)|行数", bare):
        return (Read(Target(kind="text")), Count("lines"), Tell())
    if (
        re.search(r"(?:何個|いくつ|何枚).*(?:ファイル|写真|画像)|(?:ファイル|写真|画像).*(?:何個|いくつ|何枚|数)", bare)
        and "名前" not in bare
        and not re.search(r"で終わる|入って(?:る|いる)やつ", bare)
    ):
        return (Read(Target(kind="file")), Count("files"), Tell())
    if found := re.match(r"(.+?)(?:に|には|は|の)?(?:何|なん)(?:て|と)書い", bare):
        target = thing(found[1], atoms)
        if target is not None:
            return (Read(target if target.kind != "file" else Target(kind="text")), Tell())
    if found := re.match(r"(.+?)(?:の値|の中身|の内容)?(?:は(?:何|いくつ|いくら)|を(?:教え|読み上げ|読ん))", bare):
        target = thing(found[1], atoms)
        if target is not None:
            return (Read(target if target.kind != "file" else Target(kind="text")), Tell())
    if _THE_SCREEN.search(bare):
        return (Describe(), Tell())
    return None
