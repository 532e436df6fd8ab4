"""Tk windows, plain and themed, one for each line that comes in: see `windows`. Runs under the system's Python."""

from __future__ import annotations

import random
import sys
import tkinter as tk
from tkinter import font as fonts
from tkinter import ttk
from typing import Any

from serve import Made, serve

import words as w
from words import Words

THEMES = ("clam", "default", "classic", "plain", "plain")
HELD = ("alt", "plain held")


class Window:
    def __init__(self, root: tk.Tk, rng: random.Random, language: w.Language, theme: str) -> None:
        self._rng, self._words, self._theme = rng, Words(rng, language), theme
        self.plain = theme.startswith("plain")
        self.marked: list[tuple[Any, str, str, bool, Any]] = []
        self._kept: list[Any] = []
        self.top = tk.Toplevel(root)
        self.top.overrideredirect(True)
        if self.plain:
            self._colours()
        columns = self._frame(self.top)
        columns.pack(fill="both", expand=True, padx=rng.randint(4, 16), pady=rng.randint(4, 16))
        for _ in range(rng.randint(1, 3)):
            column = self._frame(columns)
            column.pack(side="left", fill="both", anchor="n", padx=rng.randint(2, 10))
            for _ in range(rng.randint(1, 4)):
                part = self._frame(column)
                rng.choice((self.form, self.form, self.toggles, self.rows, self.keys, self.keys, self.sliders))(part)
                part.pack(fill="x", pady=rng.randint(2, 10))
        self.top.geometry(f"+{rng.randint(0, 200)}+{rng.randint(0, 100)}")

    def _colours(self) -> None:
        rng = self._rng
        dark = rng.random() < 0.3
        base = rng.randint(30, 80) if dark else rng.randint(190, 245)
        back = f"#{base:02x}{min(255, base + rng.randint(-6, 6)):02x}{base:02x}"
        self.top.configure(background=back)
        self.top.option_add("*background", back, 80)
        self.top.option_add("*foreground", "#eee" if dark else "#111", 80)
        self.top.option_add("*Entry.background", "#333" if dark else "#fff", 80)
        self.top.option_add("*selectColor", rng.choice(("#fff", back)) if not dark else "#222", 80)

    def _frame(self, parent: Any) -> Any:
        return tk.Frame(parent) if self.plain else ttk.Frame(parent)

    def _of(self, name: str) -> Any:
        return getattr(tk if self.plain else ttk, name)

    def _mark(self, widget: Any, type_: str, name: str, written: bool = True, also: Any = None) -> Any:
        if self._rng.random() < 0.07:
            widget.configure(state="disabled")
        self.marked.append((widget, type_, name, written, also))
        return widget

    def form(self, box: Any) -> None:
        rng = self._rng
        above = rng.random() < 0.25
        for row in range(rng.randint(1, 5)):
            name = self._words.of(w.FIELDS)
            self._of("Label")(box, text=name + rng.choice(("", ":"))).grid(
                row=2 * row, column=0, sticky=rng.choice("we"), padx=4, pady=2
            )
            control = rng.choices((self._entry, self._combo, self._spin, self._area), (5, 3, 2, 1))[0](box, name)
            control.grid(row=2 * row + above, column=0 if above else 1, sticky="ew", padx=4, pady=rng.randint(1, 5))

    def _entry(self, box: Any, name: str) -> Any:
        entry = self._of("Entry")(box, width=self._rng.randint(8, 34))
        if self._rng.random() < 0.5:
            entry.insert(0, self._words.value())
        return self._mark(entry, "field", name)

    def _combo(self, box: Any, name: str) -> Any:
        shown = self._words.of(w.OPTIONS)
        if self.plain:
            held = tk.StringVar(box, shown)
            self._kept.append(held)
            return self._mark(tk.OptionMenu(box, held, shown), "select", name)
        combo = ttk.Combobox(box, values=[shown])
        combo.set(shown)
        return self._mark(combo, "select", name)

    def _spin(self, box: Any, name: str) -> Any:
        return self._mark(
            self._of("Spinbox")(box, from_=self._rng.randint(0, 99), to=100, width=self._rng.randint(4, 12)),
            "spinner",
            name,
        )

    def _area(self, box: Any, name: str) -> Any:
        area = tk.Text(
            box, width=self._rng.randint(14, 40), height=self._rng.randint(3, 7), background="#fff", foreground="#000"
        )
        area.insert("1.0", self._words.sentences(self._rng.randint(1, 2)))
        return self._mark(area, "area", name)

    def toggles(self, box: Any) -> None:
        rng = self._rng
        kind = rng.choice(("checkbox", "radio"))
        side = rng.choice(("top", "top", "left"))
        chosen = tk.IntVar(box, 0)
        self._kept.append(chosen)
        for index in range(rng.randint(2, 5)):
            name = self._words.of(w.OPTIONS)
            if kind == "radio":
                control = self._of("Radiobutton")(box, text=name, variable=chosen, value=index)
                on = index == 0
            else:
                on = rng.random() < 0.5
                held = tk.IntVar(box, int(on))
                self._kept.append(held)
                control = self._of("Checkbutton")(box, text=name, variable=held)
            control.on = on
            self._mark(control, kind, name, True, control).pack(side=side, anchor="w", padx=3, pady=rng.randint(0, 3))

    def rows(self, box: Any) -> None:
        rng = self._rng
        names = [rng.choice((self._words.file(), self._words.of(w.THINGS))) for _ in range(rng.randint(4, 12))]
        if self.plain:
            view: Any = tk.Listbox(
                box, height=rng.randint(4, 9), width=rng.randint(16, 36), background="#fff", foreground="#000"
            )
            for name in names:
                view.insert("end", name)
            view.selection_set(rng.randrange(4))
        else:
            columns = [self._words.of(w.COLUMNS) for _ in range(rng.randint(1, 3))]
            view = ttk.Treeview(box, columns=columns, height=rng.randint(4, 8))
            view.heading("#0", text="Name")
            for column in columns:
                view.heading(column, text=column)
                view.column(column, width=rng.randint(60, 120))
            view.column("#0", width=rng.randint(110, 200))
            parent = ""
            for name in names:
                item = view.insert(
                    parent if rng.random() < 0.4 else "",
                    "end",
                    text=name,
                    values=[self._words.cell() for _ in columns],
                    open=True,
                )
                parent = item if rng.random() < 0.3 else parent
            view.selection_set(view.get_children()[0])
        bar = self._of("Scrollbar")(box, orient="vertical", command=view.yview)
        view.configure(yscrollcommand=bar.set)
        view.pack(side="left", fill="both", expand=True)
        bar.pack(side="left", fill="y")
        self.marked.append((view, "rows", "", True, names))
        self.marked.append((bar, "scrollbar", "", False, None))

    def keys(self, box: Any) -> None:
        rng = self._rng
        if rng.random() < 0.3:  # a pad of keys, as of a calculator
            for index, key in enumerate("789/456*123-0.=+"):
                button = self._of("Button")(box, text=key, width=rng.randint(2, 5))
                self._mark(button, "button", key).grid(row=index // 4, column=index % 4, padx=1, pady=1)
            return
        for _ in range(rng.randint(1, 4)):
            name = self._words.of(w.ACTIONS)
            button = self._of("Button")(box, text=name)
            if self.plain:
                button.configure(relief=rng.choice(("raised", "raised", "flat", "groove", "solid")))
            self._mark(button, "button", name).pack(side="left", padx=rng.randint(1, 6))

    def sliders(self, box: Any) -> None:
        for row in range(self._rng.randint(1, 3)):
            name = self._words.of(w.FIELDS)
            self._of("Label")(box, text=name).grid(row=row, column=0, sticky="w", padx=4)
            scale: Any = (
                tk.Scale(box, from_=0, to=100, orient="horizontal", showvalue=False)
                if self.plain
                else ttk.Scale(box, from_=0, to=100)
            )
            scale.set(self._rng.randint(0, 100))
            self.marked.append((scale, "slider", name, True, None))
            scale.grid(row=row, column=1)

    def label(self) -> Made:
        made = Made()
        focus = self.top.focus_get()
        for widget, type_, name, written, also in self.marked:
            if not widget.winfo_ismapped():
                continue
            box = _place(widget)
            if type_ == "rows":
                _rows(widget, also, made)
                continue
            states = []
            if str(widget.cget("state")) == "disabled" if type_ not in ("scrollbar", "slider") else False:
                states.append("disabled")
            if widget is focus:
                states.append("focused")
            if getattr(widget, "on", False):
                states.append("checked")
            if type_ in ("checkbox", "radio"):
                wide = fonts.nametofont("TkDefaultFont").measure(name)
                high = fonts.nametofont("TkDefaultFont").metrics("linespace")
                left = max(12, box[2] - wide - 4)
                mark = [box[0] + 1, box[1] + (box[3] - high) // 2, left, high]
                made.add(type_, mark, name, True, states, box, square=True)
            else:
                made.add(type_, box, name, written, states)
        return made


def _rows(view: Any, names: list[str], made: Made) -> None:
    left, top, wide, high = _place(view)
    if isinstance(view, tk.Listbox):
        for index, name in enumerate(names):
            box = view.bbox(index)
            if box and box[1] + box[3] <= high:
                states = ["checked"] if index in view.curselection() else []
                made.add("row", [left + 2, top + box[1], wide - 4, box[3]], name, True, states)
        return
    items = list(view.get_children())
    first = True
    while items:
        item = items.pop(0)
        items = list(view.get_children(item)) + items
        box = view.bbox(item)
        if not box:
            continue
        if first and box[1] > 8:
            x = left + 1
            for column in ("#0", *view.cget("columns")):
                width = view.column(column, "width")
                made.add("header", [x, top + 1, width, box[1] - 1], view.heading(column, "text"))
                x += width
        first = False
        if box[1] + box[3] <= high:
            made.add(
                "row",
                [left + 1, top + box[1], wide - 2, box[3]],
                view.item(item, "text"),
                True,
                ["checked"] if item in view.selection() else [],
            )


def _place(widget: Any) -> list[int]:
    return [widget.winfo_rootx(), widget.winfo_rooty(), widget.winfo_width(), widget.winfo_height()]


def build(rng: random.Random, language: w.Language, held: bool) -> tuple[str, Made]:
    theme = rng.choice(HELD if held else THEMES)
    if not theme.startswith("plain"):
        ttk.Style(ROOT).theme_use(theme)
    family = rng.choice(("Noto Sans", "DejaVu Sans", "Nimbus Sans")) if language == "en" else "Noto Sans CJK JP"
    for name in ("TkDefaultFont", "TkTextFont", "TkMenuFont", "TkHeadingFont"):
        fonts.nametofont(name).configure(family=family, size=rng.choice((8, 9, 10, 10, 11, 12)))
    ttk.Style(ROOT).configure("Treeview", rowheight=fonts.nametofont("TkTextFont").metrics("linespace") + 3)
    window = Window(ROOT, rng, language, theme)
    window.top.update()
    choices = [m[0] for m in window.marked if m[1] in ("field", "button", "checkbox") and m[0].winfo_ismapped()]
    if choices and rng.random() < 0.6:
        rng.choice(choices).focus_force()
    window.top.update()
    window.top.after(150, lambda: None)
    window.top.update()
    made = window.label()
    made.done = lambda: (window.top.destroy(), ROOT.update())
    return theme, made


if __name__ == "__main__":
    ROOT = tk.Tk()
    ROOT.withdraw()
    sys.exit(serve(build))
