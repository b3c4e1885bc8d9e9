#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Trains models/lines.onnx: a convolutional network that reads a line of block letters, segmentation-free (CTC).

  train_lines.py --data HANDWRITING --words HANDWRITING-WORDS --out FOLDER [--lines 270000] [--resume]
  train_lines.py --data HANDWRITING --words HANDWRITING-WORDS --out FOLDER --evaluate [--average OTHER/lines.pt]

Lines are put together from the characters of writers who are not held out (compose.py), and one in eight is a real
name from a scanned form (words.py). FOLDER/lines.pt holds the state after every 8,000 lines, so that training can go on
where it was stopped. Needs Debian's python3-torch, python3-numpy, python3-opencv, python3-pil, for texts wdutch, wamerican,
wpolish and iso-codes. One CPU core learns from about 50 lines a second; an hour and a half are 270,000 lines.
"""
import argparse
import hashlib
import json
import pathlib
import sys
import time

import cv2
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from compose import Composer, Hands  # noqa: E402
from handwriting import load_parts  # noqa: E402
from residual import Residual  # noqa: E402
from texts import ALPHABET, MARKS, Texts  # noqa: E402
from words import load_words  # noqa: E402

BLANK = len(ALPHABET)
STRIDE = 4  # pixels of a line for each output
POOL = 1024  # lines drawn at once, then batched with others as long
BATCH = 32
REAL_SHARE = 0.12
WEIGHT_DECAY = 1e-3
EVERY = 8  # pools between two states on disk


class Along(nn.Module):
    """A convolution along the line with a way around it, which is most of it at first."""

    def __init__(self, channels, reach):
        super().__init__()
        self.a = nn.Conv2d(channels, channels, (1, 5), 1, (0, 2 * reach), (1, reach), bias=False)
        self.b = nn.BatchNorm2d(channels)
        nn.init.constant_(self.b.weight, 0.1)

    def forward(self, x):
        return x + F.relu(self.b(self.a(x)))


def make_network():
    """147 million multiplications for 600 pixels, about 30 characters; (n, 1, 32, w) to (n, classes, 1, w / 4)."""
    return nn.Sequential(
        nn.Conv2d(1, 24, 5, 2, 2, bias=False), nn.BatchNorm2d(24), nn.ReLU(),
        Residual(24, 40, 2), Residual(40, 64, (2, 1)), Residual(64, 80, (2, 1)),
        nn.Conv2d(80, 112, (2, 3), 1, (0, 1), bias=False), nn.BatchNorm2d(112), nn.ReLU(),
        Along(112, 1), Along(112, 2), Along(112, 4), Along(112, 1), nn.Dropout(0.2),
        nn.Conv2d(112, len(ALPHABET) + 1, 1),
    )


def take_over(network, state):
    """Weights of another state; characters that it did not know, and layers along the line, begin anew."""
    last = max(int(name.split(".")[0]) for name in state["network"])
    known = [ALPHABET.index(character) for character in state["alphabet"]] + [BLANK]
    weights = network.state_dict()
    for name, values in state["network"].items():
        layer, kind = name.split(".", 1)
        if int(layer) == last:
            weights[f"{len(network) - 1}.{kind}"][known] = values
        else:
            weights[name] = values
    network.load_state_dict(weights)


def encoded(text):
    return [ALPHABET.index(character) for character in text]


def batch_of(lines):
    width = max(picture.shape[1] for picture, _ in lines)
    width = (width + 31) // 32 * 32
    pictures = np.zeros((len(lines), 1, 32, width), np.float32)
    for i, (picture, _) in enumerate(lines):
        pictures[i, 0, :, : picture.shape[1]] = picture / 255.0
    lengths = torch.tensor([(picture.shape[1] + 3) // STRIDE for picture, _ in lines])
    targets = torch.tensor([index for _, text in lines for index in encoded(text)])
    return torch.from_numpy(pictures), lengths, targets, torch.tensor([len(text) for _, text in lines])


def varied(picture, random):
    """A real word, a little larger or smaller, paler, and moved up or down."""
    zoom = float(np.exp(random.normal(0, 0.08)))
    wide = float(np.exp(random.normal(0, 0.12))) * zoom
    matrix = np.float32([[wide, random.normal(0, 0.1), 2], [0, zoom, 27 - 27 * zoom + random.normal(0, 1.5)]])
    moved = cv2.warpAffine(picture, matrix, (max(24, int(picture.shape[1] * wide) + 6), 32))
    if random.random() < 0.3:
        moved = cv2.dilate(moved, np.ones((2, 2), np.uint8))
    if random.random() < 0.3:
        return ((moved > random.integers(70, 150)) * 255).astype(np.uint8)
    return np.clip(moved * random.uniform(0.6, 1.3) + random.normal(0, random.uniform(0, 12), moved.shape), 0, 255).astype(np.uint8)


class Lines:
    """Draws pools of lines, shorter ones beside shorter ones."""

    def __init__(self, data, words, random):
        self.random = random
        self.composer = Composer(Hands(load_parts(data)), random)
        self.texts = Texts(random)
        self.words = load_words(words)

    def one(self):
        if self.random.random() < REAL_SHARE:
            picture, text = self.words[self.random.integers(len(self.words))]
            return varied(picture, self.random), text
        return self.composer.picture(self.texts.draw())

    def batches(self):
        pool = sorted((self.one() for _ in range(POOL)), key=lambda line: line[0].shape[1])
        batches = [pool[i : i + BATCH] for i in range(0, POOL, BATCH)]
        self.random.shuffle(batches)
        return [batch_of(batch) for batch in batches]


def best_path(scores, length):
    """The likeliest class of each place, repetitions and blanks taken out."""
    text, last = "", BLANK
    for index in scores[:, 0, :length].argmax(0).tolist():
        if index not in (last, BLANK):
            text += ALPHABET[index]
        last = index
    return text


def distance(one, other):
    """Levenshtein's."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def figures(network, lines):
    """Share of characters wrong and of lines right, by the best path alone."""
    network.eval()
    errors = characters = right = 0
    with torch.no_grad():
        for i in range(0, len(lines), BATCH):
            pictures, lengths, _, _ = batch_of(lines[i : i + BATCH])
            for scores, length, (_, text) in zip(network(pictures), lengths, lines[i : i + BATCH]):
                read = best_path(scores, int(length))
                errors += distance(read, text)
                characters += len(text)
                right += read == text
    network.train()
    return f"characters wrong {100 * errors / characters:.2f} % of {characters}, lines right {100 * right / len(lines):.1f} % of {len(lines)}"


def held_out_lines(wanted):
    random = np.random.default_rng(977)
    composer, texts = Composer(Hands(load_parts(wanted.data), held_out=True), random), Texts(random)
    drawn = sorted((composer.picture(texts.draw()) for _ in range(400)), key=lambda line: line[0].shape[1])
    return drawn, sorted(load_words(wanted.words, held_out=True), key=lambda line: line[0].shape[1])


def report(network, drawn, real):
    print(f"  drawn: {figures(network, drawn)}\n  names: {figures(network, real)}", flush=True)


def train(wanted):
    torch.set_num_threads(1)
    torch.manual_seed(wanted.seed)
    network = make_network().to(memory_format=torch.channels_last)
    pools = wanted.lines // POOL
    optimiser = torch.optim.AdamW(network.parameters(), lr=wanted.rate, weight_decay=WEIGHT_DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, wanted.rate, total_steps=pools * (POOL // BATCH) + 1, pct_start=0.06)
    file, first = wanted.out / "lines.pt", 0
    if wanted.start:
        take_over(network, torch.load(wanted.start))
    if wanted.resume and file.exists():
        state = torch.load(file)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
        first = state["pool"]
    lines = Lines(wanted.data, wanted.words, np.random.default_rng(wanted.seed + first))
    drawn, real = held_out_lines(wanted)
    start = time.time()
    for pool in range(first, pools):
        total = 0.0
        for pictures, lengths, targets, counts in lines.batches():
            scores = network(pictures.contiguous(memory_format=torch.channels_last))
            logs = scores[:, :, 0].permute(2, 0, 1).log_softmax(2)
            loss = F.ctc_loss(logs, targets, lengths, counts, blank=BLANK, zero_infinity=True)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"{(pool + 1) * POOL} lines: loss {total / (POOL // BATCH):.4f}, {time.time() - start:.0f} s", flush=True)
        if (pool + 1) % EVERY == 0 or pool + 1 == pools:
            torch.save({"network": network.state_dict(), "optimiser": optimiser.state_dict(),
                        "schedule": schedule.state_dict(), "pool": pool + 1, "alphabet": ALPHABET}, file)
            report(network, drawn, real)
    export(network, wanted.out, drawn + real)


def best_temperature(network, lines):
    """Divisor of the scores with the least CTC loss."""
    network.eval()

    def loss(temperature):
        total = 0.0
        for scores, lengths, targets, counts in read:
            logs = (scores / temperature).log_softmax(2)
            total += F.ctc_loss(logs, targets, lengths, counts, blank=BLANK, reduction="sum", zero_infinity=True).item()
        return total

    read = []
    with torch.no_grad():
        for i in range(0, len(lines), BATCH):
            pictures, lengths, targets, counts = batch_of(lines[i : i + BATCH])
            read.append((network(pictures)[:, :, 0].permute(2, 0, 1), lengths, targets, counts))
    return min((round(0.05 * step, 2) for step in range(10, 41)), key=loss)


def export(network, folder, held_out):
    temperature = best_temperature(network, held_out)
    network.eval()
    torch.onnx.export(network, torch.zeros(1, 1, 32, 320), str(folder / "lines.onnx"), opset_version=11,
                      input_names=["line"], output_names=["score"],
                      dynamic_axes={"line": {0: "n", 3: "w"}, "score": {0: "n", 3: "t"}})
    digest = hashlib.sha256((folder / "lines.onnx").read_bytes()).hexdigest()[:8]
    marks = [ord(mark) for mark in MARKS]
    description = {
        "version": f"lines {digest}",
        "characters": ALPHABET[: -len(marks) - 1],
        "marks": marks,
        "temperature": temperature,
    }
    (folder / "lines.json").write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")
    print(f"lines {digest}, temperature {temperature}")


def evaluate(wanted):
    network = make_network()
    weights = torch.load(wanted.out / "lines.pt")["network"]
    if wanted.average:
        others = torch.load(wanted.average)["network"]
        for name, values in weights.items():
            weights[name] = (values + others[name]) / 2 if values.dtype.is_floating_point else values
    network.load_state_dict(weights)
    drawn, real = held_out_lines(wanted)
    report(network, drawn, real)
    export(network, wanted.out, drawn + real)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True, help="folder of single characters")
    parser.add_argument("--words", type=pathlib.Path, required=True, help="folder of whole names")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--lines", type=int, default=270_000)
    parser.add_argument("--rate", type=float, default=2e-3, help="highest learning rate")
    parser.add_argument("--seed", type=int, default=31, help="of the lines that are drawn")
    parser.add_argument("--start", type=pathlib.Path, help="state of another training to begin with")
    parser.add_argument("--resume", action="store_true", help="go on from FOLDER/lines.pt")
    parser.add_argument("--average", type=pathlib.Path, help="with --evaluate: state whose weights count as much")
    parser.add_argument("--evaluate", action="store_true", help="figures of FOLDER/lines.pt, and export it")
    wanted = parser.parse_args()
    (evaluate if wanted.evaluate else train)(wanted)


main()
