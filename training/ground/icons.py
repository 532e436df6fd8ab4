"""Icons with names: the free icon sets of the npm registry, for pages to draw and for the icon reader to learn.

    python training/ground/icons.py        # once: a few npm packages, 17 MB, into training/data/icons

Each set draws the same ideas by another hand. Two sets (`HELD`) are never trained on.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
FOLDER = DATA / "icons"
SETS = {  # package: (folder of its drawings, what their names end with); all MIT, ISC or Apache-2.0
    "lucide-static": ("package/icons/", ""),
    "bootstrap-icons": ("package/icons/", ""),
    "feather-icons": ("package/dist/icons/", ""),
    "@tabler/icons": ("package/icons/outline/", ""),
    "heroicons": ("package/24/solid/", ""),
    "@material-design-icons/svg": ("package/filled/", ""),
    "@phosphor-icons/core": ("package/assets/regular/", ""),
    "ionicons": ("package/dist/svg/", ""),
    "@primer/octicons": ("package/build/svg/", "-24"),
    "remixicon": ("package/icons/", "-line"),
}
HELD = ("ionicons", "@primer/octicons")

NAMES: dict[str, tuple[str, ...]] = {  # what it is: what the sets call it
    "search": ("search", "magnifying-glass", "search-outline"),
    "settings": ("settings", "gear", "cog-6-tooth", "cog", "settings-outline"),
    "close": ("x", "close", "x-mark", "x-lg", "close-outline"),
    "menu": ("menu", "list", "bars-3", "three-bars", "menu-2", "menu-outline"),
    "add": ("plus", "add", "plus-lg", "add-outline"),
    "delete": ("trash-2", "trash", "delete", "delete-bin", "trash-outline"),
    "edit": ("pencil", "edit", "edit-2", "pencil-outline", "pencil-simple"),
    "save": ("save", "device-floppy", "floppy", "floppy-disk", "save-outline"),
    "home": ("home", "house", "home-outline"),
    "refresh": ("refresh-cw", "arrow-clockwise", "refresh", "arrow-path", "sync", "refresh-outline"),
    "print": ("printer", "print", "print-outline"),
    "undo": ("undo", "arrow-counterclockwise", "arrow-back-up", "arrow-uturn-left", "undo-2", "arrow-go-back"),
    "redo": ("redo", "arrow-forward-up", "arrow-uturn-right", "redo-2", "arrow-go-forward"),
    "copy": ("copy", "content_copy", "file-copy", "copy-outline"),
    "cut": ("scissors", "content_cut", "cut-outline"),
    "paste": ("clipboard", "content_paste", "paste", "clipboard-outline"),
    "user": ("user", "person", "account", "user-3", "person-outline"),
    "mail": ("mail", "envelope", "email", "mail-outline"),
    "calendar": ("calendar", "calendar_today", "calendar-outline"),
    "star": ("star", "star-outline"),
    "heart": ("heart", "favorite", "heart-outline"),
    "download": ("download", "arrow-down-tray", "download-outline"),
    "upload": ("upload", "arrow-up-tray", "cloud-upload-outline"),
    "play": ("play", "play_arrow", "player-play", "play-fill", "play-outline"),
    "pause": ("pause", "player-pause", "pause-outline"),
    "stop": ("square", "stop", "player-stop", "stop-outline"),
    "help": (
        "help-circle",
        "question-circle",
        "question-mark-circle",
        "help",
        "question",
        "circle-help",
        "help-circle-outline",
    ),
    "info": ("info", "info-circle", "information-circle", "information", "information-circle-outline"),
    "folder": ("folder", "file-directory", "folder-outline"),
    "file": ("file", "document", "insert_drive_file", "document-outline"),
    "zoom in": ("zoom-in", "zoom_in", "magnifying-glass-plus"),
    "zoom out": ("zoom-out", "zoom_out", "magnifying-glass-minus"),
    "lock": ("lock", "lock-closed", "lock-closed-outline"),
    "filter": ("filter", "funnel", "filter_alt", "filter-outline"),
    "share": ("share", "share-2", "share-fill", "share-network", "share-social-outline", "share-android"),
    "attach": ("paperclip", "attach_file", "paper-clip", "attachment-2", "attach-outline"),
    "camera": ("camera", "photo_camera", "camera-outline"),
    "bell": ("bell", "notifications", "notification-3", "notifications-outline"),
    "send": ("send", "paper-plane-tilt", "paper-airplane", "send-plane", "send-outline"),
    "back": ("arrow-left", "arrow_back", "arrow-back-outline"),
    "forward": ("arrow-right", "arrow_forward", "arrow-forward-outline"),
    "up": ("arrow-up", "arrow_upward", "arrow-up-outline"),
    "down": ("arrow-down", "arrow_downward", "arrow-down-outline"),
    "expand": ("chevron-down", "expand_more", "caret-down", "arrow-down-s", "chevron-down-outline"),
    "collapse": ("chevron-up", "expand_less", "caret-up", "arrow-up-s", "chevron-up-outline"),
    "next": ("chevron-right", "chevron_right", "caret-right", "arrow-right-s", "chevron-forward-outline"),
    "previous": ("chevron-left", "chevron_left", "caret-left", "arrow-left-s", "chevron-back-outline"),
    "more": (
        "more-vertical",
        "three-dots-vertical",
        "dots-vertical",
        "ellipsis-vertical",
        "more_vert",
        "kebab-horizontal",
        "dots-three-vertical",
        "more-2",
        "ellipsis-vertical-outline",
    ),
    "cart": ("shopping-cart", "cart", "shopping_cart", "cart-outline"),
    "phone": ("phone", "telephone", "call", "call-outline"),
    "chat": ("message-circle", "chat", "message-square", "chat-bubble-left", "chatbubble-outline", "comment"),
    "eye": ("eye", "visibility", "eye-outline"),
    "link": ("link", "link-outline"),
    "image": ("image", "photo", "image-outline"),
    "clock": ("clock", "schedule", "time", "time-outline"),
    "map": ("map-pin", "geo-alt", "place", "location", "location-outline"),
    "check": ("check", "check-lg", "done", "checkmark-outline"),
    "microphone": ("mic", "microphone", "mic-outline"),
    "volume": ("volume-2", "volume-up", "volume_up", "speaker-wave-2", "unmute", "speaker-high", "volume-high-outline"),
    "moon": ("moon", "dark_mode", "moon-outline"),
    "bookmark": ("bookmark", "bookmark-outline"),
    "tag": ("tag", "sell", "price-tag-3", "pricetag-outline"),
    "grid": ("grid", "layout-grid", "grid_view", "squares-2x2", "squares-four", "grid-outline"),
    "logout": (
        "log-out",
        "logout",
        "box-arrow-right",
        "sign-out",
        "logout-box",
        "log-out-outline",
        "arrow-right-on-rectangle",
    ),
    "reply": ("reply", "corner-up-left", "arrow-bend-up-left", "arrow-undo-outline"),
    "flag": ("flag", "flag-outline"),
    "sort": ("arrow-up-down", "arrows-sort", "sort", "arrows-up-down", "sort-desc", "swap-vertical-outline"),
    "bold": ("bold", "format_bold", "type-bold", "text-b"),
    "italic": ("italic", "format_italic", "type-italic", "text-italic"),
}


@cache
def drawings(package: str) -> dict[str, str]:
    """The SVG of each idea that the set draws."""
    folder, end = SETS[package]
    archive = FOLDER / (package.replace("@", "").replace("/", "-") + ".tgz")
    if not archive.exists():
        sys.exit(f"{archive} is not there; run: python training/ground/icons.py")
    found: dict[str, str] = {}
    with tarfile.open(archive) as tar:
        for entry in tar:
            if entry.isfile() and entry.name.startswith(folder) and entry.name.endswith(end + ".svg"):
                stem = Path(entry.name).stem.removesuffix(end)
                if any(stem in names for names in NAMES.values()):
                    stream = tar.extractfile(entry)
                    found.setdefault(stem, stream.read().decode() if stream else "")
    return {idea: found[name] for idea, names in NAMES.items() for name in reversed(names) if name in found}


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for package in SETS:
        target = FOLDER / (package.replace("@", "").replace("/", "-") + ".tgz")
        if not target.exists():
            packed = subprocess.run(["npm", "pack", "--silent", package], cwd=FOLDER, capture_output=True, text=True)
            if packed.returncode:
                sys.exit(f"npm could not fetch {package}: {packed.stderr.strip()[-300:]}")
            (FOLDER / packed.stdout.strip().splitlines()[-1]).rename(target)
        print(f"{package}: {len(drawings(package))} of {len(NAMES)} ideas")


if __name__ == "__main__":
    main()
