"""Draws the icons that the icon reader learns from: ten free sets and this machine's icon themes, in many sizes.

    python training/ground/icons.py        # once: the sets
    python training/icons/draw.py          # 1 minute, into training/data/icons.npz

Each icon is drawn by Chromium at several sizes and colours, light on dark and dark on light, and then described as the
package describes an icon it meets (`deskhand.vision.pictograms.patch`). What has no name here is drawn too, as *other*.
"""

# ruff: noqa: E501
from __future__ import annotations

import base64
import random
import shutil
import sys
import tarfile
from pathlib import Path

import cv2
import numpy as np
from playwright.sync_api import sync_playwright

from deskhand.vision.pictograms import patch

sys.path.insert(0, str(Path(__file__).parent.parent / "ground"))
import icons

TARGET = icons.DATA / "icons.npz"
SIZES = (13, 14, 16, 16, 18, 20, 22, 24, 28, 32)
CELL = 48
COLUMNS = 24
OTHERS = 120
"""Nameless icons of each set."""
OTHER = "other"
THEMES = Path("/usr/share/icons")
THEMES_USED = ("Adwaita", "hicolor", "elementary-xfce")
HELD_THEMES = ("elementary-xfce",)
FREEDESKTOP = {
    "search": ("edit-find", "system-search"),
    "settings": ("preferences-system", "emblem-system", "applications-system"),
    "close": ("window-close",),
    "menu": ("open-menu",),
    "add": ("list-add",),
    "delete": ("user-trash", "edit-delete"),
    "save": ("document-save",),
    "home": ("go-home", "user-home"),
    "refresh": ("view-refresh",),
    "print": ("document-print",),
    "undo": ("edit-undo",),
    "redo": ("edit-redo",),
    "copy": ("edit-copy",),
    "cut": ("edit-cut",),
    "paste": ("edit-paste",),
    "mail": ("mail-unread", "mail-message-new"),
    "calendar": ("x-office-calendar",),
    "star": ("starred",),
    "play": ("media-playback-start",),
    "pause": ("media-playback-pause",),
    "stop": ("media-playback-stop",),
    "help": ("help-browser", "help-contents"),
    "info": ("dialog-information", "help-about"),
    "folder": ("folder",),
    "file": ("text-x-generic", "document-new"),
    "zoom in": ("zoom-in",),
    "zoom out": ("zoom-out",),
    "lock": ("changes-prevent", "system-lock-screen"),
    "attach": ("mail-attachment",),
    "camera": ("camera-photo",),
    "back": ("go-previous",),
    "forward": ("go-next",),
    "up": ("go-up",),
    "down": ("go-down",),
    "expand": ("pan-down",),
    "collapse": ("pan-up",),
    "more": ("view-more",),
    "image": ("image-x-generic",),
    "microphone": ("audio-input-microphone",),
    "volume": ("audio-volume-high",),
    "bookmark": ("user-bookmarks",),
    "grid": ("view-app-grid", "view-grid"),
    "logout": ("system-log-out",),
    "reply": ("mail-reply-sender",),
    "bold": ("format-text-bold",),
    "italic": ("format-text-italic",),
    "check": ("object-select", "emblem-ok"),
}


def named() -> list[tuple[str, str, bool, str]]:
    """(idea, markup, held, source) of everything there is to draw."""
    found = []
    for package in icons.SETS:
        held = package in icons.HELD
        found += [(idea, svg, held, package) for idea, svg in icons.drawings(package).items()]
        found += [(OTHER, svg, held, package) for svg in nameless(package)]
    for theme in THEMES_USED:
        files: dict[str, list[Path]] = {}
        for path in sorted((THEMES / theme).rglob("*.*")):
            if path.suffix in (".svg", ".png"):
                files.setdefault(path.stem, []).append(path)
        for idea, names in FREEDESKTOP.items():
            for path in [p for name in names for end in ("", "-symbolic") for p in files.get(name + end, [])[:3]]:
                kind = "svg+xml" if path.suffix == ".svg" else "png"
                data = base64.b64encode(path.read_bytes()).decode()
                markup = f'<img src="data:image/{kind};base64,{data}">'
                found.append((idea, markup, theme in HELD_THEMES, f"theme {theme}"))
    return found


def nameless(package: str) -> list[str]:
    folder, end = icons.SETS[package]
    archive = icons.FOLDER / (package.replace("@", "").replace("/", "-") + ".tgz")
    known = {name for names in icons.NAMES.values() for name in names}
    fitting = []
    with tarfile.open(archive) as tar:  # in its own order: going back in a packed archive takes seconds
        for entry in tar:
            if entry.isfile() and entry.name.startswith(folder) and entry.name.endswith(end + ".svg"):
                stream = tar.extractfile(entry)
                if stream is not None and not any(k in Path(entry.name).stem for k in known):
                    fitting.append(stream.read().decode())
    return random.Random(package).sample(fitting, min(OTHERS, len(fitting)))


def sheet(things: list[tuple[str, str, bool, str]], rng: random.Random) -> tuple[str, str]:
    dark = rng.random() < 0.35
    back = (
        rng.choice(("#222", "#333842", "#1e1e1e", "#0d6efd", "#5b3a8c"))
        if dark
        else rng.choice(("#fff", "#f4f4f4", "#e0e6ee", "#fff7e0"))
    )
    ink = (
        rng.choice(("#fff", "#ddd", "#9ab"))
        if dark
        else rng.choice(("#000", "#333", "#555", "#888", "#0d6efd", "#a3204b"))
    )
    cells = []
    for _, markup, _, _ in things:
        size = rng.choice(SIZES)
        plain = "stroke=" not in markup and "ionicon" not in markup
        place = f"width:{size}px;height:{size}px;margin:{rng.random():.2f}px 0 0 {rng.random():.2f}px"
        if markup.startswith("<img"):
            cells.append(markup.replace("<img", f'<img style="{place}"', 1))
        else:
            fill = 'fill="currentColor"' if plain else "data-x"
            cells.append(markup.replace("<svg", f'<svg {fill} style="{place}"', 1))
    body = "".join(f"<div>{cell}</div>" for cell in cells)
    css = f"body{{margin:0;background:{back};color:{ink};display:grid;grid-template-columns:repeat({COLUMNS},{CELL}px);grid-auto-rows:{CELL}px}} div{{display:grid;place-items:center;overflow:hidden}}"
    return f"<style>{css}</style>{body}", back


def main() -> None:
    rng = random.Random(1)
    every = named()
    ideas = [*icons.NAMES, OTHER]
    patches, of, held, source = [], [], [], []
    chromium = (
        shutil.which("chromium") or shutil.which("google-chrome") or sys.exit("there is no Chromium on this machine")
    )
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": COLUMNS * CELL, "height": 20 * CELL})
        for turn in range(8):
            rng.shuffle(every)
            for start in range(0, len(every), COLUMNS * 20):
                part = every[start : start + COLUMNS * 20]
                page.set_content(sheet(part, rng)[0])
                shot = cv2.imdecode(np.frombuffer(page.screenshot(), np.uint8), cv2.IMREAD_COLOR)
                assert shot is not None
                for index, (idea, _, kept, where) in enumerate(part):
                    x, y = index % COLUMNS * CELL, index // COLUMNS * CELL
                    made = patch(np.asarray(shot[y : y + CELL, x : x + CELL, ::-1], np.uint8))
                    if made is not None:
                        patches.append((made * 255).astype(np.uint8))
                        of.append(ideas.index(idea))
                        held.append(kept)
                        source.append(where)
            print(f"round {turn + 1} of 8: {len(patches)} drawings", flush=True)
        browser.close()
    np.savez_compressed(
        TARGET,
        patches=np.array(patches),
        of=np.array(of),
        held=np.array(held),
        source=np.array(source),
        ideas=np.array(ideas),
    )


if __name__ == "__main__":
    main()
