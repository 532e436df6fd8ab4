"""A setting of a program that no window showed: set where the program keeps it, by the system's own `gsettings`.

Of seven settings on programs never met none was found on the screen, though each stands, with a sentence about what it
is for, in the schema of the program in front. The key has to be said clearly by the wish, and no other as well; what
was set is read back before it is told. A running program follows its settings, so its window shows it, too.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass

from deskhand.models.local.behind.file import bytes_of
from deskhand.models.local.behind.filing import FAILED
from deskhand.models.local.behind.keys import NUMBERS, Key, keys_in, number_for
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.fit import fit_value
from deskhand.models.local.skills.commands.setting_place import NOT
from deskhand.models.local.skills.commands.weighing import Asked, Called, meant
from deskhand.models.local.steps import SetChecked, SetSetting, Step

FILES = "/usr/share/glib-2.0/schemas/*.xml"
SAYS = 0.8
"""What one of a key's choices must say of a value."""
OTHERS = 5
"""Schemas of others that a program names at least that is there to change them."""
_INTERPRETERS = re.compile(r"/(?:python|perl|ruby|gjs|node|bash|sh|dash)[\d.]*(?:-console)?$")
_COMMON = frozenset("gnome mate xfce kde org desktop bin usr the app gtk editor viewer settings".split())  # noqa: SIM905
_LITERAL = re.compile(r"(?<![\w.-])[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?![\w-])")
"""A key by its own name: clock-show-date."""


@dataclass(frozen=True, slots=True)
class Program:
    pid: str
    files: tuple[str, ...]
    """What it is started from."""
    environment: tuple[str, ...]
    """What tells where its settings are kept: GSETTINGS_BACKEND=keyfile."""

    @property
    def name(self) -> str:
        return self.files[-1].rpartition("/")[2].removesuffix(".py")


async def configured(hand: Hand, step: Step) -> str:
    """The sentence for what was set; "" where the step is no setting, or no key of the program is clearly it."""
    if hand.dialect.bash is None or not isinstance(step, SetSetting | SetChecked):
        return ""
    program = await _in_front(hand)
    if program is None:
        return ""
    keys = await _keys(hand, program)
    chosen = chosen_of(keys, step, hand.said or hand.wish, hand.memory.fill(getattr(step, "value", ())).strip())
    if chosen is None:
        return ""
    key, value = chosen
    where = " ".join(shlex.quote(one) for one in program.environment)
    tool = f"env {where} gsettings" if where else "gsettings"
    name = f"{key.schema} {key.name}"
    say = hand.say(
        f"No window lets me; setting {key.name} where the program keeps it.",
        f"画面からはできないので、プログラムの設定 {key.name} を直接変更します。",
    )
    await hand.shell(f"{tool} set {name} {shlex.quote(value)}", say)
    view = await hand.shell(f"{tool} get {name}", hand.say("Reading it back.", "設定された値を確認します。"))
    if not same(view.text, value):
        return ""
    return hand.say(
        f"I set “{key.summary or key.name}” ({key.name}) to {value} by the shell, since I found no place for it in "
        "the window.",
        f"画面では見つからなかったため、シェルで設定「{key.summary or key.name}」({key.name})を {value} にしました。",
    )


def chosen_of(keys: list[Key], step: SetSetting | SetChecked, said: str, value: str) -> tuple[Key, str] | None:
    """The key that is meant, and what it is set to; None where that is not clear."""
    name, on = (step.name, step.on) if isinstance(step, SetSetting) else (step.target.name, step.checked)
    on = on and not (value and NOT.search(value))
    literal = {one.lower() for one in _LITERAL.findall(f"{name} {said}")}
    named = [key for key in keys if key.name in literal]
    if len(named) == 1:
        return _with_value(named[0], on, value, said)
    some = [(key, found[1]) for key in keys if (found := _with_value(key, on, value, said)) is not None]
    at = meant(Asked(name, said), [Called(key.label, key.around) for key, _ in some])
    return None if at is None else some[at]


def _with_value(key: Key, on: bool, value: str, said: str) -> tuple[Key, str] | None:
    """The key with what it is to be set to, where it can be that."""
    if key.type == "b":
        return None if value and number_for(key, value) else (key, "true" if on else "false")
    if not value:
        return None
    if key.type == "enum":
        fits = sorted(((fit_value(value, one.replace("-", " ")), one) for one in key.choices), reverse=True)
        clear = fits and fits[0][0] >= SAYS and (len(fits) == 1 or fits[0][0] > fits[1][0])
        return (key, fits[0][1]) if clear else None
    if key.type in NUMBERS:
        number = number_for(key, value)
        return (key, number) if number else None
    return None


def same(shown: str, value: str) -> bool:
    """Whether `gsettings get` prints that value."""
    lines = [line for line in shown.strip().splitlines() if line.strip()]
    if len(lines) != 1 or FAILED.search(shown):
        return False
    bare = lines[0].split()[-1].strip("'\"")
    try:
        return float(bare) == float(value)
    except ValueError:
        return bare == value


async def _in_front(hand: Hand) -> Program | None:
    """The program whose window is in front."""
    say = hand.say("Looking which program this is.", "どのプログラムかを調べます。")
    asks = "xprop -id $(xprop -root 32x '\\t$0' _NET_ACTIVE_WINDOW | cut -f2) _NET_WM_PID"
    view = await hand.shell(asks, say)
    told = re.search(r"_NET_WM_PID\(CARDINAL\) = (\d+)", view.text)
    if told is None:
        return None
    pid = told[1]
    asks = (
        f"readlink /proc/{pid}/exe; tr '\\0' '\\n' < /proc/{pid}/cmdline | head -n 4; echo --; "
        f"grep -zE '^(GSETTINGS_|DCONF_|XDG_CONFIG_HOME)' /proc/{pid}/environ | tr '\\0' '\\n'"
    )
    view = await hand.shell(asks, say)
    files, _, environment = view.text.partition("\n--")
    paths = [line.strip() for line in files.splitlines() if line.startswith("/")]
    if not paths:
        return None
    script = [one for one in paths[1:] if not _INTERPRETERS.search(one)]
    started = (*paths[:1], *script[:1]) if _INTERPRETERS.search(paths[0]) else paths[:1]
    kept = re.findall(r"^(?:GSETTINGS_|DCONF_|XDG_CONFIG_HOME)[A-Z_]*=[\w./:-]*$", environment, re.MULTILINE)
    return Program(pid, tuple(dict.fromkeys(started)), tuple(kept))


async def _keys(hand: Hand, program: Program) -> list[Key]:
    """Of the schemas that the program's own files name; of others than its own only where it is there to change them,
    or the wish says the key's own name."""
    say = hand.say("Looking up the program's settings.", "プログラムの設定項目を調べます。")
    schemas = await _schemas(hand, program, say)
    if literal := _LITERAL.findall(f"{hand.wish}".lower()):
        pattern = "|".join(map(re.escape, dict.fromkeys(literal)))
        view = await hand.shell(f"gsettings list-recursively | grep -E ' ({pattern}) ' | cut -d' ' -f1 | sort -u", say)
        there = [line.strip() for line in view.text.splitlines() if re.fullmatch(r"[\w.-]+", line.strip())]
        texts = " ".join(one.text for one in (await hand.scene()).texts)
        shown = [
            one for one in there if one in texts or one.replace(".", "/") in texts or one in hand.wish or one in schemas
        ]
        schemas = shown or there or schemas
    if not schemas:
        return []
    ids = "|".join(re.escape(one) for one in dict.fromkeys(schemas))
    source = f"{{ grep -lE 'id=\"({ids})\"' {FILES}; ls {FILES.replace('*.xml', '*enums.xml')}; }} | sort -u"
    data = await bytes_of(hand, f"{source} | xargs cat | grep '<'", say)  # without the long of long descriptions
    return [] if data is None else keys_in(data.decode("utf-8", "replace"), schemas)


async def _schemas(hand: Hand, program: Program, say: str) -> list[str]:
    base = program.name
    words = [word for word in re.split(r"[^a-z0-9]+", base.lower()) if len(word) > 2 and word not in _COMMON]
    own = "|".join(map(re.escape, words)) or re.escape(base)
    last = shlex.quote(program.files[-1])
    modules = (
        f"$(grep -aoE '^ *(from|import) +[A-Za-z_]+' {last} | awk '{{print \"/usr/lib/python3/dist-packages/\"$2}}' "
        "| sort -u | grep -v '/gi$')"
        if len(program.files) > 1
        else ""
    )
    places = f"{last} /usr/share/{base} /usr/lib/{base} /usr/lib/*/{base} {modules}"
    libraries = f"$(grep -oE '/[^ ]+\\.so[^ ]*' /proc/{program.pid}/maps | sort -u | grep -iE '{own}')"
    asks = f"grep -raohFf <(gsettings list-schemas) {places} {libraries} 2>/dev/null | sort -u | head -n 80"
    view = await hand.shell(asks, say)
    found = [line.strip() for line in view.text.splitlines() if re.fullmatch(r"\w+(?:\.[\w-]+)+", line.strip())]
    mine = [one for one in found if any(word in one.lower().replace("-", "") for word in (*words, base.lower()))]
    others = [one for one in found if one not in mine]
    return [*mine, *others] if len(others) >= max(OTHERS, len(mine) + 1) else mine
