"""Folders that an instruction names by their meaning, as paths of the desktop."""

from __future__ import annotations

from deskhand.models.local.labels import Language

HOME = "/home/user"
FOLDERS = {
    "shared": f"{HOME}/Shared",
    "home": HOME,
    "desktop": f"{HOME}/Desktop",
    "documents": f"{HOME}/Documents",
    "downloads": f"{HOME}/Downloads",
    "pictures": f"{HOME}/Pictures",
    "music": f"{HOME}/Music",
    "videos": f"{HOME}/Videos",
    "trash": "trash:///",
}
_WORDS = {
    "shared": ("the shared folder", "共有フォルダー"),
    "home": ("the home folder", "ホームフォルダー"),
    "desktop": ("the desktop folder", "デスクトップ"),
    "documents": ("the documents folder", "書類フォルダー"),
    "downloads": ("the downloads folder", "ダウンロードフォルダー"),
    "trash": ("the trash", "ごみ箱"),
}


def folder_path(folder: str) -> str:
    """``shared`` → /home/user/Shared; a path stays one; any other name is a folder of the home folder."""
    if not folder:
        return ""
    if folder.lower() in FOLDERS:
        return FOLDERS[folder.lower()]
    if folder.startswith("~"):
        return HOME + folder[1:]
    first, _, rest = folder.partition("/")
    if rest and first.lower() in FOLDERS:  # "shared/reports"
        return f"{FOLDERS[first.lower()]}/{rest.strip('/')}"
    return folder.rstrip("/") or "/" if folder.startswith("/") else f"{HOME}/{folder.strip('/')}"


def path_of(name: str, folder: str) -> str:
    """The whole path of a file."""
    if name.startswith("/"):
        return name
    if name.startswith("~/"):
        return HOME + name[1:]
    place = folder_path(folder)
    return f"{place.rstrip('/')}/{name}" if place else name


def in_words(folder: str, language: Language) -> str:
    """ " in the shared folder", 共有フォルダーに; empty when no folder was named."""
    if not folder:
        return ""
    english, japanese = _WORDS.get(folder.lower(), (folder, f"{folder} "))
    return f" in {english}" if language == "en" else f"{japanese}に "
