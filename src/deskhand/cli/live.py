"""A run in the terminal as it happens: a reader of its events, for `run` and `replay` alike.

On a terminal, words wrap beside the step's number and a line at the bottom says what is being waited for; anywhere
else the same words come as plain lines.
"""

from __future__ import annotations

from rich.console import Console
from rich.status import Status as Spinner
from rich.table import Table
from rich.text import Text

from deskhand.agent.events import (
    Acted,
    Acting,
    Asked,
    Continued,
    Decided,
    Event,
    Finished,
    Noted,
    Paused,
    Questioned,
    Replied,
    Said,
    Started,
    Status,
)
from deskhand.cli.terminal import one_line, plain
from deskhand.report.words import LOOKS, STATUS_WORDS, change_in_words, count_in_words, money_in_words, seconds_in_words

STATUS_STYLE: dict[Status, str] = {
    "done": "bold green",
    "asks": "bold yellow",
    "limit": "bold yellow",
    "refused": "bold red",
    "interrupted": "bold yellow",
    "failed": "bold red",
}
_OUTPUT_LINES = 6
_OUTPUT_CHARACTERS = 600


class LiveView:
    """Feed it events in order. ``close`` takes the waiting line away; nothing else is held."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._spinner: Spinner | None = None
        self._screen: tuple[int, int] | None = None
        self._numbered = 0
        """The step whose number has been printed."""
        self._held: Replied | None = None
        """A turn without calls: most often the answer, which `Finished` shows once more and better."""
        self._looks: set[str] = set()
        """Calls that only look: it is no news that nothing changed by them."""
        self._refused: set[str] = set()
        """Calls whose refusal has been told: their result says the same again, to the model."""
        self._thought = 0.0
        """Seconds of the model's turn that no line has told yet."""

    def show(self, event: Event) -> None:
        if self._held is not None:
            held, self._held = self._held, None
            if not (isinstance(event, Finished) and held.text.strip().startswith(event.answer.strip())):
                self._words(held)
        match event:
            case Started():
                self._started(event)
            case Asked():
                if event.said:
                    self._row("", plain(event.said.strip()), "dim")
                self._wait("The model is looking at the screen")
            case Replied():
                self._replied(event)
            case Decided():
                self._decided(event)
            case Acting():
                if event.name in LOOKS:
                    self._looks.add(event.call)
                self._row(self._number(event.step), one_line(event.words), "bold")
                self._wait(one_line(event.words, 60))
            case Acted():
                self._acted(event)
            case Noted():
                self._row("!", one_line(event.text), "yellow")
            case Questioned():
                self._questioned(event)
            case Said():
                self._row("", f"A person says: {plain(event.text.strip())}", "magenta")
            case Paused():
                self.close()
                who = "A person has taken over." if event.why == "takeover" else "Paused."
                self._row("‖", who, "yellow")
                self._wait("Waiting for the person")
            case Continued():
                self._row("▸", one_line(event.told.strip("[]")) or "It goes on.", "yellow")
                self._wait("The model is looking at the screen")
            case Finished():
                self._finished(event)

    def wait(self, words: str) -> None:
        """Say what is being waited for, until the next event."""
        self._wait(words)

    def close(self) -> None:
        if self._spinner is not None:
            self._spinner.stop()
            self._spinner = None

    # --- one per kind of event ----------------------------------------------------------------------------------

    def _started(self, event: Started) -> None:
        self._screen = (event.width, event.height)
        self._print(Text(plain(event.task), "bold"))
        self._print(Text(f"model {plain(event.model)} · screen {event.width}×{event.height} · run {event.run}", "dim"))
        self._print(Text(""))
        self._wait("The model is looking at the screen")

    def _replied(self, event: Replied) -> None:
        self.close()
        self._thought = event.seconds
        if event.stop_reason == "tool_use":
            self._words(event)
        else:
            self._held = event

    def _words(self, event: Replied) -> None:
        if event.text.strip():
            self._row(self._number(event.step), plain(event.text.strip()), "cyan")
        tokens = event.input_tokens + event.cache_write_tokens + event.cache_read_tokens
        if tokens or event.output_tokens or event.usd is not None:
            self._thought = 0.0
            spent = [f"model {seconds_in_words(event.seconds)}", f"{count_in_words(tokens)} tokens in"]
            spent.append(f"{count_in_words(event.output_tokens)} out")
            if event.usd is not None:
                spent.append(money_in_words(event.usd))
            self._row(self._number(event.step), " · ".join(spent), "dim")

    def _questioned(self, event: Questioned) -> None:
        """The terminal's own question shows more; this is for a run that is asked about elsewhere, or was."""
        self._row("?", one_line(event.sentence), "bold yellow")
        self._wait("Waiting for a person's answer")

    def _decided(self, event: Decided) -> None:
        if event.allowed and event.by == "policy":
            return
        who = "You" if event.by == "person" else "The policy"
        if not event.allowed:
            self._refused.add(event.call)
        verdict = "allowed" if event.allowed else "refused"
        what = f" “{one_line(event.words, 80)}”" if event.words and not event.allowed else " it"
        reason = f": {one_line(event.reason)}" if event.reason else "."
        self._row("", f"{who} {verdict}{what}{reason}", "green" if event.allowed else "red")

    def _acted(self, event: Acted) -> None:
        self.close()
        seconds = f" ({seconds_in_words(event.seconds)})"
        if self._thought >= 0.05:
            seconds = f" (model {seconds_in_words(self._thought)}, hand {seconds_in_words(event.seconds)})"
        self._thought = 0.0
        if event.call in self._refused:
            return
        if event.is_error:
            self._row("✗", one_line(event.text) + seconds, "red")
            return
        change = change_in_words(event.changed, event.regions, self._screen)
        if change:
            quiet = event.changed or event.call in self._looks
            self._row("→" if event.changed else "·", change + seconds, "dim" if quiet else "yellow")
        elif event.text.strip():
            self._row("→", _head(plain(event.text)), "dim")

    def _finished(self, event: Finished) -> None:
        self.close()
        spent = [f"{event.steps} step{'' if event.steps == 1 else 's'}", seconds_in_words(event.seconds)]
        if event.usd is not None:
            spent.append(money_in_words(event.usd))
        self._print(Text(""))
        line = Text.assemble((STATUS_WORDS[event.status], STATUS_STYLE[event.status]), f" · {' · '.join(spent)}")
        self._print(line)
        if event.answer.strip():
            self._print(Text(plain(event.answer.strip())))

    # --- on the paper -------------------------------------------------------------------------------------------

    def _number(self, step: int) -> str:
        """The step's number, once."""
        if step == self._numbered:
            return ""
        self._numbered = step
        return str(step)

    def _wait(self, words: str) -> None:
        if not self._console.is_terminal:
            return
        if self._spinner is None:
            self._spinner = self._console.status(Text(words, "dim"), spinner="dots")
            self._spinner.start()
        else:
            self._spinner.update(Text(words, "dim"))

    def _row(self, mark: str, words: str, style: str) -> None:
        if not self._console.is_terminal:
            lines = words.splitlines() or [""]
            self._print(Text("\n".join([f"{mark:>3} {lines[0]}", *(f"    {line}" for line in lines[1:])])))
            return
        grid = Table.grid(padding=(0, 1), expand=False)
        grid.add_column(justify="right", width=3, no_wrap=True)
        grid.add_column(overflow="fold")
        grid.add_row(Text(mark, style if not mark.isdigit() else "dim"), Text(words, style))
        self._print(grid)

    def _print(self, what: Text | Table) -> None:
        self._console.print(what, soft_wrap=not self._console.is_terminal)


def _head(output: str) -> str:
    """The beginning of a command's output; the journal keeps it whole."""
    lines = output.strip("\n").splitlines()
    shown = "\n".join(lines[:_OUTPUT_LINES])[:_OUTPUT_CHARACTERS]
    left = len(lines) - len(shown.splitlines())
    return shown + (f"\n… and {left} more line{'' if left == 1 else 's'}" if left > 0 else "")
