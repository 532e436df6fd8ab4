"""Puts the trained detector into the package: ``src/deskhand/vision/detector.onnx``, 2 MB.

    python training/detector/export.py

The weights are kept in 16 bits and widened when the network is loaded (all arithmetic is in 32: on CPUs without 16-bit
units that is faster). The file takes the picture as it is, 8-bit RGB with sides that are multiples of 64, and carries
the names of its types and states.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from data import STATES, TYPES
from net import Net
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

TRAINED = Path(__file__).resolve().parent.parent / "data" / "detector" / "state.pt"
TARGET = Path(__file__).resolve().parents[2] / "src" / "deskhand" / "vision" / "detector.onnx"


class _FromPicture(nn.Module):
    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, picture: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        types, box, states = self.net(picture.permute(2, 0, 1)[None].float() / 255)
        return torch.sigmoid(types)[0], torch.exp(box.clamp(-4, 6))[0], torch.sigmoid(states)[0]


def halved(model: onnx.ModelProto) -> None:
    """Every large weight in 16 bits, with a cast behind it (which the runtime carries out once, when it loads)."""
    casts = []
    for weight in model.graph.initializer:
        if weight.data_type == TensorProto.FLOAT and np.prod(weight.dims) > 64:
            values = numpy_helper.to_array(weight).astype(np.float16)
            name = weight.name
            weight.CopyFrom(numpy_helper.from_array(values, f"{name}.half"))
            casts.append(helper.make_node("Cast", [f"{name}.half"], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trained", type=Path, default=TRAINED)
    parser.add_argument("--target", type=Path, default=TARGET)
    asked = parser.parse_args()
    state = torch.load(asked.trained, map_location="cpu")
    net = Net(len(TYPES), len(STATES))
    net.load_state_dict(state["mean"])
    module = _FromPicture(net.eval()).eval()
    picture = torch.zeros(384, 512, 3, dtype=torch.uint8)
    torch.onnx.export(
        module,
        (picture,),
        str(asked.target),
        input_names=["picture"],
        output_names=["types", "box", "states"],
        dynamic_axes={"picture": {0: "height", 1: "width"}},
        opset_version=17,
        dynamo=False,
    )
    model = onnx.load(str(asked.target))
    halved(model)
    for key, names in (("types", TYPES), ("states", STATES)):
        model.metadata_props.add(key=key, value=",".join(names))
    onnx.checker.check_model(model)
    onnx.save(model, str(asked.target))
    print(f"{asked.target.name}: {asked.target.stat().st_size / 1e6:.1f} MB, {state['step']} steps")


if __name__ == "__main__":
    main()
