"""Short messages with descriptors between the launcher and the child that becomes the sandbox.

SEQPACKET keeps messages whole; an end that dies is an empty message, never a wait.
"""

from __future__ import annotations

import socket

_SIZE = 4096
_DESCRIPTORS = 64


class Channel:
    def __init__(self, end: socket.socket) -> None:
        self._end = end

    @classmethod
    def pair(cls) -> tuple[Channel, Channel]:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        return cls(ours), cls(theirs)

    def fileno(self) -> int:
        return self._end.fileno()

    def take(self, descriptor: int) -> None:
        """Go on over another descriptor of the same socket."""
        self._end.detach()
        self._end = socket.socket(fileno=descriptor)

    def send(self, word: str, descriptors: list[int] | None = None) -> None:
        socket.send_fds(self._end, [word.encode()], descriptors or [])

    def send_failure(self, step: str, number: int, text: str) -> None:
        self.send("\0".join(("failed", step, str(number), text))[: _SIZE // 4])

    def receive(self) -> tuple[str, list[int]]:
        """The next word and its descriptors; the empty word when the other end is gone."""
        try:
            data, descriptors, _flags, _address = socket.recv_fds(self._end, _SIZE, _DESCRIPTORS)
        except ConnectionError:
            return "", []
        return data.decode(errors="replace"), descriptors

    def close(self) -> None:
        self._end.close()
