"""What holds from the moment it is ticked: the switches of the system's own settings, and orders for the future.

A box in a form waits for its *OK*. One in the window for power, notifications or updates has none to wait for: *Do Not
Disturb*, *Automatic suspend*, a source of software are set by the tick itself.
"""

from __future__ import annotations

import re

from deskhand.guard.evidence import Evidence

_SETTINGS = re.compile(
    r"(system |device |account )?(settings|control (panel|cent(er|re)))|(システム|端末|アカウント)?の?設定",
    re.IGNORECASE,
)
_AREAS = re.compile(
    r"power( (management|options))?|notifications?|privacy( (and|&) security)?|security|bluetooth|wi-?fi|networks?"
    r"|sharing|users?( accounts?)?|online accounts?|date (and|&) time"
    r"|region( (and|&) language)?|language (and|&) region|accessibility|screen ?lock"
    r"|default app\w*|(software )?updates?|software (and|&) updates?|software sources|parental controls?|screen ?time"
    r"|firewall|(mail |message )?(filters|rules)|accounts"
    r"|assistive technologies|universal access|start-?up (programs|applications|apps)"
    r"|auto-?start|login items|session and start-?up"
    r"|電源|通知|プライバシー(とセキュリティ)?|セキュリティ|ネットワーク|無線|共有|ユーザー|オンラインアカウント|日付と時刻"
    r"|地域(と|・)言語|言語(と|・)地域"
    r"|ソフトウェアの?更新|更新|見守り(設定)?|振り?分け|フィルター?|アカウント|補助機能|ユーザー補助|アクセシビリティ|自動起動|起動する?プログラム",
    re.IGNORECASE,
)
_BESIDE_SETTINGS = re.compile(
    r"displays?|screen|sounds?|keyboard|mouse( (and|&) touchpad)?|touchpad|language|printers?|battery|storage"
    r"|system|about|general"
    r"|apps|applications|search|multitasking|appearance|background|desktop|cameras?|microphone|location|passwords|family|phone|tablet"
    r"|ディスプレイ|画面(と明るさ)?|音|サウンド|キーボード|マウス|言語|プリンター|バッテリー|システム|一般|アプリ|外観|背景|検索|カメラ|マイク|位置情報|端末情報|既定のアプリ",
    re.IGNORECASE,
)
"""A part of the system's settings only where the title says *Settings* as well: *Displays* alone moves them about."""
_PARTS = re.compile(r"\s+[-–—|:·]\s+|[:：]\s*")
_FROM_NOW_ON = re.compile(
    r"(\b(automatic(ally)?|auto)\b.*\b(updat\w*|upgrad\w*|download\w*|install\w*|check\w*)\b"
    r"|\b(updat\w*|upgrad\w*|download\w*|install\w*)\b.*\bautomatically\b)|(自動(的に|で)|自動).{0,4}(更新|ダウンロード|インストール)"
    r"|(更新|アップデート).{0,4}自動(的に|で)?"
    r"|^毎(日|週|月|晩|朝|時間).{0,16}(取る|とる|行う|送る|消す|実行|更新|調べる|保存|控える)(する)?$"
    r"|^(back ?up|send|run|check|delete|sync(hroni[sz]e)?|update|scan)\b"
    r".{0,30}\b(every|each) (day|night|week|month|hour|morning|evening|\w+day)\b",
    re.IGNORECASE,
)
_LATER_IN_FORM = re.compile(r"\b(after|when|once)\b|後に?|たら|完了", re.IGNORECASE)


def is_system_window(evidence: Evidence) -> bool:
    """Whether the window is one of the system's own settings: *Settings – Power*, 電源 – 設定, *Software & Updates*."""
    parts = [part.strip() for part in _PARTS.split(evidence.place.window) if part.strip()]
    if any(map(_AREAS.fullmatch, parts)):
        return True
    settings = any(map(_SETTINGS.fullmatch, parts))  # and nothing else: ‘Settings – Larkplayer’ are a program's own
    return settings and (len(parts) == 1 or any(map(_BESIDE_SETTINGS.fullmatch, parts)))


def from_now_on(told: str) -> bool:
    """Whether a box says what is to happen by itself from now on, and not in what its window is about to do."""
    return _FROM_NOW_ON.search(told) is not None and _LATER_IN_FORM.search(told) is None
