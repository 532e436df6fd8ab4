"""Trains the widget detector on the training ground.

    python training/detector/train.py --minutes 35            # two CPUs with bf16; a GPU if there is one
    python training/detector/export.py                        # into the package

The learning rate follows the clock: it ends at zero when the minutes are over, however many steps they held. Every two
minutes the state is kept in ``training/data/detector``; the same command goes on from there.
"""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path

import numpy as np
import torch
from data import STATES, TYPES, Samples
from net import Net
from torch import Tensor
from torch.utils.data import DataLoader

DATA = Path(__file__).resolve().parent.parent / "data"
PEAK = 2.5e-3
WARM = 100
"""Steps."""
KEEP = 0.998
"""Of the averaged weights, each step: it is these that are shipped."""


def losses(answer: tuple[Tensor, Tensor, Tensor], batch: dict[str, Tensor]) -> tuple[Tensor, Tensor, Tensor]:
    types, box, states = (part.float() for part in answer)
    heat, known, inside, stated = batch["heat"], batch["known"][:, None], batch["inside"], batch["stated"]
    chance = torch.sigmoid(types).clamp(1e-4, 1 - 1e-4)
    middle = (heat == 1).float()
    hit = -((1 - chance) ** 2) * torch.log(chance) * middle
    false = -(chance**2) * torch.log(1 - chance) * (1 - heat) ** 4 * (1 - middle)
    of_type = ((hit + false) * known).sum() / middle.sum().clamp(min=1)
    one, other = torch.exp(box.clamp(-4, 6)), batch["box"]
    width = torch.minimum(one[:, 0], other[:, 0]) + torch.minimum(one[:, 2], other[:, 2])
    height = torch.minimum(one[:, 1], other[:, 1]) + torch.minimum(one[:, 3], other[:, 3])
    shared = width * height
    total = (one[:, 0] + one[:, 2]) * (one[:, 1] + one[:, 3]) + (other[:, 0] + other[:, 2]) * (
        other[:, 1] + other[:, 3]
    )
    apart = (torch.log(one) - torch.log(other)).abs().sum(1)
    count = inside.sum().clamp(min=1)
    of_box = ((1 - shared / (total - shared) + 0.15 * apart) * inside).sum() / count
    plain = torch.nn.functional.binary_cross_entropy_with_logits(states, batch["states"], reduction="none").sum(1)
    of_state = (plain * stated).sum() / stated.sum().clamp(min=1)
    return of_type, of_box, of_state


def rate(part: float, step: int) -> float:
    return PEAK * min(1.0, (step + 1) / WARM) * 0.5 * (1 + math.cos(math.pi * min(1.0, part)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=35)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, default=DATA / "ground" / "learn")
    parser.add_argument("--out", type=Path, default=DATA / "detector")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(asked.threads)
    torch.manual_seed(asked.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    net = Net(len(TYPES), len(STATES)).to(device, memory_format=torch.channels_last)
    mean = {name: tensor.clone() for name, tensor in net.state_dict().items()}
    kept = asked.out / "state.pt"
    groups = [
        {"params": [p for p in net.parameters() if p.ndim > 1], "weight_decay": 0.02},
        {"params": [p for p in net.parameters() if p.ndim <= 1], "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, PEAK)
    step, spent = 0, 0.0
    if kept.exists():
        state = torch.load(kept, map_location=device)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        mean, step, spent = state["mean"], state["step"], state["spent"]
        print(f"going on at step {step} after {spent / 60:.1f} minutes", flush=True)
    begun, saved = time.monotonic() - spent, time.monotonic()
    running = np.zeros(3)

    def save() -> None:
        state = {"net": net.state_dict(), "optimizer": optimizer.state_dict(), "mean": mean, "step": step}
        torch.save({**state, "spent": time.monotonic() - begun}, kept.with_suffix(".part"))
        kept.with_suffix(".part").replace(kept)

    try:
        stream = DataLoader(Samples(asked.data, asked.seed + step), asked.batch, num_workers=1, prefetch_factor=4)
        for drawn in stream:
            batch = {name: tensor.to(device) for name, tensor in drawn.items()}
            part = (time.monotonic() - begun) / (60 * asked.minutes)
            if part >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = rate(part, step)
            picture = (
                batch["picture"].permute(0, 3, 1, 2).float().div(255).contiguous(memory_format=torch.channels_last)
            )
            with torch.autocast(device.type, torch.bfloat16):
                answer = net(picture)
            of_type, of_box, of_state = losses(answer, batch)
            optimizer.zero_grad()
            (of_type + 2 * of_box + of_state).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 10)
            optimizer.step()
            keep = min(KEEP, (step + 1) / (step + 10))
            for name, tensor in net.state_dict().items():
                if tensor.is_floating_point():
                    mean[name].lerp_(tensor, 1 - keep)
            running = running * 0.98 + np.array([of_type.item(), of_box.item(), of_state.item()]) * 0.02
            step += 1
            if step % 25 == 0:
                shown = running / (1 - 0.98**step)
                print(
                    f"{100 * part:5.1f} %  step {step}  type {shown[0]:.3f}  box {shown[1]:.3f}  state {shown[2]:.3f}",
                    flush=True,
                )
            if time.monotonic() - saved > 120:
                save()
                saved = time.monotonic()
    except KeyboardInterrupt:
        save()
        raise SystemExit("stopped; the same command goes on from here") from None
    save()


if __name__ == "__main__":
    main()
