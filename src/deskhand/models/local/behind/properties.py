"""What is asked of a file itself: its size, its date, its author, how long it plays, what it is made of.

A window rarely shows it, and a dialog of properties is named otherwise in each program. What a question asks for is known
by its words (`PROPERTIES`), each with the command that tells it and the name that the command gives it.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import Literal

from deskhand.models.local.behind.exif import exif_in
from deskhand.models.local.behind.file import PICTURES, File, bytes_of, size
from deskhand.models.local.behind.inside import document_facts
from deskhand.models.local.hand import Hand

SOUND_OR_FILM = frozenset(
    "mp3 ogg oga flac wav opus m4a aac wma mp4 mkv webm avi mov ogv mpg mpeg m4v aiff".split()  # noqa: SIM905
)
FONTS = ("ttf", "otf", "ttc", "woff", "woff2", "pfb")
Of = Literal["pixels", "exif", "pdf", "media", "stat", "sum", "type", "office", "fonts", "font"]


@dataclass(frozen=True, slots=True)
class Property:
    asks: re.Pattern[str]
    tells: tuple[tuple[Of, str], ...]
    """Where it stands, and under what name there; the first that has it is told."""


def _property(asks: str, *tells: tuple[Of, str]) -> Property:
    return Property(re.compile(asks, re.IGNORECASE), tells)


_WIDE = r"\bwid(?:th|e)\b|幅"
_HIGH = r"\bheight\b|\bhow (?:high|tall)\b|高さ|縦の(?:長さ|大きさ|サイズ)"
PROPERTIES = (
    _property(rf"(?:{_WIDE}|横).*(?:{_HIGH}|縦)|(?:{_HIGH}|縦).*(?:{_WIDE}|横)", ("pixels", "both"), ("media", "both")),
    _property(rf"{_WIDE}|横の(?:長さ|大きさ|サイズ|ピクセル)", ("pixels", "width"), ("media", "width")),
    _property(_HIGH, ("pixels", "height"), ("media", "height")),
    _property(r"\bmd5\b", ("sum", "md5sum")),
    _property(r"\bsha-?256\b", ("sum", "sha256sum")),
    _property(r"\bsha-?512\b", ("sum", "sha512sum")),
    _property(r"\bsha-?1\b", ("sum", "sha1sum")),
    _property(r"\bcrc-?32\b", ("sum", "crc32")),
    _property(
        r"\b(?:date|day|when|time)\b[^?]*\b(?:taken|shot|photographed)\b|\b(?:taken|shot|photographed) (?:on|when)\b|"
        r"撮影(?:日時?|された(?:の|日)|した(?:の|日))|撮(?:った|られた)(?:のはいつ|日)",
        ("exif", "taken"),
    ),
    _property(r"\b(?:which|what) camera\b|\bcamera (?:model|was used)\b|カメラ(?:の機種|は何)|(?:どの|何の)カメラ", ("exif", "camera")),
    _property(r"\biso\b|ISO\s*感度", ("exif", "iso")),
    _property(r"\bexposure\b|\bshutter\b|露出時間|シャッター", ("exif", "exposure")),
    _property(r"\baperture\b|\bf-?number\b|絞り|F\s*値", ("exif", "aperture")),
    _property(r"\bfocal length\b|焦点距離", ("exif", "focal")),
    _property(r"\bdpi\b|\bdots per inch\b|\bprint resolution\b", ("exif", "dpi")),
    _property(
        r"\b(?:dimensions|resolution)\b|\bsize in pixels\b|\bhow many pixels\b|何\s*(?:ピクセル)?\s*[×xX]\s*何|\bpixel size\b|解像度|ピクセル(?:数|サイズ)|"
        r"(?:画像|写真|映像|動画)の(?:大きさ|寸法|サイズ)",
        ("pixels", "both"), ("media", "both"),
    ),
    _property(r"\bsample rate\b|\bsampling (?:rate|frequency)\b|サンプル(?:レート|周波数)|サンプリング", ("media", "sample_rate")),
    _property(r"\bframe rate\b|\bframes per second\b|\bfps\b|フレームレート", ("media", "frames")),
    _property(r"\bbit ?rate\b|ビットレート", ("media", "bit_rate")),
    _property(r"\bchannels?\b|\bmono or stereo\b|チャンネル数|モノラル", ("media", "channels")),
    _property(r"\bcodec\b|コーデック", ("media", "codec_name")),
    _property(
        r"\bhow long\b|\b(?:duration|playing time|running time)\b|\blength of the (?:song|track|film|video|recording|clip)\b|"
        r"再生時間|演奏時間|(?:曲|音|動画|映像|録音)の長さ|何[秒分]の(?:曲|音|動画|映像)|長さ(?:を|は)",
        ("media", "duration"),
    ),
    _property(r"\bartist\b|\bperformer\b|\bwho (?:sings|plays|performs)\b|アーティスト|歌手|演奏者", ("media", "artist")),
    _property(r"\balbum\b|アルバム", ("media", "album")),
    _property(r"\bgenre\b|ジャンル", ("media", "genre")),
    _property(r"\bauthor\b|\bwho wrote\b|作成者|著者|作者", ("pdf", "Author"), ("office", "author")),
    _property(r"\bkeywords?\b|キーワード", ("pdf", "Keywords"), ("office", "keywords")),
    _property(r"\bsubject\b|(?:サブジェクト|主題)", ("pdf", "Subject"), ("office", "subject")),
    _property(r"\bproducer\b|PDF\s*変換", ("pdf", "Producer")),
    _property(
        r"\b(?:program|software|application|app)\b[^?]*\b(?:created|made|produced|written)\b|\bcreator\b|"
        r"作成(?:した|に使われた)?(?:アプリ|ソフト|プログラム)",
        ("pdf", "Creator"), ("office", "program"),
    ),
    _property(r"\b(?:pdf|format) version\b|PDF\s*の?バージョン", ("pdf", "PDF version")),
    _property(r"\bpage size\b|\bpaper (?:size|format)\b|用紙(?:サイズ|の大きさ)|ページ(?:サイズ|の大きさ)", ("pdf", "Page size")),
    _property(r"\bencrypted\b|暗号化", ("pdf", "Encrypted")),
    _property(
        r"\bhow many pages\b|\bnumber of pages\b|\bpage count\b|何ページ(?:あり|です|から|ある|で)|ページ数|全部で何ページ",
        ("pdf", "Pages"), ("office", "pages"),
    ),
    _property(
        r"\bwhen\b[^?]*\b(?:created|made|produced)\b|\bcreat(?:ion|ed)\b[^?]*\b(?:date|day|time)\b|\b(?:date|day|time)\b[^?]*\bcreat(?:ed|ion)\b|"
        r"作成(?:日|日時|された日)",
        ("pdf", "CreationDate"), ("office", "created"),
    ),
    _property(
        r"\bwhen\b[^?]*\b(?:modified|changed|edited|updated|saved)\b|\b(?:modification|last change)\b|\b(?:date|day|time)\b[^?]*\b(?:modified|changed)\b|"
        r"更新(?:日|日時|され)|最終(?:更新|変更)|変更(?:日|日時|された)|修正日",
        ("stat", "changed"),
    ),
    _property(r"\bpermissions?\b|\baccess rights\b|パーミッション|アクセス権|権限", ("stat", "rights")),
    _property(r"\b(?:who )?owns?\b|\bowner\b|所有者", ("stat", "owner")),
    _property(
        r"\bfile size\b|\bsize of the file\b|\bhow (?:big|large)\b|\bhow many (?:bytes|kilobytes|megabytes|kb|mb|kib|mib)\b|\bsize in bytes\b|"
        r"ファイル(?:の)?(?:サイズ|大きさ)|何バイト|バイト数|容量",
        ("stat", "size"),
    ),
    _property(r"\b(?:mime|file|media) type\b|\bwhat (?:kind|type|sort) of file\b|MIME|ファイル(?:の種類|形式|タイプ)|何形式", ("type", "")),
    _property(r"\bencoding\b|\bcharacter set\b|\bcharset\b|文字コード|エンコーディング", ("type", "encoding")),
    _property(r"\b(?:font|typeface)\b.*\bversion\b|\bversion\b.*\b(?:font|typeface)\b|フォントの?バージョン", ("font", "version")),
    _property(r"\bfont family\b|フォント(?:ファミリー?|の名前|名)", ("font", "family"), ("fonts", "")),
    _property(r"\bfont style\b|フォントの?スタイル", ("font", "style")),
    _property(r"\bfonts?\b|フォント|書体", ("fonts", ""), ("font", "family")),
)  # fmt: skip


def property_in(question: str) -> Property | None:
    return next((one for one in PROPERTIES if one.asks.search(question)), None)


async def told_of(hand: Hand, file: File, wanted: Property) -> str:
    """What the file's own data say; "" where they do not."""
    for of, name in wanted.tells:
        if told := (await _told(hand, file, of, name)).strip():
            return told
    return ""


async def _told(hand: Hand, file: File, of: Of, name: str) -> str:
    path, say = shlex.quote(file.path), hand.say(f"Looking what {file.name} is.", f"{file.name} の情報を調べます。")
    media, pdf = file.ending in SOUND_OR_FILM, file.ending == "pdf"
    match of:
        case "pixels":
            return _pixels(await size(hand, file), name)
        case "exif" if file.ending in PICTURES:
            data = await bytes_of(hand, f"head -c 65536 {path}", say)
            return "" if data is None else exif_in(data).get(name, "")
        case "pdf" if pdf:
            view = await hand.shell(f"pdfinfo -isodates {path}", say)
            return _line(view.text, name)
        case "fonts" if pdf:
            view = await hand.shell(f"pdffonts {path}", say)
            return ", ".join(fonts_in(view.text))
        case "font" if file.ending in FONTS:
            view = await hand.shell(
                f"fc-query -f 'version=%{{fontversion}}\\nfamily=%{{family}}\\nstyle=%{{style}}\\n' {path}", say
            )
            return font_told(view.text, name)
        case "media" if media:
            view = await hand.shell(f"ffprobe -v error -show_format -show_streams {path}", say)
            return media_told(view.text, name)
        case "office" if file.ending in ("odt", "ods", "odp", "docx", "xlsx", "pptx"):
            data = await bytes_of(hand, f"cat {path}", say)
            return "" if data is None else document_facts(data).get(name, "")
        case "stat":
            view = await hand.shell(f"stat -c '%s|%A (%a)|%U|%y' {path}", say)
            parts = view.text.strip().split("|")
            at = ("size", "rights", "owner", "changed").index(name)
            told = parts[at] if len(parts) == 4 else ""
            return _bytes(told) if name == "size" and told.isdigit() else told[:16] if name == "changed" else told
        case "sum":
            view = await hand.shell(f"{name} {path}", say)
            found = re.match(r"\s*([0-9a-f]{8,128})\b", view.text)
            return "" if view.error or found is None else found[1]
        case "type":
            view = await hand.shell(f"file -b --mime-{'encoding' if name else 'type'} {path}", say)
            return "" if view.error or "exit status" in view.text else view.text.strip()
        case _:
            return ""


def _pixels(found: tuple[int, int] | None, name: str) -> str:
    if found is None:
        return ""
    return {"both": f"{found[0]} × {found[1]}", "width": str(found[0]), "height": str(found[1])}[name]


def _line(text: str, name: str) -> str:
    found = re.search(rf"^{re.escape(name)}:[ \t]*(\S.*)$", text, re.MULTILINE)
    return "" if found is None else found[1].strip()


def fonts_in(text: str) -> list[str]:
    """The names in a list by `pdffonts`, without the six letters before those of which only a part is in the file."""
    rows = text.splitlines()
    start = next((at for at, row in enumerate(rows) if re.match(r"-{5,}", row)), len(rows))
    names = [re.sub(r"^[A-Z]{6}\+", "", row.split()[0]) for row in rows[start + 1 :] if row.strip()]
    return list(dict.fromkeys(names))


def font_told(text: str, name: str) -> str:
    """What `fc-query` says under a name; a version comes as a number of which the last 16 bits are a fraction."""
    found = re.search(rf"^{name}=(.+)$", text, re.MULTILINE)
    if found is None or name != "version":
        return "" if found is None else found[1].split(",")[0].strip()
    return f"{int(found[1]) / 65536:.3f}".rstrip("0").rstrip(".") if found[1].isdigit() else ""


def _bytes(count: str) -> str:
    number = int(count)
    for unit, size_of in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if number >= size_of:
            return f"{number:,} bytes ({number / size_of:.1f} {unit})"
    return f"{number} bytes"


def media_told(text: str, name: str) -> str:
    """What `ffprobe` says under a name, of the first stream that has it, else of the whole."""
    found = dict[str, list[str]]()
    for line in text.splitlines():
        key, _, value = line.partition("=")
        if value.strip() not in ("", "N/A", "unknown", "0/0", "0"):
            found.setdefault(key.strip().rpartition(":")[2].lower(), []).append(value.strip())
    match name:
        case "duration":
            seconds = float(found["duration"][-1]) if "duration" in found else 0.0
            whole = round(seconds)
            long = (
                f"{whole // 3600}:{whole % 3600 // 60:02}:{whole % 60:02}"
                if whole >= 3600
                else f"{whole // 60}:{whole % 60:02}"
            )
            return f"{long} ({seconds:.1f} s)" if seconds else ""
        case "both":
            sides = found.get("width", []), found.get("height", [])
            return f"{sides[0][0]} × {sides[1][0]}" if all(sides) else ""
        case "frames":
            rates = found.get("avg_frame_rate") or found.get("r_frame_rate") or []
            over, _, under = (rates[0] if rates else "").partition("/")
            return f"{float(over) / float(under or 1):g}" if over else ""
        case "bit_rate":
            return f"{round(int(found['bit_rate'][-1]) / 1000)} kbit/s" if "bit_rate" in found else ""
        case "sample_rate":
            return f"{found['sample_rate'][0]} Hz" if "sample_rate" in found else ""
        case "codec_name":
            return ", ".join(dict.fromkeys(found.get("codec_name", [])))
        case _:
            return found[name][-1] if name in found else ""
