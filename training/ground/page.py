"""Invented pages: forms, tables, lists, tool bars, side bars, dialogs and menus, put together at random.

What a detector has to find carries ``data-w`` (its type) and ``data-n`` (what a person calls it); `web` reads these
back from the browser together with where they came to stand.
"""

# ruff: noqa: E501
from __future__ import annotations

import html
import random

import icons
from look import Look

import words as w
from words import Language, Words

Part = str


class Page:
    def __init__(self, rng: random.Random, look: Look, language: Language) -> None:
        self._rng = rng
        self._look = look
        self._words = Words(rng, language)
        self._ids = 0

    def html(self) -> str:
        rng = self._rng
        parts = [
            self.form,
            self.form,
            self.options,
            self.table,
            self.list,
            self.toolbar,
            self.text,
            self.gallery,
            self.tree,
        ]
        columns = rng.choice((1, 2, 2, 3))
        cards = [rng.choice(parts)() for _ in range(rng.randint(columns + 1, 4 * columns + 1))]
        gap = rng.randint(4, 24)
        frame = rng.choice(("panel", "panel", ""))
        body = "".join(f'<div class="{frame}" style="margin-bottom:{gap}px">{card}</div>' for card in cards)
        head = self.topbar() if rng.random() < 0.75 else ""
        side = self.sidebar() if rng.random() < 0.45 else ""
        over = (self.dialog() if rng.random() < 0.22 else "") + (self.menu() if rng.random() < 0.25 else "")
        main = f'<main style="flex:1;min-width:0;padding:{gap}px;columns:{columns};column-gap:{gap}px">{body}</main>'
        fixed = f";height:{rng.randint(320, 700)}px;overflow:auto" if rng.random() < 0.3 else ""
        return (
            f"<!doctype html><meta charset=utf-8><style>{self._look.css}</style><style>main>div{{break-inside:avoid}}</style>"
            f'{head}<div style="display:flex{fixed}">{side}{main}</div>{over}'
        )

    # --- single things ---

    def button(self, name: str = "", two: bool | None = None) -> Part:
        name = name or self._words.of(w.ACTIONS)
        shown = name.upper() if self._look.upper else name
        icon = self._svg()[1] + " " if self._rng.random() < 0.15 else ""
        second = self._rng.random() < 0.5 if two is None else two
        return f'<button class="b{" two" if second else ""}" data-w=button data-n="{self._safe(shown)}"{self._off()}>{icon}{self._safe(shown)}</button>'

    def icon(self, size: int = 0) -> Part:
        name, svg = self._svg(size)
        on = " on" if self._rng.random() < 0.1 else ""
        return f'<button class="icon{on}" data-w=icon data-hidden data-n="{name}"{" data-on" if on else ""}{self._off()}>{svg}</button>'

    def field(self, name: str, width: str) -> Part:
        rng = self._rng
        value = f' value="{self._safe(self._words.value())}"' if rng.random() < 0.45 else ""
        hint = f' placeholder="{self._safe(self._words.of(w.FIELDS))}"' if rng.random() < 0.3 else ""
        kind = "password" if rng.random() < 0.07 else "text"
        return f'<input class=f type={kind} style="width:{width}" data-w=field data-n="{self._safe(name)}"{value}{hint}{self._off()}>'

    def area(self, name: str, width: str) -> Part:
        text = self._safe(self._words.sentences(self._rng.randint(1, 3))) if self._rng.random() < 0.5 else ""
        return f'<textarea class=f rows={self._rng.randint(2, 6)} style="width:{width}" data-w=area data-n="{self._safe(name)}"{self._off()}>{text}</textarea>'

    def select(self, name: str, width: str) -> Part:
        shown = self._safe(self._words.of(w.OPTIONS))
        if self._look.fake_select:
            return f'<button class="f fs" style="width:{width}" data-w=select data-n="{self._safe(name)}"{self._off()}>{shown}</button>'
        own = "" if self._look.native else " own"
        return f'<select class="f{own}" style="width:{width}" data-w=select data-n="{self._safe(name)}"{self._off()}><option>{shown}</select>'

    def spinner(self, name: str) -> Part:
        number = self._rng.randint(0, 200)
        if self._look.number_buttons:
            return (
                f'<span data-w=spinner data-n="{self._safe(name)}" style="display:inline-flex"><button class="b two">−</button>'
                f'<input class=f style="width:4em;min-width:0" value="{number}"><button class="b two">+</button></span>'
            )
        return f'<input class=f type=number value={number} style="width:{self._rng.randint(5, 9)}em" data-w=spinner data-n="{self._safe(name)}"{self._off()}>'

    def slider(self, name: str) -> Part:
        own = "" if self._look.native else " own"
        return f'<input type=range class="g{own}" value={self._rng.randint(0, 100)} data-w=slider data-n="{self._safe(name)}"{self._off()}>'

    def toggle(self, kind: str, name: str = "", group: str = "") -> Part:
        name = self._safe(name or self._words.of(w.OPTIONS))
        on = " checked" if self._rng.random() < 0.45 else ""
        css = "s" if kind == "switch" else "" if self._look.native else "t c" if kind == "checkbox" else "t r"
        control = f'<input type={"radio" if kind == "radio" else "checkbox"} class="{css}" name="{group}" data-w={kind} data-n="{name}"{on}{self._off()}>'
        after = self._rng.random() < 0.85 or kind != "switch"
        inner = f"{control}<span>{name}</span>" if after else f"<span>{name}</span> {control}"
        return f'<label style="display:inline-flex;align-items:center;margin:{self._rng.randint(0, 5)}px 12px 2px 0">{inner}</label>'

    def link(self, name: str = "") -> Part:
        name = self._safe(
            name or self._rng.choice((self._words.of(w.PLACES), self._words.of(w.ACTIONS), self._words.of(w.THINGS)))
        )
        return f'<a href="#" data-w=link data-n="{name}">{name}</a>'

    # --- groups ---

    def form(self) -> Part:
        rng = self._rng
        side = rng.random() < 0.4
        rows = []
        for _ in range(rng.randint(2, 6)):
            name = self._words.of(w.FIELDS)
            width = f"{rng.randint(35, 60 if side else 100)}%"
            control = rng.choices(
                (self.field, self.select, self.area, lambda n, _: self.spinner(n), lambda n, _: self.slider(n)),
                (6, 3, 1, 1.2, 1),
            )[0](name, width)
            colon = rng.choice(("", ":", " *"))
            label = f'<span class=label style="{f"display:inline-block;width:{rng.randint(25, 35)}%" if side else "display:block"}">{self._safe(name)}{colon}</span>'
            rows.append(f'<div style="margin-bottom:{rng.randint(3, 14)}px">{label}{control}</div>')
        align = rng.choice(("left", "right"))
        buttons = " ".join(self.button(two=bool(i)) for i in range(rng.randint(1, 3)))
        return f'{self._heading()}{"".join(rows)}<div style="text-align:{align}">{buttons}</div>'

    def options(self) -> Part:
        rng = self._rng
        self._ids += 1
        kind = rng.choice(("checkbox", "checkbox", "radio", "switch"))
        line = "" if rng.random() < 0.35 else "<br>"
        return self._heading() + line.join(self.toggle(kind, group=f"g{self._ids}") for _ in range(rng.randint(2, 7)))

    def table(self) -> Part:
        rng = self._rng
        columns = [self._words.of(w.COLUMNS) for _ in range(rng.randint(2, 5))]
        ticks, acts = rng.random() < 0.3, rng.random() < 0.3
        head = (
            ("<th>" if ticks else "")
            + "".join(f'<th data-w=header data-n="{c}">{c}</th>' for c in columns)
            + ("<th>" if acts else "")
        )
        rows = []
        for _ in range(rng.randint(3, 12)):
            first = self._safe(self._words.of(w.THINGS) if rng.random() < 0.5 else self._words.file())
            on = rng.random() < 0.08
            cells = "".join(f"<td>{self._safe(self._words.cell())}</td>" for _ in columns[1:])
            tick = f"<td>{self._bare_tick(first)}</td>" if ticks else ""
            act = f"<td>{self.icon(16)}{self.link() if rng.random() < 0.3 else ''}</td>" if acts else ""
            start = f"<td>{self.link(first) if rng.random() < 0.15 else first}</td>"
            rows.append(
                f'<tr data-w=row data-n="{first}" class="{"on" if on else ""}"{" data-on" if on else ""}>{tick}{start}{cells}{act}</tr>'
            )
        return f'{self._heading()}<div style="overflow:hidden"><table><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'

    def list(self) -> Part:
        rng = self._rng
        rows = []
        icon = rng.random() < 0.4
        for _ in range(rng.randint(4, 14)):
            name = self._safe(rng.choice((self._words.file(), self._words.of(w.PEOPLE), self._words.of(w.THINGS))))
            on = rng.random() < 0.1
            picture = self._svg(16)[1] + " " if icon else ""
            rows.append(
                f'<div class="{"on" if on else ""}" data-w=row data-n="{name}"{" data-on" if on else ""}>{picture}{name}</div>'
            )
        high = f"height:{rng.randint(80, 200)}px;overflow-y:scroll" if rng.random() < 0.5 else ""
        return f'{self._heading()}<div class=list style="{high}" data-scrolls>{"".join(rows)}</div>'

    def tree(self) -> Part:
        rng = self._rng
        rows = []
        depth = 0
        for _ in range(rng.randint(4, 12)):
            depth = max(0, min(3, depth + rng.choice((-1, 0, 0, 1))))
            name = self._safe(self._words.of(w.PLACES))
            mark = rng.choice("▸▾▸▾+-") if rng.random() < 0.6 else "&ensp;"
            rows.append(f'<div data-w=row data-n="{name}" style="padding-left:{8 + depth * 18}px">{mark} {name}</div>')
        return f"{self._heading()}<div class=list>{''.join(rows)}</div>"

    def toolbar(self) -> Part:
        rng = self._rng
        size = rng.choice((16, 18, 20, 24))
        parts = [self.icon(size) for _ in range(rng.randint(3, 10))]
        if rng.random() < 0.4:
            parts.insert(rng.randrange(len(parts)), self.select(self._words.of(w.FIELDS), "9em"))
        parts += [self.button() for _ in range(rng.randint(0, 2))]
        return f"<div class=bar>{''.join(parts)}</div>{self.tabs() if rng.random() < 0.5 else ''}"

    def tabs(self) -> Part:
        rng = self._rng
        names = [self._safe(self._words.of(w.PLACES)) for _ in range(rng.randint(2, 5))]
        on = rng.randrange(len(names))
        return (
            "<div class=tabs>"
            + "".join(
                f'<button class="tab{" on" if i == on else ""}" data-w=tab data-n="{n}"{" data-on" if i == on else ""}>{n}</button>'
                for i, n in enumerate(names)
            )
            + "</div>"
        )

    def text(self) -> Part:
        text = self._safe(self._words.sentences(self._rng.randint(1, 4)))
        links = " ".join(self.link() for _ in range(self._rng.randint(0, 4)))
        return f"{self._heading()}<p>{text} {links}</p>"

    def gallery(self) -> Part:
        rng = self._rng
        cards = []
        for _ in range(rng.randint(1, 4)):
            name = self._safe(self._words.of(w.THINGS))
            wide, high = rng.randint(60, 180), rng.randint(40, 130)
            action = rng.choice((self.button, self.link))()
            cards.append(
                f'<div style="display:inline-block;margin:6px;vertical-align:top">{self._picture(wide, high, name)}<div>{name}</div>{action}</div>'
            )
        return self._heading() + "".join(cards)

    def topbar(self) -> Part:
        rng = self._rng
        brand = f'<b style="margin-right:12px">{self._safe(self._words.of(w.THINGS))}</b>'
        if rng.random() < 0.4:
            middle = "".join(self._item(self._words.of(w.MENUS)) for _ in range(rng.randint(4, 8)))
        else:
            middle = " ".join(self.link(self._words.of(w.PLACES)) for _ in range(rng.randint(2, 5)))
        search = self.field(self._words.of(w.FIELDS), "11em") if rng.random() < 0.5 else ""
        right = "".join(self.icon(20) for _ in range(rng.randint(0, 4)))
        return f'<div class=bar>{brand if rng.random() < 0.6 else ""}{middle}<span style="flex:1"></span>{search}{right}</div>'

    def sidebar(self) -> Part:
        rng = self._rng
        icon = rng.random() < 0.6
        count = rng.randint(4, 12)
        on = rng.randrange(count)
        items = "".join(self._item(self._words.of(w.PLACES), icon=icon, on=i == on) for i in range(count))
        return f'<nav class=panel style="width:{rng.randint(130, 240)}px;flex:none;border-radius:0">{items}</nav>'

    def menu(self) -> Part:
        rng = self._rng
        icon = rng.random() < 0.4
        items = []
        for _ in range(rng.randint(4, 11)):
            keys = (
                f'<span style="margin-left:auto;padding-left:24px;opacity:.6">Ctrl+{rng.choice("ABCNOPSVXZ")}</span>'
                if rng.random() < 0.4
                else ""
            )
            items.append(self._item(self._words.of(w.ACTIONS), icon=icon, after=keys, off=rng.random() < 0.12))
        return (
            f'<div class=menu style="left:{rng.randint(10, 700)}px;top:{rng.randint(30, 300)}px">{"".join(items)}</div>'
        )

    def dialog(self) -> Part:
        rng = self._rng
        veil = "<div class=veil></div>" if rng.random() < 0.6 else ""
        inner = rng.choice(
            (self.form, self.options, self.list, lambda: f"<p>{self._safe(self._words.sentences(2))}</p>")
        )()
        buttons = " ".join(self.button() for _ in range(rng.randint(1, 3)))
        return (
            f'{veil}<div class=dialog style="left:{rng.randint(60, 500)}px;top:{rng.randint(30, 260)}px;max-width:420px">'
            f'<div style="display:flex"><b style="flex:1">{self._safe(self._words.of(w.ACTIONS))}</b>{self.icon(16)}</div>{inner}<div style="text-align:right">{buttons}</div></div>'
        )

    # --- pieces ---

    def _item(self, name: str, *, icon: bool = False, on: bool = False, off: bool = False, after: str = "") -> Part:
        name = self._safe(name)
        picture = self._svg(self._rng.choice((16, 18)))[1] if icon else ""
        css = "item" + (" on" if on else "") + (" off" if off else "")
        return f'<div class="{css}" data-w=item data-n="{name}"{" data-on" if on else ""}{" data-off" if off else ""}>{picture}<span>{name}</span>{after}</div>'

    def _bare_tick(self, name: str) -> Part:
        css = "" if self._look.native else "t c"
        return f'<input type=checkbox class="{css}" data-w=checkbox data-hidden data-n="{name}"{" checked" if self._rng.random() < 0.4 else ""}>'

    def _heading(self) -> Part:
        if self._rng.random() < 0.5:
            return ""
        return f'<div style="font-size:{self._rng.randint(100, 170)}%;font-weight:{self._rng.choice((400, 700))};margin:2px 0 6px">{self._safe(self._words.of(w.PLACES))}</div>'

    def _svg(self, size: int = 0) -> tuple[str, str]:
        drawn = icons.drawings(self._look.icons)
        name = self._rng.choice(list(drawn))
        size = size or self._rng.choice((14, 16, 18, 20, 24))
        colour = "fill" if "stroke=" not in drawn[name] and "ionicon" not in drawn[name] else "data-x"
        return name, drawn[name].replace(
            "<svg",
            f'<svg {colour}="currentColor" style="width:{size}px;height:{size}px;vertical-align:middle;flex:none"',
            1,
        )

    def _picture(self, wide: int, high: int, name: str) -> Part:
        rng = self._rng
        shapes = "".join(
            f'<circle cx="{rng.randint(0, wide)}" cy="{rng.randint(0, high)}" r="{rng.randint(5, 40)}" fill="hsl({rng.randint(0, 360)},{rng.randint(10, 90)}%,{rng.randint(20, 80)}%)"/>'
            for _ in range(rng.randint(2, 12))
        )
        return f'<svg width={wide} height={high} style="background:hsl({rng.randint(0, 360)},50%,{rng.randint(30, 80)}%)" data-w=image data-hidden data-n="{name}">{shapes}</svg>'

    def _off(self) -> str:
        return " disabled" if self._rng.random() < 0.07 else ""

    @staticmethod
    def _safe(text: str) -> str:
        return html.escape(text, quote=True)
