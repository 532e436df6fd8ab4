"""A desktop that types secrets in the place of their placeholders, and shows none of them.

It stands between the tools and the desktop, so nothing that a model is given comes by another way: pictures, outputs,
elements, titles and files pass here, and a placeholder becomes a value in the last step before the wire. Into a field,
only by key events, only where `secret_field` says that it belongs; a shell, a file and the clipboard never get one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeAlias

from deskhand.desktop.actions import Action, Type
from deskhand.desktop.interface import (
    Desktop,
    DesktopError,
    DesktopGone,
    Element,
    FileInfo,
    Frame,
    Glimpse,
    InvalidAction,
    Outcome,
    ShellResult,
    Window,
)
from deskhand.guard.masking import Mask
from deskhand.guard.secret_field import focus_of, why_not
from deskhand.guard.secrets import placeholder
from deskhand.guard.vault import Secret, Vault
from deskhand.screen.geometry import Point, Rect, Size

Tell: TypeAlias = Callable[[Mapping[str, Any]], None]
"""Is told of each secret that was typed or refused: its name, the place and the field, for the audit."""


class LendingDesktop:
    """Implements `deskhand.desktop.interface.Desktop` around another one."""

    def __init__(self, desktop: Desktop, vault: Vault, tell: Tell | None = None) -> None:
        self._desktop = desktop
        self._vault = vault
        self._tell = tell
        self._redactor = vault.redactor()
        self._mask = Mask(desktop, vault)

    @property
    def size(self) -> Size:
        return self._desktop.size

    # What goes in

    async def act(self, action: Action, *, picture: bool = True) -> Outcome:
        with self._quiet():
            if isinstance(action, Type) and self._vault.named_in(action.text):
                action = await self._lent(action.text)
            return await self._shown(await self._desktop.act(action, picture=picture))

    async def _lent(self, text: str) -> Type:
        found = self._vault.alone_in(text)
        if found is None:
            name = self._vault.named_in(text)[0].name
            raise InvalidAction(
                f"A secret is typed by an action of its own: type {placeholder(name)} and nothing else in one action."
            )
        secret, tail = found
        focus = focus_of(await self._desktop.elements(), await self._desktop.windows())
        refusal = why_not(secret, focus)
        element, window = focus.element, focus.window
        self._told(
            secret,
            "refused" if refusal else "typed",
            place=(element.page if element and element.page else window.program if window else ""),
            field=element.name if element else "",
        )
        if refusal:
            raise InvalidAction(refusal)
        self._mask.arm()
        return Type(secret.value + tail)

    def _told(self, secret: Secret, what: str, **where: str) -> None:
        if self._tell is not None:
            self._tell({"name": secret.name, "what": what, **where})

    def _never(self, text: str, where: str) -> None:
        """Raises when a placeholder would go where no secret may."""
        for secret in self._vault.named_in(text):
            self._told(secret, "refused", place=where)
            raise InvalidAction(
                f"The secret {secret.name} does not go into {where}: it can only be typed into a field at "
                f"{secret.places}."
            )

    async def shell(self, command: str, *, timeout: float = 120.0) -> ShellResult:
        self._never(command, "a shell")
        with self._quiet():
            result = await self._desktop.shell(command, timeout=timeout)
            return replace(result, output=self._clean(result.output), directory=self._clean(result.directory))

    async def write_file(self, path: str, data: bytes, *, create_new: bool = False) -> None:
        self._never(data.decode("utf-8", "replace"), "a file")
        with self._quiet():
            await self._desktop.write_file(path, data, create_new=create_new)

    async def set_clipboard(self, text: str) -> None:
        self._never(text, "the clipboard")
        with self._quiet():
            await self._desktop.set_clipboard(text)

    async def launch(self, program: str) -> None:
        self._never(program, "a command line")
        with self._quiet():
            await self._desktop.launch(program)

    # What comes out

    async def _shown(self, outcome: Outcome) -> Outcome:
        frame = None if outcome.frame is None else await self._mask.frame(outcome.frame)
        glimpses = [await self._glimpse(glimpse) for glimpse in outcome.glimpses]
        return replace(outcome, focus=self._clean(outcome.focus), frame=frame, glimpses=tuple(glimpses))

    async def _glimpse(self, glimpse: Glimpse) -> Glimpse:
        return replace(glimpse, png=await self._mask.part(glimpse.png, glimpse.region)) if glimpse.png else glimpse

    async def screenshot(self) -> Frame:
        with self._quiet():
            return await self._mask.frame(await self._desktop.screenshot())

    async def zoom(self, region: Rect) -> Frame:
        with self._quiet():
            frame = await self._desktop.zoom(region)
            return replace(frame, png=await self._mask.part(frame.png, region))

    async def read_file(self, path: str) -> bytes:
        with self._quiet():
            data = await self._desktop.read_file(path)
            cleaned = self._redactor.data(data)
            if cleaned is not data:
                self._mask.arm()
            return cleaned

    async def list_files(self, path: str, *, depth: int = 1) -> list[FileInfo]:
        with self._quiet():
            return [
                replace(info, path=self._clean(info.path)) for info in await self._desktop.list_files(path, depth=depth)
            ]

    async def clipboard(self) -> str:
        with self._quiet():
            return self._clean(await self._desktop.clipboard())

    async def windows(self) -> list[Window]:
        with self._quiet():
            return [replace(window, title=self._clean(window.title)) for window in await self._desktop.windows()]

    async def elements(self) -> list[Element]:
        with self._quiet():
            return [
                replace(each, name=self._clean(each.name), value=self._clean(each.value), page=self._clean(each.page))
                for each in await self._desktop.elements()
            ]

    def _clean(self, text: str) -> str:
        cleaned = self._redactor.text(text)
        if cleaned != text:
            self._mask.arm()  # it is somewhere inside: from now on it is looked for in pictures, too
        return cleaned

    @contextmanager
    def _quiet(self) -> Any:
        """Errors of the desktop are shown to the model as well."""
        try:
            yield
        except DesktopGone as error:
            raise DesktopGone(self._redactor.text(str(error))) from None
        except DesktopError as error:
            raise type(error)(self._redactor.text(str(error))) from None

    # What a secret has no part in

    async def pointer(self) -> Point:
        return await self._desktop.pointer()

    async def release_all(self) -> None:
        await self._desktop.release_all()

    async def halt(self) -> None:
        await self._desktop.halt()

    async def restart_shell(self) -> None:
        await self._desktop.restart_shell()

    async def focus_window(self, window_id: int) -> None:
        await self._desktop.focus_window(window_id)

    async def close_window(self, window_id: int) -> None:
        await self._desktop.close_window(window_id)

    async def close(self) -> None:
        await self._desktop.close()
