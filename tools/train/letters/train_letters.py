#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Trains models/letters.onnx.

    train_letters.py --data DATA/handwriting --fonts FONTS --out models [--epochs 10]

DATA holds IDX folders (see glyph_data.py); FONTS is a folder of .ttf and .otf files (models/letters.md
names the Debian packages), without the fonts that write the samples. About an eighth of the writers is held
out; evaluate_letters.py measures on them and fits the temperature. Needs Debian's python3-torch,
python3-onnx, python3-opencv and python3-pil. Runs on one core, with a second process that draws glyphs.
"""

import argparse
import pathlib
import time

import numpy as np
import torch
from torch.nn import functional
from torch.utils.data import DataLoader, IterableDataset

import evaluate_letters
import glyph_data
import network
import pen

BATCH = 128
STEPS = 500  # an epoch
NO_CHARACTER_SHARE = 0.06
DOUBTFUL_LABEL = 0.01  # probability of a sample's own label below which it is left out half way
KEEP = 0.998  # of the running mean of the weights

# How often a source is drawn from, against its size; the hand-labelled forms are nearest to ours.
SOURCE_WEIGHTS = {"french-names": 3.0, "french-names-auto": 0.8, "alumnos35": 1.0, "semeion": 2.5,
                  "optdigits": 1.2, "mnist": 0.8, "unipen": 1.2, "unipen-signs": 0.7, "fonts": 1.2}


def sampling_weights(samples):
    """Classes weigh with the root of their size, between equal shares and shares as they come."""
    base = np.array([SOURCE_WEIGHTS[sample.source] for sample in samples])
    labels = np.array([sample.label for sample in samples])
    sizes = np.bincount(labels, weights=base, minlength=glyph_data.CLASSES)
    weights = base * sizes[labels] ** -0.5
    return weights / weights.sum()


class Glyphs(IterableDataset):
    """Endless batches of freshly written and scanned samples."""

    def __init__(self, samples, seed):
        self.samples, self.seed = samples, seed
        self.weights = sampling_weights(samples)

    def batch(self, random):
        glyphs, labels = [], []
        chosen = iter(random.choice(len(self.samples), 3 * BATCH, p=self.weights))
        while len(glyphs) < BATCH:
            sample = self.samples[next(chosen)]
            spoil = random.random() < NO_CHARACTER_SHARE
            other = self.samples[random.integers(len(self.samples))] if spoil else None
            glyph, label = pen.glyph(sample, random, other)
            if glyph is not None:
                glyphs.append(glyph)
                labels.append(label)
        return torch.from_numpy(np.stack(glyphs)), torch.tensor(labels)

    def __iter__(self):
        random = np.random.default_rng(self.seed)
        while True:
            yield self.batch(random)


def batches(samples, seed):
    return iter(DataLoader(Glyphs(samples, seed), batch_size=None, num_workers=1, prefetch_factor=16))


def without_doubtful(net, samples):
    """Leaves out samples whose label the half-trained network finds impossible: about 1 % are wrong."""
    random = np.random.default_rng(2)
    glyphs = [pen.glyph(sample, random, strength=0.0)[0] for sample in samples]
    known = [i for i, glyph in enumerate(glyphs) if glyph is not None]
    outputs = network.scores(net, [glyphs[i] for i in known])
    kept = []
    for i, row in zip(known, outputs):
        label = samples[i].label
        group = list(next(g for g in (glyph_data.DIGITS, glyph_data.CAPITALS, glyph_data.SIGNS) if label in g))
        share = np.exp(row[group] - row[group].max())
        if share[group.index(label)] / share.sum() >= DOUBTFUL_LABEL:
            kept.append(samples[i])
    print(f"left out {len(known) - len(kept)} of {len(known)} samples with doubtful labels", flush=True)
    return kept


class RunningMean:
    def __init__(self, net):
        self.net = network.build()
        self.net.load_state_dict(net.state_dict())

    def follow(self, net, step):
        keep = min(KEEP, (1 + step) / (10 + step))
        with torch.no_grad():
            for mine, new in zip(self.net.state_dict().values(), net.state_dict().values()):
                if mine.dtype.is_floating_point:
                    mine.mul_(keep).add_(new, alpha=1 - keep)
                else:
                    mine.copy_(new)


class Run:
    """Network, running mean, optimiser and place in the schedule; kept in letters.pt after each epoch."""

    def __init__(self, epochs, path):
        self.path, self.epoch = path, 0
        self.net = network.build()
        self.mean = RunningMean(self.net)
        self.optimiser = torch.optim.AdamW(self.net.parameters(), weight_decay=1e-2)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(self.optimiser, 3e-3, total_steps=epochs * STEPS,
                                                            pct_start=0.2)

    def parts(self):
        return {"net": self.net, "mean": self.mean.net, "optimiser": self.optimiser, "schedule": self.schedule}

    def save(self):
        torch.save({name: part.state_dict() for name, part in self.parts().items()} | {"epoch": self.epoch},
                   self.path)

    def resume(self):
        saved = torch.load(self.path)
        for name, part in self.parts().items():
            part.load_state_dict(saved[name])
        self.epoch = saved["epoch"]

    def step(self, glyphs, labels):
        loss = functional.cross_entropy(self.net(glyphs.float().unsqueeze(1) / 255), labels)
        self.optimiser.zero_grad()
        loss.backward()
        self.optimiser.step()
        self.schedule.step()
        self.mean.follow(self.net, self.schedule.last_epoch)
        return loss.item()


def train(run, samples, epochs, out):
    training = [sample for sample in samples if not sample.held_out]
    held_out = evaluate_letters.HeldOut(samples, most=4000)
    print(len(training), "samples,", sum(p.numel() for p in run.net.parameters()), "weights", flush=True)
    source, cleaned = None, False
    started = time.time()
    while run.epoch < epochs:
        if run.epoch >= epochs // 2 and not cleaned:
            training, source, cleaned = without_doubtful(run.mean.net, training), None, True
        source = source or batches(training, 1 + run.epoch)
        run.net.train()
        loss = np.mean([run.step(*next(source)) for _ in range(STEPS)])
        run.epoch += 1
        print(f"epoch {run.epoch}: loss {loss:.4f}, {time.time() - started:.0f} s", flush=True)
        print("  " + held_out.summary(run.mean.net), flush=True)
        network.export(run.mean.net, out / "letters.onnx")
        run.save()
    return held_out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=pathlib.Path)
    parser.add_argument("--fonts", type=pathlib.Path)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--resume", action="store_true", help="go on where letters.pt in --out stopped")
    options = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    samples = glyph_data.load_all(options.data, options.fonts)
    run = Run(options.epochs, options.out / "letters.pt")
    if options.resume:
        run.resume()
    held_out = train(run, samples, options.epochs, options.out)
    difference = network.largest_difference(run.mean.net, options.out / "letters.onnx", held_out.glyphs[:200])
    print(f"largest difference between torch and OpenCV: {difference:.2g}")
    if difference > 1e-3:
        raise SystemExit("OpenCV computes something else")


if __name__ == "__main__":
    main()
