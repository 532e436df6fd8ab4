"""`deskhand audit`: the trail of a run, and whether anybody has changed it."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from deskhand.agent.journal import FILE as JOURNAL
from deskhand.agent.runs import DEFAULT_ROOT, find_run, list_runs
from deskhand.cli.terminal import UserError, console, one_line, say
from deskhand.guard.audit import FILE, AuditError, Record, canonical
from deskhand.guard.audit_check import read, trail_file, verify
from deskhand.guard.audit_pictures import missing_pictures

HELP = "What a model wanted, what the guard found, what a person decided, what happened; and whether it was changed."

app = typer.Typer(
    name="audit",
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_STYLE = {
    "asked": "bold yellow",
    "decided": "bold",
    "found": "cyan",
    "secret": "magenta",
    "network": "blue",
    "person": "bold",
    "begin": "bold",
    "end": "bold",
}

_Run = Annotated[str, typer.Argument(help="A run's name, its beginning or end, a folder, a trail's file, or latest.")]
_Root = Annotated[Path, typer.Option("--record", metavar="DIR", help="Where runs are kept.")]


@app.command("show")
def show(
    run: _Run,
    record: _Root = DEFAULT_ROOT,
    alarms: Annotated[
        bool, typer.Option("--alarms", help="Only what raised an alarm (foreign orders, misuse), and its outcome.")
    ] = False,
    json_lines: Annotated[bool, typer.Option("--json", help="One record per line, as JSON.")] = False,
) -> int:
    """Print the trail of a run."""
    path = _trail(run, record)
    records = read(path)
    if alarms:
        records = alarming(records)
    if json_lines:
        for each in records:
            print(canonical(_as_json(each)).decode())
        return 0
    if not records:
        say("No alarm was raised in this run." if alarms else f"{path} holds no record.")
        return 0
    out = console()
    if not out.is_terminal:
        for each in records:
            out.print(f"{each.seq:>4} {_clock(each)} {each.kind:9} {in_words(each)}")
        return 0
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", justify="right", no_wrap=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for each in records:
        style = _STYLE.get(each.kind, "")
        table.add_row(str(each.seq), _clock(each), Text(each.kind, style), Text(in_words(each), style))
    out.print(table)
    return 0


@app.command("verify")
def check(
    run: _Run,
    record: _Root = DEFAULT_ROOT,
    head: Annotated[
        str, typer.Option(metavar="HASH", help="The hash that was printed when the run ended; it must be there.")
    ] = "",
) -> int:
    """Say whether the trail is as it was written; exit status 1 when it is not."""
    path = _trail(run, record)
    verdict = verify(path, head=head)
    out = console()
    gone = missing_pictures(path)
    if verdict.whole and not gone:
        out.print(Text(f"Whole: {verdict.records} records, the last is {verdict.head[:16]}…", "bold green"))
        if not verdict.anchored and not head:
            out.print("Nothing on this machine vouches for its end: compare the hash with one that was noted (--head).")
        return 0
    for fault in verdict.faults:
        out.print(Text(f"Line {fault.line}: {fault.sentence}.", "bold red"))
    for sentence in gone:
        out.print(Text(f"{sentence}.", "bold red"))
    out.print("This trail is not as it was written.")
    return 1


@app.command("alarms")
def alarms_of_all(
    record: _Root = DEFAULT_ROOT,
    json_lines: Annotated[bool, typer.Option("--json", help="One alarm per line, as JSON.")] = False,
) -> int:
    """List every alarm of every run that is kept, to be looked through: foreign orders, watched uses."""
    count = 0
    for run in list_runs(record):
        path = run.folder / FILE
        for each in alarming(read(path)) if path.is_file() else ():
            if each.kind != "found":
                continue
            for alarm in each.data.get("alarms", ()):
                count += 1
                verdict = str(each.data.get("verdict", ""))
                if json_lines:
                    print(canonical({"run": run.id, "time": each.time, "verdict": verdict, **alarm}).decode())
                    continue
                when = time.strftime("%Y-%m-%d %H:%M", time.localtime(each.time))
                told = one_line(f"{alarm.get('kind', '')}: {alarm.get('sentence', '')} “{alarm.get('text', '')}”", 300)
                console().print(f"{run.id}  {when}  {alarm.get('origin', ''):9}  {verdict:5}  {told}")
    if not count:
        say("No alarm was raised in any run that is kept.")
    return 0


def alarming(records: list[Record]) -> list[Record]:
    """The findings with alarms, and what was asked, decided and done about those calls."""
    calls = {each.data.get("call") for each in records if each.kind == "found" and each.data.get("alarms")}
    kinds = ("wanted", "found", "asked", "decided", "happened")
    return [each for each in records if each.kind in kinds and each.data.get("call") in calls]


def in_words(record: Record) -> str:
    """One line about a record."""
    data = record.data
    match record.kind:
        case "begin":
            text = f"{data.get('task', '')}  ({data.get('model', '')})"
        case "wanted":
            text = f"{data.get('name', '')} {json.dumps(data.get('input', {}), ensure_ascii=False)}"
        case "found":
            alarms = "".join(f"  ! {alarm.get('sentence', alarm.get('kind', ''))}" for alarm in data.get("alarms", ()))
            rule = f"  [{data['rule']}]" if data.get("rule") else ""
            text = (
                f"{data.get('consequence', '')} → {data.get('verdict', '')}: {data.get('sentence', '')}{alarms}{rule}"
            )
        case "asked":
            text = f"{data.get('sentence', '')}  ({', '.join(data.get('origins', ()))})"
        case "decided":
            text = _decision(data)
        case "doing":
            text = str(data.get("words", ""))
        case "happened":
            text = _outcome(data)
        case "secret":
            text = f"{data.get('name', '')}: {data.get('what', '')}"
        case "end":
            text = f"{data.get('status', '')}: {data.get('answer', '')}"
        case _:
            text = "  ".join(f"{value}" for name, value in data.items() if name not in ("step", "trail"))
    return one_line(text, 600)


def _decision(data: Any) -> str:
    who = {"person": "a person", "policy": "the policy"}.get(str(data.get("by")), str(data.get("by")))
    how = f" (at the {data['via']})" if data.get("via") else ""
    scope = {"run": " for this run", "always": " always"}.get(str(data.get("scope")), "")
    edited = f", changed to {json.dumps(data['edited'], ensure_ascii=False)}" if data.get("edited") else ""
    reason = f": {data['reason']}" if data.get("reason") else ""
    return f"{who}{how} {'allowed' if data.get('allowed') else 'refused'}{scope}{edited}{reason}"


def _outcome(data: Any) -> str:
    if data.get("is_error"):
        return f"error: {data.get('text', '')}"
    changed = {True: "the screen changed", False: "nothing on the screen changed"}.get(data.get("changed"), "done")
    picture = f", picture {str(data['picture'])[:12]}…" if data.get("picture") else ""
    return f"{changed}{picture}"


def _trail(run: str, root: Path) -> Path:
    place = Path(run).expanduser()
    if place.is_file() and place.name != JOURNAL:
        return place
    if (place / FILE).is_file():
        return place / FILE
    try:
        return trail_file(find_run(run, root))
    except AuditError as error:
        raise UserError(f"{error}; runs of earlier versions have none") from None


def _clock(record: Record) -> str:
    return time.strftime("%H:%M:%S", time.localtime(record.time))


def _as_json(record: Record) -> dict[str, Any]:
    return {
        "seq": record.seq, "time": record.time, "kind": record.kind, "data": dict(record.data),
        "previous": record.previous, "hash": record.hash,
    }  # fmt: skip
