"""Words that limit what is asked: a plan that does not carry them would do too much, so there is none.

*If*, *only*, *unless*, *every*: "delete the first comma only" must not become "delete the commas".
"""

from __future__ import annotations

import re

from deskhand.models.local.understand.frame import Language

LIMITS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:if|unless|until|till|except(?:\s+for)?|only|but\s+not|not|n't|never|without|rather\s+than|instead\s+of|whenever|in\s+case|as\s+long\s+as|otherwise|provided|depending|whether|"
        r"apart\s+from|other\s+than|as\s+often\s+as|(?<!\w\s)(?<!seconds\s)(?<!minutes\s)each(?!\W*$)|every(?!thing|\s+(?:occurrence|instance))|whichever|at\s+least|at\s+most|more\s+than|less\s+than|fewer\s+than|longer\s+than|bigger\s+than|older\s+than|newer\s+than|(?<!\w)no\s+more\s+than|both)\b|\w+n't\b",
        re.I,
    ),
    "ja": re.compile(
        r"^もし|場合|(?:ある|ない|いる|た|の)なら|(?<!し)たら(?!し)|(?<!と)(?<!ん)だけ(?!ど)|のみ|以外|除いて|(?<!つ)ない(?:で(?!きる)|もの|行|とき|なら)|しか(?!し)|(?:なる|する|出る|来る|終わる|いる|れる)まで|続け(?:て|る)$|(?:し|押し|クリックし)続け|(?<![行丸列ル])ごと(?=に|、)|それぞれ|ずつ|以上|以下|未満|より(?:も)?(?:大き|小さ|高|低|多|少な|長|短|古|新し)|ではなく|じゃなく|代わり|せず|ずに"
    ),
}
"""Found in the words of a command they stop the plan."""


def uncarried(words: str, language: Language) -> str:
    """The first limit among words that a step holds only as words, or ""."""
    found = LIMITS[language].search(words)
    return "" if found is None else found[0]
