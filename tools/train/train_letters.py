#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Trains models/letters-quick.onnx and letters-thorough.onnx: residual networks over digits, capitals, signs and
'no character'.

  train_letters.py --data HANDWRITING --out models --network quick [--epochs 14]   train, export, set temperature
  train_letters.py --data HANDWRITING --out models --evaluate                      figures of what is in models

HANDWRITING is described in handwriting.py, which also says who is held out.

With a network that was trained anew models/calibration.json must be made again (models/calibration.md).

Needs Debian's python3-torch and python3-numpy; --evaluate needs python3-opencv. One CPU core takes about two
minutes an epoch. Random seeds are fixed; results still differ a little between versions of PyTorch.
"""
import argparse
import hashlib
import json
import pathlib
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from handwriting import load_parts
from residual import Residual

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'./@+,&"
NO_CHARACTER = len(ALPHABET)
CLASS_OF = {ord(character): i for i, character in enumerate(ALPHABET)}
GROUPS = {"digits": range(0, 10), "capitals": range(10, 36), "signs": range(36, NO_CHARACTER)}
BATCH = 128


def load(root):
    """Images, classes, whether held out, and the source's name of each image."""
    parts = []
    for part in load_parts(root):
        known = np.array([label in CLASS_OF for label in part.labels])
        classes = np.array([CLASS_OF[label] for label in part.labels[known]])
        parts.append((part.images[known], classes, part.held_out[known], np.full(known.sum(), part.name)))
    return tuple(np.concatenate(values) for values in zip(*parts))


def make_network(name):
    """The quick one takes two strides before its first block, so that most work is done on 8 x 8 and 4 x 4 pixels:
    2.9 million multiplications a character, against 7.4 million of the thorough one."""
    if name == "quick":
        layers = [nn.Conv2d(1, 16, 5, 2, 2, bias=False), nn.BatchNorm2d(16), nn.ReLU(), Residual(16, 40, 2),
                  Residual(40, 80, 2)]
        channels = 80
    else:
        layers = [nn.Conv2d(1, 16, 3, 2, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(), Residual(16, 32, 1),
                  Residual(32, 48, 2), Residual(48, 80, 2)]
        channels = 80
    return nn.Sequential(*layers, nn.Dropout(0.2), nn.Flatten(), nn.Linear(channels * 16, NO_CHARACTER + 1))


def uniform(count, low, high):
    return torch.empty(count).uniform_(low, high)


def spoil(image, other, kind):
    """Makes 'no character' of an image: two letters, letters on top of each other, bars, a scribble."""
    if kind == 0:
        shift = int(torch.randint(10, 20, (1,)))
        left = torch.zeros(1, 32, 32)
        left[:, :, : 32 - shift // 2] = image[:, :, shift // 2 :]
        return torch.maximum(left, torch.roll(other, shift, 2))
    if kind == 1:
        moved = torch.roll(other, int(torch.randint(-4, 6, (1,))), 1)
        return torch.maximum(torch.maximum(image, moved), torch.flip(other, [2]))
    if kind == 2:
        bars = torch.zeros(1, 32, 32)
        for _ in range(int(torch.randint(1, 4, (1,)))):
            y, x = torch.randint(0, 28, (2,)).tolist()
            height, width = torch.randint(1, 5, (2,)).tolist()
            bars[:, y : y + height, x : x + width] = 1
        return bars
    return torch.maximum(torch.maximum(image, other), torch.roll(torch.flip(other, [1]), 3, 2))


def add_frame_rest(image):
    """A piece of a printed line along one side, as frames leave it."""
    depth, side = int(torch.randint(0, 4, (1,))), int(torch.randint(0, 4, (1,)))
    length = int(torch.randint(4, 32, (1,)))
    start = int(torch.randint(0, 33 - length, (1,)))
    ink = float(uniform(1, 0.3, 1.0))
    along = slice(start, start + length)
    across = depth if side in (0, 2) else 31 - depth
    if side < 2:
        image[0, across, along] = ink
    else:
        image[0, along, across] = ink


def slash_zeros(x, classes):
    """A stroke from bottom left to top right through every tenth zero, as many people write it."""
    down, right = torch.meshgrid(torch.arange(32.0), torch.arange(32.0), indexing="ij")
    for i in torch.nonzero((classes == 0) & (torch.rand(len(classes)) < 0.1)).flatten().tolist():
        steep, middle, half = uniform(3, 0, 1).tolist()
        steep, middle, half = 0.9 + 0.9 * steep, 15.5 + 3 * (middle - 0.5), 0.7 + 1.2 * half
        distance = (down - 15.5 + steep * (right - middle)).abs() / (1 + steep**2) ** 0.5
        reach = (down - 15.5).abs() < 13 - 5 * half / 2
        x[i, 0] = torch.maximum(x[i, 0], (half + 0.5 - distance).clamp(0, 1) * reach)


def augment(images, classes):
    """What pens, paper and scanners do: slant, size, elastic hand, nib, resolution, threshold, noise."""
    count = len(images)
    x = images.float().unsqueeze(1) / 255
    slash_zeros(x, classes)
    for i in torch.randperm(count)[: int(0.04 * count)].tolist():
        x[i] = spoil(x[i], x[int(torch.randint(0, count, (1,)))], int(torch.randint(0, 4, (1,))))
        classes[i] = NO_CHARACTER
    angle, shear = uniform(count, -0.22, 0.22), uniform(count, -0.25, 0.25)
    width, height = uniform(count, 0.8, 1.12), uniform(count, 0.85, 1.12)
    theta = torch.zeros(count, 2, 3)
    theta[:, 0, 0], theta[:, 0, 1] = torch.cos(angle) / width, (shear - torch.sin(angle)) / height
    theta[:, 1, 0], theta[:, 1, 1] = torch.sin(angle) / width, torch.cos(angle) / height
    theta[:, 0, 2], theta[:, 1, 2] = uniform(count, -0.07, 0.07), uniform(count, -0.07, 0.07)
    grid = F.affine_grid(theta, (count, 1, 32, 32), align_corners=False)
    elastic = F.interpolate(torch.randn(count, 2, 4, 4) * 0.045, size=(32, 32), mode="bicubic",
                            align_corners=False).permute(0, 2, 3, 1)
    x = change_nib(F.grid_sample(x, grid + elastic, align_corners=False))
    order = torch.randperm(count)
    for low, high, size in [(0, 0.2, 20), (0.2, 0.35, 16), (0.35, 0.5, 26)]:
        chosen = order[int(low * count) : int(high * count)]
        small = F.interpolate(x[chosen], size=(size, size), mode="area")
        threshold = uniform(len(chosen), 0.25, 0.6)[:, None, None, None]
        bitonal = (torch.rand(len(chosen)) < 0.5)[:, None, None, None]
        small = torch.where(bitonal, (small > threshold).float(), small)
        x[chosen] = F.interpolate(small, size=(32, 32), mode="bilinear", align_corners=False)
    blurred = order[int(0.5 * count) : int(0.7 * count)]
    x[blurred] = F.avg_pool2d(F.pad(x[blurred], (1, 1, 1, 1)), 3, 1)
    for i in order[int(0.8 * count) :].tolist():
        add_frame_rest(x[i])
    x = x * uniform(count, 0.6, 1.25)[:, None, None, None]
    x = x + torch.randn_like(x) * uniform(count, 0, 0.08)[:, None, None, None]
    return x.clamp(0, 1), classes


def change_nib(x):
    """Thicker strokes for a quarter of the images, thinner ones for a seventh, by a random amount."""
    draw = torch.rand(len(x))
    amount = torch.rand(len(x))[:, None, None, None]
    thicker = (draw < 0.25)[:, None, None, None].float() * amount
    thinner = ((draw > 0.25) & (draw < 0.4))[:, None, None, None].float() * amount * 0.8
    eroded = F.pad(-F.max_pool2d(-x, (2, 2), 1, 0), (0, 1, 0, 1))
    x = x * (1 - thicker) + F.max_pool2d(x, 3, 1, 1) * thicker
    return x * (1 - thinner) + eroded * thinner


def report(scores, classes, names):
    """Share right by source, each group of characters within its own alphabet."""
    lines = []
    for name in sorted(set(names)):
        for group, members in GROUPS.items():
            chosen = (names == name) & np.isin(classes, list(members))
            if chosen.sum() > 30:
                read = scores[chosen][:, list(members)].argmax(1) + members[0]
                lines.append(f"{name} {group} {100 * (read == classes[chosen]).mean():.2f} % of {chosen.sum()}")
    return lines


def predict(network, images):
    """Scores of all images; leaves the network in the mode in which it came."""
    was_training = network.training
    network.eval()
    with torch.no_grad():
        parts = [network(torch.from_numpy(images[i : i + 500].copy()).float().unsqueeze(1) / 255)
                 for i in range(0, len(images), 500)]
    network.train(was_training)
    return torch.cat(parts).numpy()


def train(name, epochs, images, classes, held_out, names):
    torch.manual_seed(1)
    random = np.random.default_rng(1)
    training = np.where(~held_out)[0]
    weights = np.bincount(classes[training], minlength=NO_CHARACTER).astype(float)[classes[training]] ** -0.5
    weights[names[training] == "signs"] *= 0.5
    weights /= weights.sum()
    pictures, labels = torch.from_numpy(images.copy()), torch.from_numpy(classes.astype(np.int64))
    network = make_network(name)
    steps = len(training) // BATCH
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=epochs * steps)
    start = time.time()
    for epoch in range(epochs):
        order = random.choice(training, size=steps * BATCH, p=weights)
        total = 0.0
        for step in range(steps):
            chosen = order[step * BATCH : (step + 1) * BATCH]
            x, y = augment(pictures[chosen], labels[chosen].clone())
            loss = F.cross_entropy(network(x), y)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / steps:.4f}, {time.time() - start:.0f} s", flush=True)
        print("  " + "; ".join(report(predict(network, images[held_out]), classes[held_out], names[held_out])))
    return network.eval()


def best_temperature(scores, classes):
    """Divisor of the scores with the least negative log likelihood on the held-out writers."""
    def loss(temperature):
        shifted = scores / temperature
        shifted = shifted - shifted.max(1, keepdims=True)
        return float((np.log(np.exp(shifted).sum(1)) - shifted[np.arange(len(classes)), classes]).mean())
    return min(np.arange(0.4, 2.0, 0.05), key=loss)


def write_model(name, network, scores, classes, folder):
    path = folder / f"letters-{name}.onnx"
    torch.onnx.export(network, torch.zeros(1, 1, 32, 32), str(path), opset_version=11, input_names=["glyph"],
                      output_names=["score"], dynamic_axes={"glyph": {0: "n"}, "score": {0: "n"}})
    description = folder / "letters.json"
    settings = json.loads(description.read_text()) if description.exists() else {"sure": 0.99}
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    settings["version"] = f"letters {name} {digest}"
    settings["alphabet"] = ALPHABET
    settings[name] = {"temperature": round(float(best_temperature(scores, classes)), 2)}
    description.write_text(json.dumps(settings, indent=2) + "\n")


def run_onnx(images, path, temperature):
    """Probabilities as the program gets them."""
    import cv2
    network = cv2.dnn.readNetFromONNX(str(path))
    parts = []
    for i in range(0, len(images), 500):
        network.setInput(cv2.dnn.blobFromImages(list(images[i : i + 500]), 1 / 255))
        parts.append(network.forward().copy())
    scores = np.concatenate(parts) / temperature
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def is_sure(probabilities, limit):
    """Characters that are written alike count as one, as in pipeline/letters/SecondOpinion.cpp."""
    together = probabilities.copy()
    for one, other in ("0O", "1I", "2Z", "5S"):
        together[:, ALPHABET.index(one)] += together[:, ALPHABET.index(other)]
    return together.max(1) >= limit


def evaluate(images, classes, names, folder):
    settings = json.loads((folder / "letters.json").read_text())
    answers = {name: run_onnx(images, folder / f"letters-{name}.onnx", settings[name]["temperature"])
               for name in ("quick", "thorough")}
    sure = is_sure(answers["quick"], settings["sure"])
    answers["both"] = np.where(sure[:, None], answers["quick"], (answers["quick"] + answers["thorough"]) / 2)
    for name, probabilities in answers.items():
        likelihood = np.log(np.maximum(probabilities[np.arange(len(classes)), classes], 1e-9)).mean()
        print(f"{name}: negative log likelihood {-likelihood:.4f}")
        print("  " + "\n  ".join(report(probabilities, classes, names)))
    print(f"no second look at {100 * sure.mean():.1f} % of the glyphs")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--network", choices=["quick", "thorough"], default="quick")
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--evaluate", action="store_true")
    options = parser.parse_args()
    images, classes, held_out, names = load(options.data)
    if options.evaluate:
        evaluate(images[held_out], classes[held_out], names[held_out], options.out)
        return
    network = train(options.network, options.epochs, images, classes, held_out, names)
    scores = predict(network, images[held_out])
    write_model(options.network, network, scores, classes[held_out], options.out)


if __name__ == "__main__":
    main()
