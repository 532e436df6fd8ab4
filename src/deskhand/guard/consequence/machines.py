"""Buttons that move something in the world: *Open* of a gate, 停止 of a pump, *Take off*.

In a program that works on files the same words open a window or end a song. So they count only where the window's name
is that of a machine, and *Open* and *Close* only beside each other or beside others of their kind.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.guard.consequence.guess import Guess, is_web
from deskhand.guard.consequence.labels import folded
from deskhand.guard.evidence import Evidence, Thing

_MACHINE = re.compile(
    r"\b(controllers?|control (room|desk|unit|station|tower)|ground station|plc|scada|gates?|valves?|pumps?|sluices?|boilers?"
    r"|furnace|conveyors?|cranes?|elevators?|robots?|drones?|rovers?|cnc|milling|lathe|laser cutter|plotter|kiln|reactor"
    r"|turbines?|generators?|irrigation|sprinklers?|greenhouse|aquarium|incubator|oven|garage|barriers?|telescope|dome"
    r"|signal box|interlocking|blinds|shutters?|sirens?|3d[- ]print\w*|hatch(es)?|locks? gates?|bridge control)\b"
    r"|制御|操作盤|監視盤|水門|配水|給水|揚水|ポンプ|ボイラー|窯|昇降機|ロボット|ドローン|無人機|工作機|旋盤|加工機|立体印刷"
    r"|灌漑|散水|水番|温室|水槽|孵卵|暖房|車庫|遮断機|天窓|望遠鏡|信号機|警報|発電機|電動|搬送",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"(start|stop|run|halt|abort|fire|ignite|arm|disarm|take ?off|land|launch|return (home|to base)|raise|lower|feed|fill"
    r"|drain|flush|release|dispense|water|heat|cool|preheat|jog|zero|home|probe|park|slew|emergency stop|e-?stop|cycle start"
    r"|sound|test siren|unload|load|eject|move|rotate|spin|lift|drop|resume|pause|cancel)"
    r"( (now|all|it|the \w+|print(ing)?|job|motor|pump|axis|axes|spindle|cycle|program|mission|siren|alarm|[xyz]|[xyz]{2,3}|\d+.*))?"
    r"|(印刷|加工|運転|給水|排水|注水|放水|散水|配水|点火|搬送|走行|飛行|任務|送風|加熱|冷却|餌やり)(を)?(開始|停止|中止|再開)?(する)?"
    r"|(起動|始動|停止|運転|開始|中止|再開|非常停止|全開|全閉|離陸|着陸|帰還|原点復帰|上げる|下げる|上昇|下降|鳴らす|回す|止める|動かす)(する)?"
)
_GOES_OPEN = re.compile(
    r"(open|close|shut|on|off|(turn|switch) (on|off))( (all|it|now|both|(the )?\w+))?"
    r"|.{0,6}(を|の)?(開く|閉じる|開ける|閉める|あける|しめる|開|閉|入|切)"
)


def moves(thing: Thing, label: str, evidence: Evidence) -> Guess | None:
    """What pressing ``thing`` sets going or stops, in the window of a machine; None where nothing says so."""
    if is_web(evidence) or thing.role not in ("push button", "button", "toggle button"):
        return None
    if not _MACHINE.search(evidence.place.window) or thing.label.rstrip().endswith(("…", "...")):
        return None
    text, because = folded(label), f"the words ‘{label}’"
    others = [folded(other.label) for other in evidence.form if other.is_button and other.label != thing.label]
    if _MOVES.fullmatch(text) or (_GOES_OPEN.fullmatch(text) and any(map(_moves_too, others))):
        return Guess("settings", 0.75, (because, f"a machine (‘{evidence.place.window[:40]}’)"))
    return None


def _moves_too(text: str) -> bool:
    return _MOVES.fullmatch(text) is not None or _GOES_OPEN.fullmatch(text) is not None
