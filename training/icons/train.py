"""Trains the icon reader and puts it into the package: ``src/deskhand/vision/pictograms.onnx``.

    python training/icons/draw.py          # first: what it learns from
    python training/icons/train.py         # 3 minutes on two CPUs

Two icon sets and one theme are held back; what is said of them at the end is how it does with a hand it never saw.
"""

# ruff: noqa: E501
from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor, nn

DATA = Path(__file__).resolve().parent.parent / "data" / "icons.npz"
TARGET = Path(__file__).resolve().parents[2] / "src" / "deskhand" / "vision" / "pictograms.onnx"
SURE = 0.6
"""As `deskhand.vision.pictograms.SURE`: below it nothing is said."""


class Net(nn.Module):
    def __init__(self, ideas: int) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        here = 1
        for there, pool in ((24, False), (32, True), (48, False), (64, True), (96, True)):
            layers += [nn.Conv2d(here, there, 3, padding=1, bias=False), nn.BatchNorm2d(there), nn.ReLU()]
            layers += [nn.MaxPool2d(2)] if pool else []
            here = there
        self.body = nn.Sequential(*layers)
        self.head = nn.Sequential(nn.Flatten(), nn.Dropout(0.3), nn.Linear(96 * 9, ideas))

    def forward(self, patches: Tensor) -> Tensor:
        return self.head(self.body(patches))  # type: ignore[no-any-return]


def shaken(x: Tensor) -> Tensor:
    """Turned and stretched a little, moved by parts of a pixel, stronger or weaker, noisy."""
    count = len(x)
    near = torch.eye(2, 3).repeat(count, 1, 1) + torch.randn(count, 2, 3) * torch.tensor([0.06, 0.06, 0.04])
    moved = nn.functional.grid_sample(x, nn.functional.affine_grid(near, list(x.shape), False), align_corners=False)
    strength = torch.empty(count, 1, 1, 1).uniform_(0.6, 1.6)
    return (moved.clamp(0, 1) ** strength + torch.randn_like(x) * 0.04).clamp(0, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--batch", type=int, default=128)
    asked = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(1)
    stored = np.load(DATA)
    ideas = [str(idea) for idea in stored["ideas"]]
    x, y = torch.from_numpy(stored["patches"]).float().div(255)[:, None], torch.from_numpy(stored["of"])
    held = torch.from_numpy(stored["held"])
    learn_x, learn_y, test_x, test_y = x[~held], y[~held], x[held], y[held]
    print(f"{len(ideas)} ideas, {len(learn_x)} drawings to learn from, {len(test_x)} by other hands", flush=True)
    net = Net(len(ideas))
    optimizer = torch.optim.AdamW(net.parameters(), 2e-3, weight_decay=0.05)
    steps = asked.epochs * (len(learn_x) // asked.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=steps)
    for epoch in range(asked.epochs):
        net.train()
        order = torch.randperm(len(learn_x))
        total = 0.0
        for start in range(0, len(order) - asked.batch + 1, asked.batch):
            rows = order[start : start + asked.batch]
            loss = nn.functional.cross_entropy(net(shaken(learn_x[rows])), learn_y[rows], label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        if epoch % 4 == 3:
            print(f"round {epoch + 1} of {asked.epochs}: loss {total / (len(order) // asked.batch):.3f}", flush=True)
    net.eval()
    with torch.no_grad():
        chances = torch.softmax(net(test_x), 1)
    best, sure = chances.argmax(1), chances.max(1).values >= SURE
    named = test_y != ideas.index("other")
    said = sure & (best != ideas.index("other"))
    print(f"held-out hands: {(best == test_y)[named].float().mean():.3f} of the named icons right")
    print(
        f"where it is sure: {(said & named).sum() / named.sum():.3f} of them named, {(best == test_y)[said & named].float().mean():.3f} right"
    )
    print(f"of nameless ones it names {said[~named].float().mean():.3f}")
    module = nn.Sequential(net, nn.Softmax(1)).eval()
    torch.onnx.export(
        module,
        (torch.zeros(1, 1, *x.shape[2:]),),
        str(TARGET),
        input_names=["patches"],
        dynamic_axes={"patches": {0: "count"}},
        opset_version=17,
        dynamo=False,
    )
    model = onnx.load(str(TARGET))
    model.metadata_props.add(key="ideas", value=",".join(ideas))
    onnx.save(model, str(TARGET))
    print(f"{TARGET.name}: {TARGET.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
