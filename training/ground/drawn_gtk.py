"""GTK 3 windows, one for each line that comes in: see `windows`. Runs under the system's Python, which has PyGObject."""

# ruff: noqa: E501
from __future__ import annotations

import random
import sys
from typing import Any

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk, Pango  # noqa: E402
from serve import Made, serve  # noqa: E402

import words as w  # noqa: E402
from words import Words  # noqa: E402

THEMES = (
    "Adwaita",
    "Adwaita-dark",
    "Arc",
    "Arc-Darker",
    "Arc-Lighter",
    "Greybird-bright",
    "Greybird-compact",
    "Greybird-dark",
    "Materia-compact",
    "Materia-dark",
    "Numix",
)
HELD = ("Arc-Dark", "Greybird", "Materia-light", "Adwaita")
ICONS = ("document-open-symbolic", "document-save-symbolic", "edit-undo-symbolic", "edit-redo-symbolic", "edit-find-symbolic", "list-add-symbolic",
         "list-remove-symbolic", "go-home-symbolic", "go-previous-symbolic", "go-next-symbolic", "view-refresh-symbolic", "open-menu-symbolic",
         "emblem-system-symbolic", "mail-unread-symbolic", "user-trash-symbolic", "media-playback-start-symbolic", "edit-copy", "edit-cut",
         "edit-paste", "folder", "document-new", "document-print", "document-open", "document-save", "edit-delete", "view-fullscreen", "help-about")  # fmt: skip


class Window:
    def __init__(self, rng: random.Random, language: w.Language) -> None:
        self._rng, self._words = rng, Words(rng, language)
        self._marked: list[tuple[Any, str, str, bool, Any]] = []
        self.top = Gtk.Window()
        self.top.set_decorated(False)
        body = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
        self.top.add(body)
        if rng.random() < 0.5:
            body.pack_start(self.menubar(), False, False, 0)
        if rng.random() < 0.5:
            body.pack_start(self.toolbar(), False, False, 0)
        columns = Gtk.Box(spacing=rng.randint(6, 20))
        columns.set_border_width(rng.randint(4, 18))
        body.pack_start(columns, True, True, 0)
        for _ in range(rng.randint(1, 3)):
            column = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=rng.randint(2, 12))
            columns.pack_start(column, True, True, 0)
            for _ in range(rng.randint(1, 3)):
                part = rng.choice((self.form, self.form, self.toggles, self.rows, self.keys, self.sliders))()
                if rng.random() < 0.25:
                    frame = Gtk.Frame(label=self._words.of(w.PLACES))
                    frame.add(part)
                    part = frame
                column.pack_start(part, False, False, 0)
        if rng.random() < 0.3:
            book = Gtk.Notebook()
            for _ in range(rng.randint(2, 4)):
                title = Gtk.Label(label=self._words.of(w.PLACES))
                book.append_page(self.form() if rng.random() < 0.5 else self.toggles(), title)
                self._marked.append((title, "tab", title.get_text(), True, book))
            body.pack_start(book, False, False, 6)
        self.top.move(rng.randint(0, 200), rng.randint(0, 100))
        self.top.show_all()

    def _mark(self, widget: Any, type_: str, name: str, written: bool = True, also: Any = None) -> Any:
        if self._rng.random() < 0.07:
            widget.set_sensitive(False)
        self._marked.append((widget, type_, name, written, also))
        return widget

    def button(self) -> Any:
        name = self._words.of(w.ACTIONS)
        button = Gtk.Button(label=name)
        style = button.get_style_context()
        kind = self._rng.random()
        if kind < 0.12:
            style.add_class("suggested-action")
        elif kind < 0.2:
            style.add_class("destructive-action")
        elif kind < 0.3:
            button.set_relief(Gtk.ReliefStyle.NONE)
        return self._mark(button, "button", name)

    def icon(self) -> Any:
        name = self._rng.choice(ICONS)
        button = (Gtk.ToggleButton if self._rng.random() < 0.2 else Gtk.Button)()
        button.add(
            Gtk.Image.new_from_icon_name(
                name, self._rng.choice((Gtk.IconSize.BUTTON, Gtk.IconSize.LARGE_TOOLBAR, Gtk.IconSize.MENU))
            )
        )
        if self._rng.random() < 0.6:
            button.set_relief(Gtk.ReliefStyle.NONE)
        if isinstance(button, Gtk.ToggleButton) and self._rng.random() < 0.5:
            button.set_active(True)
        return self._mark(button, "icon", name, False)

    def menubar(self) -> Any:
        bar = Gtk.MenuBar()
        for _ in range(self._rng.randint(4, 8)):
            name = self._words.of(w.MENUS)
            item = Gtk.MenuItem(label=name)
            menu = Gtk.Menu()
            for _ in range(self._rng.randint(3, 9)):
                entry = self._words.of(w.ACTIONS)
                sub: Any = Gtk.CheckMenuItem(label=entry) if self._rng.random() < 0.15 else Gtk.MenuItem(label=entry)
                if isinstance(sub, Gtk.CheckMenuItem) and self._rng.random() < 0.5:
                    sub.set_active(True)
                menu.append(self._mark(sub, "item", entry))
            item.set_submenu(menu)
            bar.append(item)
            self._marked.append((item, "item", name, True, None))
        self.menus = [item.get_submenu() for item in bar.get_children()]
        self._bar = bar
        return bar

    def toolbar(self) -> Any:
        bar = Gtk.HeaderBar() if self._rng.random() < 0.3 else Gtk.Box(spacing=self._rng.randint(0, 6))
        for _ in range(self._rng.randint(3, 10)):
            bar.pack_start(
                self.icon() if self._rng.random() < 0.85 else self.button(),
                *(() if isinstance(bar, Gtk.HeaderBar) else (False, False, 0)),
            )
        return bar

    def form(self) -> Any:
        rng = self._rng
        grid = Gtk.Grid(row_spacing=rng.randint(3, 12), column_spacing=rng.randint(4, 14))
        above = rng.random() < 0.25
        for row in range(rng.randint(1, 5)):
            name = self._words.of(w.FIELDS)
            label = Gtk.Label(label=name + rng.choice(("", ":")), xalign=rng.choice((0.0, 1.0)))
            control = rng.choices((self._entry, self._combo, self._spin, self._area), (5, 3, 2, 1))[0](name)
            control.set_hexpand(True)
            grid.attach(label, 0, 2 * row, 1, 1)
            grid.attach(control, 0 if above else 1, 2 * row + above, 1, 1)
        return grid

    def _entry(self, name: str) -> Any:
        entry = Gtk.SearchEntry() if self._rng.random() < 0.12 else Gtk.Entry()
        if self._rng.random() < 0.5:
            entry.set_text(self._words.value())
        elif self._rng.random() < 0.4:
            entry.set_placeholder_text(self._words.of(w.FIELDS))
        entry.set_width_chars(self._rng.randint(6, 34))
        return self._mark(entry, "field", name)

    def _combo(self, name: str) -> Any:
        combo = Gtk.ComboBoxText()
        combo.append_text(self._words.of(w.OPTIONS))
        combo.set_active(0)
        return self._mark(combo, "select", name)

    def _spin(self, name: str) -> Any:
        return self._mark(Gtk.SpinButton.new_with_range(0, self._rng.choice((10, 100, 10000)), 1), "spinner", name)

    def _area(self, name: str) -> Any:
        view = Gtk.TextView(wrap_mode=Gtk.WrapMode.WORD_CHAR)
        view.get_buffer().set_text(self._words.sentences(self._rng.randint(0, 2)))
        frame = Gtk.ScrolledWindow(shadow_type=Gtk.ShadowType.IN)
        frame.set_size_request(self._rng.randint(120, 320), self._rng.randint(50, 140))
        frame.add(view)
        return self._mark(frame, "area", name)

    def toggles(self) -> Any:
        rng = self._rng
        box = Gtk.Box(
            orientation=rng.choice((Gtk.Orientation.VERTICAL, Gtk.Orientation.VERTICAL, Gtk.Orientation.HORIZONTAL)),
            spacing=rng.randint(0, 8),
        )
        kind = rng.choice(("checkbox", "radio", "switch"))
        first = None
        for _ in range(rng.randint(2, 5)):
            name = self._words.of(w.OPTIONS)
            if kind == "switch":
                row = Gtk.Box(spacing=8)
                control = Gtk.Switch(halign=Gtk.Align.START, valign=Gtk.Align.CENTER)
                label = Gtk.Label(label=name, xalign=0)
                for part in rng.choice(((control, label), (label, control))):
                    row.pack_start(part, False, False, 0)
                self._mark(control, "switch", name, True, label)
            else:
                row = control = (
                    Gtk.CheckButton(label=name)
                    if kind == "checkbox"
                    else Gtk.RadioButton.new_with_label_from_widget(first, name)
                )
                first = control if kind == "radio" else None
                self._mark(control, kind, name, True, control)
            control.set_active(rng.random() < 0.5)
            box.pack_start(row, False, False, 0)
        return box

    def rows(self) -> Any:
        rng = self._rng
        columns = rng.randint(1, 4)
        store = Gtk.TreeStore(*[str] * columns)
        names: list[str] = []
        parent = None
        for _ in range(rng.randint(3, 10)):
            first = rng.choice((self._words.file(), self._words.of(w.THINGS), self._words.of(w.PEOPLE)))
            row = store.append(
                parent if rng.random() < 0.4 else None, [first, *(self._words.cell() for _ in range(columns - 1))]
            )
            parent = row if rng.random() < 0.3 else parent
            names.append(first)
        view = Gtk.TreeView(model=store, headers_visible=rng.random() < 0.6)
        for index in range(columns):
            cell = Gtk.CellRendererText(ellipsize=Pango.EllipsizeMode.NONE)
            column = Gtk.TreeViewColumn(self._words.of(w.COLUMNS), cell, text=index)
            column.set_resizable(True)
            view.append_column(column)
            if view.get_headers_visible():
                self._marked.append((column.get_button(), "header", column.get_title(), True, None))
        view.expand_all()
        if rng.random() < 0.5:
            view.get_selection().select_path(Gtk.TreePath.new_from_indices([0]))
        self._marked.append((view, "rows", "", True, None))
        frame = Gtk.ScrolledWindow(
            shadow_type=Gtk.ShadowType.IN, hscrollbar_policy=Gtk.PolicyType.NEVER, overlay_scrolling=False
        )
        frame.set_size_request(-1, rng.randint(80, 220))
        frame.add(view)
        self._marked.append((frame.get_vscrollbar(), "scrollbar", "", False, None))
        return frame

    def keys(self) -> Any:
        box = Gtk.Box(
            spacing=self._rng.randint(2, 10), halign=self._rng.choice((Gtk.Align.START, Gtk.Align.END, Gtk.Align.FILL))
        )
        for _ in range(self._rng.randint(1, 4)):
            box.pack_start(self.button(), False, False, 0)
        return box

    def sliders(self) -> Any:
        grid = Gtk.Grid(column_spacing=8)
        for row in range(self._rng.randint(1, 3)):
            name = self._words.of(w.FIELDS)
            scale = Gtk.Scale.new_with_range(Gtk.Orientation.HORIZONTAL, 0, 100, 1)
            scale.set_draw_value(False)
            scale.set_value(self._rng.randint(0, 100))
            scale.set_size_request(self._rng.randint(90, 240), -1)
            grid.attach(Gtk.Label(label=name, xalign=0), 0, row, 1, 1)
            grid.attach(self._mark(scale, "slider", name), 1, row, 1, 1)
        return grid

    def label(self) -> Made:
        made = Made()
        focus = self.top.get_focus()
        for widget, type_, name, written, also in self._marked:
            if not widget.get_mapped():
                continue
            if type_ == "rows":
                self._rows(widget, made)
                continue
            box = _place(widget)
            states = []
            if type_ in ("checkbox", "radio"):
                text = _place(widget.get_child())
                made.add(
                    type_, [box[0], box[1], max(8, text[0] - box[0] - 2), box[3]], name, written, [], text, square=True
                )
                states = made.things[-1]["states"]
            elif type_ == "tab":
                page = also.get_nth_page(also.get_current_page())
                states = ["checked"] if also.get_tab_label(page) is widget else []
                made.add(type_, [box[0] - 9, box[1] - 5, box[2] + 18, box[3] + 10], name, written, states)
            else:
                made.add(type_, box, name, written, states, _place(also) if also is not None else None)
            active = getattr(widget, "get_active", None)
            if type_ in ("checkbox", "radio", "switch", "icon", "item") and active is not None and active() is True:
                states.append("checked")
            if widget is focus:
                states.append("focused")
            if not widget.get_sensitive():
                states.append("disabled")
        return made

    def _rows(self, view: Any, made: Made) -> None:
        seen = view.get_visible_range()
        if not seen:
            return
        left, top, wide, high = _place(view)
        _, base = view.convert_bin_window_to_widget_coords(0, 0)
        shown = view.get_visible_rect()

        def each(model: Any, path: Any, row: Any) -> None:
            area = view.get_background_area(path, None)
            y = area.y + base
            if area.height and y >= base and y + area.height <= base + shown.height:
                states = ["checked"] if view.get_selection().path_is_selected(path) else []
                made.add("row", [left, top + y, wide, area.height], model[row][0], True, states)
            elif area.height and base < y + area.height and y < base + shown.height:
                made.ignored.append([left, top + y, wide, min(area.height, high)])

        view.get_model().foreach(each)


def _place(widget: Any) -> list[int]:
    top = widget.get_toplevel()
    size = widget.get_allocation()
    x, y = widget.translate_coordinates(top, 0, 0) or (0, 0)
    _, left, up = top.get_window().get_origin()
    return [left + x, up + y, size.width, size.height]


def build(rng: random.Random, language: w.Language, held: bool) -> tuple[str, Made]:
    settings = Gtk.Settings.get_default()
    theme = rng.choice(HELD if held else THEMES)
    settings.set_property("gtk-theme-name", theme)
    settings.set_property(
        "gtk-icon-theme-name", "elementary-xfce" if held else rng.choice(("Adwaita", "Adwaita", "hicolor"))
    )
    font = rng.choice(("Noto Sans", "DejaVu Sans", "Nimbus Sans")) if language == "en" else "Noto Sans CJK JP"
    settings.set_property("gtk-font-name", f"{font} {rng.choice((8, 9, 10, 10, 11, 11, 12, 14))}")
    settings.set_property("gtk-enable-animations", False)
    window = Window(rng, language)
    _settle()
    if rng.random() < 0.6:
        choices = [
            m[0]
            for m in window._marked
            if m[1] in ("field", "button", "checkbox", "spinner", "icon") and m[0].get_mapped()
        ]
        if choices:
            rng.choice(choices).grab_focus()
    menus = getattr(window, "menus", [])
    if menus and rng.random() < 0.4:
        menu = rng.choice(menus)
        menu.popup_at_widget(menu.get_attach_widget(), Gdk.Gravity.SOUTH_WEST, Gdk.Gravity.NORTH_WEST, None)
    _settle(0.25)
    made = window.label()
    open_menu = next((m for m in menus if m.get_mapped()), None)
    if open_menu is not None:
        made.covered(_place(open_menu), {item.get_label() for item in open_menu.get_children()})
    made.done = lambda: (open_menu and open_menu.popdown(), window.top.destroy(), _settle())
    return theme, made


def _settle(seconds: float = 0.15) -> None:
    """Until nothing is left to draw."""
    over: list[bool] = []
    GLib.timeout_add(int(seconds * 1000), lambda: over.append(True))
    while not over:
        Gtk.main_iteration_do(True)
    while Gtk.events_pending():
        Gtk.main_iteration_do(False)


if __name__ == "__main__":
    sys.exit(serve(build))
