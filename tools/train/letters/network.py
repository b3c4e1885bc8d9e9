# SPDX-License-Identifier: EUPL-1.2
"""The residual network that tells characters apart, and its way to ONNX."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from glyph_data import CLASSES
from scan_domain import GLYPH_SIDE


class Residual(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.first_norm = nn.BatchNorm2d(outputs)
        self.second = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.second_norm = nn.BatchNorm2d(outputs)
        self.skip = nn.Identity()
        if stride > 1 or inputs != outputs:
            self.skip = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False),
                                      nn.BatchNorm2d(outputs))

    def forward(self, x):
        inner = functional.relu(self.first_norm(self.first(x)))
        return functional.relu(self.second_norm(self.second(inner)) + self.skip(x))


def build():
    return nn.Sequential(
        nn.Conv2d(1, 16, 3, 2, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(),
        Residual(16, 28, 1), Residual(28, 52, 2), Residual(52, 88, 2),
        nn.Dropout(0.2), nn.Flatten(), nn.Linear(88 * (GLYPH_SIDE // 8) ** 2, CLASSES))


def scores(net, glyphs):
    """Outputs before the softmax of many glyphs (uint8)."""
    net.eval()
    parts = []
    with torch.no_grad():
        for start in range(0, len(glyphs), 500):
            batch = torch.from_numpy(np.stack(glyphs[start:start + 500])).float().unsqueeze(1) / 255
            parts.append(net(batch))
    return torch.cat(parts).numpy()


def export(net, path):
    net.eval()
    torch.onnx.export(net, torch.zeros(1, 1, GLYPH_SIDE, GLYPH_SIDE), str(path), opset_version=11,
                      input_names=["glyph"], output_names=["score"],
                      dynamic_axes={"glyph": {0: "count"}, "score": {0: "count"}})


def largest_difference(net, path, glyphs):
    """Between the outputs of torch and of OpenCV, which runs the file in the product."""
    import cv2

    runner = cv2.dnn.readNetFromONNX(str(path))
    runner.setInput(np.stack(glyphs)[:, None].astype(np.float32) / 255)
    return float(np.abs(runner.forward() - scores(net, glyphs)).max())
