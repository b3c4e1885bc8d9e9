#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Trains models/marks-quick.onnx and marks-thorough.onnx, the networks that tell the state of a checkbox, and
calibrates what both say together.

    scanstraat-mark-samples --pages 24000 --seed 510000 --out train.bin
    scanstraat-mark-samples --pages 2500 --seed 900000 --mix real --out tune.bin
    scanstraat-mark-samples --pages 2500 --seed 950000 --mix real --out check.bin
    scanstraat-mark-samples --pages 1200 --seed 970000 --mix odd --out odd-tune.bin
    scanstraat-mark-samples --pages 1200 --seed 980000 --mix odd --out odd-check.bin
    train_marks.py train --network quick --samples train.bin --out models
    train_marks.py train --network thorough --samples train.bin --out models
    train_marks.py calibrate --tune tune.bin --odd-tune odd-tune.bin --check check.bin \
        --odd-check odd-check.bin --out models

Samples may be several files. Temperature, biases and limits come from --tune and --odd-tune, the figures that are
printed from --check and --odd-check: pages with the states as frequent as on forms, and pages that an odd hand
marked (pipeline/marks/HandPosterior.h). Needs Debian's python3-torch, python3-opencv and python3-numpy; half an
hour for each network on one core, a few minutes to calibrate.
"""

import argparse
import hashlib
import json
import pathlib

import cv2
import numpy as np
import torch
from torch import nn

STATES = ["empty", "crossed", "blackened", "recrossed", "unclear"]
SIDE = 48
CLUES = 21
BITONAL = 3  # clues as in pipeline/marks/Evidence.h
PEN_KNOWN = 10
PEN_BROKEN = 16
PEN_CLUES = [10, 11, 12, 16]
OTHERS_CLUES = [13, 14, 15]
OTHERS_PEAK = 13
OTHERS_MARKED = 15
COLOUR_CLUES = [18, 19, 20]
EMPTY, CROSSED, UNCLEAR = 0, 1, 4
NETWORKS = {"quick": [(32, 6, 4), (48, 3, 2)], "thorough": [(10, 3, 2), (20, 3, 2), (32, 3, 2)]}
EPOCHS = {"quick": 8, "thorough": 7}
SURELY_EMPTY = 6.0  # lead of the quick score from which the thorough one is not asked: 1 in 15,000 is no empty box
THOROUGH_WEIGHT = 0.7  # of both scores: least wrong and doubted in the tuning files, of 0.4 to 1
BATCH = 512
RATE = 3e-3
WEIGHT_DECAY = 1e-3
SEED = 20260
BLANK_SHARE = 0.1  # of the boxes that the reader finds blank, kept for training
TARGET_ERROR = 2e-5  # accepted and wrong, a share of all boxes
ODD_PAGES = 0.02  # share of pages that an odd hand marks: an assumption
WEIGHT_OF_BOX = 0.5  # as in pipeline/marks/HandPosterior.cpp
BROKEN_STEPS = [0.1, 0.4, 1.0]
PEAK_STEPS = [0.5, 0.9, 2.0]
HALF_SEEN_STEPS = [0, 1, 2, 1000]
UNEVEN = 3  # half seen crosses from which on firm ink proves nothing, as in pipeline/marks/LostInk.cpp

RECORD = np.dtype(
    [
        ("state", "u1"),
        ("kind", "u1"),
        ("blank", "u1"),
        ("lost", "u1"),
        ("page", "<u4"),
        ("clues", "<f4", CLUES),
        ("planes", "u1", (2, SIDE, SIDE)),
    ]
)


def convolutions(sizes):
    """For each of `sizes` (channels, kernel, stride) a convolution, normalised."""
    layers = []
    before = 2
    for channels, kernel, stride in sizes:
        layers += [nn.Conv2d(before, channels, kernel, stride, 1), nn.BatchNorm2d(channels), nn.ReLU()]
        before = channels
    return nn.Sequential(*layers)


class MarkNet(nn.Module):
    """Convolutions that bring the cut to 6 x 6, two layers over what they find and the clues."""

    def __init__(self, sizes):
        super().__init__()
        self.look = convolutions(sizes)
        self.decide = nn.Sequential(
            nn.Linear(sizes[-1][0] * 36 + CLUES, 64), nn.ReLU(), nn.Dropout(0.2), nn.Linear(64, len(STATES))
        )

    def forward(self, cut, clues):
        seen = self.look(cut).flatten(1)
        return self.decide(torch.cat([seen, clues], 1))


def load(paths):
    return np.concatenate([np.fromfile(path, RECORD) for path in paths])


def worth_learning(samples):
    """Without most of the boxes that the reader finds blank by itself (the network seldom sees such ones), and
    without the crosses that the scan lost (they are counted instead)."""
    chance = np.random.default_rng(SEED)
    seldom = (samples["blank"] == 1) & (chance.random(len(samples)) >= BLANK_SHARE)
    return samples[~seldom & (samples["lost"] == 0)]


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
    alone = chance.random(len(planes)) < 0.1  # a box of which nothing but the cut is known
    for group in (PEN_CLUES, OTHERS_CLUES, COLOUR_CLUES):
        forgotten = torch.from_numpy(alone | (chance.random(len(planes)) < 0.15))
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


def file_of(folder, network):
    return pathlib.Path(folder, f"marks-{network}.onnx")


def save(net, onnx):
    example = (torch.zeros(1, 2, SIDE, SIDE), torch.zeros(1, CLUES))
    torch.onnx.export(
        net.eval(),
        example,
        str(onnx),
        opset_version=11,
        input_names=["cut", "clues"],
        output_names=["states"],
    )


class Networks:
    """Both networks, asked as the reader does (pipeline/marks/MarkNet.cpp)."""

    def __init__(self, folder):
        self.quick, self.thorough = (cv2.dnn.readNetFromONNX(str(file_of(folder, network))) for network in NETWORKS)

    @staticmethod
    def ask(net, sample):
        net.setInput(sample["planes"][None].astype(np.float32) / 255.0, "cut")
        net.setInput(sample["clues"][None].astype(np.float32), "clues")
        return net.forward()[0].copy()

    def scores(self, sample):
        scores = self.ask(self.quick, sample)
        if scores[EMPTY] - np.delete(scores, EMPTY).max() < SURELY_EMPTY:
            scores += THOROUGH_WEIGHT * (self.ask(self.thorough, sample) - scores)
        return scores

    def outputs(self, samples):
        return torch.from_numpy(np.array([self.scores(sample) for sample in samples], np.float64))


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
    counts = np.bincount(samples["state"][(samples["blank"] == 1) & (samples["lost"] == 0)], minlength=len(STATES))
    return torch.from_numpy((counts + 0.5) / (counts + 0.5).sum())


class Hand:
    """What turns outputs into probabilities on the pages of one hand."""

    def __init__(self, outputs, samples):
        known = samples["lost"] == 0
        learned = torch.from_numpy(known & (samples["blank"] == 0))
        self.temperature, self.bias = calibrate(outputs[learned], states_of(samples)[learned])
        self.blank = blank_of(samples)
        self.frequencies = torch.from_numpy(np.bincount(samples["state"], minlength=len(STATES)) / len(samples))

    def probabilities(self, outputs, samples):
        probabilities = (outputs / self.temperature + self.bias).softmax(1)
        probabilities[torch.from_numpy(samples["blank"] == 1)] = self.blank
        return probabilities

    def to_json(self):
        return {
            "temperature": round(self.temperature, 4),
            "bias": by_state(self.bias, 4),
            "frequencies": by_state(self.frequencies, 4),
            "blank": by_state(self.blank, 6),
        }


def states_of(samples):
    return torch.from_numpy(samples["state"].astype(np.int64))


def by_state(values, digits):
    return {name: round(float(value), digits) for name, value in zip(STATES, values)}


def odd_share(usual, hands, samples):
    """Probability that an odd hand marked a box's page; the same sum as in pipeline/marks/HandPosterior.cpp."""
    ratios = (usual * (hands[1].frequencies / hands[0].frequencies)).sum(1).log()
    pages, page = np.unique(samples["page"], return_inverse=True)
    sums = torch.zeros(len(pages), dtype=torch.float64).index_add_(0, torch.from_numpy(page), ratios)
    return torch.sigmoid(np.log(ODD_PAGES / (1 - ODD_PAGES)) + WEIGHT_OF_BOX * sums)[torch.from_numpy(page)]


def share_of_lost(samples):
    """Share of crosses that the scan lost, half a cross more; none of no crosses."""
    crosses = samples[samples["state"] == CROSSED]
    return (crosses["lost"].sum() + 0.5) / (len(crosses) + 1.0)


def odds_of_lost(samples):
    share = share_of_lost(samples)
    return share / (1 - share)


def steps_of(values, steps, among):
    """The steps, each with those of `among` whose value lies in it."""
    least = -1.0
    for most in steps:
        yield most, among & (values > least) & (values <= most)
        least = most


class LostCrosses:
    """How many crosses a scan shows nothing of; the same sum as in pipeline/marks/LostInk.cpp."""

    def __init__(self, samples, half_seen):
        self.grey = share_of_lost(samples[samples["clues"][:, BITONAL] == 0])
        bitonal = samples["clues"][:, BITONAL] > 0
        samples, half_seen = samples[bitonal], half_seen[bitonal]
        self.bitonal = share_of_lost(samples)
        odds = self.bitonal / (1 - self.bitonal)
        self.by_writing = [(most, odds_of_lost(samples[among]) / odds) for most, among in self.written(samples)]
        self.by_marks = [(most, odds_of_lost(samples[among]) / odds) for most, among in self.marked(samples)]
        self.by_half_seen = [(most, odds_of_lost(samples[among]) / odds) for most, among in self.halves(half_seen)]

    @staticmethod
    def written(samples):
        clues = samples["clues"]
        return steps_of(clues[:, PEN_BROKEN], BROKEN_STEPS, clues[:, PEN_KNOWN] > 0)

    @staticmethod
    def marked(samples):
        clues = samples["clues"]
        return steps_of(clues[:, OTHERS_PEAK], PEAK_STEPS, clues[:, OTHERS_MARKED] > 0)

    @staticmethod
    def halves(half_seen):
        return steps_of(half_seen, HALF_SEEN_STEPS, np.full(len(half_seen), True))

    def of(self, samples, half_seen):
        clues = samples["clues"]
        odds = np.full(len(samples), self.bitonal / (1 - self.bitonal))
        for (_, factor), (_, among) in zip(self.by_half_seen, self.halves(half_seen)):
            odds[among] *= factor
        least = np.where(half_seen >= UNEVEN, 1.0, 0.0)
        for steps, chosen in ((self.by_writing, self.written(samples)), (self.by_marks, self.marked(samples))):
            for (_, factor), (_, among) in zip(steps, chosen):
                odds[among] *= np.maximum(factor, least[among])
        shows = (clues[:, PEN_KNOWN] > 0) | (clues[:, OTHERS_MARKED] > 0)
        return torch.from_numpy(np.where((clues[:, BITONAL] > 0) & shows, odds / (1 + odds), self.grey))

    def to_json(self):
        return {
            "bitonal": round(float(self.bitonal), 5),
            "byWriting": [{"brokenUpTo": most, "factor": round(float(factor), 3)} for most, factor in self.by_writing],
            "byMarks": [{"peakUpTo": most, "factor": round(float(factor), 3)} for most, factor in self.by_marks],
            "byHalfSeen": [
                {"countUpTo": most, "factor": round(float(factor), 3)} for most, factor in self.by_half_seen
            ],
            "grey": round(float(self.grey), 6),
        }


def seen_by_hands(outputs, samples, hands):
    """Probabilities for the hand that marked each page, and the states' frequencies of that hand."""
    usual, odd = (hand.probabilities(outputs, samples) for hand in hands)
    share = odd_share(usual, hands, samples).unsqueeze(1)
    frequencies = (1 - share) * hands[0].frequencies + share * hands[1].frequencies
    return (1 - share) * usual + share * odd, frequencies


def half_seen_of(probabilities, samples):
    """On each box's page: those that are empty or crossed and neither for certain; as in pipeline/marks/LostInk.cpp."""
    empty, crossed = probabilities[:, EMPTY].numpy(), probabilities[:, CROSSED].numpy()
    half_seen = (empty > 0.01) & (crossed > 0.01) & (empty + crossed > 0.9)
    _, page = np.unique(samples["page"], return_inverse=True)
    return np.bincount(page, half_seen)[page]


def believed(outputs, samples, hands, lost):
    """Probabilities as the reader has them before it considers a box's group."""
    result, frequencies = seen_by_hands(outputs, samples, hands)
    share = lost.of(samples, half_seen_of(result, samples))
    unseen = result[:, EMPTY] * share * frequencies[:, CROSSED] / frequencies[:, EMPTY]
    result[:, CROSSED] += unseen
    return result / (1 + unseen).unsqueeze(1)


def limit_of(probabilities, states):
    """Least probability so that the boxes at or above it are wrong in at most TARGET_ERROR of all."""
    best, state = probabilities.max(1)
    order = best.argsort(descending=True)
    wrong = (state != states)[order].cumsum(0)
    good = (wrong <= TARGET_ERROR * len(states)).nonzero()
    return best[order][good[-1]].item() if len(good) else 1.0


def report(title, probabilities, samples, limit):
    states = states_of(samples)
    kinds = torch.from_numpy(samples["kind"].astype(np.int64))
    print(f"--- {title}")
    best, state = probabilities.max(1)
    accepted = best >= limit
    wrong = state != states
    print(f"likeliest state right: {100 * (~wrong).double().mean():.3f} % of {len(states)}")
    print(f"called unclear for doubt: {100 * (~accepted & (state != UNCLEAR)).double().mean():.3f} %")
    print(f"accepted and wrong: {1000 * (accepted & wrong & (state != UNCLEAR)).double().mean():.4f} per 1,000")
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


def train(wanted):
    torch.manual_seed(SEED)
    torch.set_num_threads(1)  # a second one hardly helps
    net = MarkNet(NETWORKS[wanted.network]).to(memory_format=torch.channels_last)  # a fifth faster
    samples = worth_learning(load(wanted.samples))
    print(f"{len(samples)} samples to learn from", flush=True)
    fit(net, samples, wanted.epochs or EPOCHS[wanted.network])
    save(net, file_of(wanted.out, wanted.network))


def version_of(folder):
    weights = b"".join(file_of(folder, network).read_bytes() for network in NETWORKS)
    return f"marks {hashlib.sha256(weights).hexdigest()[:8]}"


def calibrate_both(wanted):
    networks = Networks(wanted.out)
    tune = load(wanted.tune)
    odd_tune = load(wanted.odd_tune)
    outputs = networks.outputs(tune)
    hands = [Hand(outputs, tune), Hand(networks.outputs(odd_tune), odd_tune)]
    lost = LostCrosses(tune, half_seen_of(seen_by_hands(outputs, tune, hands)[0], tune))
    limit = wanted.limit or limit_of(believed(outputs, tune, hands, lost), states_of(tune))
    print(f"limit {limit:.5f}, blank {100 * (tune['blank'] == 1).mean():.1f} %")
    for title, paths in (("as on forms", wanted.check), ("odd hands", wanted.odd_check)):
        check = load(paths)
        report(title, believed(networks.outputs(check), check, hands, lost), check, limit)
    model = {
        "schema": "scanstraat/marks/5",
        "version": version_of(wanted.out),
        "surelyEmpty": SURELY_EMPTY,
        "thoroughWeight": THOROUGH_WEIGHT,
        "hands": {"usual": hands[0].to_json(), "odd": hands[1].to_json()},
        "oddPages": ODD_PAGES,
        "lostCrosses": lost.to_json(),
        "unclearBelow": round(limit, 5),
        "acceptFrom": round(limit, 5),
    }
    with open(pathlib.Path(wanted.out, "marks.json"), "w", encoding="utf-8") as file:
        json.dump(model, file, indent=1)
        file.write("\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    training = commands.add_parser("train", help="train one network; calibrate both after that")
    training.set_defaults(run=train)
    training.add_argument("--network", choices=NETWORKS, required=True)
    training.add_argument("--samples", nargs="+", required=True)
    training.add_argument("--epochs", type=int)
    training.add_argument("--out", required=True, help="folder of the networks")
    calibration = commands.add_parser("calibrate", help="write marks.json for the networks of a folder")
    calibration.set_defaults(run=calibrate_both)
    calibration.add_argument("--tune", nargs="+", required=True)
    calibration.add_argument("--check", nargs="+", required=True)
    calibration.add_argument("--odd-tune", nargs="+", required=True)
    calibration.add_argument("--odd-check", nargs="+", required=True)
    calibration.add_argument("--out", required=True, help="folder of the networks and of marks.json")
    calibration.add_argument("--limit", type=float, help="least probability, instead of the one for the target error")
    wanted = parser.parse_args()
    wanted.run(wanted)


main()
