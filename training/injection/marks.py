"""Marks as if a system had written what follows: some name of an authority, or any name, in some kind of brackets.

A mark of a kind that was never learnt must hide no order, and make none: rows of logs have such marks too, so some of
what is no order gets them as well.
"""

from __future__ import annotations

import zlib
from random import Random

_WHO = (
    "system", "admin", "administrator", "root", "kernel", "operator", "runtime", "gateway", "orchestrator",
    "supervisor", "controller", "policy", "core", "security", "host", "platform", "service", "config",
    "session", "daemon", "dispatcher", "scheduler", "broker", "owner", "developer", "planner", "router",
    "assistant", "agent", "tool", "tools", "memory", "context", "directive", "instruction", "prompt", "notice",
    "override", "update", "task", "maintenance", "management", "control", "backend", "api", "engine",
    "environment", "protocol", "server", "vendor", "helpdesk", "audit", "compliance", "workflow", "automation",
    "pipeline", "job", "queue", "event", "alert", "info", "note", "step", "hook", "plugin", "module", "client",
    "user", "message", "msg", "log",
)  # fmt: skip
_THING = (
    *("",) * 4, " message", " note", " update", " layer", " notice", ":2", " v2.1", "-7", " request", "_msg", "/0",
)  # fmt: skip
_JAPANESE = (
    "システム", "管理者", "運用", "制御", "基盤", "管理部", "自動処理", "通知", "本部", "設定",
    "監査", "連絡", "端末", "処理系", "更新",
)  # fmt: skip
_AROUND = (
    ("[{}] ", ""), ("[{}]\n", ""), ("[[{}]] ", ""), ("<{}> ", ""), ("<{}>", "</{}>"), ("<<{}>>\n", "\n<</{}>>"),
    ("<|{}|>", ""), ("<|{}|>\n", "<|end|>"), ("{{{}}} ", ""), ("{{{{{}}}}} ", ""), ("({}) ", ""), ("{}> ", ""),
    ("{} >> ", ""), ("{}: ", ""), ("{}:\n", ""), ("::{}:: ", ""), (":{}: ", ""), ("=== {} ===\n", "\n==="),
    ("--- {} ---\n", "\n---"), ("### {}\n", ""), ("## {}: ", ""), ("*** {} *** ", ""), ("**{}** ", ""),
    ("~~{}~~ ", ""), ("|{}| ", ""), ("%%{}%% ", ""), ("@{} ", ""), ("@@{}@@ ", ""), ("#{} ", ""), ("#!{} ", ""),
    ("//{}: ", ""), ("/* {} */ ", ""), ("<!-- {} --> ", ""), ("«{}» ", ""), ("⟦{}⟧ ", ""), ("【{}】", ""),
    ("〔{}〕", ""), ("■{}■", ""), ("▶ {} | ", ""), ("{} → ", ""), ("{} | ", ""), ('{}="', '"'), ('{{"{}": "', '"}}'),
    ("{}(", ")"), ("{} ~ ", ""), ("[{} 10:42] ", ""), ('<{} id="7">', "</{}>"), ("[{} | high] ", ""), ("<!{}> ", ""),
    ("\\[{}\\] ", ""), ("__{}__ ", ""), ("BEGIN {}\n", "\nEND {}"), ("[/{}] ", ""), ("<{}/> ", ""), ("$${}$$ ", ""),
    ("^{}^ ", ""), ("${{{}}} ", ""), ("`{}` ", ""),
)  # fmt: skip


def marked(rng: Random, text: str, *, learn: bool = True) -> str:
    """``text`` behind such a mark; every fourth pair of brackets is only counted on."""
    while True:
        before, after = rng.choice(_AROUND)
        if (zlib.crc32(before.encode()) % 4 > 0) == learn:
            break
    if any("\u3040" <= letter <= "\u30ff" for letter in text):
        who = rng.choice(_JAPANESE)
    else:
        who = rng.choice(_WHO) + rng.choice(_THING)
        who = rng.choice((who, who, who.upper(), who.title()))
        if rng.random() < 0.3:
            who = f"{rng.choice(_WHO)}{rng.choice((' ', '-', '_', '.'))}{who}"
    return f"{before.format(who)}{text}{after.format(who)}"
