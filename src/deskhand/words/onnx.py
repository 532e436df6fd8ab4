"""Writes a network as ONNX, the form in which onnxruntime takes it: nodes, constants, and what goes in and out.

The numbers of the fields are those of the public ``onnx.proto3``. The package ``onnx`` would write the same few
messages for 18 MB more to install.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Attribute: TypeAlias = int | float | Sequence[int]
MICROSOFT = "com.microsoft"
"""The domain of onnxruntime's own operators."""
_FORMAT, _OPERATORS = 8, 17
"""Versions: of the file (ONNX 1.12 and later), of the operators."""
_TYPES = {"float32": 1, "uint8": 2, "int8": 3, "int64": 7}
FLOAT, UINT8 = _TYPES["float32"], _TYPES["uint8"]
"""What a ``Cast`` is told as ``to``."""


class Graph:
    """A network in the making: values are called by names that it gives them."""

    def __init__(self) -> None:
        self._nodes: list[bytes] = []
        self._constants: list[bytes] = []
        self._made = 0

    def constant(self, array: NDArray[Any] | np.generic) -> str:
        """float32, uint8, int8 or int64."""
        # No `ascontiguousarray`: it makes a row of a single number.
        array, name = np.asarray(array, order="C"), self._name()
        dims = b"".join(_number(1, dim) for dim in array.shape)
        tensor = dims + _number(2, _TYPES[array.dtype.name]) + _bytes(8, name.encode()) + _bytes(9, array.tobytes())
        self._constants.append(tensor)
        return name

    def node(self, operator: str, *given: str, domain: str = "", **attributes: Attribute) -> str:
        """The name of what comes out."""
        return self.nodes(operator, *given, outputs=1, domain=domain, **attributes)[0]

    def nodes(self, operator: str, *given: str, outputs: int, domain: str = "", **attributes: Attribute) -> list[str]:
        """The names of what comes out, where that is more than one."""
        found = [self._name() for _ in range(outputs)]
        self._nodes.append(
            b"".join(_bytes(1, name.encode()) for name in given)
            + b"".join(_bytes(2, name.encode()) for name in found)
            + _bytes(4, operator.encode())
            + b"".join(_bytes(5, _attribute(name, value)) for name, value in attributes.items())
            + _bytes(7, domain.encode())
        )
        return found

    def model(self, given: str, width: int, wanted: str) -> bytes:
        """The whole, which makes of ``given`` what is ``wanted``: rows × width float32 each, however many rows."""
        graph = (
            b"".join(_bytes(1, node) for node in self._nodes)
            + _bytes(2, b"deskhand")
            + b"".join(_bytes(5, constant) for constant in self._constants)
            + _bytes(11, _value(given, width))
            + _bytes(12, _value(wanted, width))
        )
        versions = ((b"", _OPERATORS), (MICROSOFT.encode(), 1))
        imports = b"".join(_bytes(8, _bytes(1, domain) + _number(2, version)) for domain, version in versions)
        return _number(1, _FORMAT) + _bytes(7, graph) + imports

    def _name(self) -> str:
        self._made += 1
        return f"v{self._made}"


def _value(name: str, width: int) -> bytes:
    dims = _bytes(1, _bytes(2, b"rows")) + _bytes(1, _number(1, width))
    return _bytes(1, name.encode()) + _bytes(2, _bytes(1, _number(1, FLOAT) + _bytes(2, dims)))


def _attribute(name: str, value: Attribute) -> bytes:
    called = _bytes(1, name.encode())
    if isinstance(value, float):
        return called + _varint(2 << 3 | 5) + struct.pack("<f", value) + _number(20, 1)
    if isinstance(value, int):
        return called + _number(3, value) + _number(20, 2)
    return called + b"".join(_number(8, each) for each in value) + _number(20, 7)


def _varint(value: int) -> bytes:
    value &= (1 << 64) - 1  # a negative number is written as its complement
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value
