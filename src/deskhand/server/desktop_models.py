"""What `/desktops` takes and gives: checked by these, and described by these in `/openapi.json`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Whole = Annotated[int, Field(ge=-1_000_000, le=1_000_000)]
Action = Literal[
    "key",
    "type",
    "mouse_move",
    "left_click",
    "left_click_drag",
    "right_click",
    "middle_click",
    "double_click",
    "screenshot",
    "cursor_position",
    "triple_click",
    "left_mouse_down",
    "left_mouse_up",
    "scroll",
    "hold_key",
    "wait",
    "zoom",
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class NewDesktop(_Strict):
    width: int = Field(1280, ge=320, le=3840, description="Of the screen, in pixels.")
    height: int = Field(800, ge=240, le=2160)


class Act(_Strict):
    """One action of the computer tool, in screen pixels."""

    action: Action
    coordinate: Annotated[list[Whole], Field(min_length=2, max_length=2)] | None = None
    start_coordinate: Annotated[list[Whole], Field(min_length=2, max_length=2)] | None = None
    region: Annotated[list[Whole], Field(min_length=4, max_length=4)] | None = None
    text: str | None = Field(None, max_length=100_000)
    scroll_direction: Literal["up", "down", "left", "right"] | None = None
    scroll_amount: int | None = Field(None, ge=0, le=1000)
    duration: float | None = Field(None, ge=0, le=100)
    repeat: int | None = Field(None, ge=1, le=100)
    picture: bool = Field(False, description="Also return the screen afterwards (for zoom: the part), as base64 PNG.")


class Exec(_Strict):
    command: str = Field(max_length=100_000)
    timeout: float = Field(120.0, gt=0, le=3600, description="Seconds; then the command is interrupted.")


class DesktopInfo(BaseModel):
    id: str
    width: int
    height: int
    created: float = Field(description="Seconds since 1970.")


class DesktopList(BaseModel):
    desktops: list[DesktopInfo]


class ActDone(BaseModel):
    text: str = Field(description="What came of it, in words.")
    changed: bool | None = Field(description="Whether the screen changed; null where nothing was done to it.")
    regions: list[list[int]] = Field(description="Where: x, y, width, height; the largest first.")
    focus: str = Field(description="Title of the window that has the focus now.")
    pointer: list[int] | None
    seconds: float
    picture: str | None = Field(None, description="Base64 PNG, if asked for.")


class ExecDone(BaseModel):
    output: str
    exit_code: int | None
    timed_out: bool
    directory: str


class FileEntry(BaseModel):
    path: str
    kind: str
    bytes: int


class FileList(BaseModel):
    files: list[FileEntry]


class EventList(BaseModel):
    events: list[dict[str, Any]]
    last: int = Field(description="Give it as `after` to get what comes next.")
