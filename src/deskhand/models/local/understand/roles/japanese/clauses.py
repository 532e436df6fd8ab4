"""One Japanese clause as a command: what を, に, で and から stand with, and the words of the verb kept."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.steps import Ref, Target, TargetKind, UseCommand
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.frame import Puzzled
from deskhand.models.local.understand.numbers import japanese_number
from deskhand.models.local.understand.roles.japanese.values import forms, named, pairs

_Q = any_of("quote", "command")
_F = any_of("file")
_N = r"(?:\d+|[一二三四五六七八九十]+)"
KINDS: dict[str, TargetKind] = {
    **dict.fromkeys(("行", "項目", "予定", "タスク", "メモ", "ノート", "取引", "明細", "記録", "エントリ", "連絡先", "曲", "しおり", "ブックマーク", "メール", "レイヤー", "レイヤ", "プロセス", "ToDo", "やること"), "row"),
    **dict.fromkeys(("ファイル", "書庫", "アーカイブ", "文書"), "file"), **dict.fromkeys(("フォルダー", "フォルダ", "ディレクトリ"), "folder"),
    **dict.fromkeys(("セル", "列", "欄"), "cell"), **dict.fromkeys(("文字", "単語", "言葉", "見出し", "段落", "文章"), "text"),
    **dict.fromkeys(("タブ", "シート"), "tab"), **dict.fromkeys(("画像", "写真", "絵", "図形"), "image"), "ボタン": "button", "ウィンドウ": "window",
}  # fmt: skip
_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
_MAKES = re.compile(
    r"追加|作成|作る|新規|挿入|登録|入れる|いれる|記入|記帳|入力|つける|付ける|書く|足す|描く|かく|増やす|用意"
)
_GOES = re.compile(
    r"^(?:する|そろえる|揃える|変更|変える|かえる|設定|直す|なおす|切り替え|切り替える|合わせる|移動|飛ぶ|行く|変換|リネーム|縮小|縮める|拡大|回転|ずらす|セット|上げる|下げる|遅らせる|延ばす|統一|指定|整列|作り替える|作りかえる|広げる)$"
)


def thing(text: str, atoms: Atoms) -> Target | None:
    """The one thing that these words mean: 2行目, 「牛乳」の行, シート3, a file."""
    text = re.sub(r"(?:全体|ごと|だけ|の中|という)$", "", text.strip("、 "))
    text = re.sub(r"^(?:その|この|あの|いまの|今の)", "", text)
    if re.fullmatch(rf"{_F}(?:(?:と|、|や){_F})*", text):
        return Target("\n".join(atoms.plain(char) for char in re.findall(_F, text)), "file")
    if re.fullmatch(rf"{_Q}(?:(?:と|、|や){_Q})*", text):
        return Target("\n".join(atoms.plain(char) for char in re.findall(_Q, text)), "text")
    if found := re.fullmatch(rf"(?:上から)?({_N})(行目|列目|枚目|番目|個目|つ目|ページ目)(?:の({_KIND}))?", text):
        kind: TargetKind = KINDS[found[3]] if found[3] else "cell" if found[2] == "列目" else "row"
        return Target(kind=kind, nth=japanese_number(found[1]))
    if found := re.fullmatch(rf"(最初|先頭|最後|一番上|一番下|いちばん上|いちばん下|末尾)の({_KIND})", text):
        return Target(kind=KINDS[found[2]], nth=-1 if found[1] in ("最後", "一番下", "いちばん下", "末尾") else 1)
    if found := re.fullmatch(rf"({_KIND})\s*(\d+)", text):
        return Target(kind=KINDS[found[1]], nth=int(found[2]))
    if found := re.fullmatch(
        r"(?:セル)?\s*([A-Z]{1,2}\d{1,4}(?:(?:から|:|〜|~|-)[A-Z]{1,2}\d{1,4}(?:まで)?)?)|([A-Z]{1,2})列", text
    ):
        name = (found[1] or found[2]).replace("から", ":").replace("まで", "").replace("〜", ":").replace("~", ":")
        return Target(name, "cell")
    if found := re.fullmatch(
        rf"(?!(?:この|その|中|上|下|元|現在|今|全部|すべて|全て|新しい|空|次|前)の?(?:{_KIND}))({_Q}|[^\sをにはがで、]{{1,15}}?)(?:という(?:名前の)?|って(?:いう)?|の|と(?:書かれた|書いてある|書いた)|を含む|が入った|のある)({_KIND})",
        text,
    ):
        return Target(atoms.plain(found[1]), KINDS[found[2]])
    if found := re.fullmatch(rf"({_KIND})({_Q})", text):
        return Target(atoms.plain(found[2]), KINDS[found[1]])
    return None


def command(body: str, verb: str, atoms: Atoms, source: str) -> UseCommand:
    """A clause as something to look for in the program: the words of its phrases and of its verb."""
    values: list[tuple[str, str | Ref]] = []
    rest, more = pairs(body, atoms)
    values += more
    if not verb and (re.search(rf"{_F}$", rest) or re.search(rf"{_F}|{_Q}で.*(?:に|へ)$", rest)):
        verb = "保存"
    if (
        _CLOSED.fullmatch(verb)
        or re.search(rf"{_Q}と(?:書い|入力し)た", rest)
        or (
            re.search(r"全部|すべて|全て|みんな", rest)
            and re.search(r"ファイル|フォルダ|中身|もの", rest)
            and re.search(r"消|削除|捨て|リネーム|移", verb)
        )
    ):
        raise Puzzled(source)
    making = _MAKES.search(verb) is not None or (not verb and re.search(rf"{_Q}$", rest) is not None)
    rest, more = forms(rest, atoms)
    values += more
    on: Target | None = None
    words: list[str] = []
    adverbs: list[str] = []
    phrases = _phrases(rest)
    if not phrases and values and not verb:
        return UseCommand("入力", tuple(values))
    goes = _GOES.search(verb) is not None
    for what, particle in phrases:
        if re.fullmatch(rf"{_Q}(?:(?:と|、|や){_Q})+", what) and making:
            values += [("", atoms.plain(char)) for char in re.findall(_Q, what)]
            continue
        if len(re.findall(_Q, what)) > 1 and not re.fullmatch(rf".{{0,6}}?{_Q}(?:(?:と|、|や){_Q})*", what):
            raise Puzzled(source)
        if (lead := _ADVERB.match(what)) is not None and lead.end() < len(what):
            adverbs.append(lead[0].strip("、"))
            what = what[lead.end() :]
        if re.fullmatch(rf"{_Q}(?:(?:と|、|や){_Q})*", what) and making:
            values += [("", atoms.plain(char)) for char in re.findall(_Q, what)]
            continue
        if (inner := re.fullmatch(rf"([一-鿿ァ-ヶー]{{1,8}})({_Q})", what)) is not None and thing(what, atoms) is None:
            words.append(inner[1])
            values.append(("", atoms.plain(inner[2])))
            continue
        if (
            inner := re.fullmatch(
                rf"(?:[^\ue000-\uf8ff]{{0,8}})({_Q})(?:の|という|って)?([^\ue000-\uf8ff]{{1,12}})", what
            )
        ) is not None and thing(what, atoms) is None:
            noun = inner[2].strip("のを")
            if particle in ("に", "へ", "で", "として", "には") or making:
                values.append((noun, atoms.plain(inner[1])))
            elif on is None:
                on = Target(atoms.plain(inner[1]), "row")
                words.append(noun)
            continue
        if particle in ("と", "って"):
            values.append(("", atoms.plain(what)))
            continue
        target = thing(what, atoms)
        left, name = (
            named(what, atoms) if target is None and particle in ("を", "は", "で", "に", "として", "") else (what, "")
        )
        if name:
            values.append(("名前", name))
            what = left.strip("のを、 ")
            if not what:
                continue
            target = thing(what, atoms)
        match particle:
            case "を" | "は" | "が" | "も" | "":
                if target is not None and on is None and not (making and particle in ("を", "")):
                    on = target
                    if (kind := _kind_of(what)) is not None:
                        words.append(kind)
                elif re.fullmatch(rf"{_Q}|{_F}", what) or (
                    making and particle == "を" and phrases[0][1] in ("に", "へ") and not _CREATED.search(what)
                ):
                    values.append(("", atoms.plain(what)))
                else:
                    words.append(what)
            case "にある":
                folder = concepts.folder(atoms.plain(what))
                values.append(("フォルダ", folder or atoms.plain(what)))
            case "に" | "へ" | "には" | "にも":
                if (verb == "する" and not words and on is None and not re.search(rf"\d|{_Q}|{_F}", what)) or what in (
                    "既定",
                    "デフォルト",
                    "規定",
                ):
                    adverbs.append(f"{what}に")
                elif goes and (
                    re.search(r"\d|[一二三四五六七八九十]", what)
                    or re.fullmatch(rf"{_Q}|{_F}", what)
                    or verb in ("する", "変更", "変える", "設定", "リネーム", "直す")
                ):
                    values.append((words[-1] if words and len(words[-1]) <= 10 else "", atoms.plain(what)))
                elif target is not None and target.kind != "file" and on is None and not re.fullmatch(_Q, what):
                    on = target
                elif re.fullmatch(rf"{_Q}|{_F}", what):
                    values.append(("", atoms.plain(what)))
                elif (
                    (beside := re.fullmatch(r"(.+?)の(上|下|前|後ろ|左|右|横|間)", what)) is not None
                    and (near := thing(beside[1], atoms)) is not None
                    and on is None
                ):
                    on = near
                    adverbs.append(f"{beside[2]}に")
                else:
                    adverbs.append(f"{what}に")
            case "で" | "として" | "では" | "でも":
                if re.fullmatch(_F, what):
                    values.append(("名前", atoms.plain(what)))
                elif re.fullmatch(_Q, what):
                    values.append(
                        ("名前" if re.search(r"保存|書き出|作|エクスポート|出力", verb) else "", atoms.plain(what))
                    )
                else:
                    adverbs.append(f"{what}で")
            case _:
                adverbs.append(f"{what}{particle}")
    said = " ".join(
        part for part in (*words, *adverbs, "" if verb == "する" and words and (values or adverbs) else verb) if part
    )
    said = re.sub(r"\s+", " ", atoms.plain(re.sub(_Q, " ", said))).strip(" 、")
    if not re.search(r"[ぁ-んァ-ヶ一-鿿A-Za-z]", said) or len(said) > 60:
        raise Puzzled(source)
    return UseCommand(said, tuple(values), on)


def _kind_of(what: str) -> str | None:
    found = re.search(rf"({_KIND})(?:\d+)?$", what)
    return None if found is None else found[1]


_CREATED = re.compile(
    r"(?:予定|タスク|行|列|シート|ノート|メモ|ブックマーク|フォルダー?|表|グラフ|図|画像|スライド|コメント|脚注|タグ|見出し|リンク|連絡先|項目|レイヤー?|プレイリスト|アカウント|口座|取引|支出|収入|枠|罫線|番号|日付|合計|数式|文字|チェック|下線|色)$"
)
_CLOSED = re.compile(
    r"クリック|ダブルクリック|右クリック|押す|叩く|ドラッグ|スクロール|計算|求める|算出|説明|要約|解説|待つ|タイプ|打つ|割る|掛ける"
)
_ADVERB = re.compile(
    r"(?:さらに|もう一度|もう一回|もう一つ|まとめて|(?:全部|ぜんぶ|すべて|全て)(?!の)|少し|もう少し|もっと|ちょっと|新しく|新規に|一緒に|いま|今の|さっきの?|一つ|二つ|三つ)(?=.)、?"
)
_PHRASE = re.compile(
    r"(?P<what>.+?)(?P<particle>(?:にある|に入っている|に置いてある|にあった)|として|でも|にも|から|まで|には|では|を|(?<=[^ぁ-んー])(?<!お気)(?:に|で|へ|は|が|も)(?!す|し(?!た)|な|は)|(?<=[^ぁ-んー])(?:に|で)(?=し)|(?<=[これそあど][れこ])(?:に|で|は|が|も)|(?<=[\ue000-\uf8ff])(?:に|で|へ|は|が|も)|(?<=[\ue000-\uf8ff])(?:と|って)(?=$|[^\ue000-\uf8ff、])|(?<=ほう|ろい)(?:に|は|が)|(?<=ー)(?:に|で|へ|は|が|も))(?:、)?"
)


def _phrases(text: str) -> list[tuple[str, str]]:
    """Phrases with their particles; a comma ends one that has none."""
    return [phrase for part in re.split(r"(?<![\ue000-\uf8ff])、", text) for phrase in _in_part(part)]


def _in_part(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    for match in _PHRASE.finditer(text):
        if match.start() != at:
            break
        particle = match["particle"]
        found.append((match["what"].strip("、, "), "にある" if re.match("に(?:あ|入っ|置)", particle) else particle))
        at = match.end()
    tail = text[at:].strip("、, ")
    if tail:
        found.append((tail, ""))
    return [(what, particle) for what, particle in found if what]
