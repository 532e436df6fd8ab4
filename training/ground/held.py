"""Six kits that are only measured with, never learned from: written by hand in the manner of widespread designs.

They share the pages' structure with what is learned from, but no rule of style: borders, fills, check marks, switches
and sliders are drawn by other means (pseudo elements of text, gradients, masks) than in `look`.
"""

# ruff: noqa: E501
from __future__ import annotations

import random

from look import Look

COMMON = """*{box-sizing:border-box} body{margin:0} button,input,select,textarea{font:inherit;color:inherit}
.bar{display:flex;align-items:center;flex-wrap:wrap;gap:8px} .tabs{display:flex;margin-bottom:10px} .tab{background:none;border:0}
.item{display:flex;align-items:center;gap:8px;white-space:nowrap} .item.off{opacity:.4} .menu{position:absolute;z-index:5}
.icon{background:none;border:0;line-height:0} table{border-collapse:collapse;width:100%} td,th{text-align:left;white-space:nowrap}
.dialog{position:absolute;z-index:9;min-width:280px} .veil{position:fixed;inset:0;z-index:8}
.t,.s{appearance:none;flex:none;position:relative;margin:0 8px 0 0;vertical-align:middle} ::-webkit-inner-spin-button{opacity:1}
.fs,select.f.own{appearance:none;text-align:left} :disabled{opacity:.5}
"""

KITS = {
    "bordered": """body{font:15px/1.5 'Nimbus Sans','Noto Sans CJK JP';color:#212529;background:#fff} .panel{border:1px solid #dee2e6;border-radius:6px;padding:16px}
.bar{background:#f8f9fa;padding:8px 16px} .b{background:#0d6efd;color:#fff;border:1px solid #0d6efd;border-radius:6px;padding:6px 12px} .b.two{background:#fff;color:#6c757d;border-color:#6c757d}
.f{border:1px solid #ced4da;border-radius:6px;padding:6px 12px;background:#fff} :focus{outline:0;border-color:#86b7fe;box-shadow:0 0 0 4px #0d6efd40}
.t{width:16px;height:16px;border:1px solid #bfbfbf} .t.c{border-radius:4px} .t.r{border-radius:50%} .t:checked{background:#0d6efd;border-color:#0d6efd} .t.c:checked::after{content:"";position:absolute;left:4px;top:1px;width:5px;height:9px;border:solid #fff;border-width:0 2px 2px 0;transform:rotate(45deg)} .t.r:checked::after{content:"";position:absolute;inset:4px;border-radius:50%;background:#fff}
.s{width:32px;height:16px;border-radius:32px;border:1px solid #bfbfbf;background:radial-gradient(circle at 8px 50%,#bfbfbf 5px,transparent 5.5px)} .s:checked{background:radial-gradient(circle at 22px 50%,#fff 5px,transparent 5.5px) #0d6efd}
.g.own{appearance:none;height:8px;border-radius:8px;background:#dee2e6;width:200px} .g.own::-webkit-slider-thumb{appearance:none;width:16px;height:16px;border-radius:50%;background:#0d6efd}
.tabs{border-bottom:1px solid #dee2e6} .tab{padding:8px 16px;color:#0d6efd} .tab.on{border:1px solid #dee2e6;border-bottom-color:#fff;border-radius:6px 6px 0 0;color:#495057;margin-bottom:-1px}
.item{padding:6px 16px} .item.on{background:#0d6efd;color:#fff;border-radius:6px} .menu{background:#fff;border:1px solid #ccc;border-radius:6px;padding:8px 0} .icon{padding:6px}
td,th{padding:8px;border-bottom:1px solid #dee2e6} tr.on td{background:#cfe2ff} a{color:#0d6efd} .list>*{padding:8px 16px;border:1px solid #dee2e6;margin-top:-1px} .list>.on{background:#0d6efd;color:#fff} .dialog{background:#fff;border-radius:8px;padding:16px;border:1px solid #aaa} .veil{background:#0008}
.fs,select.f.own{padding-right:30px;background:#fff linear-gradient(45deg,transparent 50%,#343a40 50%) no-repeat right 16px center/6px 6px}""",
    "material": """body{font:14px/1.5 'Noto Sans','Noto Sans CJK JP';color:#1d1b20;background:#fef7ff} .panel{background:#f7f2fa;border-radius:12px;padding:16px}
.bar{background:#fef7ff;padding:8px 16px} .b{background:#6750a4;color:#fff;border:0;border-radius:20px;padding:10px 24px} .b.two{background:transparent;color:#6750a4;padding:10px 12px}
.f{background:#e6e0e9;border:0;border-bottom:1px solid #49454f;border-radius:4px 4px 0 0;padding:14px 16px} :focus{outline:0} .f:focus{border-bottom:2px solid #6750a4}
.t{width:18px;height:18px;border:2px solid #49454f} .t.c{border-radius:2px} .t.r{border-radius:50%;width:20px;height:20px} .t.c:checked{background:#6750a4;border-color:#6750a4} .t.c:checked::after{content:"✓";position:absolute;inset:-2px 0 0 1px;color:#fff;font:bold 14px/18px 'DejaVu Sans'} .t.r:checked{border-color:#6750a4} .t.r:checked::after{content:"";position:absolute;inset:3px;border-radius:50%;background:#6750a4}
.s{width:52px;height:32px;border-radius:16px;border:2px solid #79747e;background:#e6e0e9} .s::after{content:"";position:absolute;left:6px;top:6px;width:16px;height:16px;border-radius:50%;background:#79747e} .s:checked{background:#6750a4;border-color:#6750a4} .s:checked::after{left:22px;top:2px;width:24px;height:24px;background:#fff}
.g.own{appearance:none;height:16px;border-radius:8px;background:#e8def8;width:220px} .g.own::-webkit-slider-thumb{appearance:none;width:4px;height:40px;border-radius:2px;background:#6750a4}
.tabs{border-bottom:1px solid #cac4d0} .tab{padding:14px 16px;color:#49454f} .tab.on{color:#6750a4;box-shadow:inset 0 -3px #6750a4}
.item{padding:10px 16px;border-radius:28px} .item.on{background:#e8def8} .menu{background:#f3edf7;border-radius:4px;padding:8px 0;box-shadow:0 2px 6px #0005} .icon{padding:12px;border-radius:50%}
td,th{padding:14px 16px;border-bottom:1px solid #cac4d0} tr.on td{background:#e8def8} a{color:#6750a4;text-decoration:none} .list>*{padding:12px 16px} .list>.on{background:#e8def8} .dialog{background:#ece6f0;border-radius:28px;padding:24px} .veil{background:#0005}
.fs,select.f.own{padding-right:40px;background:#e6e0e9 conic-gradient(from 135deg at 50% 0,transparent 0 0) no-repeat;background-image:linear-gradient(135deg,#49454f 50%,transparent 50%);background-position:right 16px center;background-size:7px 7px}""",
    "flat dark": """body{font:13px/1.4 'DejaVu Sans','Noto Sans CJK JP';color:#cccccc;background:#1e1e1e} .panel{background:#252526;padding:12px}
.bar{background:#3c3c3c;padding:2px 8px} .b{background:#0e639c;color:#fff;border:0;padding:5px 12px} .b.two{background:#3a3d41}
.f{background:#3c3c3c;border:1px solid transparent;padding:4px 6px} :focus{outline:1px solid #007fd4;outline-offset:-1px}
.t{width:18px;height:18px;background:#3c3c3c;border:1px solid #3c3c3c;border-radius:3px} .t.r{border-radius:50%} .t:checked::after{content:"✔";position:absolute;left:2px;top:-2px;color:#f0f0f0;font:13px/18px 'DejaVu Sans'} .t.r:checked::after{content:"●";left:3px;top:-1px}
.s{width:36px;height:18px;background:#3c3c3c;border-radius:2px} .s::after{content:"";position:absolute;left:2px;top:2px;width:14px;height:14px;background:#888} .s:checked{background:#0e639c} .s:checked::after{left:20px;background:#fff}
.g.own{appearance:none;height:2px;background:#666;width:160px} .g.own::-webkit-slider-thumb{appearance:none;width:8px;height:18px;background:#0e639c}
.tab{padding:8px 12px;background:#2d2d2d;color:#969696;border-right:1px solid #252526} .tab.on{background:#1e1e1e;color:#fff}
.item{padding:3px 20px} .item.on{background:#37373d;color:#fff} .menu{background:#303031;padding:4px 0;box-shadow:0 2px 8px #000} .icon{padding:3px;border-radius:5px}
td,th{padding:3px 10px} th{color:#888} tr.on td{background:#094771} a{color:#3794ff;text-decoration:none} .list>*{padding:2px 12px} .list>.on{background:#094771} .dialog{background:#252526;padding:14px;box-shadow:0 0 12px #000} .veil{background:#0004}
.fs,select.f.own{padding-right:22px} .fs::after{content:"⌄";float:right;margin-right:-16px}""",
    "classic": """body{font:12px/1.3 'Nimbus Sans','Noto Sans CJK JP';color:#000;background:#c0c0c0} .panel{border:2px groove #fff;padding:10px}
.bar{background:#c0c0c0;padding:2px;gap:2px;border-bottom:1px solid #808080} .b{background:#c0c0c0;border:2px outset #fff;padding:3px 14px}
.f{background:#fff;border:2px inset #fff;padding:2px 4px} :focus{outline:1px dotted #000;outline-offset:-4px}
.t{width:13px;height:13px;background:#fff;border:2px inset #eee} .t.r{border-radius:50%} .t.c:checked::after{content:"✓";position:absolute;left:0;top:-4px;font:bold 12px/14px 'DejaVu Sans'} .t.r:checked::after{content:"";position:absolute;inset:2px;border-radius:50%;background:#000}
.s{width:30px;height:14px;background:#fff;border:2px inset #eee} .s::after{content:"";position:absolute;left:0;top:0;width:12px;height:10px;background:#c0c0c0;border:1px outset #fff} .s:checked{background:#000080} .s:checked::after{left:14px}
.g.own{appearance:none;height:4px;background:#fff;border:1px inset #fff;width:150px} .g.own::-webkit-slider-thumb{appearance:none;width:11px;height:20px;background:#c0c0c0;border:2px outset #fff}
.tab{padding:3px 10px;border:2px outset #fff;border-bottom:0} .tab.on{padding-bottom:6px;font-weight:bold}
.item{padding:2px 10px} .item.on{background:#000080;color:#fff} .menu{background:#c0c0c0;border:2px outset #fff;padding:2px} .icon{padding:2px;border:1px outset #fff}
td,th{padding:1px 6px;background:#fff} th{background:#c0c0c0;border:2px outset #fff;font-weight:400} tr.on td{background:#000080;color:#fff} a{color:#00f} .list{background:#fff;border:2px inset #fff} .list>*{padding:1px 4px} .list>.on{background:#000080;color:#fff} .dialog{background:#c0c0c0;border:2px outset #fff;padding:10px}
.fs,select.f.own{padding-right:22px;background:#fff linear-gradient(#c0c0c0,#c0c0c0) no-repeat right/16px 100%}""",
    "borderless": """body{font:16px/1.6 'URW Gothic','Noto Sans CJK JP';color:#37352f;background:#fff} .panel{padding:14px}
.bar{padding:10px 20px} .b{background:transparent;border:0;border-radius:4px;padding:4px 8px;color:#37352f;font-weight:600} .b.two{color:#787774;font-weight:400}
.f{background:#f7f6f3;border:0;border-radius:4px;padding:6px 10px} :focus{outline:0;box-shadow:inset 0 0 0 1px #2383e2a0,0 0 0 3px #2383e230}
.t{width:16px;height:16px;border:1.3px solid #37352f} .t.r{border-radius:50%} .t:checked{background:#2383e2;border-color:#2383e2} .t:checked::after{content:"";position:absolute;left:3px;top:3px;width:8px;height:5px;border:solid #fff;border-width:0 0 2px 2px;transform:rotate(-45deg)} .t.r:checked::after{border:0;background:#fff;width:6px;height:6px;left:4px;top:4px;border-radius:50%}
.s{width:26px;height:14px;border-radius:44px;background:#87837850} .s::after{content:"";position:absolute;left:2px;top:2px;width:10px;height:10px;border-radius:50%;background:#fff} .s:checked{background:#2383e2} .s:checked::after{left:14px}
.g.own{appearance:none;height:3px;background:#e3e2e0;border-radius:3px;width:180px} .g.own::-webkit-slider-thumb{appearance:none;width:14px;height:14px;border-radius:50%;background:#fff;box-shadow:0 1px 4px #0006}
.tab{padding:6px 10px;color:#787774} .tab.on{color:#37352f;border-bottom:2px solid #37352f}
.item{padding:3px 12px;border-radius:4px;color:#5f5e5b} .item.on{background:#f1f1ef;color:#000} .menu{background:#fff;border-radius:6px;padding:5px;box-shadow:0 0 0 1px #0f0f0f0d,0 9px 24px #0f0f0f33} .icon{padding:4px;color:#787774}
td,th{padding:6px 8px} th{color:#787774;font-weight:400} tr.on td{background:#e7f3f8} a{color:inherit} .list>*{padding:5px 8px} .list>.on{background:#f1f1ef} .dialog{background:#fff;border-radius:8px;padding:20px;box-shadow:0 8px 30px #0005} .veil{background:#0f0f0f99}
.fs,select.f.own{padding-right:26px} .fs::after{content:"▾";float:right;margin-right:-16px;color:#999}""",
    "dense": """body{font:11px/1.35 'Noto Sans','Noto Sans CJK JP';color:#333;background:#eef1f5} .panel{background:#fff;border:1px solid #c9d3df;padding:6px}
.bar{background:linear-gradient(#fff,#dfe6ee);border-bottom:1px solid #b5c2d1;padding:2px 6px;gap:3px} .b{background:linear-gradient(#fdfdfd,#e2e7ed);border:1px solid #aab6c4;border-radius:3px;padding:1px 8px} .b.two{background:#fff}
.f{background:#fff;border:1px solid #b5c2d1;border-radius:1px;padding:1px 4px} :focus{outline:0;border-color:#3a87d4}
.t{width:12px;height:12px;border:1px solid #8796a5;background:#fff} .t.r{border-radius:50%} .t.c:checked{background:linear-gradient(135deg,transparent 30%,#27496d 30% 70%,transparent 70%)} .t.r:checked{background:radial-gradient(#27496d 40%,#fff 45%)}
.s{width:24px;height:12px;border-radius:6px;background:linear-gradient(90deg,#fff 50%,#b9c4d0 50%);border:1px solid #8796a5} .s:checked{background:linear-gradient(90deg,#6fb36f 50%,#fff 50%)}
.g.own{appearance:none;height:3px;background:#b5c2d1;width:120px} .g.own::-webkit-slider-thumb{appearance:none;width:9px;height:14px;border:1px solid #8796a5;background:#f4f6f8;border-radius:2px}
.tabs{border-bottom:1px solid #b5c2d1} .tab{padding:2px 10px;border:1px solid #c9d3df;border-bottom:0;background:#e6ebf1;margin-right:1px} .tab.on{background:#fff;font-weight:700}
.item{padding:1px 8px} .item.on{background:#d4e4f5} .menu{background:#fff;border:1px solid #8796a5;padding:1px} .icon{padding:2px} .icon.on{background:#d4e4f5}
td,th{padding:1px 5px;border:1px solid #dfe6ee} th{background:#eef1f5;font-weight:600} tr.on td{background:#d4e4f5} a{color:#1a5da8;text-decoration:none} .list{border:1px solid #c9d3df} .list>*{padding:1px 5px} .list>.on{background:#3a87d4;color:#fff} .dialog{background:#fff;border:1px solid #5a6b7c;padding:8px;box-shadow:2px 2px 6px #0006} .veil{background:#fff8}
.fs,select.f.own{padding-right:18px;background:#fff linear-gradient(#8796a5,#8796a5) no-repeat right 6px center/6px 2px}""",
}


def held_look(rng: random.Random, kit: str, icon_set: str) -> Look:
    return Look(COMMON + KITS[kit], 14, False, icon_set, False, kit == "dense", rng.random() < 0.4, rng.random() < 0.5)
