"""What a command printed, kept small while it is still printing: 100 MB go by and 30,000 characters stay."""

from __future__ import annotations

import codecs


class Clip:
    """Bytes go in as they come; the beginning and the end come out as text, with a line that says what is missing.

    Bytes that are no UTF-8, and NUL, which no model accepts in a text, become U+FFFD.
    """

    def __init__(self, limit: int) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._head = ""
        self._tail = ""
        self._count = 0
        self._head_size = limit // 2
        self._tail_size = limit - limit // 2 - 80  # less the line that tells of the cut

    def feed(self, data: bytes) -> None:
        self._keep(self._decoder.decode(data))

    def text(self) -> str:
        self._keep(self._decoder.decode(b"", final=True))
        cut = self._count - len(self._head) - len(self._tail)
        text = self._head + (f"\n[… {cut:,} characters are cut out here …]\n" if cut else "") + self._tail
        return text.replace("\0", "\ufffd")

    def _keep(self, text: str) -> None:
        self._count += len(text)
        room = self._head_size - len(self._head)
        self._head += text[:room]
        self._tail = (self._tail + text[room:])[-self._tail_size :]
