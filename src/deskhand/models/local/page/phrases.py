# ruff: noqa: E501 - a pattern is read more easily in one line
"""The words that people have for one act or thing, shared by all skills: a pattern names the act once.

A skill that knows one verb is not called by its synonym: patterns written against one wording each caught 41 of 301
paraphrases of the very wishes they were for. A pattern names a group of words in angle brackets:
``<choose> <the>slider``.
"""

from __future__ import annotations

import re

from deskhand.models.local.page.words import COLOURS, MONTHS

WORDS: dict[str, str] = {
    # what is done
    "click": r"(?:click|press|hit|push|tap|activate|use)(?:\s+(?:on|upon))?",
    "choose": r"(?:select|choose|pick|set|opt for|go for|take)(?:\s+out)?",
    "enter": r"(?:enter|type|write|input|put|insert|key in|fill in)",
    "find": r"(?:find|locate|look for|look up|search for|spot|get|open|go to)",
    "drag": r"(?:drag|move|pull|slide|shift|put|place|sort|drop|bring)",
    "draw": r"(?:draw|make|sketch|paint)",
    "reckon": r"(?:solve|work out|calculate|compute|find|determine|answer|figure out|give|what is)",
    "mark": r"(?:highlight|select|mark|choose)",
    # what it is done to
    "the": r"(?:(?:the|a|an|this|that|their|its|his|her)\s+)?",
    "field": r"(?:text ?)?(?:fields?|box(?:es)?|inputs?|areas?|textbox)(?: field| box)?",
    "area": r"text ?(?:area|box|field)|textarea",
    "figure": r"(?:circle|disc|triangle|rectangle|square|shape|item|object|letter|digit|number|figure)s?",
    "look": r"(?:large|big|small|tiny|little|red|green|blue|aqua|black|magenta|yellow)",
    "ordinal": r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)",
    "colour": "(?:" + "|".join(COLOURS) + ")",
    "date": r"(?:\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{1,2}-\d{1,2}|(?:" + "|".join(MONTHS) + r")\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:" + "|".join(MONTHS) + r"),? \d{4})",
    "number": r"-?\d+",
    "name": r"(?-i:[A-Z])[\w-]+(?:'(?-i:[A-Z])\w+)?",
    "mail": r"e?-?(?:mail|message)",
}  # fmt: skip
_GROUP = re.compile(r"(?<!\(\?P)<(\w+)>")
_POLITE = re.compile(
    r"^(?:(?:please|kindly|now|first|hi|hello|could you|can you|would you mind|would you|will you|"
    r"i(?:'d| would) like you to|i want you to|i need you to|we need to|you (?:need|have|ought) to|you (?:should|must)|"
    r"your (?:task|job|goal|aim) is to|the (?:task|goal) is to|go ahead and|make sure (?:to|that you)|try to|"
    r"be so kind as to)\b,?\s*)+",
    re.IGNORECASE,
)
_THANKS = re.compile(r"[,\s]*\b(?:please|for me|thanks|thank you|if you (?:can|would))\s*[.!?]*$", re.IGNORECASE)
_QUOTES_JA = re.compile(r"[「『]([^」』]*)[」』]")


def pattern(words: str) -> re.Pattern[str]:
    """A regular expression in which ``<choose>`` stands for all words of that group, and a space for any space."""
    whole = _GROUP.sub(lambda found: f"(?:{WORDS[found[1]]})" if found[1] in WORDS else found[0], words)
    return re.compile(whole, re.IGNORECASE)


def plain(text: str) -> str:
    """The wish without what is only polite, as a command."""
    asked = text.rstrip().endswith("?") and _POLITE.match(text) is not None
    bare = _THANKS.sub("", _POLITE.sub("", text.strip())).strip()
    if asked:
        bare = bare.rstrip("?").rstrip()
    bare = re.sub(r"^(\w+)ing\b", _stem, bare) if "mind" in text[:40].lower() else bare
    return bare[:1].upper() + bare[1:] if bare else text


def _stem(found: re.Match[str]) -> str:
    """“Would you mind clicking”."""
    stem = found[1].lower()
    if stem in ("choos", "typ", "writ", "mov", "mak", "calculat", "clos", "highlight", "mark", "resiz", "us", "solv"):
        return stem if stem in ("highlight", "mark") else stem + "e"
    return re.sub(r"([bdgnpt])\1$", r"\1", stem)


_JAPANESE: tuple[tuple[str, str], ...] = (
    (r"(?P<d>\d{4})年(?P<m>\d{1,2})月(?P<t>\d{1,2})日を?(?:日付|日).*", r"Select \g<d>-\g<m>-\g<t> as the date"),
    (r"(?:日付|日)(?:に|は|として|を|で)?\s*(?P<d>\d{4})年(?P<m>\d{1,2})月(?P<t>\d{1,2})日.*",
     r"Select \g<d>-\g<m>-\g<t> as the date"),
    (r"スライダー(?:を|で)\s*(?P<n>-?\d+)\s*(?:に|を).*", r"Select \g<n> with the slider"),
    (r"円を(?P<w>左|右|上|下)(?:に|へ).*(?:ドラッグ|動か|移動).*", r"Drag the circle \g<w>"),
    (r"円の(?:中心|真ん中|中央)を.*", r"Click on the center of the circle"),
    (r"(?P<w>縦|横)(?:の)?線を.*", r"Draw a \g<w> line"),
    (r".*(?:方程式|式)を解.*", r"Solve for x"),
    (r".*(?:計算|足し算|引き算|掛け算)(?:を|し|の).*(?:して|解|答).*", r"Solve the math problem"),
    (r"(?P<k>\d+)\s*(?:番目|つ目)の段落(?:の文章|の文|の文字)?を選択.*", r"Highlight the text in the \g<k>th paragraph"),
    (r"タブ.*?(?P<q>\"[^\"]+\").*リンク.*", r"Switch between the tabs to find and click on the link \g<q>"),
    (r"(?P<q>\"[^\"]+\")(?:という|の)リンクを.*", r"Click on the link \g<q>"),
    (r"(?P<q>\"[^\"]+\")\s*(?:を|と)\s*(?P<f>\"[^\"]+\")?(?:の)?(?:欄|フィールド|テキストボックス|入力欄)?\s*(?:に|へ)?\s*"
     r"(?:入力|書い).*", r"Enter \g<q> into the \g<f> field"),
    (r"(?P<f>\"?[^\"、。]+?\"?)(?:欄|フィールド)?(?:に|へ)\s*(?P<q>\"[^\"]+\")\s*(?:と|を)\s*(?:入力|書).*",
     r"Enter \g<q> into the \g<f> field"),
    (r"(?P<q>\"[^\"]+\"(?:\s*(?:と|、|や)\s*\"[^\"]+\")*)\s*(?:に|の)?(?:チェック|印|しるし).*", r"Tick \g<q>"),
    (r"(?P<q>\"[^\"]+\")\s*(?:を|から)?.*選(?:択|ん|び|ぶ).*", r"Select \g<q>"),
    (r"(?P<q>\"[^\"]+\")(?:という)?(?:ボタン|キー)?を(?:クリック|押|タップ).*", r"Click the \g<q> button"),
    (r"答えを.*(?:入力|書).*", r"Enter the answer"),
    (r"(?:かな|文字|数字|番号|ボタン|カード|数|単語|言葉|ことば|名前)?を?(?:五十音|あいうえお|アルファベット|小さい|少ない|若い)順に(?:一つずつ|ひとつずつ|順に|全部|すべて)?、?(?:押|クリック|タップ|選).*", r"Click the buttons in ascending order"),
    (r"(?:数字|番号|ボタン|カード|数)?を?(?:大きい|多い)順に(?:一つずつ|ひとつずつ|順に|全部|すべて)?、?(?:押|クリック|タップ|選).*", r"Click the buttons in descending order"),
    (r"送信(?:ボタン)?(?:を|し).*", r"Click Submit"),
)  # fmt: skip
_WAYS_JA = {"左": "left", "右": "right", "上": "up", "下": "down", "縦": "vertical", "横": "horizontal"}


def in_english(text: str) -> str:
    """A Japanese wish as the English one of the same meaning, as far as its sentences are known; else as it is."""
    if not re.search(r"[぀-ヿ㐀-鿿]", text):
        return text
    quoted = _QUOTES_JA.sub(r'"\1"', text).translate(str.maketrans("＞０１２３４５６７８９－", ">0123456789-"))
    told: list[str] = []
    for part in re.split(r"[。]|(?<=て)、|(?<=し)、|(?<=び)、|(?<=から)、", quoted):
        part = part.strip(" 、")
        if not part:
            continue
        for words, english in _JAPANESE:
            found = re.fullmatch(words, part)
            if found is not None:
                said = found.expand(english)
                said = re.sub("[" + "".join(_WAYS_JA) + r"](?= line$|$)", lambda m: _WAYS_JA[m[0]], said)
                told.append(re.sub(r"\s+", " ", said).replace("the field", "the text field"))
                break
        else:
            return text
    return ", then ".join([told[0], *(one[0].lower() + one[1:] for one in told[1:])]) if told else text
