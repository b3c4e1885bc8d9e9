# SPDX-License-Identifier: EUPL-1.2
"""The block that the networks of characters and of lines are made of."""
import torch.nn as nn
import torch.nn.functional as F


class Residual(nn.Module):
    """Two 3 x 3 convolutions with a way around them (He et al., 2016)."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.a = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.ab = nn.BatchNorm2d(outputs)
        self.b = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bb = nn.BatchNorm2d(outputs)
        straight = stride == 1 and inputs == outputs
        self.c = nn.Identity() if straight else nn.Sequential(
            nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        return F.relu(self.bb(self.b(F.relu(self.ab(self.a(x))))) + self.c(x))
