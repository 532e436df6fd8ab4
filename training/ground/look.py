"""How an invented product looks: colours, borders, fonts and sizes drawn at random, as one style sheet.

Whole families of design are drawn (flat, outlined, underlined, filled, raised, dense, dark …) rather than a handful of
kits copied: what a detector learns from a few kits is those kits. The kits of `held` are written apart from this and
only measured with.
"""

# ruff: noqa: E501
from __future__ import annotations

import colorsys
import random
from dataclasses import dataclass

FONTS = {
    "en": (
        "Noto Sans",
        "DejaVu Sans",
        "Nimbus Sans",
        "Noto Serif",
        "URW Gothic",
        "Noto Sans Mono",
        "C059",
        "P052",
        "Nimbus Sans Narrow",
    ),
    "ja": ("Noto Sans CJK JP", "Noto Sans CJK JP", "Noto Serif CJK JP"),
}
TICK = (
    "polygon(14% 44%,0 65%,50% 100%,100% 16%,80% 0,43% 62%)",  # a check mark
    "polygon(20% 0,0 20%,30% 50%,0 80%,20% 100%,50% 70%,80% 100%,100% 80%,70% 50%,100% 20%,80% 0,50% 30%)",  # a cross
    "inset(12%)",  # a filled square
)


@dataclass(frozen=True)
class Look:
    css: str
    font_size: int
    native: bool
    """Check boxes and the like as the browser draws them."""
    icons: str
    """The set its icons are from."""
    upper: bool
    dense: bool
    number_buttons: bool
    """Number fields have − and + beside them instead of the browser's arrows."""
    fake_select: bool
    """Drop-downs are buttons with an arrow."""


def _colour(h: float, lightness: float, s: float) -> str:
    r, g, b = colorsys.hls_to_rgb(h % 1, min(1, max(0, lightness)), s)
    return f"#{round(r * 255):02x}{round(g * 255):02x}{round(b * 255):02x}"


def draw(rng: random.Random, language: str, icon_sets: tuple[str, ...]) -> Look:
    dark = rng.random() < 0.3
    tint = rng.random() if rng.random() < 0.5 else 0.6
    grey = rng.choice((0.0, 0.0, 0.08, 0.2))
    depth = rng.uniform(0.05, 0.2)
    base = depth if dark else rng.choice((1.0, 1.0, rng.uniform(0.88, 1)))
    step = rng.uniform(0.02, 0.07)
    page = _colour(tint, base, grey)
    panel = _colour(tint, base + step if dark else rng.choice((1.0, base - step)), grey)
    sunken = _colour(tint, base + 2 * step if dark else base - step, grey)
    text = _colour(tint, rng.uniform(0.82, 0.98) if dark else rng.uniform(0, 0.25), grey)
    muted = _colour(tint, 0.6 if dark else 0.48, grey)
    edge = _colour(tint, base + rng.uniform(0.1, 0.35) if dark else base - rng.uniform(0.1, 0.45), grey)
    hue = rng.random()
    accent = _colour(hue, rng.uniform(0.5, 0.68) if dark else rng.uniform(0.28, 0.52), rng.uniform(0.4, 1))
    on_accent = "#fff" if not dark or rng.random() < 0.6 else "#111"
    soft = f"color-mix(in srgb, {accent} {rng.randint(10, 30)}%, {panel})"
    size = rng.choice((10, 11, 12, 12, 13, 13, 14, 14, 14, 15, 16, 16, 18, 20))
    dense = rng.random() < 0.3
    pad_y = rng.uniform(1, 3) if dense else rng.uniform(4, 11)
    pad_x = rng.uniform(4, 8) if dense else rng.uniform(8, 20)
    radius = rng.choice((0, 0, 2, 3, 4, 4, 6, 8, 12, 99))
    width = rng.choice((1, 1, 1, 2))
    shadow = rng.choice(("none", "none", "0 1px 2px rgba(0,0,0,.3)", "0 2px 8px rgba(0,0,0,.2)"))
    font = rng.choice(FONTS[language])
    button = {
        "filled": f"background:{accent};color:{on_accent};border:0",
        "outline": f"background:transparent;color:{accent};border:{width}px solid {accent}",
        "grey": f"background:{sunken};color:{text};border:{width}px solid {edge}",
        "flat": f"background:{sunken};color:{text};border:0",
        "ghost": f"background:transparent;color:{accent};border:0",
        "plain": f"background:transparent;color:{text};border:{width}px solid {edge}",
        "raised": f"background:linear-gradient({panel},{edge});color:{text};border:1px solid {edge};box-shadow:0 1px 1px rgba(0,0,0,.3)",
        "soft": f"background:{soft};color:{text};border:0",
    }
    looks = list(button)
    first, second = rng.choice(looks), rng.choice(looks)
    field = rng.choice(
        (
            f"background:{panel};border:{width}px solid {edge};border-radius:{min(radius, 20)}px",
            f"background:{page};border:{width}px solid {edge};border-radius:{min(radius, 20)}px",
            f"background:{sunken};border:0;border-radius:{min(radius, 20)}px",
            f"background:{sunken};border:0;border-bottom:{width}px solid {edge};border-radius:{min(radius, 6)}px {min(radius, 6)}px 0 0",
            f"background:transparent;border:0;border-bottom:{width}px solid {edge};border-radius:0",
            f"background:{panel};border:1px inset {edge};border-radius:0",
            f"background:{soft};border:1px solid transparent;border-radius:{min(radius, 20)}px",
        )
    )
    focus = rng.choice(
        (
            f"outline:2px solid {accent};outline-offset:{rng.choice((0, 1, 2))}px",
            f"outline:0;border-color:{accent};box-shadow:0 0 0 3px color-mix(in srgb,{accent} 35%,transparent)",
            f"outline:0;border-color:{accent};border-bottom:2px solid {accent}",
            f"outline:1px dotted {text};outline-offset:-3px",
        )
    )
    toggle = rng.choice((13, 14, 16, 16, 18, 20, 22))
    on_fill = rng.random() < 0.6
    tick = rng.choice(TICK[:1] * 3 + TICK[1:])
    track_w, track_h = rng.randint(26, 48), rng.randint(14, 24)
    knob = rng.randint(track_h - 8, track_h + 2)
    tab_on = rng.choice(
        (
            f"border-bottom:{rng.choice((2, 3))}px solid {accent};color:{accent}",
            f"background:{panel};border:1px solid {edge};border-bottom:1px solid {panel};border-radius:{min(radius, 6)}px {min(radius, 6)}px 0 0",
            f"background:{accent};color:{on_accent};border-radius:{min(radius, 20)}px",
            f"background:{soft};border-radius:{min(radius, 8)}px",
            "font-weight:bold",
        )
    )
    on_row = rng.choice(
        (
            f"background:{accent};color:{on_accent}",
            f"background:{soft}",
            f"border-left:3px solid {accent};background:{sunken}",
        )
    )
    lines = rng.choice((f"border-bottom:1px solid {edge}", "border:0", f"border:1px solid {edge}"))
    stripes = f"tbody tr:nth-child(even){{background:{sunken}}}" if rng.random() < 0.4 else ""
    round_knob = rng.choice(("50%", "3px", "0"))
    arrow = "url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 6'><path d='M1 1l4 4 4-4' fill='none' stroke='%23888' stroke-width='1.5'/></svg>\")"
    bars = (
        f"::-webkit-scrollbar{{width:{(w := rng.choice((6, 8, 10, 14)))}px;height:{w}px;background:{sunken}}}"
        f"::-webkit-scrollbar-thumb{{background:{edge};border-radius:{rng.choice((0, 4, 9))}px}}"
        if rng.random() < 0.5
        else ""
    )
    css = f"""
*{{box-sizing:border-box}} {"" if rng.random() < 0.5 else "html{color-scheme:" + ("dark" if dark else "light") + "}"}
body{{margin:0;background:{page};color:{text};font:{size}px/{rng.uniform(1.2, 1.7):.2f} '{font}','Noto Sans CJK JP',sans-serif;accent-color:{accent}}}
button,input,select,textarea{{font:inherit;color:inherit}}
.panel{{background:{panel};border-radius:{min(radius, 14)}px;padding:{pad_x:.0f}px;box-shadow:{shadow};border:{rng.choice((0, 1))}px solid {edge}}}
.bar{{background:{rng.choice((panel, accent, sunken, page))};display:flex;align-items:center;gap:{rng.randint(2, 14)}px;padding:{pad_y:.0f}px {pad_x:.0f}px;flex-wrap:wrap}}
.b{{padding:{pad_y:.1f}px {pad_x:.1f}px;border-radius:{radius}px;cursor:pointer;{button[first]}}}
.b.two{{{button[second]}}}
.b:hover{{filter:brightness({rng.choice((0.93, 1.1))})}} .b:disabled,.f:disabled{{opacity:{rng.uniform(0.35, 0.6):.2f}}}
.f{{padding:{pad_y:.1f}px {min(pad_x, 12):.1f}px;{field};min-width:60px}} .f::placeholder{{color:{muted}}}
:focus{{{focus}}} textarea.f{{resize:{rng.choice(("none", "both"))}}}
.t{{appearance:none;width:{toggle}px;height:{toggle}px;border:{rng.choice((1, 1, 2))}px solid {rng.choice((edge, muted, text))};background:{rng.choice((panel, "transparent"))};margin:0 {rng.randint(3, 9)}px 0 0;display:inline-grid;place-content:center;vertical-align:middle;flex:none}}
.t.c{{border-radius:{rng.choice((0, 2, 3, 5))}px}} .t.r{{border-radius:50%}}
.t::before{{content:"";width:{round(toggle * rng.uniform(0.5, 0.7))}px;height:{round(toggle * rng.uniform(0.45, 0.65))}px;transform:scale(0);background:{on_accent if on_fill else accent};clip-path:{tick}}}
.t.r::before{{clip-path:none;border-radius:50%;width:{round(toggle * 0.5)}px;height:{round(toggle * 0.5)}px}}
.t:checked::before{{transform:none}} .t:checked{{border-color:{accent};{f"background:{accent}" if on_fill else ""}}} .t:disabled{{opacity:.45}}
.s{{appearance:none;width:{track_w}px;height:{track_h}px;border-radius:{rng.choice((99, 99, 3))}px;background:{rng.choice((edge, sunken))};border:{rng.choice((0, 1, 2))}px solid {edge};position:relative;vertical-align:middle;margin:0 6px 0 0;flex:none}}
.s::before{{content:"";position:absolute;width:{knob}px;height:{knob}px;top:50%;left:{(track_h - knob) / 2:.0f}px;transform:translateY(-55%);border-radius:50%;background:{rng.choice(("#fff", panel, text))};box-shadow:0 1px 2px rgba(0,0,0,.4)}}
.s:checked{{background:{accent};border-color:{accent}}} .s:checked::before{{left:auto;right:{(track_h - knob) / 2:.0f}px}} .s:disabled{{opacity:.45}}
select.f.own,.fs{{appearance:none;background-image:{arrow};background-repeat:no-repeat;background-position:right 8px center;background-size:10px;padding-right:26px;text-align:left}}
.g{{width:{rng.randint(90, 260)}px;vertical-align:middle}} .g.own{{appearance:none;height:{rng.randint(3, 8)}px;background:{edge};border-radius:9px;margin:8px 4px}}
.g.own::-webkit-slider-thumb{{appearance:none;width:{(k := rng.randint(10, 22))}px;height:{k if rng.random() < 0.8 else k * 2}px;border-radius:{round_knob};background:{rng.choice((accent, panel))};border:1px solid {edge}}}
::-webkit-inner-spin-button{{opacity:1}}
.tabs{{display:flex;gap:{rng.randint(0, 10)}px;border-bottom:{rng.choice((0, 1))}px solid {edge};margin-bottom:8px}} .tab{{padding:{pad_y:.0f}px {pad_x:.0f}px;border:1px solid transparent;background:none}}
.tab.on{{{tab_on}}}
.item{{display:flex;align-items:center;gap:8px;padding:{pad_y * 0.8:.0f}px {pad_x:.0f}px;white-space:nowrap}} .item.on{{{on_row}}} .item:hover{{background:{sunken}}} .item.off{{opacity:.45}}
.menu{{position:absolute;background:{panel};border:1px solid {edge};box-shadow:0 3px 10px rgba(0,0,0,.35);border-radius:{min(radius, 8)}px;padding:3px;z-index:5}}
.icon{{background:none;border:0;border-radius:{min(radius, 20)}px;padding:{rng.randint(1, 8)}px;line-height:0;{rng.choice(("", "", f"border:1px solid {edge}", f"background:{sunken}"))}}} .icon.on{{background:{soft}}} .icon:hover{{background:{sunken}}} .icon:disabled{{opacity:.4}}
table{{border-collapse:collapse;width:100%}} td,th{{padding:{pad_y * 0.7:.0f}px {pad_x * 0.7:.0f}px;text-align:left;{lines};white-space:nowrap}} th{{{rng.choice((f"background:{sunken}", f"color:{muted}", f"border-bottom:2px solid {edge}"))};font-weight:{rng.choice((400, 600))}}}
{stripes} tbody tr.on td{{{on_row}}}
a{{color:{rng.choice((accent, "inherit"))};text-decoration:{rng.choice(("none", "underline"))}}}
.list>*{{padding:{pad_y * 0.8:.0f}px {pad_x:.0f}px;{lines}}} .list>.on{{{on_row}}}
.dialog{{position:absolute;z-index:9;min-width:280px;background:{panel};border:{rng.choice((0, 1))}px solid {edge};border-radius:{min(radius, 14)}px;padding:{max(10.0, pad_x):.0f}px;box-shadow:0 8px 40px rgba(0,0,0,.45)}}
.veil{{position:fixed;inset:0;background:rgba(0,0,0,{rng.uniform(0.15, 0.6):.2f});z-index:8}}
.label{{color:{rng.choice((text, muted))};font-size:{rng.choice((100, 100, 88))}%;font-weight:{rng.choice((400, 400, 600))}}} {bars}
"""
    return Look(
        css,
        size,
        rng.random() < 0.3,
        rng.choice(icon_sets),
        language == "en" and rng.random() < 0.12,
        dense,
        rng.random() < 0.4,
        rng.random() < 0.4,
    )
