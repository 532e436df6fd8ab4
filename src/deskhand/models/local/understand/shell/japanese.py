"""How Japanese says the jobs of a shell, and what it calls files and folders. Spaces are gone before it is read."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable

from deskhand.models.local import concepts
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.shell import ways
from deskhand.models.local.understand.shell.things import ENDINGS, HERE, Files, known_folder, located
from deskhand.models.local.understand.shell.ways import Nouns, Way

_ATOM = any_of("file", "quote")
_FOLDER = r"(?:フォルダー?|ディレクトリー?)"
_WORDS = "|".join(
    re.escape(name)
    for name in sorted(
        (n for concept, rows in concepts.FOLDERS.items() if concept != "trash" for n in rows if not n.isascii()),
        key=len,
        reverse=True,
    )
)
_PLACE = rf"(?:(?:{_WORDS})(?:ー|{_FOLDER})?|(?:この|今の|現在の|いまの){_FOLDER}|{_ATOM}(?:という(?:名前の)?)?{_FOLDER}|[A-Za-z][\w-]*{_FOLDER}|{_ATOM})"
_IN = r"(?:の中|内|の直下)?(?:に(?:ある|入っている)|の|にて|で(?!す)|から|内|の中(?:の|で|に))"
_AT = re.compile(rf"^(?P<place>{_PLACE}){_IN}、?(?P<rest>.+)$")
_ANY = re.compile(rf"(?P<place>{_PLACE})(?:の中|内|の直下)?(?:に(?!コピー|移|複製|展開|解凍)|の|で|から)")
_CALLED = re.compile(
    rf"(?:テキスト)?(?:ファイル|アーカイブ|フォルダー?|ディレクトリー?)?(?P<atom>{_ATOM})(?:という(?:名前の)?)?(?:(?:新しい|空の)*(?:テキスト|zip|ZIP)?(?:ファイル|フォルダー?|ディレクトリー?|アーカイブ))?(?:の両方)?"
)
_BARE = re.compile(rf"(?P<word>[A-Za-z][\w-]*)(?:という(?:名前の)?)?{_FOLDER}")
_ALL = r"(?:(?:を)?(?:すべて|全て|全部))?"
_EACH = r"(?:すべての|全ての|全部の|全)?"
_KIND = re.compile(
    rf"{_EACH}(?:拡張子が(?:\*?\.)?(?P<ext>\w+)の{_EACH}ファイル|(?:\*?\.(?P<dotted>\w+)|(?P<plain>{ENDINGS}))(?:形式)?の?{_EACH}ファイル|\*\.(?P<star>\w+)){_ALL}",
    re.ASCII | re.I,
)
_ALL_OF_IT = re.compile(rf"{_EACH}(?:ファイル|中身){_ALL}")
_NAME = re.compile(
    rf"{_EACH}(?:ファイル)?名前?が(?P<text>{any_of('quote')}|[\w.-]+)(?P<how>で始まる|で終わる|を含む){_EACH}ファイル{_ALL}",
    re.ASCII,
)


class Japanese(Nouns):
    """The noun phrases of one wish."""

    def __init__(self, text: str, atoms: Atoms) -> None:
        self.atoms = atoms
        found = {place for match in _ANY.finditer(text) if (place := self.folder(match["place"])) is not None}
        firm = {place for place in found if place.startswith(("/", "~", HERE))} or found  # the others lie in it
        self.base: str | None = firm.pop() if len(firm) == 1 else None
        self.over = False

    def folder(self, words: str) -> str | None:
        bare = re.sub(r"(?:の中|内|の直下)$", "", words.strip("、"))
        if re.fullmatch(rf"(?:この|今の|現在の|いまの|今いる){_FOLDER}|ここ", bare):
            return HERE
        if (found := known_folder(bare, self.atoms)) is not None:
            return found
        if (at := _AT.match(bare)) and (inner := self.folder(at["place"])) is not None:
            name = self._name(at["rest"])
            return f"{inner.rstrip('/')}/{name}" if name else None
        return self._name(bare)

    def _name(self, bare: str) -> str | None:
        if match := re.fullmatch(
            rf"(?P<atom>{_ATOM})(?:という(?:名前の)?)?{_FOLDER}|{_FOLDER}(?P<after>{_ATOM})", bare
        ):
            atom = match["atom"] or match["after"]
            return known_folder(atom, self.atoms) or self.atoms.table[atom].text
        match = _BARE.fullmatch(bare)
        return match["word"] if match else None

    def files(self, words: str) -> list[Files] | None:
        bare, place = words.strip("、"), None
        if (at := _AT.match(bare)) and (place := self.folder(at["place"])) is not None:
            bare = at["rest"]
        found: list[Files] = []
        for item in re.split(r"(?<!こ)と(?!いう)、?|、|および|及び|や", bare):
            one = self._one(item, place)
            if one is None:
                return None
            found.append(one)
        return found

    def _one(self, item: str, place: str | None) -> Files | None:
        if match := _CALLED.fullmatch(item):
            return Files(self.atoms.table[match["atom"]].text, place)
        if match := _BARE.fullmatch(item):
            return Files(match["word"], place)
        if place is not None and _ALL_OF_IT.fullmatch(item):
            return Files("", place)
        if match := _KIND.fullmatch(item):
            return Files("", place, after=f".{match['ext'] or match['dotted'] or match['plain'] or match['star']}")
        if match := _NAME.fullmatch(item):
            words = self.text(match["text"]) or ""
            how = match["how"]
            return (
                Files(
                    "",
                    place,
                    before=words if how == "で始まる" else "",
                    after=words if how == "で終わる" else "",
                    within=words if how == "を含む" else "",
                )
                if words
                else None
            )
        if (
            (at := _AT.match(item))
            and (own := self.folder(at["place"])) is not None
            and (place is None or not own.startswith(("/", "~", HERE)))
        ):
            return self._one(at["rest"], located(own, place))
        return None

    def text(self, words: str) -> str | None:
        bare = re.sub(r"という(?:語|単語|言葉|文字|文字列|行|文)?$", "", words)
        atom = self.atoms.get(bare)
        if atom is not None:
            return atom.text
        return bare if re.fullmatch(r"[\w-]+", bare, re.ASCII) else None

    def number(self, words: str) -> int | None:
        digits = "一二三四五六七八九十"
        return (
            int(words)
            if words.isascii() and words.isdigit()
            else digits.find(words) + 1 or None
            if len(words) == 1
            else None
        )


_F = r"(?P<files>.+?)"
_T = r"(?P<text>(?:(?!から)[^、。のにをが])+?(?:という(?:語|単語|言葉|文字列?|行|文)?)?)"
_DO = r"(?:し|する|したい|せよ|しろ)?"
_OUT = r"(?:表示し?(?:する)?|見せ|出力し?(?:する)?|教え|抜き出し|取り出し|抽出し?|読み|見たい|知りたい)"
_COUNT = r"(?:を)?(?:数え|調べ|教え|知りたい|カウント(?:し)?|表示(?:し)?|求め|確認(?:し)?|確かめ)(?:る|たい)?"
_HOW = r"(?:は|が|も)?(?:、)?(?:(?:全部で|合計で?)?(?:何|いくつ|どれだけ|どれくらい|どのくらい)(?:行|語|単語|文字|個|バイト)?(?:ある|あります|含まれている|入っている|入っています)?か?(?:を)?(?:数え|調べ|教え|知りたい|確認(?:し)?|確かめ)?(?:る|たい)?|の?数(?:は)?)"
_KEEP = r"(?:、?(?:その)?(?:結果|出力|もの)?を?(?P<to>[^をに]+?)(?:(?:という(?:名前の)?ファイル)?(?:に|として|へ)|(?:という(?:ファイル)?名前?で)(?:、?(?:同じ(?:場所|フォルダー?)|そこ|その中|共有フォルダー?)(?:の中)?に)?)(?:保存|書き出|書き込|出力|入れ)(?:し|す|む|み|ん)?(?:する)?)"


def _way(pattern: str, make: Callable[[Nouns, dict[str, str]], str], *, tells: bool = True) -> Way:
    return Way(re.compile(pattern, re.I), make, tells)


def _counts() -> list[Way]:
    found: list[Way] = []
    for words, unit, what in (
        ("行", "何行", "lines"),
        ("(?:単)?語", "何(?:単)?語", "words"),
        ("文字", "何文字", "characters"),
        ("バイト", "何バイト", "bytes"),
    ):
        make = ways.counted(what)
        found += [
            _way(rf"{_F}の(?:全体の)?{words}数(?:は(?:いくつ)?|{_COUNT})?(?:です)?か?", make),
            _way(rf"{_F}(?:は|が|に(?:は)?|の中に|の{words}は)、?(?:全部で)?{unit}(?:ある|あります|入っている|書かれている|です)?か?(?:を)?(?:{_COUNT})?", make),
        ]  # fmt: skip
    return found


_HOLDS = r"(?:を(?:含む|含んでいる)|が(?:含まれる|含まれている|ある|入っている|出てくる)|(?P<none>を含まない|がない|を含んでいない|が入っていない))"
_RANK = r"(?:(?P<large>大きい|大きな|サイズが大きい)|(?P<small>小さい|小さな)|(?P<new>新しい|最近の)|(?P<old>古い))"

WAYS: tuple[Way, ...] = (
    _way(rf"{_F}(?:の中|内)?(?:の|で|に|から)、?{_T}{_HOLDS}行(?:の数)?(?:{_HOW}|{_COUNT.replace('表示(?:し)?|', '')})", ways.containing(number=True)),
    _way(rf"{_F}(?:の中|内)?(?:の|で|から|に)、?{_T}{_HOLDS}行(?:だけ)?を?(?:すべて|全部)?{_OUT}", ways.containing(number=False)),
    _way(rf"{_F}(?:の中|内)?(?:の|で|から)、?{_T}{_HOLDS}行(?:だけ)?を?(?:すべて|全部|抜き出し(?:て)?|取り出し(?:て)?|抽出し(?:て)?)?{_KEEP}", ways.containing(number=False), tells=False),
    _way(rf"{_F}(?:の中)?に(?:は)?、?(?P<text>[^、。のにをが]+?)(?:という(?P<word>単?語)?(?:文字列?|言葉)?)?(?:は|が)何(?:回|箇所|か所|個)(?:出てくる|ある|あります|現れる|含まれている|出てきます|含まれています)?か?(?:を)?(?:数え|調べ|教え)?", ways.occurring),
    *_counts(),
    _way(rf"{_F}(?:の行)?を(?:(?:アルファベット順|ABC順|五十音順|あいうえお順|名前順|辞書順|昇順|順番)(?:に|で)?|(?P<numbers>数値順|数字順|数の順|番号順|小さい順|数値の小さい順)(?:に|で)?|(?P<reverse>逆順|降順|逆|逆の順番?|逆アルファベット順)(?:に|で)?)?、?(?P<once>重複(?:行)?を(?:除いて|なくして|省いて|取り除いて|削除して))?(?:並べ替え|並び替え|並べかえ|並べなおし|並べ|ソート(?:し)?|整列(?:し)?)(?:る|て|た)?(?:{_KEEP})?", ways.sorting),
    _way(rf"{_F}(?:の|から)重複(?:した)?(?:する)?行を(?:除い|取り除い|削除し|消し)て{_KEEP}", ways.once, tells=False),
    _way(rf"{_F}を(?:この順(?:番)?に)?(?:つなげ|つない|結合し?|連結し?|合わせ|まとめ|くっつけ)(?:る|て|で|た)?(?:もの|結果)?(?:を)?(?:、)?(?P<to>[^を]+?)(?:という(?:名前の)?ファイル)?(?:に(?:する|し)|(?:に|として)(?:保存|出力|書き出)(?:し|する)?)", ways.joining, tells=False),
    _way(rf"{_F}を(?P<to>[^をに]+?)に(?:結合|連結|まとめ)(?:し|る)?", ways.joining, tells=False),
    _way(rf"{_F}の(?:最初|先頭|はじめ|頭)(?:の|から)?(?:(?P<n>\d+|[一-十])行(?:分)?|(?P<n1>行))(?:だけ)?(?:を|は)?(?:{_OUT}|何)?", ways.ends("head")),
    _way(rf"{_F}の(?:最後|末尾|終わり)(?:の|から)?(?:(?P<n>\d+|[一-十])行(?:分)?|(?P<n1>行))(?:だけ)?(?:を|は)?(?:{_OUT}|何)?", ways.ends("tail")),
    _way(rf"{_F}の(?:最初|先頭)の(?P<n>\d+|[一-十])行(?:だけ)?{_KEEP}", ways.ends("head"), tells=False),
    _way(rf"{_F}の(?:最後|末尾)の(?P<n>\d+|[一-十])行(?:だけ)?{_KEEP}", ways.ends("tail"), tells=False),
    _way(rf"{_F}(?:の中|内)?(?:の|にある|で|に出てくる)、?(?:すべての|全ての)?(?P<old>[^、。のにを]+?)を(?:すべて|全部|全て)?(?P<new>[^、。のにを]+?)(?:に|へ|と)(?:すべて|全部|全て)?(?:置き換え|置換し?|変え|変更し?|書き換え|直し|直す)(?:る|て)?(?:{_KEEP})?", ways.replacing, tells=False),
    _way(rf"(?:(?P<place>.+?)(?:の中|内)?に、?)?(?:新しい)?(?P<files>[^に]*?(?:という(?:名前の)?{_FOLDER}|{_FOLDER}[^に]*?|{_FOLDER}))を(?:新しく|新規に?)?(?:作っ|作る|作り|作成し?|つくっ|作成する)", ways.making, tells=False),
    _way(r"(?:空の)?(?P<files>[^に]*?という(?:名前の)?(?:空の)?ファイル|空のファイル.+?)を(?:作っ|作る|作成し?|作成する)", ways.touching, tells=False),
    _way(rf"{_F}(?:の名前)?を(?P<to>[^を]+?)(?:という名前)?(?:に|へ)(?:名前を?変更|改名|リネーム|名前を変え|変え|変更)(?:し|する|る)?", ways.carrying("mv")),
    _way(rf"{_F}の名前を(?P<to>[^を]+?)に(?:し|する)", ways.carrying("mv")),
    _way(rf"{_F}を(?P<to>[^を]+?)(?:という(?:名前|ファイル)?)?(?:に|へ)(?:移動(?:し|する)?|移し|移す|動かし|動かす)", ways.carrying("mv")),
    _way(rf"{_F}を(?P<to>[^を]+?)(?:という(?:名前|ファイル)?)?(?:に|へ|として)(?:コピー|複製|複写)(?:し|する)?", ways.carrying("cp")),
    _way(rf"(?P<files>[^を]+?(?P<folder>{_FOLDER}))を(?:丸ごと)?(?:消し|消す|削除し?|削除する)", ways.deleting, tells=False),
    _way(rf"{_F}を(?:消し|消す|削除し?|削除する|取り除い)", ways.deleting, tells=False),
    _way(rf"(?:(?P<folder>[^、]+?)(?:の中|内)?(?:の|で|にある|に(?:は)?、?)、?)?(?:一番|いちばん|最も|もっとも){_RANK}ファイル(?:は(?:どれ|何)(?:です)?か?|の名前(?:は何(?:です)?か?|を{_OUT})?|を(?:調べ|見つけ|探し|{_OUT})|が(?:どれ|何)か?(?:調べ|{_OUT}))?", ways.ranking),
    _way(rf"(?P<folder>[^、]+?)(?:の中|内)?(?:の|にある)ファイル(?:の一覧)?を(?:(?P<size>サイズ順|大きい順|大きさ順)|(?P<time>新しい順|日付順|時刻順|更新順|日時順)|名前順)?(?:に|で)?(?:一覧(?:表示)?(?:し|に)?|{_OUT}|並べ(?:て)?(?:{_OUT})?)", ways.listing),
    _way(rf"(?P<folder>[^、]+?)(?:の中|内)?に(?:は)?(?:どんな|何の|どの)ファイルが(?:ある|あります|入っている)か?(?:を)?(?:{_OUT}|調べ)?", ways.listing),
    _way(rf"(?P<folder>[^、]+?)(?:の中|内)?(?:に(?:は|ある|入っている)?|の)(?:ファイル)(?:は|が|の数|も)?{_HOW}?(?:{_COUNT})?", ways.entries("files")),
    _way(rf"(?P<folder>[^、]+?)(?:の中|内)?(?:に(?:は|ある)?|の)(?:サブ)?{_FOLDER}(?:は|が|の数)?{_HOW}?(?:{_COUNT})?", ways.entries("folders")),
    _way(rf"(?P<files>.+?ファイル)(?:の数|(?:は|が)(?:全部で)?(?:いくつ|何個|どれだけ)(?:ある|あります)?か?)(?:{_COUNT})?", ways.kinds(number=True)),
    _way(rf"(?P<where>[^、]+?)(?:の中)?に(?P<files>[^に]+?ファイル)(?:は|が)(?:全部で)?(?:いくつ|何個)(?:ある|あります)?か?(?:{_COUNT})?", ways.kinds(number=True)),
    _way(rf"{_F}を(?:数え)(?:る)?", ways.kinds(number=True)),
    _way(rf"(?:(?P<folder>[^、]+?)(?:の中|内)?(?:の|で|から|にある)、?)?(?P<text>[^、。のにをが]+?)(?:という(?:語|単語|言葉|文字列?))?(?:を含む|が含まれる|が書かれた|が入っている|と書かれた|と書いてある)(?:すべての)?ファイル(?:の名前)?(?:を(?:すべて|全部)?(?:探し|見つけ|検索し?|調べ|{_OUT})|は(?:どれ|何)(?:です)?か?)", ways.holding),
    _way(rf"{_F}(?:を(?:すべて|全部)?(?:探し|見つけ|検索し?)(?:出し)?|を(?:すべて|全部)?(?:一覧(?:表示)?(?:し|に)?|{_OUT}))", ways.kinds(number=False)),
    _way(rf"{_F}(?:を(?:探し|見つけ|検索し?)(?:出し)?|(?:は|が)どこに(?:ある|あります)か?(?:を)?(?:調べ|探し|{_OUT})?)", ways.finding),
    _way(rf"(?P<folder>[^、]+?)(?:の)?(?:(?:合計|ディスク)?(?:サイズ|容量|大きさ|使用量|使用容量)|が使っている(?:ディスク)?容量)(?:は(?:どれくらい|どのくらい|いくら|何)?(?:です)?か?|{_COUNT}|を{_OUT})?", ways.usage),
    _way(rf"{_F}の(?:ファイル)?(?:サイズ|大きさ)(?:は(?:どれくらい|どのくらい|いくら|何バイト)?(?:です)?か?|{_COUNT}|を{_OUT})?", ways.file_size),
    _way(rf"{_F}を(?:圧縮し|まとめ|固め|アーカイブし)て、?(?:(?P<place>[^をに]+?)に、?)?(?P<to>[^をに]+?)(?:という(?:名前の)?(?:zip|ZIP)?(?:ファイル|書庫|アーカイブ)?)?を(?:新しく)?(?:作っ|作る|作り|作成し?)(?:する)?", ways.packing, tells=False),
    _way(rf"{_F}を(?:まとめて)?(?P<to>[^を]+?)(?:という(?:名前の)?(?:zip|ZIP)?(?:ファイル|書庫|アーカイブ)?)?(?:に|として|へ)(?:圧縮|まとめ|固め|アーカイブ)(?:し|る|する)?", ways.packing, tells=False),
    _way(rf"{_F}を(?P<to>[^を]+?)(?:に|へ)(?:展開|解凍|伸長)(?:し|する)?", ways.unpacking),
    _way(rf"{_F}を(?:展開|解凍|伸長)(?:し|する)?", ways.unpacking),
    _way(rf"{_F}(?:に(?:実行権限|実行権)を(?:付け|与え|つけ|付与し?)|を実行(?:可能|できるよう)に(?:し|する))(?:る)?", ways.allowing("+x"), tells=False),
    _way(rf"{_F}を(?:読み取り専用|書き込み禁止)に(?:し|する)", ways.allowing("a-w"), tells=False),
    _way(rf"{_F}の(?:権限|パーミッション|アクセス権)を(?P<mode>[0-7]{{3,4}})に(?:し|変更し?|変え|する|変更する)", ways.allowing(""), tells=False),
    _way(rf"{_F}(?:の(?:末尾|最後))?(?:に|へ)(?P<text>[^、。にを]+?)(?:という行|という文)?(?:を|と)(?:追記し?|書き足し|追加し?|付け足し)(?:する)?", ways.writing(more=True), tells=False),
    _way(rf"{_T}(?:を|と)(?P<files>[^を]+?)(?:の(?:末尾|最後))?(?:に|へ)(?:追記し?|書き足し|追加し?|付け足し)(?:する)?", ways.writing(more=True), tells=False),
    _way(rf"{_T}(?:を|と)(?P<files>[^を]+?)(?:に|へ|として)(?:書き込ん|書き込む|書い|書く|保存し?|書き込み|保存する)", ways.writing(more=False), tells=False),
    _way(rf"{_F}(?:に|へ)(?P<text>[^、。にを]+?)(?:を|と)(?:書き込ん|書き込む|書い|書く|書き込み)", ways.writing(more=False), tells=False),
    _way(rf"{_F}(?:の(?:中身|内容))?を{_OUT}", ways.showing),
    _way(rf"(?:今の|現在の|自分の|ログイン中の|ログインしている)?(?:ユーザー?名?|ログイン名|利用者名)(?:は(?:何|誰)(?:です)?か?|を(?:調べ|{_OUT}|確認し?))?|(?:私|自分|僕)(?:は|が)(?:誰|だれ)(?:です)?か?(?:を)?(?:調べ|{_OUT})?|誰としてログインして(?:いる|います)か?(?:を)?(?:調べ|{_OUT})?", ways.plainly("whoami")),
    _way(rf"(?:今日の|現在の|今の)?(?:日付(?:と時刻)?|日時|時刻|時間)(?:は(?:何|いつ|何時)?(?:です)?か?|を(?:調べ|{_OUT}|確認し?))?|今(?:日は何日|は?何時)(?:です)?か?(?:を)?(?:調べ|{_OUT})?", ways.plainly("date")),
    _way(rf"(?:今いる|現在の|今の|現在いる|作業中の)(?:作業)?{_FOLDER}(?:は(?:どこ|何)(?:です)?か?|を(?:調べ|{_OUT}|確認し?))?", ways.plainly("pwd")),
    _way(rf"(?:この)?(?:コンピューター?|パソコン|マシン)の名前(?:は何(?:です)?か?|を(?:調べ|{_OUT}))?|ホスト名(?:は何(?:です)?か?|を(?:調べ|{_OUT}))?", ways.plainly("hostname")),
    _way(rf"ディスクの(?:空き容量|空き)(?:は(?:どれくらい|どのくらい|いくら)?(?:です)?か?|を(?:調べ|{_OUT}|確認し?))?", ways.plainly("df -h --output=avail . | tail -n 1")),
)  # fmt: skip
