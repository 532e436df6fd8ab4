"""The detector's network: a small U of convolutions, one guess for each eight by eight pixels.

No anchors and no boxes of fixed shapes: each cell says how much it is the middle of a thing of each type, how far the
thing's four sides are, and its states. A row of a table is a thousand pixels wide, so the lower levels see far (the
deepest cell is 64 pixels wide and looks at all its neighbours several times over).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

STRIDE = 8
WIDTHS = (16, 24, 40, 64, 96, 128)
"""Channels at a half, a quarter … a 64th of the picture's width."""
NECK = 64


def _conv(here: int, there: int, size: int = 3, stride: int = 1, groups: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(here, there, size, stride, size // 2, groups=groups, bias=False), nn.BatchNorm2d(there), nn.ReLU(True)
    )


class _Block(nn.Module):
    """Two convolutions around which the input goes by."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = _conv(width, width)
        self.second = nn.Sequential(nn.Conv2d(width, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width))

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(x + self.second(self.first(x)))


class Net(nn.Module):
    def __init__(self, types: int, states: int) -> None:
        super().__init__()
        a, b, c, d, e, f = WIDTHS
        self.stem = _conv(3, a, 3, 2)
        self.quarter = nn.Sequential(_conv(a, b, 3, 2), _conv(b, b))
        self.eighth = nn.Sequential(_conv(b, c, 3, 2), _Block(c))
        self.sixteenth = nn.Sequential(_conv(c, d, 3, 2), _Block(d))
        self.thirty = nn.Sequential(_conv(d, e, 3, 2), _Block(e))
        self.sixty = nn.Sequential(_conv(e, f, 3, 2), _Block(f))
        self.sides = nn.ModuleList([nn.Conv2d(width, NECK, 1) for width in (c, d, e, f)])
        self.smooth = nn.ModuleList([_conv(NECK, NECK) for _ in range(3)])
        self.head = nn.Sequential(_conv(NECK, NECK), _conv(NECK, NECK))
        self.types = nn.Conv2d(NECK, types, 1)
        self.box = nn.Conv2d(NECK, 4, 1)
        self.states = nn.Conv2d(NECK, states, 1)
        nn.init.constant_(self.types.bias, -5.0)  # type: ignore[arg-type]

    def forward(self, picture: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Of a picture (0 to 1; sides multiples of 64): logits of the types, log of the distances to the left, upper,
        right and lower side in cells, logits of the states."""
        eighth = self.eighth(self.quarter(self.stem(picture - 0.5)))
        sixteenth = self.sixteenth(eighth)
        thirty = self.thirty(sixteenth)
        levels = [side(x) for side, x in zip(self.sides, (eighth, sixteenth, thirty, self.sixty(thirty)), strict=True)]
        x = levels[3]
        for index in (2, 1, 0):
            x = nn.functional.interpolate(x, scale_factor=2.0, mode="nearest")
            x = self.smooth[index](x + levels[index])
        x = self.head(x)
        return self.types(x), self.box(x), self.states(x)
