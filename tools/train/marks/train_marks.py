#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Trains models/marks.onnx, the network that tells the state of a checkbox, and calibrates it.

    scanstraat-mark-samples --pages 21000 --seed 310000 --out train.bin
    scanstraat-mark-samples --pages 2500 --seed 900000 --mix real --out tune.bin
    scanstraat-mark-samples --pages 2500 --seed 950000 --mix real --out check.bin
    train_marks.py --train train.bin --tune tune.bin --check check.bin --out models

--train may be given several files. Temperature, biases and limits come from --tune, the figures that it prints
from --check, both with the states as frequent as on forms. Needs Debian's python3-torch and python3-numpy; a
quarter of an hour on two cores.
"""

import argparse
import hashlib
import json
import pathlib

import numpy as np
import torch
from torch import nn

STATES = ["empty", "crossed", "blackened", "recrossed", "unclear"]
SIDE = 48
CLUES = 16
PEN_CLUES = [10, 11, 12]  # as in pipeline/marks/Evidence.h
OTHERS_CLUES = [13, 14, 15]
BATCH = 512
RATE = 3e-3
WEIGHT_DECAY = 1e-3
SEED = 20260
BLANK_SHARE = 0.1  # of the boxes that the reader finds blank, kept for training
TARGET_ERROR = 2e-5  # accepted and wrong, a share of all boxes

RECORD = np.dtype(
    [
        ("state", "u1"),
        ("kind", "u1"),
        ("blank", "u1"),
        ("pad", "u1"),
        ("clues", "<f4", CLUES),
        ("planes", "u1", (2, SIDE, SIDE)),
    ]
)


class MarkNet(nn.Module):
    """Three convolutions over the cut, two layers over what they find and the clues."""

    def __init__(self, widths):
        super().__init__()
        a, b, c = widths
        self.look = nn.Sequential(
            nn.Conv2d(2, a, 3, 2, 1),
            nn.BatchNorm2d(a),
            nn.ReLU(),
            nn.Conv2d(a, b, 3, 2, 1),
            nn.BatchNorm2d(b),
            nn.ReLU(),
            nn.Conv2d(b, c, 3, 2, 1),
            nn.BatchNorm2d(c),
            nn.ReLU(),
        )
        self.decide = nn.Sequential(
            nn.Linear(c * 36 + CLUES, 64), nn.ReLU(), nn.Dropout(0.2), nn.Linear(64, len(STATES))
        )

    def forward(self, cut, clues):
        seen = self.look(cut).flatten(1)
        return self.decide(torch.cat([seen, clues], 1))


def load(paths):
    return np.concatenate([np.fromfile(path, RECORD) for path in paths])


def worth_learning(samples):
    """Without most of the boxes that the reader finds blank by itself: the network seldom sees such ones."""
    chance = np.random.default_rng(SEED)
    return samples[(samples["blank"] == 0) | (chance.random(len(samples)) < BLANK_SHARE)]


def batch_of(samples):
    planes = torch.from_numpy(samples["planes"].astype(np.float32) / 255.0)
    return planes, torch.from_numpy(samples["clues"].copy()), torch.from_numpy(samples["state"].astype(np.int64))


def vary(planes, clues, chance):
    """Mirrors some cuts, moves all by a pixel, makes ink paler or darker, forgets what others tell of the pen."""
    mirrored = torch.from_numpy(chance.random(len(planes)) < 0.2)
    planes[mirrored] = planes[mirrored].flip(3)
    down, across = chance.integers(-1, 2, 2)
    planes = torch.roll(planes, (int(down), int(across)), (2, 3))
    gain = torch.from_numpy(chance.uniform(0.92, 1.08, (len(planes), 1, 1)).astype(np.float32))
    planes[:, 0] = (planes[:, 0] * gain).clamp(0, 1)
    for group in (PEN_CLUES, OTHERS_CLUES):
        forgotten = torch.from_numpy(chance.random(len(planes)) < 0.15)
        for clue in group:
            clues[forgotten, clue] = 0.0
    return planes, clues


def fit(net, samples, epochs):
    chance = np.random.default_rng(SEED)
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=WEIGHT_DECAY)
    steps = epochs * (len(samples) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps)
    for epoch in range(epochs):
        net.train()
        order = chance.permutation(len(samples))
        total = 0.0
        for i in range(len(samples) // BATCH):
            planes, clues, states = batch_of(samples[order[i * BATCH : (i + 1) * BATCH]])
            planes, clues = vary(planes, clues, chance)
            planes = planes.contiguous(memory_format=torch.channels_last)
            loss = nn.functional.cross_entropy(net(planes, clues), states)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / (len(samples) // BATCH):.4f}", flush=True)


def outputs_of(net, samples):
    net.eval()
    with torch.no_grad():
        parts = [net(*batch_of(samples[i : i + 4096])[:2]) for i in range(0, len(samples), 4096)]
    return torch.cat(parts).double()


def calibrate(outputs, states):
    """Temperature and biases (vector scaling without the matrix; Guo et al., 2017) with the least log loss."""
    sharpness = torch.zeros(1, dtype=torch.float64, requires_grad=True)  # minus the logarithm of the temperature
    bias = torch.zeros(len(STATES), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([sharpness, bias], max_iter=200, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        loss = nn.functional.cross_entropy(outputs * sharpness.exp() + bias, states)
        loss.backward()
        return loss

    optimiser.step(closure)
    return (-sharpness).exp().item(), bias.detach()


def blank_of(samples):
    """Probabilities of a box that the reader finds blank without the network: its frequencies, half a box more."""
    counts = np.bincount(samples["state"][samples["blank"] == 1], minlength=len(STATES)) + 0.5
    return torch.from_numpy(counts / counts.sum())


def probabilities_of(outputs, samples, temperature, bias, blank):
    probabilities = (outputs / temperature + bias).softmax(1)
    probabilities[torch.from_numpy(samples["blank"] == 1)] = blank
    return probabilities


def limit_of(probabilities, states):
    """Least probability so that the boxes at or above it are wrong in at most TARGET_ERROR of all."""
    best, state = probabilities.max(1)
    order = best.argsort(descending=True)
    wrong = (state != states)[order].cumsum(0)
    good = (wrong <= TARGET_ERROR * len(states)).nonzero()
    return best[order][good[-1]].item() if len(good) else 1.0


def report(probabilities, states, kinds, limit):
    best, state = probabilities.max(1)
    accepted = best >= limit
    wrong = state != states
    print(f"likeliest state right: {100 * (~wrong).double().mean():.3f} % of {len(states)}")
    print(f"called unclear for doubt: {100 * (~accepted & (state != 4)).double().mean():.3f} %")
    print(f"accepted and wrong: {1000 * (accepted & wrong & (state != 4)).double().mean():.4f} per 1,000")
    bins = torch.bucketize(best, torch.linspace(0, 1, 11)[1:-1].double())
    gaps = [
        ((bins == k).double().mean() * (best[bins == k].mean() - (~wrong)[bins == k].double().mean())).abs()
        for k in bins.unique()
    ]
    print(f"expected calibration error, by ten: {100 * sum(gaps):.3f} %")
    print("drawn \\ read " + " ".join(f"{name:>9}" for name in STATES) + "     doubt")
    for i, name in enumerate(STATES):
        row = [int((accepted & (states == i) & (state == j)).sum()) for j in range(5)]
        print(f"{name:>12} " + " ".join(f"{n:>9}" for n in row) + f" {int((~accepted & (states == i)).sum()):>9}")
    for kind in sorted(set(kinds.tolist())):
        of = kinds == kind
        print(
            f"kind {kind:3d}: {int(of.sum()):6d}, likeliest wrong {int((wrong & of).sum()):4d}, "
            f"accepted wrong {int((wrong & accepted & of).sum()):3d}, doubt {int((~accepted & of).sum()):4d}"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", nargs="+", required=True)
    parser.add_argument("--tune", nargs="+", required=True)
    parser.add_argument("--check", nargs="+", required=True)
    parser.add_argument("--out", required=True, help="folder of marks.onnx and marks.json")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--limit", type=float, help="least probability, instead of the one for the target error")
    parser.add_argument("--threads", type=int, default=1, help="a second one hardly helps")
    parser.add_argument("--widths", type=int, nargs=3, default=[10, 20, 32])
    wanted = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(wanted.threads)
    net = MarkNet(wanted.widths).to(memory_format=torch.channels_last)  # a fifth faster
    train = worth_learning(load(wanted.train))
    print(f"{len(train)} samples to learn from", flush=True)
    fit(net, train, wanted.epochs)
    tune = load(wanted.tune)
    states = torch.from_numpy(tune["state"].astype(np.int64))
    outputs = outputs_of(net, tune)
    seen = torch.from_numpy(tune["blank"] == 0)
    temperature, bias = calibrate(outputs[seen], states[seen])
    blank = blank_of(tune)
    limit = wanted.limit or limit_of(probabilities_of(outputs, tune, temperature, bias, blank), states)
    print(f"temperature {temperature:.3f}, limit {limit:.5f}, blank {100 * (~seen).double().mean():.1f} %: {blank}")
    check = load(wanted.check)
    report(
        probabilities_of(outputs_of(net, check), check, temperature, bias, blank),
        torch.from_numpy(check["state"].astype(np.int64)),
        torch.from_numpy(check["kind"].astype(np.int64)),
        limit,
    )
    example = (torch.zeros(1, 2, SIDE, SIDE), torch.zeros(1, CLUES))
    onnx = pathlib.Path(wanted.out, "marks.onnx")
    torch.onnx.export(
        net.eval(),
        example,
        str(onnx),
        opset_version=11,
        input_names=["cut", "clues"],
        output_names=["states"],
    )
    shares = np.bincount(tune["state"], minlength=len(STATES)) / len(tune)
    model = {
        "schema": "scanstraat/marks/2",
        "version": f"marks {hashlib.sha256(onnx.read_bytes()).hexdigest()[:8]}",
        "temperature": round(temperature, 4),
        "bias": {name: round(float(b), 4) for name, b in zip(STATES, bias)},
        "frequencies": {name: round(float(share), 4) for name, share in zip(STATES, shares)},
        "blank": {name: round(float(p), 6) for name, p in zip(STATES, blank)},
        "unclearBelow": round(limit, 5),
        "acceptFrom": round(limit, 5),
    }
    with open(pathlib.Path(wanted.out, "marks.json"), "w", encoding="utf-8") as file:
        json.dump(model, file, indent=1)
        file.write("\n")


main()
