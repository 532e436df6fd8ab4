"""Qt 5 windows, one for each line that comes in: see `windows`. Runs under the system's Python, which has PyQt5."""

# ruff: noqa: E501
from __future__ import annotations

import random
import sys
import time
from typing import Any

from PyQt5.QtCore import QPoint, Qt
from PyQt5.QtGui import QColor, QFont, QIcon, QPalette
from PyQt5.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QStyle,
    QStyleFactory,
    QStyleOptionButton,
    QTabWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip
from serve import Made, serve

import words as w
from words import Words

STYLES = ("Fusion", "Windows", "adwaita-dark")
HELD = ("adwaita", "Fusion")
"""Fusion in palettes that are not drawn for learning."""
STANDARD = [getattr(QStyle, name) for name in dir(QStyle) if name.startswith("SP_") and name not in ("SP_CustomBase",)]


class Window(QWidget):
    def __init__(self, rng: random.Random, language: w.Language) -> None:
        super().__init__()
        self._rng, self._words = rng, Words(rng, language)
        self.marked: list[tuple[Any, str, str, bool, Any]] = []
        self.menus: list[QMenu] = []
        self.setWindowFlag(Qt.FramelessWindowHint)
        body = QVBoxLayout(self)
        if rng.random() < 0.5:
            body.setMenuBar(self.menubar())
        if rng.random() < 0.5:
            body.addLayout(self.toolbar())
        columns = QHBoxLayout()
        columns.setSpacing(rng.randint(6, 20))
        body.addLayout(columns)
        for _ in range(rng.randint(1, 3)):
            column = QVBoxLayout()
            columns.addLayout(column)
            for _ in range(rng.randint(1, 3)):
                part = rng.choice((self.form, self.form, self.toggles, self.rows, self.keys, self.sliders))()
                box = QGroupBox(self._words.of(w.PLACES)) if rng.random() < 0.25 else QWidget()
                box.setLayout(part)
                column.addWidget(box)
            column.addStretch()
        if rng.random() < 0.3:
            tabs = QTabWidget()
            for _ in range(rng.randint(2, 4)):
                page = QWidget()
                page.setLayout(self.form() if rng.random() < 0.5 else self.toggles())
                tabs.addTab(page, self._words.of(w.PLACES))
            self.marked.append((tabs.tabBar(), "tabs", "", True, None))
            body.addWidget(tabs)
        self.move(rng.randint(0, 200), rng.randint(0, 100))

    def _mark(self, widget: Any, type_: str, name: str, written: bool = True, also: Any = None) -> Any:
        if self._rng.random() < 0.07:
            widget.setEnabled(False)
        self.marked.append((widget, type_, name, written, also))
        return widget

    def button(self) -> Any:
        name = self._words.of(w.ACTIONS)
        button = QPushButton(name)
        button.setFlat(self._rng.random() < 0.1)
        if self._rng.random() < 0.2:
            button.setIcon(self.style().standardIcon(self._rng.choice(STANDARD)))
        return self._mark(button, "button", name)

    def icon(self) -> Any:
        button = QToolButton()
        button.setIcon(self.style().standardIcon(self._rng.choice(STANDARD)))
        if button.icon().pixmap(16).isNull():
            button.setIcon(QIcon(self.style().standardPixmap(QStyle.SP_DirIcon)))
        button.setAutoRaise(self._rng.random() < 0.6)
        button.setCheckable(True)
        button.setChecked(self._rng.random() < 0.1)
        return self._mark(button, "icon", "", False)

    def menubar(self) -> Any:
        bar = QMenuBar()
        for _ in range(self._rng.randint(4, 8)):
            menu = bar.addMenu(self._words.of(w.MENUS))
            for _ in range(self._rng.randint(3, 9)):
                action = menu.addAction(self._words.of(w.ACTIONS))
                if self._rng.random() < 0.15:
                    action.setCheckable(True)
                    action.setChecked(self._rng.random() < 0.5)
                action.setEnabled(self._rng.random() > 0.1)
            self.menus.append(menu)
        self.marked.append((bar, "actions", "", True, None))
        return bar

    def toolbar(self) -> Any:
        row = QHBoxLayout()
        row.setSpacing(self._rng.randint(0, 6))
        for _ in range(self._rng.randint(3, 10)):
            row.addWidget(self.icon() if self._rng.random() < 0.85 else self.button())
        row.addStretch()
        return row

    def form(self) -> Any:
        rng = self._rng
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.WrapAllRows if rng.random() < 0.25 else QFormLayout.DontWrapRows)
        form.setVerticalSpacing(rng.randint(3, 12))
        for _ in range(rng.randint(1, 5)):
            name = self._words.of(w.FIELDS)
            control = rng.choices((self._entry, self._combo, self._spin, self._area), (5, 3, 2, 1))[0](name)
            form.addRow(name + rng.choice(("", ":")), control)
        return form

    def _entry(self, name: str) -> Any:
        entry = QLineEdit(self._words.value() if self._rng.random() < 0.5 else "")
        if self._rng.random() < 0.3:
            entry.setPlaceholderText(self._words.of(w.FIELDS))
        entry.setFrame(self._rng.random() < 0.93)
        entry.setMinimumWidth(self._rng.randint(70, 280))
        return self._mark(entry, "field", name)

    def _combo(self, name: str) -> Any:
        combo = QComboBox()
        combo.addItem(self._words.of(w.OPTIONS))
        combo.setEditable(self._rng.random() < 0.15)
        return self._mark(combo, "select", name)

    def _spin(self, name: str) -> Any:
        spin = QSpinBox()
        spin.setRange(0, 10000)
        spin.setValue(self._rng.randint(0, 999))
        return self._mark(spin, "spinner", name)

    def _area(self, name: str) -> Any:
        area = QPlainTextEdit(self._words.sentences(self._rng.randint(0, 2)))
        area.setFixedHeight(self._rng.randint(50, 140))
        return self._mark(area, "area", name)

    def toggles(self) -> Any:
        rng = self._rng
        box: Any = QHBoxLayout() if rng.random() < 0.3 else QVBoxLayout()
        kind, make = rng.choice((("checkbox", QCheckBox), ("radio", QRadioButton)))
        for _ in range(rng.randint(2, 5)):
            name = self._words.of(w.OPTIONS)
            control = make(name)
            control.setAutoExclusive(False)
            control.setChecked(rng.random() < 0.5)
            box.addWidget(self._mark(control, kind, name, True, control))
        return box

    def rows(self) -> Any:
        rng = self._rng
        columns = rng.randint(1, 4)
        tree = QTreeWidget()
        tree.setColumnCount(columns)
        tree.setHeaderLabels([self._words.of(w.COLUMNS) for _ in range(columns)])
        tree.setHeaderHidden(rng.random() < 0.4)
        tree.setAlternatingRowColors(rng.random() < 0.3)
        last: Any = tree.invisibleRootItem()
        for _ in range(rng.randint(3, 10)):
            first = rng.choice((self._words.file(), self._words.of(w.THINGS), self._words.of(w.PEOPLE)))
            item = QTreeWidgetItem([first, *(self._words.cell() for _ in range(columns - 1))])
            (last if rng.random() < 0.4 else tree.invisibleRootItem()).addChild(item)
            last = item if rng.random() < 0.3 else last
            item.setSelected(rng.random() < 0.1)
        tree.expandAll()
        tree.setMinimumWidth(rng.randint(160, 400))
        tree.setFixedHeight(rng.randint(80, 220))
        self.marked.append((tree, "rows", "", True, None))
        box = QVBoxLayout()
        box.addWidget(tree)
        return box

    def keys(self) -> Any:
        row = QHBoxLayout()
        if self._rng.random() < 0.5:
            row.addStretch()
        for _ in range(self._rng.randint(1, 4)):
            row.addWidget(self.button())
        return row

    def sliders(self) -> Any:
        grid = QGridLayout()
        for row in range(self._rng.randint(1, 3)):
            name = self._words.of(w.FIELDS)
            slider = QSlider(Qt.Horizontal)
            slider.setValue(self._rng.randint(0, 99))
            slider.setMinimumWidth(self._rng.randint(90, 240))
            grid.addWidget(QLabel(name), row, 0)
            grid.addWidget(self._mark(slider, "slider", name), row, 1)
        return grid

    def label(self) -> Made:
        made = Made()
        for widget, type_, name, written, _ in self.marked:
            if not widget.isVisible():
                continue
            if type_ == "tabs":
                for index in range(widget.count()):
                    states = ["checked"] if index == widget.currentIndex() else []
                    made.add("tab", _place(widget, widget.tabRect(index)), widget.tabText(index), True, states)
                continue
            if type_ == "actions":
                _actions(widget, made)
                continue
            if type_ == "rows":
                _rows(widget, made)
                continue
            states = [] if widget.isEnabled() else ["disabled"]
            if widget.hasFocus():
                states.append("focused")
            if type_ in ("checkbox", "radio"):
                option = QStyleOptionButton()
                widget.initStyleOption(option)
                part = QStyle.SE_CheckBoxIndicator if type_ == "checkbox" else QStyle.SE_RadioButtonIndicator
                box = widget.style().subElementRect(part, option, widget)
                made.add(type_, _place(widget, box), name, True, states, _place(widget), square=True)
            else:
                made.add(type_, _place(widget), name, written, states)
            if type_ in ("checkbox", "radio", "icon") and widget.isChecked():
                states.append("checked")
        return made


def _place(widget: Any, box: Any = None) -> list[int]:
    box = box if box is not None else widget.rect()
    at = widget.mapToGlobal(box.topLeft())
    return [at.x(), at.y(), box.width(), box.height()]


def _actions(bar: Any, made: Made) -> None:
    for action in bar.actions():
        if not bar.rect().contains(bar.actionGeometry(action)):
            continue  # behind the arrow of a bar that is too short
        states = ([] if action.isEnabled() else ["disabled"]) + (["checked"] if action.isChecked() else [])
        made.add("item", _place(bar, bar.actionGeometry(action)), action.text(), True, states)


def _rows(tree: Any, made: Made) -> None:
    left, top, wide, high = _place(tree.viewport())
    header = tree.header()
    if header.isVisible():
        for index in range(tree.columnCount()):
            at = header.mapToGlobal(QPoint(header.sectionViewportPosition(index), 0))
            wide_enough = min(header.sectionSize(index), left + wide - at.x())
            if wide_enough > 12:
                name = tree.headerItem().text(index)
                made.add(
                    "header",
                    [at.x(), at.y(), wide_enough, header.height()],
                    name,
                    wide_enough == header.sectionSize(index),
                )
    items = [tree.invisibleRootItem()]
    while items:
        item = items.pop()
        items += [item.child(index) for index in range(item.childCount())]
        box = tree.visualItemRect(item)
        if box.height() <= 0 or box.bottom() < 0 or box.top() >= high:
            continue
        place = [left, top + box.top(), wide, box.height()]
        if box.top() >= 0 and box.bottom() < high:
            room = tree.header().sectionSize(0) - box.left() - 8
            whole = tree.fontMetrics().horizontalAdvance(item.text(0)) <= room  # else Qt shortens it
            made.add("row", place, item.text(0), whole, ["checked"] if item.isSelected() else [])
        else:
            made.ignored.append([place[0], max(top, place[1]), wide, max(1, min(box.height(), high))])
    for bar in (tree.verticalScrollBar(), tree.horizontalScrollBar()):
        if bar.isVisible():
            made.add("scrollbar", _place(bar), "", False)


def _palette(rng: random.Random) -> QPalette:
    """Fusion takes any colours."""
    dark = rng.random() < 0.5
    base = rng.randint(20, 70) if dark else rng.randint(215, 250)
    tint = [rng.randint(-8, 8) for _ in range(3)]

    def grey(by: int) -> QColor:
        return QColor(*(max(0, min(255, base + by + t)) for t in tint))

    palette = QPalette()
    text = grey(170 if dark else -200)
    for role, colour in (
        (QPalette.Window, grey(0)), (QPalette.Base, grey(-12 if dark else 8)), (QPalette.AlternateBase, grey(-5)), (QPalette.Button, grey(rng.randint(-10, 12))),
        (QPalette.Text, text), (QPalette.WindowText, text), (QPalette.ButtonText, text), (QPalette.Highlight, QColor.fromHsv(rng.randrange(360), 180, 200)),
    ):  # fmt: skip
        palette.setColor(role, colour)
    for role in (QPalette.Text, QPalette.WindowText, QPalette.ButtonText):
        palette.setColor(QPalette.Disabled, role, grey(80 if dark else -90))
    return palette


def build(rng: random.Random, language: w.Language, held: bool) -> tuple[str, Made]:
    style = rng.choice(HELD if held else STYLES)
    APP.setStyle(QStyleFactory.create(style))
    APP.setPalette(_palette(rng) if style == "Fusion" and rng.random() < 0.7 else APP.style().standardPalette())
    font = rng.choice(("Noto Sans", "DejaVu Sans", "Nimbus Sans")) if language == "en" else "Noto Sans CJK JP"
    APP.setFont(QFont(font, rng.choice((8, 9, 10, 10, 11, 11, 12, 14))))
    window = Window(rng, language)
    window.show()
    _settle()
    window.activateWindow()
    choices = [m[0] for m in window.marked if m[1] in ("field", "button", "checkbox", "spinner") and m[0].isVisible()]
    if choices and rng.random() < 0.6:
        rng.choice(choices).setFocus()
    menu = rng.choice(window.menus) if window.menus and rng.random() < 0.4 else None
    bar = next((m[0] for m in window.marked if m[1] == "actions"), None)
    if menu is not None and bar is not None:
        menu.popup(bar.mapToGlobal(bar.actionGeometry(menu.menuAction()).bottomLeft()))
    _settle()
    made = window.label()
    if menu is not None:
        _actions(menu, made)
        made.covered(_place(menu), {action.text() for action in menu.actions()})

    def done() -> None:
        if menu is not None:
            menu.close()
        window.close()
        window.deleteLater()
        _settle()

    made.done = done
    return style, made


def _settle(seconds: float = 0.2) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        APP.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    APP = QApplication(sys.argv)
    sys.exit(serve(build))
