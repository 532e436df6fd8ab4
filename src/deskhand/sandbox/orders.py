"""What a launcher can be told while its sandbox runs, by any process of the same user.

A socket in the session folder, which nobody else can enter. One JSON line in, one back, and the connection is closed:

    {"do": "about"}                       who drives it, and for how long it waits without anyone
    {"do": "end"}                         end the sandbox
    {"do": "keep", "patience": 600}       let it outlive its host from now on
    {"do": "copy", …}                     make a layer of what it has written (see `Copy` in `plan`)

The host's own stream to the launcher carries none of these: a desktop that was kept may have no host, and a command
line that lists desktops is not the host of any.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket

from deskhand.sandbox import idmaps, layer
from deskhand.sandbox import syscalls as sys_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Protocol

    from deskhand.sandbox.plan import Copy, Plan

    class Host(Protocol):
        def about(self) -> dict[str, object]: ...

        def keep(self, patience: float) -> None: ...


DOOR: Final = "orders.sock"
_SLOWEST = 2.0  # seconds that a caller may take to say what it wants
_LONGEST = 1 << 16
_NO_COPIES: Final = "its files are not within reach"


class Orders:
    def __init__(self, session: str, plan: Plan | None) -> None:
        """Without a ``plan`` there is nothing that could be copied."""
        self._session, self._plan = session, plan
        self._door: socket.socket | None = None
        self._upper = self._users = self._mounts = -1
        self._image: list[int] = []
        self._copiers: dict[int, int] = {}
        self._last: list[tuple[Copy, socket.socket]] = []

    def open(self, process: int, parts: list[int]) -> None:
        """From here on orders are heard. ``parts``: the folder that all writing inside goes to, and all below it."""
        assert self._plan is not None
        self._upper, *layers = parts
        self._image = layers if self._plan["snapshot"] is None else layers[1:]
        # Now, because a snapshot may be made of a sandbox whose programs have all ended.
        self._users = idmaps.open_user_namespace(process)
        self._mounts = os.open(f"/proc/{process}/ns/mnt", os.O_RDONLY | os.O_CLOEXEC)
        self.listen()

    def listen(self) -> None:
        """Hear orders; without `open`, none to copy."""
        self._door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        os.chdir(self._session)  # a path of any length
        self._door.bind(DOOR)
        os.chdir("/")
        self._door.listen(8)

    def descriptors(self) -> list[int]:
        """What is to be listened to."""
        return [*self._copiers, *([] if self._door is None else [self._door.fileno()])]

    def serve(self, ready: set[int], host: Host) -> bool:
        """Hear what came; whether the sandbox is to end now."""
        for copier in [each for each in self._copiers if each in ready]:
            os.close(copier)
            os.waitpid(self._copiers.pop(copier), 0)
        if self._door is None or self._door.fileno() not in ready:
            return False
        caller, _address = self._door.accept()
        with caller:
            caller.settimeout(_SLOWEST)
            try:
                order = _read(caller)
            except (OSError, ValueError):
                return False
            match order.get("do"):
                case "about":
                    answer(caller, {"event": "about", **host.about()})
                case "keep":
                    host.keep(float(str(order.get("patience", 0))))
                    answer(caller, {"event": "kept"})
                case "end":
                    answer(caller, {"event": "ending"})
                    return True
                case "copy" if self._plan is None:
                    answer(caller, {"event": "failed", "errno": 0, "error": _NO_COPIES})
                case "copy" if order.get("ending"):
                    self._last.append((order, socket.socket(fileno=os.dup(caller.fileno()))))  # type: ignore[arg-type]
                    return True
                case "copy":
                    self._copy(order, caller)  # type: ignore[arg-type]
                case _:
                    answer(caller, {"event": "refused", "error": "This launcher does not know that order."})
        return False

    def finish(self) -> None:
        """When all programs have ended: make the layers that were waiting for it."""
        for order, caller in self._last:
            with caller:
                self._copy(order, caller)
        for copier, process in self._copiers.items():
            os.close(copier)
            os.waitpid(process, 0)
        self._copiers.clear()

    def _copy(self, order: Copy, caller: socket.socket) -> None:
        assert self._plan is not None
        ranged = self._plan["mode"] == "range"
        try:
            layers = _show(order["layers"], self._plan, order["first_id"]) if ranged else -1
            if not ranged:
                layers = os.open(order["layers"], os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except OSError as error:
            answer(caller, {"event": "failed", "errno": error.errno or 0, "error": f"its place: {error.strerror}"})
            return
        process = os.fork()
        if process == 0:
            try:
                self._become_copier(order, caller, layers)
            finally:
                os._exit(1)
        os.close(layers)
        self._copiers[os.pidfd_open(process)] = process

    def _become_copier(self, order: Copy, caller: socket.socket, layers: int) -> None:
        assert self._plan is not None
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGTERM, signal.SIGINT, signal.SIGHUP))
        try:
            sys_.die_with_parent()
            sys_.join_namespace(self._users)
            sys_.join_namespace(self._mounts)
            if self._plan["mode"] == "range":
                os.setgroups([])
                os.setresgid(0, 0, 0)
                os.setresuid(0, 0, 0)
                sys_.die_with_parent()
            os.umask(0o077)
            os.mkdir(order["target"], 0o700, dir_fd=layers)
            target = os.open(order["target"], os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=layers)
            made = layer.Layer(target, self._image)
            disk = self._plan["limits"]["disk"]
            if order["parent"]:
                parent = os.open(order["parent"], os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=layers)
                made.apply(parent, link=True, disk=disk)
            made.apply(self._upper, link=False, disk=disk)
            if order["lasting"]:
                sys_.sync_file_system(target)
        except layer.CannotKeep as error:
            answer(caller, {"event": "failed", "errno": 0, "error": str(error)})
        except OSError as error:
            answer(caller, {"event": "failed", "errno": error.errno or 0, "error": str(error.strerror or error)})
        except Exception as error:
            answer(caller, {"event": "failed", "errno": 0, "error": repr(error)})
        else:
            answer(caller, {"event": "copied", "files": made.files, "bytes": made.bytes})
            os._exit(0)


def _show(path: str, plan: Plan, first: int) -> int:
    """The folder of layers as a detached mount in which the sandbox's ids are those that layers have on disk."""
    uids, gids = (idmaps.starting_at(first, each) for each in (plan["uid_map"], plan["gid_map"]))
    names = idmaps.user_namespace_of(uids, gids)
    try:
        tree = sys_.open_tree(path)
        strict = sys_.ATTR_NOSUID | sys_.ATTR_NODEV | sys_.ATTR_NOEXEC
        try:
            sys_.set_mount_attributes(tree, strict | sys_.ATTR_IDMAP, user_namespace=names)
        except OSError:
            os.close(tree)
            raise
        return tree
    finally:
        os.close(names)


def answer(caller: socket.socket, message: dict[str, object]) -> None:
    with contextlib.suppress(OSError):
        caller.sendall(json.dumps(message).encode() + b"\n")


def _read(caller: socket.socket) -> dict[str, object]:
    data = b""
    while not data.endswith(b"\n") and len(data) < _LONGEST:
        chunk = caller.recv(_LONGEST)
        if not chunk:
            break
        data += chunk
    order = json.loads(data)
    if not isinstance(order, dict):
        raise ValueError("no order")
    return order
