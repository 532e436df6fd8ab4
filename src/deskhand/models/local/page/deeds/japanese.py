# ruff: noqa: E501 - a pattern is read more easily in one line
"""A Japanese wish as deeds: clauses end in a verb, and the particles before it say what it is done to.

Sentence patterns, turned into English ones, heard 0 of 13 wishes of a stranger's pages; what they did not hear was taken
for a name to click, so that a wish was done by half and called done.
"""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.page.deeds.form import Deed, Kind
from deskhand.models.local.page.deeds.nouns import Noun, Quotes, hidden, noun, nouns

_NO_VERB = r"(?<!すべ)(?<!全)(?<!つい)(?<!はじめ)(?<!初め)(?<!改め)(?<!と)"
_TE = rf"(?:んで|いで|って|いて|して|けて|れて|せて|えて|めて|じて|べて|げて|ねて|てて|見て|出て|きて|みて|ちて|りて|ぎて|{_NO_VERB}(?<=[一-鿿])て)"
_GOES_ON = r"(?!くだ|下さ|ある|あり|い[るたまなく]|お[いくきけ願]|ほし|欲し|み[てるま]|しま|きた|くる|来[るた]|もら|いただ|頂|や[っるれ]|ね?$|も)"
_CLAUSE = re.compile(
    rf"(?P<te>{_TE}(?<!すべて)(?<!全て)(?<!について)(?<!によって)(?<!として)(?<!はじめて)(?<!続いて)(?<!かけて)(?:から|のち|後)?{_GOES_ON}、?\s*)"
    r"|(?P<tara>(?:したら|ったら|んだら|いたら|れたら|けたら|えたら|めたら|せたら)、?\s*)"
    r"|(?P<ta>(?:した|った|んだ|いた|れた|けた|えた)(?:あと|後|のち|ら)(?:に|で)?、?\s*)"
    r"|(?P<to>(?<=[すくむうつぶるぐぬ])と、?\s*(?=出|表示|現れ|開|で(?:て|る)))"
    r"|(?P<stem>(?<=[をにへと])(?P<verb>[^をにへと、。\s]{0,8}?[しびきりみけれえせめじべげち])(?:、\s*|(?=[\ue000-\uf8ff])))"
    r"|(?P<end>[。！!？?\n]+\s*)"
)
_FIRST = re.compile(
    r"^(?:それから|そして|次に|つぎに|その後で?|そのあとで?|その次に|最後に|さいごに|まず|はじめに|最初に(?=[^あの])|続いて|続けて|さらに|また|すると|で、|、|\s)+"
)
_POLITE = re.compile(
    r"(?:て|で)(?:ください|下さい|くださいませ|ほしい(?:です)?|もらえますか|いただけますか|くれますか|ね|おいてください|みてください)*$"
    r"|(?:ましょう|ます|なさい|すること|せよ|しろ|してね)$"
)
_SHOWN = re.compile(
    r"^(?:(?:出(?:て(?:き|く)|)[たる]|出てくる|表示され(?:た|る|ている)|現れ(?:た|る)|開(?:いた|く)|見え(?:た|る|ている)|あらわれ(?:た|る))(?:ら|と|、)?)+"
)
"""What only says that something comes up first."""
_ASIDE = re.compile(
    r"(?:を|に)?(?:順番に|の順(?:番)?に|順に|一つずつ|ひとつずつ|もう一度|再度|まとめて|同時に|それぞれ|すぐに)$"
)
"""How, and not what."""
_Verb = tuple[Kind, re.Pattern[str]]


def _verbs(*pairs: tuple[Kind, str]) -> tuple[_Verb, ...]:
    return tuple((kind, re.compile(rf"(?:{words})[^\ue000-\uf8ff]{{0,14}}$")) for kind, words in pairs)


_VERBS = _verbs(
    ("right", r"(?:を|で|に)?\s*右(?:クリック|ボタン)"),
    ("double", r"(?:を|に)?\s*ダブルクリック"),
    ("hover", r"(?:の上)?(?:に|へ)?\s*(?:マウス(?:カーソル|ポインター?)?|カーソル|ポインター?)を?(?:の上に)?(?:合わせ|あわせ|重ね|乗せ|のせ|載せ|当て|かざ|置[いき])|(?:に|を)?\s*(?:ホバー|ポイントし)"),
    ("untick", r"(?:の|から)?\s*(?:チェック|印|選択)を?(?:外|はず|消|取|解除|なくし)"),
    ("tick", r"(?:に|へ|を)?\s*(?:だけ)?(?:チェック(?:マーク)?|印|しるし|レ点)(?:を|に)?(?:入れ|いれ|付け|つけ|し)|に?☑"),
    ("rate", r"(?:に|へ|を|の評価を|の評価は)?\s*(?:星|★)(?:を)?\s*(?P<n>[\d一二三四五]+)\s*(?:つ|個|点)?(?:の評価)?(?:を|に|で|と)?\s*(?:付け|つけ|し|評価|与え|入れ|選|押|クリック)"),
    ("rate", r"(?:に|へ|を|の評価を)?\s*(?P<n>[\d一二三四五]+)\s*(?:つ星|点)(?:の評価)?(?:を|に|で|と)?\s*(?:付け|つけ|し|評価|与え|入れ|選)"),
    ("on", r"(?:を|は|の(?:スイッチ|設定)を)\s*(?:オン|ON|有効|入(?!力|れ|っ))(?:に|へ)?(?:し|変|切|設定)?|の?(?:スイッチ|電源)を(?:入れ|つけ)|(?<!印)(?<!星)を(?:オンに|有効化)"),
    ("off", r"(?:を|は|の(?:スイッチ|設定)を)\s*(?:オフ|OFF|無効|切(?!り))(?:に|へ)?(?:し|変|切|設定|っ)?|の?(?:スイッチ|電源)を切"),
    ("count", r"(?:を)?\s*(?:数え|かぞえ)"),
    ("close", r"(?:を)?\s*(?:閉じ|とじ|閉め)"),
    ("cart", r"(?:を)?\s*(?P<n>\d+|[一二三四五])\s*(?:個|つ|枚|本|冊|袋|台|点)(?:ずつ)?(?:を|、)?\s*(?:カート|かご|バスケット)に(?:入れ|追加)"),
    ("enter", r"(?:と|を|に)?\s*(?:\d回|[二2]度)?\s*(?:入力|記入|打[ちっ]|書[いくき]込?|タイプ|打ち込)"),
    ("drag", r"(?:まで|に|へ|を)?\s*(?:ドラッグ|移動|移[しすっ]|動か|運[んび]|引っ張)"),
    ("sort", r"(?:に|で|を)?\s*(?:並[べび](?:替え|かえ|換え|変え)|ソート|順に(?:並べ|し|表示))"),
    ("scroll", r"(?:に|へ|まで|を)?\s*スクロール"),
    ("choose", r"(?:を|から|で|に|と)?\s*(?:選[びんぶ択]|えら[んび]|指定)"),
    ("click", r"(?:を|に|と)?\s*(?:(?P<n>[\d二三四五])(?:回|度)\s*(?:続けて)?)?(?:押[しすせ]|おし|クリック|タップ|プッシュ|たたい)"),
    ("set", r"(?:に|へ|まで|と)\s*(?:合わせ|あわせ|設定|変更|変え|かえ|セット|し|増や|減ら|上げ|下げ|切り替え|調整|そろえ)"),
    ("click", r"(?<=[\ue000-\uf8ff])\s*(?:を|に)\s*(?:付け|つけ|実行|選び)"),
    ("open", r"(?:を|へ|に)?\s*(?:開[いくき]|ひら[いき]|展開|広げ)"),
)  # fmt: skip


def deeds_in(text: str) -> list[Deed]:
    """The deeds of a wish, in order; a clause whose verb is none of these is ``act``, in its own words."""
    folded, quotes = hidden(text)
    found: list[Deed] = []
    for clause in _clauses(folded):
        found += _deeds(clause, quotes)
    return found


def clauses_of(text: str) -> int:
    """How many things it asks for."""
    return len(_clauses(hidden(text)[0]))


def _clauses(text: str) -> list[str]:
    parts: list[str] = []
    start = 0
    for hit in _CLAUSE.finditer(text):
        head = text[start : hit.end()].strip()
        if hit["stem"] and not any(words.search(_bare(head)) for _, words in _VERBS):
            continue
        parts.append(head)
        start = hit.end()
    parts.append(text[start:])
    told = (_SHOWN.sub("", _FIRST.sub("", part)).strip(" 、。") for part in parts)
    return [part for part in told if part and part not in ("ください", "下さい", "お願いします")]


def _bare(clause: str) -> str:
    return _POLITE.sub("", clause.strip(" 、。")).strip(" 、")


def _deeds(clause: str, quotes: Quotes) -> list[Deed]:
    said = quotes.shown(clause)
    if re.fullmatch(r"(?:見つけ|探し|確認し|見).{0,4}", clause):
        return []
    for kind, words in _VERBS:
        hit = words.search(_bare(clause))
        if hit is not None:
            head = _ASIDE.sub("", _bare(clause)[: hit.start()].strip(" 、"))
            number = hit.groupdict().get("n") or ""
            deeds = [replace(deed, of=deed.of or said) for deed in _made(kind, head, number, hit[0], quotes)]
            return deeds or [Deed("act", of=said)]
    return [Deed("act", of=said)]


def _made(kind: Kind, head: str, number: str, verb: str, quotes: Quotes) -> list[Deed]:
    match kind:
        case "enter" | "set":
            return _written(kind, head, verb, quotes)
        case "choose":
            return _chosen(head, quotes)
        case "drag":
            return _dragged(head, verb, quotes)
        case "rate":
            what = noun(head, quotes)
            return [Deed("rate", "", what.name if not what.near else f"{what.near}の{what.name}", _digits(number))]
        case "count":
            return [Deed("find_out", "", "", quotes.shown(re.sub(r"を$", "", head)))]
        case "cart":
            return [
                Deed("cart", one.name, one.near, _digits(many), of=f"「{one.name}」をカートに入れる")
                for what, many in _counted(re.sub(r"を$", "", head), number)
                for one in nouns(what, quotes)
            ]
        case "sort":
            return _sorted(head, quotes)
        case "scroll":
            return [Deed("scroll", "" if re.search(r"[下上]$|[下上]ま", head) else noun(head, quotes).name)]
        case "click" if (key := _key(head, quotes)) is not None:
            return [Deed("key", key)]
        case "click" if until := re.match(
            r"(?P<what>[^を]+)を(?P<goal>.+?)(?:が|の)(?:表示され|出|見え|現れ|表示|あらわれ)[^を]*まで$", head
        ):
            return [Deed("until", noun(until["what"], quotes).name, "", noun(until["goal"], quotes).name)]
        case "click" if until := re.match(
            r"(?P<goal>.+?)(?:(?:が|の)(?:表示され|出|見え|現れ|表示|あらわれ)[^を]*|に(?:な|変わ)(?:る|った))まで、?(?P<what>[^を]+)(?:を|$)",
            head,
        ):
            goal = re.sub(r"の(?:絵|写真|画像|文字|名前|ページ|言葉)$", "", until["goal"])
            return [Deed("until", noun(until["what"], quotes).name, "", noun(goal, quotes).name)]
        case "click":
            return [_upon(kind, one, _digits(number)) for one in nouns(_object(head), quotes)]
        case _:
            return [_upon(kind, one) for one in nouns(_object(head), quotes)]


def _upon(kind: Kind, one: Noun, value: str = "") -> Deed:
    return Deed(kind, one.name, one.near, value, literal=one.quoted)


def _sorted(head: str, quotes: Quotes) -> list[Deed]:
    """表を「値段」の高い順に; 値段で."""
    found = re.match(
        r"(?:[^を]*を)?\s*(?P<by>.+?)(?:の?(?P<way>安い|高い|低い|大きい|小さい|新しい|古い|昇|降|多い|少ない|五十音|名前)順?)?(?:に|で|を|順に|順で)?$",
        head,
    )
    if found is None:
        return []
    down = found["way"] in ("高い", "大きい", "新しい", "降", "多い")
    return [Deed("sort", noun(found["by"], quotes).name, "", "descending" if down else "")]


def _object(head: str) -> str:
    """What stands right before the verb, the place before it made part of it: 「一覧で「東京」」 is 「一覧の「東京」」."""
    head = re.sub(r"(?:を|に|へ)$", "", head.strip())
    found = re.match(r"^(?P<place>[^、]+?(?:で|から)、?)(?P<rest>[^、].*)$", head)
    if found is not None and re.search(r"[\ue000-\uf8ff]|[一-鿿ァ-ヶ]", found["rest"]):
        return f"{re.sub(r'(?:で|から)、?$', '', found['place'])}の{found['rest']}"
    return head


def _chosen(head: str, quotes: Quotes) -> list[Deed]:
    """「A」は「X」、「B」は「Y」を; 色に「赤」を; 「色」から「赤」を; 「A」と「B」を."""
    parts = [part for part in re.split(r"、", re.sub(r"を$", "", head.strip())) if part]
    told: list[Deed] = []
    for part in parts:
        part = re.sub(r"^(?:上|下|左|右)から(?=[\d一二三四五六七八九十])", "", part)
        found = re.match(r"(?P<of>.+?)(?:には|では|は|から(?!の)|で|に|の中から|として)(?P<what>.+)$", part)
        if found is None:
            found = re.match(r"(?P<what>.+?)を(?P<of>.+?)(?:として|に|から)$", part)
        if found is not None:
            of = noun(found["of"], quotes)
            told += [
                Deed("choose", of.name, of.near, one.name, literal=one.quoted) for one in nouns(found["what"], quotes)
            ]
        else:
            told += [Deed("choose", "", one.near, one.name, literal=one.quoted) for one in nouns(part, quotes)]
    return told


def _written(kind: Kind, head: str, verb: str, quotes: Quotes) -> list[Deed]:
    """郵便番号に X、電話番号に Y を; 暗証番号 4821 を; 「名前」欄に「X」と; 「X」を検索欄に; りんごの数を 3 に."""
    parts = re.split(r"、(?!\d)|(?<=[\w\ue000-\uf8ff])\s*と\s*(?=[^、とを]+?に\s*[^、])", head)
    return [_one_written(kind, part.strip(), verb, quotes) for part in parts if part.strip()]


def _one_written(kind: Kind, part: str, verb: str, quotes: Quotes) -> Deed:
    whole = re.sub(r"\s*(?:を|と)$" if kind == "enter" else r"\s*(?:に|へ|まで|と)$", "", part)
    if (found := _field_and_value(kind, whole, verb)) is not None:
        field = noun(re.sub(r"も$", "", found["field"]), quotes)
        told = _value(found["value"], noun(found["value"], quotes))
        near = "両方" if re.search(r"[2二]\s*(?:回|度)", verb) else field.near
        return Deed(kind, field.name, near, told, literal=True)
    labelled = re.match(r"(?P<field>[^\s\ue000-\uf8ffA-Za-z0-9]+)\s*(?P<value>[\x21-\x7e]+|[\ue000-\uf8ff])$", whole)
    if labelled is not None:
        name = noun(re.sub(r"(?:の|は|という)$", "", labelled["field"]), quotes).name
        return Deed(kind, name, "", quotes.plain(labelled["value"]), literal=True)
    literal = noun(whole, quotes).quoted or re.fullmatch(r"[\x21-\x7e]+", whole) is not None
    return Deed(kind, "", "", quotes.plain(whole) if literal else quotes.shown(whole), literal=literal)


def _field_and_value(kind: Kind, whole: str, verb: str) -> re.Match[str] | None:
    if kind == "set":
        return re.match(r"(?P<field>.+?)(?:を|は)\s*(?P<value>.+)$", whole)
    if _READ.search(whole):
        return None
    whole = re.sub(r"(?:に|へ)も?$", "", whole)
    told = re.match(r"(?P<field>.+?)(?:には|に|へ|は|:|：)\s*(?P<value>.+)$", whole)
    if told is None and not verb.startswith("と"):
        told = re.match(r"(?P<value>[^に]+)を\s*(?P<field>[^を]+)$", whole)
    return told or re.match(r"(?P<field>.+?)を\s*(?P<value>.+)$", whole)


_READ = re.compile(r"(?:表示|書|記載|示)(?:され|かれ|いて|して)|(?:見え|出て)(?:る|いる)|にある")
"""The value stands on the page, and has to be read there."""


def _value(said: str, told: Noun) -> str:
    """A number without what is counted: 「3個」 is 3."""
    plain = told.name if told.quoted else f"{told.near}の{told.name}" if told.near else told.name
    counted = re.fullmatch(
        r"(\d+(?:\.\d+)?)\s*(?:個|人|名|枚|本|冊|点|つ|度|%|％|℃|円|番|台|回|杯|泊|ページ|ポイント|px)?", plain
    )
    return counted[1] if counted is not None else plain


def _dragged(head: str, verb: str, quotes: Quotes) -> list[Deed]:
    full = f"{head}{re.match(r'(?:まで|に|へ|を)?', verb)[0]}"  # type: ignore[index]
    found = re.match(r"(?P<what>.+?)を\s*(?P<to>.+?)(?:の(?:中|上|ところ))?(?:に|へ|まで)$", full) or re.match(
        r"(?P<to>.+?)(?:の(?:中|上|ところ))?(?:に|へ|まで)、?\s*(?P<what>.+?)を$", full
    )
    if found is None:  # 6月に移動して: nothing is carried
        where = re.match(r"(?P<to>[^を]+?)(?:に|へ|まで)$", full)
        return [] if where is None else [Deed("open", noun(where["to"], quotes).whole)]
    return [Deed("drag", one.name, one.near, noun(found["to"], quotes).whole) for one in nouns(found["what"], quotes)]


_KEYS = {
    "enter": "Return", "エンター": "Return", "return": "Return", "リターン": "Return", "esc": "Escape", "escape": "Escape", "エスケープ": "Escape",
    "tab": "Tab", "タブ": "Tab", "space": "space", "スペース": "space", "delete": "Delete", "backspace": "BackSpace", "上矢印": "Up",
    "下矢印": "Down", "左矢印": "Left", "右矢印": "Right", "↑": "Up", "↓": "Down", "←": "Left", "→": "Right",
}  # fmt: skip


def _key(head: str, quotes: Quotes) -> str | None:
    said = quotes.plain(re.sub(r"を$", "", head)).strip()
    name = re.sub(r"\s*キー$", "", said)
    if said != name or name.lower() in ("enter", "エンター", "return", "esc", "escape"):
        return _KEYS.get(name.lower())
    return None


def _counted(head: str, number: str) -> list[tuple[str, str]]:
    """りんごを3個とバナナを (2個): each with its own number."""
    told: list[tuple[str, str]] = []
    start = 0
    for hit in re.finditer(r"を?\s*(?P<n>\d+|[一二三四五])\s*(?:個|つ|枚|本|冊|袋|台|点)(?:と|、)\s*", head):
        told.append((head[start : hit.start()], hit["n"]))
        start = hit.end()
    return [*told, (head[start:], number)]


def _digits(number: str) -> str:
    return number.translate(str.maketrans("一二三四五", "12345"))
