"""How the desktop looks: the configuration files of its programs, written into a fresh home before they start.

Calm and plain for a model's eye: one flat colour behind, every icon labelled, the menu a button with a word on it,
windows with title bars, nothing animated, nothing that asks a question nobody put.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from deskhand.desktop import configuration
from deskhand.desktop.defaults import mimeapps
from deskhand.screen.geometry import Size


@dataclass(frozen=True, slots=True)
class Program:
    label: str
    command: str
    icon: str
    needs: str
    """The executable without which the program is left out."""


PROGRAMS = (
    Program("Calculator", "galculator", "accessories-calculator", "galculator"),
    Program("Files", "pcmanfm {home}", "system-file-manager", "pcmanfm"),
    Program("Terminal", "xterm", "utilities-terminal", "xterm"),
    Program("Text Editor", "mousepad", "accessories-text-editor", "mousepad"),
    Program(
        "Web Browser",
        "chromium --no-first-run --no-default-browser-check --password-store=basic --disable-background-networking"
        " --disable-component-update --disable-sync --disable-breakpad --disable-features=Translate,MediaRouter"
        " --force-renderer-accessibility --disable-smooth-scrolling --start-maximized",
        "web-browser",
        "chromium",
    ),
)


def available() -> list[Program]:
    return [program for program in PROGRAMS if shutil.which(program.needs)]


def write_configuration(home: Path, folder: Path, size: Size) -> None:
    """Write all configuration: programs' own into ``home``, the session's into the private ``folder``."""
    shared = home / "Shared"
    shared.mkdir(exist_ok=True)
    for relative, text in _home_files(home, size).items():
        path = home / relative
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    link = home / "Desktop" / "Shared"
    if not link.is_symlink() and not link.exists():
        link.symlink_to(shared)
    (folder / "openbox.xml").write_text(configuration.OPENBOX.replace("{menu}", str(folder / "menu.xml")))
    (folder / "menu.xml").write_text(_openbox_menu(home))
    (folder / "menu.csv").write_text(_panel_menu(home))
    (folder / "jgmenurc").write_text(configuration.JGMENU.format(above=configuration.PANEL_HEIGHT))
    menu = f"jgmenu --simple --config-file={folder / 'jgmenurc'} --csv-file={folder / 'menu.csv'}"
    (folder / "tint2rc").write_text(configuration.TINT2.format(height=configuration.PANEL_HEIGHT, menu=menu))


def _home_files(home: Path, size: Size) -> dict[str, str]:
    files = {
        ".config/gtk-3.0/settings.ini": configuration.GTK3,
        ".config/gtk-3.0/bookmarks": f"file://{home}/Shared Shared\n",
        ".gtkrc-2.0": configuration.GTK2,
        ".config/libfm/libfm.conf": configuration.LIBFM,
        ".config/pcmanfm/default/pcmanfm.conf": configuration.PCMANFM.format(
            width=min(900, size.width * 3 // 4), height=min(560, size.height * 7 // 10)
        ),
        ".config/pcmanfm/default/desktop-items-0.conf": configuration.DESKTOP,
        ".config/galculator/galculator.conf": configuration.GALCULATOR,
        ".config/user-dirs.dirs": 'XDG_DESKTOP_DIR="$HOME/Desktop"\nXDG_DOCUMENTS_DIR="$HOME"\n',
        ".config/user-dirs.conf": "enabled=False\n",
        ".config/mousepad/.keep": "",
        ".config/mimeapps.list": mimeapps([program.needs for program in available()]),
    }
    for program in available():
        name = program.label.lower().replace(" ", "-")
        entry = configuration.ENTRY.format(
            label=program.label, command=program.command.format(home=home), icon=program.icon
        )
        files[f"Desktop/{name}.desktop"] = entry
    return files


def _openbox_menu(home: Path) -> str:
    items = "\n".join(
        f'    <item label="{program.label}"><action name="Execute"><command>'
        f"{program.command.format(home=home)}</command></action></item>"
        for program in available()
    )
    return configuration.MENU.format(items=items)


def _panel_menu(home: Path) -> str:
    return "".join(
        f'{program.label},"""{program.command.format(home=home)}""",{program.icon}\n' for program in available()
    )


def environment(home: Path, display: str, runtime: Path, bus: str) -> dict[str, str]:
    """What every program of the desktop has in its environment; nothing of the guest's own is handed on."""
    kept = {
        name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "USER", "LOGNAME", "TZ") if name in os.environ
    }
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/games",
        "LANG": "C.UTF-8",
        "USER": "user",
        **kept,
        "HOME": str(home),
        "SHELL": "/bin/bash",
        "DISPLAY": display,
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_SESSION_TYPE": "x11",
        "XDG_CURRENT_DESKTOP": "openbox",
        "XDG_CONFIG_DIRS": "/etc/xdg",
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "GTK_MODULES": "gail:atk-bridge",
        "NO_AT_BRIDGE": "0",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_ACCESSIBILITY": "1",
        "GTK_IM_MODULE": "gtk-im-context-simple",
        "QT_IM_MODULE": "compose",
        "XMODIFIERS": "@im=none",
        "GSETTINGS_BACKEND": "memory",
        "GIO_USE_VFS": "local",
        "GTK_USE_PORTAL": "0",
        "GTK_OVERLAY_SCROLLING": "0",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "MOZ_CRASHREPORTER_DISABLE": "1",
    }
