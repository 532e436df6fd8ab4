"""A wish that names a terminal and describes a job, as the command that does it; or None for the other readers."""

from __future__ import annotations

import re

from deskhand.models.local.steps import OpenProgram, Plan, RunCommand, Step, Tell
from deskhand.models.local.understand.atoms import Atoms, protect
from deskhand.models.local.understand.language import language_of
from deskhand.models.local.understand.shell.batches import ENGLISH as ENGLISH_BATCHES
from deskhand.models.local.understand.shell.batches import JAPANESE as JAPANESE_BATCHES
from deskhand.models.local.understand.shell.english import WAYS as ENGLISH
from deskhand.models.local.understand.shell.english import English
from deskhand.models.local.understand.shell.japanese import WAYS as JAPANESE
from deskhand.models.local.understand.shell.japanese import Japanese
from deskhand.models.local.understand.shell.terminal import terminal
from deskhand.models.local.understand.shell.ways import Nouns, Unclear, Way
from deskhand.models.local.understand.shell.where import without_places

LONGEST = 400
"""Characters of a wish that are read: what is longer is no single job."""

_POLITE = re.compile(
    r"^(?:(?:please|kindly|now|hi|hello|hey|(?:could|can|would|will)\s+you(?:\s+please)?|"
    r"i\s+(?:want|need|would\s+like|'d\s+like)\s+(?:you\s+)?to(?:\s+know)?)[,\s]+)+",
    re.I,
)
_AFTER = re.compile(
    r"(?:,?\s*(?:please|thanks|thank\s+you|for\s+me)|,?\s+(?:and|then)\s+(?:then\s+)?(?:tell|show|give|let|report|read|write)\s*"
    r"(?:me|out|down|to\s+me)?\s*(?:know\s*)?(?:the\s+(?:result|number|count|answer|total|output|name|size)|it|them|"
    r"what\s+(?:it|you|they|that)\s+(?:prints?|says?|finds?|found|get|is|are)|how\s+many(?:\s+there\s+are)?|which(?:\s+one)?(?:\s+it\s+is)?|"
    r"(?:in\s+)?(?:which|what)\s+(?:folder|directory)\s+(?:it|that)\s+(?:is|lies)(?:\s+in)?|(?:its|their|the)\s+(?:file\s+)?names?|where\s+it\s+is)?"
    r"(?:\s+(?:down|out))?(?:\s+(?:for|to)\s+me)?|[.!?]+)\s*$",
    re.I,
)
_OVER = re.compile(
    r",?\s*(?:and\s+)?(?:overwrit(?:e|ing)|replac(?:e|ing))\s+(?:it|them|(?:the|any)\s+(?:existing|old)\s+(?:files?|ones?)|"
    r"what(?:ever)?\s+is\s+there)(?:\s+if\s+(?:it\s+exists|there\s+is\s+one|needed|necessary))?|(?:、)?上書きして(?:も(?:よい|いい|かまわない)ので)?、?",
    re.I,
)
_TOOL = re.compile(
    r"\s*[(（](?:with\s+|using\s+|use\s+)?(?:the\s+)?[a-z]{2,8}\s*(?:command|コマンド)(?:を使って|で|を使用)?[)）]",
    re.I,
)
"""The tool for the job, named in brackets."""
_END = re.compile(
    r"(?:(?:て|で)?(?:ください|下さい|ほしい(?:です)?|欲しい(?:です)?|くれ(?:ますか|ませんか|る)?|もらえ(?:ますか|ませんか|る)|"
    r"いただけ(?:ますか|ませんか)|おいて|ね|よ|お願いします|お願い)|(?:たい|ます)(?:です)?|て|で|[。.!?？!、]|です(?:か)?)$"
)
_TELL = re.compile(
    r"(?<=[てでか?？。、れ])(?:、)?(?:(?:その)?(?:結果|数|答え|名前|数字|番号)を?)?(?:私に)?(?:教え|知らせ|報告し|調べ|見せ|表示し|答え)$"
)


def by_shell(instruction: str, *, supposed: bool = False) -> Plan | None:
    """The plan of one job in a terminal, every word of it known. ``supposed``: the program that the wish names is taken
    for one, whatever it is called."""
    if len(instruction) > LONGEST:
        return None
    text, atoms = protect(_TOOL.sub("", instruction))
    language = language_of(text, instruction)
    found = terminal(text.strip(), language, supposed=supposed)
    if found is None:
        return None
    rest, named = found
    over = _OVER.search(rest) is not None
    rest = _OVER.sub("", rest, count=1)
    rest, place = without_places(rest, language)
    for wording in _english(rest) if language == "en" else _japanese(rest):
        nouns: Nouns = English(wording, atoms) if language == "en" else Japanese(wording, atoms)
        base, nouns.over = nouns.base or (nouns.folder(place) if place else None), over
        for way in (*ENGLISH, *ENGLISH_BATCHES) if language == "en" else (*JAPANESE, *JAPANESE_BATCHES):
            nouns.base = base
            if (command := _command(way, wording, nouns, atoms)) is not None:
                steps: tuple[Step, ...] = (
                    OpenProgram("terminal"),
                    RunCommand((command,)),
                    *((Tell(),) if way.tells else ()),
                )
                return Plan(steps, (instruction.strip(),) * len(steps), language, (named,) if named else ())
    return None


def _command(way: Way, wording: str, nouns: Nouns, atoms: Atoms) -> str | None:
    match = way.pattern.fullmatch(wording)
    if match is None:
        return None
    got = {name: value or "" for name, value in match.groupdict().items()}
    got["none"] = got.get("none", "") or got.get("none2", "")
    try:
        return way.make(nouns, got)
    except Unclear:
        return None


def _english(text: str) -> list[str]:
    """The wish without its politeness and without “and tell me”; and without a folder said in front of it."""
    bare = re.sub(r"\s+", " ", text).strip()
    bare = re.sub(r"\bwhat's\b", "what is", bare, flags=re.I)
    bare = _POLITE.sub("", bare)
    while (shorter := _AFTER.sub("", bare)) != bare:
        bare = shorter
    bare = re.sub(r"\s+(?:right\s+)?here$", "", bare, flags=re.I)  # what names no folder is here
    found = [bare]
    if match := re.match(r"(?:in|from|inside)\s+(?P<place>[^,]+),\s*(?P<rest>.+)$", bare, re.I):
        found.append(f"{match['rest']} in {match['place']}")
    return found


def _japanese(text: str) -> list[str]:
    """The wish from its verb's stem backwards, without spaces beside Japanese and without 「教えて」 after it."""
    bare = re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", text.strip())
    bare = re.sub(r"を、?(?:すべて|全て|全部)、?(?=[^をに])", "を", bare)
    found: list[str] = []
    for _ in range(12):
        while (shorter := _END.sub("", bare)) != bare:
            found.append(bare)
            bare = shorter
        found.append(bare)
        if (shorter := _TELL.sub("", bare)) == bare:
            break
        bare = shorter
    return list(dict.fromkeys(found))
