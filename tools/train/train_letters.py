#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Trains the networks that tell characters apart: residual networks over the characters of an alphabet, 'no
character' and 'struck out'.

  train_letters.py --data HANDWRITING --out models --network digits-quick [--epochs 28]   train, export, set temperature
  train_letters.py --data HANDWRITING --out models --evaluate                             figures of what is in models

`letters` knows digits, capitals and signs; `digits-quick` and `digits-thorough` know what stands in cells for numbers.
HANDWRITING is described in handwriting.py, which also says who is held out.

With a network that was trained anew models/calibration.json must be made again (models/calibration.md).

Needs Debian's python3-torch, python3-numpy and python3-opencv. One CPU core takes 20 seconds (digits-quick), 50 seconds
(digits-thorough) or 180 seconds (letters) for an epoch. Random seeds are fixed; results still differ a little between
versions of PyTorch.
"""
import argparse
import copy
import hashlib
import json
import pathlib
import time

import cv2
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from handwriting import load_parts
from residual import Residual

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'./@+,&"
DIGITS = "0123456789-+"
GROUPS = {"digits": "0123456789", "capitals": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "signs": "-'./@+,&"}


class Kind:
    """What a network is asked, how large it is, and how it is trained."""

    def __init__(self, alphabet, layers, seed, epochs, samples, smoothing):
        self.alphabet, self.layers, self.seed = alphabet, layers, seed
        self.epochs, self.samples, self.smoothing = epochs, samples, smoothing
        self.no_character, self.struck_out = len(alphabet), len(alphabet) + 1

    def members(self, group):
        return [self.alphabet.index(character) for character in GROUPS[group] if character in self.alphabet]


# Labels are smoothed where they are often wrong: of UNIPEN's capitals about one in fifty.
KINDS = {
    "letters": Kind(LETTERS, "thorough", 1, 14, 64_000, 0.03),
    "digits-quick": Kind(DIGITS, "quick", 1, 28, 30_000, 0.0),
    "digits-thorough": Kind(DIGITS, "thorough", 2, 24, 30_000, 0.0),
}
BATCH = 128
SPOILED, STRUCK = 0.04, 0.03  # shares of the samples made 'no character' and 'struck out'
EUROPEAN_ONES = 0.2  # of the ones are drawn with a long upstroke
AVERAGE = 0.999  # of the weights from step to step: their mean is what is kept


def load(root, kind):
    """Images, classes, whether held out, and the source's name of each image. Signs that are not in the alphabet are no
    characters; letters that are not are left out: some look like digits."""
    parts = []
    for part in load_parts(root):
        known, classes = [], []
        for i, label in enumerate(map(chr, part.labels)):
            if label in kind.alphabet or label in GROUPS["signs"]:
                known.append(i)
                classes.append(kind.alphabet.index(label) if label in kind.alphabet else kind.no_character)
        images = part.images[known].reshape(-1, 32, 32)
        parts.append((images, np.array(classes, np.int64), part.held_out[known], np.full(len(known), part.name)))
    return tuple(np.concatenate(values) for values in zip(*parts))


def make_network(kind):
    """The quick one takes two strides before its first block, so that most work is done on 8 x 8 and 4 x 4 pixels:
    2.9 million multiplications a character, against 7.4 million of the thorough one."""
    if kind.layers == "quick":
        layers = [nn.Conv2d(1, 16, 5, 2, 2, bias=False), nn.BatchNorm2d(16), nn.ReLU(), Residual(16, 40, 2),
                  Residual(40, 80, 2)]
    else:
        layers = [nn.Conv2d(1, 16, 3, 2, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(), Residual(16, 32, 1),
                  Residual(32, 48, 2), Residual(48, 80, 2)]
    return nn.Sequential(*layers, nn.Dropout(0.2), nn.Flatten(), nn.Linear(80 * 16, kind.struck_out + 1))


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


def strike(image):
    """Strikes a character out: lines through it, a zigzag over it, or a cross."""
    picture = (image[0].numpy() * 255).astype(np.uint8)
    thick = int(torch.randint(1, 4, (1,)))

    def line(points):
        cv2.polylines(picture, [np.int32(points)], False, 255, thick, cv2.LINE_AA)

    kind = int(torch.randint(0, 4, (1,)))
    jitter = lambda low, high: float(uniform(1, low, high))  # noqa: E731
    if kind == 0:
        for _ in range(int(torch.randint(2, 4, (1,)))):
            line([(jitter(0, 4), jitter(8, 24)), (jitter(28, 32), jitter(8, 24))])
    elif kind == 1:
        steps = int(torch.randint(5, 11, (1,)))
        line([(1 + 30 * i / steps, jitter(22, 29) if i % 2 else jitter(3, 10)) for i in range(steps + 1)])
    elif kind == 2:
        steps = int(torch.randint(5, 11, (1,)))
        line([(jitter(24, 31) if i % 2 else jitter(1, 8), 3 + 26 * i / steps) for i in range(steps + 1)])
    else:
        for _ in range(int(torch.randint(1, 3, (1,)))):
            line([(jitter(1, 5), jitter(2, 8)), (jitter(27, 31), jitter(24, 30))])
            line([(jitter(27, 31), jitter(2, 8)), (jitter(1, 5), jitter(24, 30))])
    return torch.from_numpy(picture.astype(np.float32) / 255).unsqueeze(0)


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


def european_one():
    """A 1 with a long upstroke, drawn: it begins anywhere in the left, down to the foot, and meets the stem at its top or
    below; some stand on a foot. Writers of it are few in the sources."""
    slant, reach, begin, meet, bend, nib = uniform(6, 0, 1).tolist()
    top, foot = np.array([40 + 50 * slant, 10.0]), np.array([40.0, 110.0])
    joint = top + max(0.0, 0.6 * meet - 0.15) * (foot - top)
    down = (0.1 + 0.9 * begin) * (foot[1] - joint[1])
    start = joint + (-min(18 + 50 * reach, 1.6 * down), down)  # a flatter one would be a 7
    middle = (start + joint) / 2 + 12 * (bend - 0.5)
    strokes = [[start, middle, joint], [top, foot]]
    if torch.rand(1) < 0.25:
        strokes.append([foot - (10 + 25 * reach, 0), foot + (10 + 25 * bend, 4 * (meet - 0.5))])
    canvas = np.zeros((130, 160), np.uint8)
    for stroke in strokes:
        cv2.polylines(canvas, [np.int32(np.round(np.array(stroke) + (40, 0)))], False, 255, 4 + int(12 * nib), cv2.LINE_AA)
    x, y, width, height = cv2.boundingRect(canvas)
    scale = 24 / max(width, height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    glyph = np.zeros((32, 32), np.float32)
    left, above = (32 - size[0]) // 2, (32 - size[1]) // 2
    glyph[above : above + size[1], left : left + size[0]] = cv2.resize(
        canvas[y : y + height, x : x + width], size, interpolation=cv2.INTER_AREA) / 255
    return torch.from_numpy(glyph)


def augment(images, classes, kind):
    """What pens, paper and scanners do: slant, size, elastic hand, nib, resolution, threshold, noise."""
    count = len(images)
    x = images.float().unsqueeze(1) / 255
    slash_zeros(x, classes)
    for i in torch.nonzero((classes == kind.alphabet.index("1")) & (torch.rand(count) < EUROPEAN_ONES)).flatten():
        x[i, 0] = european_one()
    chosen = torch.randperm(count)[: int((SPOILED + STRUCK) * count)].tolist()
    for i in chosen[: int(SPOILED * count)]:
        x[i] = spoil(x[i], x[int(torch.randint(0, count, (1,)))], int(torch.randint(0, 4, (1,))))
        classes[i] = kind.no_character
    for i in chosen[int(SPOILED * count) :]:
        if kind.alphabet[classes[i] : classes[i] + 1].isalnum():  # a sign struck out is anything
            x[i], classes[i] = strike(x[i]), kind.struck_out
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


def report(scores, classes, names, kind):
    """Share right by source, each group of characters within its own alphabet."""
    lines = []
    for name in sorted(set(names)):
        for group in GROUPS:
            members = kind.members(group)
            chosen = (names == name) & np.isin(classes, members)
            if chosen.sum() > 30:
                read = np.array(members)[scores[chosen][:, members].argmax(1)]
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


def average(kept, network):
    """Moves the kept weights a little towards the network's."""
    with torch.no_grad():
        for mean, value in zip(kept.state_dict().values(), network.state_dict().values()):
            if mean.dtype.is_floating_point:
                mean.lerp_(value, 1 - AVERAGE)
            else:
                mean.copy_(value)


def train(kind, epochs, images, classes, held_out, names):
    torch.set_num_threads(1)
    torch.manual_seed(kind.seed)
    random = np.random.default_rng(kind.seed)
    training = np.where(~held_out)[0]
    _, source, size = np.unique(names[training], return_inverse=True, return_counts=True)
    # Small sources count more: they have the European 1, 4 and 7 that the large American ones lack.
    weights = (np.bincount(classes[training])[classes[training]] * size[source].astype(float)) ** -0.5
    weights[names[training] == "signs"] *= 0.25
    weights /= weights.sum()
    pictures, labels = torch.from_numpy(images.copy()), torch.from_numpy(classes)
    network = make_network(kind)
    steps = kind.samples // BATCH
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=epochs * steps)
    kept = copy.deepcopy(network).eval()
    start = time.time()
    for epoch in range(epochs):
        order = random.choice(training, size=steps * BATCH, p=weights)
        total = 0.0
        for step in range(steps):
            chosen = order[step * BATCH : (step + 1) * BATCH]
            x, y = augment(pictures[chosen], labels[chosen].clone(), kind)
            loss = F.cross_entropy(network(x), y, label_smoothing=kind.smoothing)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            average(kept, network)
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / steps:.4f}, {time.time() - start:.0f} s", flush=True)
        figures = report(predict(kept, images[held_out]), classes[held_out], names[held_out], kind)
        print("  " + "; ".join(figures), flush=True)
    return kept


def best_temperature(scores, classes):
    """Divisor of the scores with the least negative log likelihood on the held-out writers."""
    def loss(temperature):
        shifted = scores / temperature
        shifted = shifted - shifted.max(1, keepdims=True)
        return float((np.log(np.exp(shifted).sum(1)) - shifted[np.arange(len(classes)), classes]).mean())
    return min(np.arange(0.4, 2.0, 0.05), key=loss)


def write_model(name, network, temperature, folder):
    """The network, and what the program must know of it in letters.json."""
    path, kind = folder / f"{name}.onnx", KINDS[name]
    torch.onnx.export(network, torch.zeros(1, 1, 32, 32), str(path), opset_version=11, input_names=["glyph"],
                      output_names=["score"], dynamic_axes={"glyph": {0: "n"}, "score": {0: "n"}})
    description = folder / "letters.json"
    settings = json.loads(description.read_text()) if description.exists() else {}
    family, _, part = name.partition("-")
    entry = settings.setdefault(family, {"sure": 0.995} if part else {})
    entry["alphabet"] = kind.alphabet
    (entry.setdefault(part, {}) if part else entry)["temperature"] = round(float(temperature), 2)
    files = [folder / f"{one}.onnx" for one in KINDS]
    digests = [hashlib.sha256(file.read_bytes()).hexdigest()[:8] for file in files if file.exists()]
    settings["version"] = "letters " + "+".join(digests)
    description.write_text(json.dumps(settings, indent=2) + "\n")


def run_onnx(images, path, temperature):
    """Probabilities as the program gets them."""
    network = cv2.dnn.readNetFromONNX(str(path))
    parts = []
    for i in range(0, len(images), 500):
        network.setInput(cv2.dnn.blobFromImages(list(images[i : i + 500]), 1 / 255))
        parts.append(network.forward().copy())
    scores = np.concatenate(parts) / temperature
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def print_figures(name, probabilities, classes, names, kind):
    likelihood = np.log(np.maximum(probabilities[np.arange(len(classes)), classes], 1e-9)).mean()
    print(f"{name}: negative log likelihood {-likelihood:.4f}")
    print("  " + "\n  ".join(report(probabilities, classes, names, kind)))


def evaluate(root, folder):
    settings = json.loads((folder / "letters.json").read_text())
    kind = KINDS["letters"]
    images, classes, held_out, names = load(root, kind)
    answer = run_onnx(images[held_out], folder / "letters.onnx", settings["letters"]["temperature"])
    print_figures("letters", answer, classes[held_out], names[held_out], kind)
    digits = settings["digits"]
    images, classes, held_out, names = load(root, KINDS["digits-quick"])
    images, classes, names = images[held_out], classes[held_out], names[held_out]
    quick, thorough = (run_onnx(images, folder / f"digits-{part}.onnx", digits[part]["temperature"])
                       for part in ("quick", "thorough"))
    sure = quick.max(1) >= digits["sure"]
    both = np.where(sure[:, None], quick, (quick + thorough) / 2)
    for name, answer in (("digits-quick", quick), ("digits-thorough", thorough), ("both, as used", both)):
        print_figures(name, answer, classes, names, KINDS["digits-quick"])
    print(f"no second look at {100 * sure.mean():.1f} % of the digits")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--network", choices=list(KINDS))
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--evaluate", action="store_true")
    options = parser.parse_args()
    if options.evaluate or not options.network:
        evaluate(options.data, options.out)
        return
    kind = KINDS[options.network]
    images, classes, held_out, names = load(options.data, kind)
    network = train(kind, options.epochs or kind.epochs, images, classes, held_out, names)
    temperature = best_temperature(predict(network, images[held_out]), classes[held_out])
    write_model(options.network, network, temperature, options.out)


if __name__ == "__main__":
    main()
