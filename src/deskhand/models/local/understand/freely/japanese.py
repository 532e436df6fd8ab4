"""Japanese wishes in steps."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable

LOOK = "画面に何が見えるか教えてください"
_Q = r"(?:「[^」]*」|『[^』]*』|“[^”]*”|\"[^\"]*\")"
_ENDING = r"(?:zip|tar|gz|tgz|bz2|xz|7z|rar|tar\.gz|tar\.xz|tar\.bz2|jar|deb)"
_IMAGE = r"(?:png|jpe?g|gif|bmp|svg|webp|tiff?|xcf)"
_LETTER = r"[A-Za-z0-9_\u30a1-\u30ff\u4e00-\u9fff々-]"
_NAME = rf"(?:~?/)?(?:{_LETTER}|[./])*{_LETTER}\.[A-Za-z0-9]{{1,8}}"
_D = r"(?P<dir>[\w・ー]*(?:フォルダー?|ディレクトリ)(?:の中)?(?:の|にある|内の))?"
_KIND_OF = r"(?:(?:テキスト)?(?:ファイル|文書|ドキュメント)|画像|写真|書庫|アーカイブ)?"
_F = rf"{_D}\s*{_KIND_OF}\s*(?P<file>(?<![A-Za-z0-9_]){_NAME})(?:\s*という(?:名前の)?{_KIND_OF})?"
_IN = rf"(?:{_F}\s*(?:の中|内)?\s*(?:の|にある|で|から)\s*)?"
_TEXT = r"(?:文書|本文|ファイル|テキスト|内容)?(?:の中)?の?"
_LINE = r"(?:(?P<no>\d+)\s*行目|(?P<head>最初の行|先頭の行|先頭行|一番上の行|一行目|(?P<kan>[二三四五六七八九])行目))"
_READ_LINE = _LINE.replace("(?P<head>", "(?P<last>最後の行|最終行|一番下の行|末尾の行)|(?P<head>")
_KANJI = {char: index for index, char in enumerate("二三四五六七八九", 2)}
_DELETE = r"(?:削除し|消し|取り除い|消去し|除い)"
_ENDS = r"(?=て|、|ます|たい|$)"
_GONE = "Homeキーを押し、shift+Downを押し、Deleteキーを押し"


def _number(match: re.Match[str]) -> int:
    if match["no"]:
        return int(match["no"])
    return _KANJI[match["kan"]] if match["kan"] else 1


def _row(match: re.Match[str]) -> str:
    return "最後の行" if match["last"] else f"{_number(match)}番目の行"


def _to_line(match: re.Match[str]) -> str:
    below = _number(match) - 1
    return "ctrl+Homeを押し、" + (f"Downキーを{below}回押し、" if below else "")


def _opening(match: re.Match[str]) -> str:
    return f"{_file(match)}を開いて、" if match["file"] else ""


def _file(match: re.Match[str]) -> str:
    folder = re.sub(r"(?:の中)?(?:の|にある|内の)$", "の", match["dir"] or "")
    return f"{folder}{match['file']}"


_VIEWS = {"行番号": "Line Numbers", "折り返し": "Word Wrap", "ステータスバー": "Status Bar", "ツールバー": "Toolbar", "隠しファイル": "Show Hidden Files"}  # fmt: skip

_RULES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (rf"{_IN}{_TEXT}\s*(?P<text>{_Q})(?:という文字)?(?:と書かれた|と書いてある|という|を含む|の入った|が入った|のある|がある|で始まる|と書いた|の書かれた|が書かれた|の)行(?:全体|ごと|だけ)?(?:を|は|)(?:すべて|丸ごと)?{_DELETE}", lambda m: f"{_opening(m)}{m['text']}をクリックし、{_GONE}"),
    (rf"{_IN}{_TEXT}\s*{_LINE}(?:を|は|だけ)+{_DELETE}", lambda m: f"{_opening(m)}{_to_line(m)}{_GONE}"),
    (rf"{_IN}{_TEXT}\s*(?:先頭行|先頭の行|最初の行|一行目|1\s*行目|先頭|冒頭|一番上|いちばん上|文頭)(?:の行)?(?:に|として|へ)\s*(?P<text>{_Q})(?:という行)?(?:と|を|って)?(?:入力し|書き加え|書き足し|追加し|書い|書き込ん|挿入し|入れ)", lambda m: f"{_opening(m)}ctrl+Homeを押し、{m['text']}と入力し、Enterキーを押し"),
    (rf"{_IN}{_TEXT}\s*(?P<text>{_Q})を\s*(?:(?P<in>{_NAME})の)?(?:先頭行|先頭の行|最初の行|一行目|先頭|冒頭|一番上)(?:の行)?(?:に|として|へ)(?:入力し|書き加え|書き足し|追加し|書い|書き込ん|挿入し|入れ)", lambda m: (f"{m['in']}を開いて、" if m["in"] else _opening(m)) + f"ctrl+Homeを押し、{m['text']}と入力し、Enterキーを押し"),
    (rf"{_IN}{_TEXT}\s*(?P<by>{_Q})(?:と書かれた|という|の)?行?の(?:次|下|あと|後|直後|すぐ下)(?:の行)?に\s*(?P<text>{_Q})(?:という行)?(?:と|を|って)?(?:入力し|書き加え|書き足し|追加し|書い|書き込ん|挿入し|入れ)", lambda m: f"{_opening(m)}{m['by']}をクリックし、Endキーを押し、Enterキーを押し、{m['text']}と入力し"),
    (rf"{_IN}{_TEXT}\s*(?P<by>{_Q})(?:と書かれた|という|の)?行?の(?:前|上|直前|すぐ上)(?:の行)?に\s*(?P<text>{_Q})(?:という行)?(?:と|を|って)?(?:入力し|書き加え|書き足し|追加し|書い|書き込ん|挿入し|入れ)", lambda m: f"{_opening(m)}{m['by']}をクリックし、Homeキーを押し、{m['text']}と入力し、Enterキーを押し"),
    (rf"{_IN}{_TEXT}\s*{_LINE}を\s*(?P<text>{_Q})に(?:書き換え|変え|変更し|置き換え|直し|し)", lambda m: f"{_opening(m)}{_to_line(m)}Homeキーを押し、shift+Endを押し、{m['text']}と入力し"),
    (rf"{_IN}{_TEXT}\s*(?:最後の行|最終行|末尾|最後|一番下|いちばん下|終わり)(?:の行)?(?:に|として|へ)\s*(?P<text>{_Q})(?:という行)?(?:と|を|って)?(?:入力し|書き加え|書き足し|追加し|追記し|書い|書き込ん|挿入し|入れ)", lambda m: f"{_opening(m)}末尾に{m['text']}と書き足し"),
    (rf"{_IN}(?:にある|中の)?{_TEXT}\s*(?P<old>{_Q})(?:という(?:文字|言葉|単語))?(?:を|は)(?:すべて|全て|全部|ぜんぶ)?\s*(?P<new>{_Q})(?:という(?:文字|言葉|単語))?(?:に|へ)(?:すべて|全て|全部)?(?:変え|変更し|置き換え|置換し|直し|書き換え|修正し)", lambda m: f"{_opening(m)}{m['old']}をすべて{m['new']}に置き換え"),
    # what a menu does
    (r"(?P<view>行番号|折り返し|ステータスバー|ツールバー|隠しファイル)(?:の?表示)?(?:を|が|も)(?:表示し|有効にし|オンにし|出し|非表示にし|隠し|オフにし|表示される|見える)(?:ように(?:設定)?し)?", lambda m: f"メニュー項目「{_VIEWS[m['view']]}」をクリックし"),
    (rf"(?:{_F}の|(?:文書|本文)の)?(?:すべての|全部の)?行を?(?:アルファベット順に|五十音順に|昇順に|名前順に|順に)?(?:並べ替え|並び替え|並べかえ|ソートし|整列し)", lambda m: f"{_opening(m)}ctrl+Aを押し、メニュー項目「Sort Lines」をクリックし"),
    (rf"(?:{_F}の|)(?:文書|本文|全文|テキスト|中身|文字|すべての文字|内容)?(?:を|の文字を)?(?:すべて|全部|全て)?(?P<case>大文字|小文字)に(?:変え|変換し|し|変更し|直し)", lambda m: f"{_opening(m)}ctrl+Aを押し、メニュー項目「{'Uppercase' if m['case'] == '大文字' else 'Lowercase'}」をクリックし"),
    (rf"(?:最初の|今の|現在の|開いている)?タブの?(?:名前|タイトル|題名)を\s*(?P<text>{_Q})に(?:変え|変更し|し|つけ|付け)", lambda m: f"メニュー項目「Rename Tab」をクリックし、ctrl+Aを押し、{m['text']}と入力し、Enterキーを押し"),
    (rf"{_LINE}(?:に|へ|まで)(?:移動し|移っ|ジャンプし|行っ|飛ん)", lambda m: _to_line(m).rstrip("、")),
    # what a line, an archive, a picture holds
    (rf"{_IN}{_TEXT}\s*{_READ_LINE}(?:に(?:は)?(?:何|なん)(?:と|が)書(?:いてあり|かれてい)ます(?:か)?|に(?:は)?何と書いてあるか(?:を)?教えてください|(?:の内容)?は何ですか|(?:の内容)?を(?:教えて|読んで)(?:ください)?|が何か教えてください)[。?？]?", lambda m: f"{_opening(m)}{_row(m)}を教えてください。"),
    (rf"(?:{_D})(?P<file>(?<![A-Za-z0-9_])(?:{_LETTER}|[./])*{_LETTER}\.{_ENDING})(?:を|の中身を|の内容を)(?:(?:ここ|同じフォルダー?|その場)に)?(?:展開|解凍|伸張)し", lambda m: f"{_file(m)}を開き、「Extract」をクリックし、「Extract」をクリックし"),
    (rf"(?:{_D})(?:書庫|アーカイブ)?\s*(?P<file>(?<![A-Za-z0-9_])(?:{_LETTER}|[./])*{_LETTER}\.{_ENDING})(?:の中|内)?(?:に(?:は)?(?:どの|どんな|何の)(?:ファイル)(?:が)?(?:入ってい|あり|含まれてい)ます(?:か)?|の中身(?:は何ですか|を教えてください)|に何が入ってい(?:ますか|るか(?:を)?教えてください)|に(?:どの|どんな)ファイルが入っているか(?:を)?教えてください|に(?:入っている|含まれる|ある)ファイル(?:の一覧|名|の名前)?を(?:すべて|全部)?教えてください)", lambda m: f"{_file(m)}を開いて{LOOK}"),
    (rf"(?:{_D})(?:画像|写真)?\s*(?P<file>(?<![A-Za-z0-9_])(?:{_LETTER}|[./])*{_LETTER}\.{_IMAGE})(?:という画像)?の(?:大きさ|サイズ|寸法|解像度|幅と高さ|幅|高さ|縦横の大きさ)(?:を(?:調べて|確認して)?(?:、)?教えてください|は(?:いくつ|何|どれくらい|どのくらい|何ピクセル)(?:です|)か)", lambda m: f"{_file(m)}を開いて{LOOK}"),
    (rf"{_F}に(?:は)?(?:何|なに)が?と?(?:書いてある|書かれている|入っている)(?:の)?か(?:、|を)?(?:開いて|見て|確認して)(?:、)?教えて", lambda m: f"{_file(m)}を開いて、内容を教えて"),
    (rf"^(?P<dir>[\w・ー]*フォルダー?)に\s*(?P<file>{_NAME})(?:という(?:名前の)?(?:{_KIND_OF}))?が(?:あります|ある)。(?:それを|これを|)\s*(?P<rest>開い|表示し)", lambda m: f"{m['dir']}の{m['file']}を{m['rest']}"),
    (r"上書き(?=し|を?お願い)", lambda m: "上書き保存"),
    (rf"^{_F}を?開い?て、", lambda m: f"{_file(m)}を開いて、"),
    (
        rf"^{_F}(?:を開いて、?|に(?:は)?|は)?(?:の?行数(?:を(?:数えて|調べて)?、?教えて(?:ください)?|はいくつですか)|何行あるか(?:を)?教えて(?:ください)?)[。]?$",
        lambda m: f"{_file(m)}は何行ありますか",
    ),
    # a new page of a note-taker
    (rf"(?P<text>{_Q})という(?:名前の|タイトルの|題の|題名の)?(?:新しい)?(?:ノート|ページ|メモ)を(?:新しく|新規)?(?:作成し|作り|作っ|追加し|新規作成し)", lambda m: f"ctrl+Nを押し、{m['text']}と入力し、Enterキーを押し"),
)  # fmt: skip
_NAMED_RULES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"(?P<much>\d[\d.,]*)\s*(?P<one>[^\s\d、。は]{1,12}?)(?:は|が|を)\s*(?:何|なん)\s*(?P<other>[^\s\d、。]{1,12}?)(?:に(?:なりますか|なるか)|ですか|か)(?:(?:を)?(?:、)?教えて(?:ください)?)?", lambda m: f"「{m['much']} {m['one']} to {m['other']}」と入力し、Enterキーを押して、{LOOK}"),
    (r"(?P<much>\d[\d.,]*)\s*(?P<one>[^\s\d、。は]{1,12}?)を\s*(?P<other>[^\s\d、。]{1,12}?)に(?:換算|変換)して(?:、)?(?:結果を|答えを)?(?:教えて)?(?:ください)?", lambda m: f"「{m['much']} {m['one']} to {m['other']}」と入力し、Enterキーを押して、{LOOK}"),
    (rf"(?P<text>{_Q}|{_NAME})(?:という名前)?(?:の|という|を含む|が入った)(?:ファイル|文字|記号|項目|ノート|メモ|ページ)を(?:探し|検索し|見つけ)(?P<told>て、?[^。]*教えて(?:ください)?)?", lambda m: f"検索欄に{_quoted(m['text'])}と入力し、Enterキーを押し" + (f"て、{LOOK}" if m["told"] else "")),
    (rf"^{_F}(?:を開いて、|は|に(?:は)?|の[^。、「]{{1,12}}(?:は|を))(?:[^。「、]*(?:何|いくつ|どの|どれ|どんな|どこ|誰)[^。「、]*(?:ですか|ますか|か(?:を)?教えて(?:ください)?)|(?:確認して|調べて)?(?:、)?教えて(?:ください)?)[。?？]?$", lambda m: m[0] if re.search("書|行|内容", m[0]) else f"{_file(m)}を開いて{LOOK}"),
)  # fmt: skip


def _quoted(text: str) -> str:
    return text if re.fullmatch(_Q, text) else f"「{text}」"


MISREAD = re.compile(
    r"行(?:全体|ごと|だけ)?(?:を|は)?(?:すべて|丸ごと)?(?:削除|消し|消去|取り除)|タブの?(?:名前|タイトル|題名)|反転(?:し|さ)|新しい(?:タブ|ウィンドウ)を開|リストに[^「」『』]+を追加|\.(?:png|jpe?g|pdf|csv|svg|mp3|wav|zip)\s*(?:で|に|として)、?書き出"
)
"""The grammar takes these for something else."""


def as_steps(body: str, *, named: bool) -> str:
    """The same with each known wish as steps."""
    for pattern, said in (*_RULES, *(_NAMED_RULES if named else ())):
        spans = [found.span() for found in re.finditer(_Q, body)]

        def guarded(
            match: re.Match[str], said: Callable[[re.Match[str]], str] = said, spans: list[tuple[int, int]] = spans
        ) -> str:
            return match[0] if any(start < match.start() < end for start, end in spans) else said(match)

        body = re.sub(pattern, guarded, body)
    return body


_KIND = re.compile(
    r"(?P<kind>テキストエディター?|エディター?|端末|ターミナル|電卓|ファイルマネージャー?|画像ビューアー?|アーカイブマネージャー?|タスクマネージャー?|文字マップ)(?=で|を使)"
)


def program_apart(instruction: str, name: str) -> tuple[str, str]:
    """The program that all is to be done in, and the rest."""
    if not name:
        found = _KIND.search(re.sub(_Q, lambda m: "\ue000" * len(m[0]), instruction))
        if found is None:
            return "", instruction
        name = found["kind"]
    there = rf"(?<![\w.]){re.escape(name)}\s*"
    if name[0] > "\u3000":
        there = rf"{re.escape(name)}"
    rest = instruction
    for pattern in (
        rf"(?:[^。]*[がは]、?)?{there}(?:で|に)(?:すでに|もう)?(?:開いています|開かれています|表示されています)。",
        rf"{there}で(?:(?:すでに|今|いま)?開いている|(?:すでに|今)?開いてある|表示(?:し|され)ている)",
        rf"{there}(?:で(?:確認し|調べ|計算し)て|を使って)(?:ください)?[。]?$",
        rf"{there}で(?:確認して|調べて|開いて|見て|計算して)、?(?=教えて)",
        rf"{there}(?:を使って|を使い|を用いて|を利用して)、?",
        rf"{there}(?:を開いて|を起動して|を開き|を起動し)、?",
        rf"{there}(?:の(?:画面|ウィンドウ)で|で|から)、?",
        rf"{there}の(?=[^画ウ])",
    ):
        rest = re.sub(pattern, "", rest)
    return name, _closed_up(rest).strip(" 、").replace("か、教えて", "か教えて")


_GAP = re.compile(rf"(?P<said>{_Q})|\s+(?=[\u3040-\u30ff\u4e00-\u9fff])|(?<=[\u3040-\u30ff\u4e00-\u9fff])\s+")


def _closed_up(text: str) -> str:
    """Without the gaps beside Japanese letters, but for those within quotation marks: they are part of what is said."""
    return _GAP.sub(lambda gap: gap["said"] or "", text)


def worked_in(instruction: str, name: str) -> bool:
    """Whether the name is said as that of a program."""
    return re.search(rf"{re.escape(name)}\s*(?:で|を使|の(?:画面|ウィンドウ)|を開|を起動)", instruction) is not None


_MENTION = re.compile(
    rf"^(?P<where>[^。、「]*フォルダー?)に、?(?:は、?)?(?P<file>{_NAME})(?:という(?:名前の)?{_KIND_OF})?が(?:あります|入っています|保存されています)。(?:それを|これを|そのファイルを)?(?P<rest>.+)$"
)


def program_first(name: str, said: str) -> str:
    """The rest again, done in the program; a file that is only told of is opened there."""
    if (mention := _MENTION.match(said)) is not None:
        opened, rest = f"{mention['where']}の{mention['file']}を", mention["rest"]
        said = f"{opened}{rest}" if re.match(r"開[いき]", rest) else f"{opened}開いて、{rest}"
    return f"{name}を開いて、{said}" if said == LOOK or said.endswith("は何行ありますか") else f"{name}で{said}"


_QUESTION = re.compile(
    r"[^。「」]*(?:何|いくつ|どの|どれ|どんな|どこ|誰|いつ|どう)[^。]*(?:ですか|ますか|か教えてください|か(?:を|、)?教えて(?:ください)?|でしょうか)[。?？]?"
    r"|[^。「」]*(?:数|名前|サイズ|大きさ|一覧|値|題名|タイトル|内容)を(?:確認して|調べて)?(?:、)?教えて(?:ください)?[。]?"
)
_ELSE = re.compile(
    r"天気|ニュース|首相|首都|今日|明日|おすすめ|思い|計算|[A-Za-z0-9]\.[a-z]{2,4}|\d\s*[-+*/×÷]|入力|保存|書い|削除|クリック|押し|(?:し|い|っ)て、"
)


def mere_question(body: str) -> bool:
    """Whether it only asks what a window could show, and asks for nothing to be done."""
    return _QUESTION.fullmatch(body.strip()) is not None and _ELSE.search(body) is None
