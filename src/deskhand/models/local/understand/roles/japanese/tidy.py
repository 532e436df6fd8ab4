"""Japanese sentences to clauses: cut behind each joining form, reasons and politeness taken off.

A clause ends in a te-form (並べ替えて), a stem before a comma (保存し、) or with the sentence; ので, から and けど end
what is only told. No dictionary of verbs is needed for that: the forms show it.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass, field

from deskhand.models.local.understand.atoms import any_of

_ATOM = any_of()
_STOP = re.compile(r"[。！!？?]+|(?<=[ぁ-んァ-ヶ一-鿿])ー*〜*\n|\s*\n\s*|\s*[;→⇒]\s*|\.(?=\s|$)")
_ASK = (
    r"(?:(?:て|で)?(?:ください(?:ませんか|ますか|ませ|ね)?|下さい(?:ませんか|ますか)?|くださ|ほしい(?:です|のですが|んですが|んですけど|んだけど|の|な)?|欲しい(?:です|のですが|んですが|んですけど|んだけど|な)?"
    r"|もらえ(?:ますか|ませんか|ないでしょうか|る(?:かな|と(?:助かります|嬉しいです|うれしいです|ありがたいです))?|ない|ますでしょうか|たら(?:助かります|嬉しいです|うれしいです)?)|いただけ(?:ますか|ませんか|ないでしょうか|る|ると(?:助かります|幸いです))|もらいたい(?:です|な)?|もらっていい(?:ですか)?|ちょうだい|頂戴|くれ(?:ますか|ませんか|る(?:かな)?|ない(?:かな)?)?|くれ|いい(?:です)?(?:か|よ)?))"
)
_TAIL = re.compile(
    rf"(?:(?:お願い|おねがい)(?:できますか|できますでしょうか|します|いたします|ね|できる(?:かな)?)?|頼む(?:ね|よ)?|よろしく(?:お願いします|ね)?|{_ASK}|(?:おいて|といて|とい|おい|ておいて|しまって|みて|ちゃって(?:いい)?)|(?:んだけど|のですが|んですが|んですけど|けど|かな|だよ|です|ですか|ね|よ|な|の|さ|わ|か|ー|〜|…|っと)+|[、,\s])+$"
)
_LEAD = re.compile(
    r"(?:[\s、,・。]+|(?:まず(?:は|はじめに)?|はじめに|次に|つぎに|それから|そのあとに?で?|その後に?で?|そして|続いて|続けて|最後に(?=[^あ追足書])|また|さらに|では|それでは|それで|じゃあ?|すみませんが?|すいませんが?|ごめん(?:なさい)?|悪いけど|わるいけど|恐れ入りますが|お手数ですが|申し訳ないけど|できれば|もしよければ|よければ|よかったら|ついでに|終わったら|できたら|その上で|そのうえで|なお|ねえ|ねぇ|ちょっと|えっと|えーと|あの|あ|どうか|ぜひ|とりあえず|いったん|一回|すぐに?|今すぐ|急いで|そのまま|やっぱり?|あとは?(?=[、,]))(?=[、,\s]|[^ぁ-ん]|この|その|あの|これ|それ|すべて))+"
)
_IDLE = re.compile(
    r"(?:(?:よろしく|宜しく)(?:お願い(?:します|いたします|ね)?|ね)?|お願い(?:します|いたします|ね|できる|できますか)?|ありがとう(?:ございます)?|ありがとね|助かります|以上です?|すみません|ごめん(?:なさい)?|こんにちは|おはよう(?:ございます)?|はい|ね|よ)"
)
_REASON = re.compile(
    r"(?P<told>[^。]*?(?:[だるいたうくすつむぶぬぐ]|です|ます|ません|ました|でした|なん|ん))(?P<by>ので|んで(?=[、\s])|から(?=[、,\s]|[^ぁ-んA-Z0-9])|(?:んだ|んです|のです|です|ます|だ)?けど[、,\s]?|(?:のです|んです)が[、,\s]?|ため(?:に)?[、,]|し[、,](?=[^ぁ-ん]{0,2}[^ぁ-ん]))[、,\s]*"
)
_WISHED = re.compile(r"(?:たい|ほしい|欲しい|もらえ|いただけ)(?:のです|んです|ん|の|だ|です)*$")
_JOIN = re.compile(
    r"(?:(?<=[しいきぎちにびみりえけげせてねべめれじ])て|(?<=っ)て|(?<=ん)で|(?<=い)で|(?<=[一-鿿])て|(?<=し)て|(?<=[ァ-ヶー一-鿿]して))(?P<aux>から|おいて|みて|しまって|いって)?(?P<end>[、,\s]*)(?!い(?:る|な|ま|た|て)|いな|あ(?:る|っ|り)|くださ|下さ|ほし|欲し|もら|いただ|頂|くれ|ちょうだい|おい|おき|おく|お願い|しま|みて|みた|き(?:た|て)|も(?:い|ら|う)|は(?:い|な)|いい|良い|ね|よ|$|[。？?])"
)
_STEM = re.compile(
    r"(?:[一-鿿ァ-ヶー]し|[一-鿿][きぎちびみりえけげせてねべめれじい]|(?<=[を])[一-鿿ァ-ヶー]+)[、,](?=.)"
)
_FIELD_LIST = re.compile(r"[はが:：][^、。]{1,20}$")


@dataclass(slots=True)
class Said:
    clauses: list[str] = field(default_factory=list[str])
    asides: list[str] = field(default_factory=list[str])


def sentences(text: str) -> list[str]:
    """Sentences, each with its question mark."""
    text = re.sub(r"(?<=[^\x00-\x7f])[ \u3000]+(?=[^\x00-\x7f])", "", text)
    found: list[str] = []
    start = 0
    for stop in _STOP.finditer(text):
        found.append(text[start : stop.start()] + ("？" if re.search("[?？]", stop[0]) else ""))
        start = stop.end()
    found.append(text[start:])
    return [part.strip(" 　\t、,") for part in found if part.strip(" 　\t、,？・:ーw笑")]


def trimmed(text: str) -> str:
    """Without what opens and closes it politely; te-forms lose their て."""
    text = text.strip(" 　\t、,？?。")
    lead = _LEAD.match(text)
    if lead is not None:
        text = text[lead.end() :]
    return text.strip(" 　\t、,")


def idle(text: str) -> bool:
    return _IDLE.fullmatch(text.strip(" 　\t、,。！!ー〜？")) is not None


def cut(sentence: str) -> Said:
    """The clauses that order, want or ask, and those that only tell."""
    said = Said()
    question = sentence.endswith("？")
    rest = sentence.rstrip("？")
    while (told := _REASON.match(rest)) is not None and told.end() < len(rest):
        if _WISHED.search(told["told"]) or re.search(r"[てで]$", told["told"]):
            break
        said.asides.append(told[0].strip("、, "))
        rest = rest[told.end() :]
    if (
        behind := re.fullmatch(
            r"(.+?(?:て|で|たい|する|ください|ほしい|ます))[、,](.{2,40}?(?:ので|から|んで|ため))", rest
        )
    ) is not None:
        said.asides.append(behind[2])
        rest = behind[1]
    start = 0
    cuts: list[int] = []
    for joint in sorted([*_JOIN.finditer(rest), *_STEM.finditer(rest)], key=lambda match: match.end()):
        if joint.end() <= start or joint.end() >= len(rest):
            continue
        cuts.append(joint.end())
        start = joint.end()
    start = 0
    pieces: list[str] = []
    for end in [*cuts, len(rest)]:
        pieces.append(rest[start:end])
        start = end
    for piece in pieces:
        bare = piece.strip(" 、,")
        if bare and not idle(bare):
            said.clauses.append(bare)
    if question and said.clauses:
        said.clauses[-1] += "？"
    return said


def core(text: str) -> str:
    """The clause without its ending: 並べ替えてください → 並べ替え, 表示してほしいです → 表示."""
    bare = text.strip(" 　、,。？?！!ー〜")
    for _ in range(4):
        shorter = _TAIL.sub("", bare).strip(" 、,")
        if shorter == bare or not shorter:
            break
        bare = shorter
    bare = re.sub(
        r"(?:(?:し|て|で)?(?:おいて|といて|どいて|とく|ておく|おく|とい|おき(?:たい)?|しまって|ちゃって|みて|から|いって))$",
        "",
        bare,
    )
    bare = re.sub(r"(?:し)?(?:たい|ましょう|なさい|ます|ように(?:する|して|し)?|こと|ようにし|られる?)$", "", bare)
    bare = re.sub(r"(?:する|して|します|しろ|せよ|し)$", "", bare) or bare
    return re.sub(r"(?<=[一-鿿ぁ-ん])(?:て|で)$", "", bare) if re.search(r"[一-鿿][ぁ-ん]{0,2}[てで]$", bare) else bare
