#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Measures models/letters.onnx on single characters of writers that were held out of the training.

    evaluate_letters.py --data DATA/handwriting --model models [--classes] [--fit-temperature]

Each held-out character is written and scanned once with moderate distortion (fixed seed). Digits are told
within digits, capitals within capitals, signs within signs, as the fields do. --fit-temperature finds the
temperature for models/letters.json on one half of the characters and prints the calibration of the other.
"""

import argparse
import json
import pathlib
from collections import defaultdict

import numpy as np

import glyph_data
import pen

GROUPS = {"digits": list(glyph_data.DIGITS), "capitals": list(glyph_data.CAPITALS),
          "signs": list(glyph_data.SIGNS)}
STRENGTH = 0.5


def group_of(label):
    return next(name for name, labels in GROUPS.items() if label in labels)


class HeldOut:
    """Glyphs of held-out writers, drawn once; at most `most`, evenly from all."""

    def __init__(self, samples, most=None, seed=5):
        random = np.random.default_rng(seed)
        chosen = [sample for sample in samples if sample.held_out]
        if most and len(chosen) > most:
            chosen = [chosen[i] for i in sorted(random.permutation(len(chosen))[:most])]
        drawn = [(pen.glyph(sample, random, strength=STRENGTH)[0], sample) for sample in chosen]
        self.lost = sum(glyph is None for glyph, _ in drawn)
        self.glyphs = [glyph for glyph, _ in drawn if glyph is not None]
        self.samples = [sample for glyph, sample in drawn if glyph is not None]
        self.labels = np.array([sample.label for sample in self.samples])

    def rights(self, outputs):
        """Whether each character is told right within its group."""
        right = np.zeros(len(self.labels), bool)
        for i, row in enumerate(outputs):
            group = GROUPS[group_of(self.labels[i])]
            right[i] = group[int(np.argmax(row[group]))] == self.labels[i]
        return right

    def by_source(self, outputs):
        tally = defaultdict(list)
        for sample, right in zip(self.samples, self.rights(outputs)):
            tally[sample.source, group_of(sample.label)].append(right)
        return {key: (float(np.mean(values)), len(values)) for key, values in sorted(tally.items())}

    def summary(self, net):
        import network

        shares = self.by_source(network.scores(net, self.glyphs))
        return " ".join(f"{source}.{group} {100 * share:.2f}" for (source, group), (share, _) in shares.items())


def run_onnx(path, glyphs):
    import cv2

    cv2.setNumThreads(1)
    runner = cv2.dnn.readNetFromONNX(str(path))
    parts = []
    for start in range(0, len(glyphs), 100):
        runner.setInput(np.stack(glyphs[start:start + 100])[:, None].astype(np.float32) / 255)
        parts.append(runner.forward().copy())
    return np.concatenate(parts)


def grouped_probabilities(outputs, labels, temperature):
    """Probability of the best class and of the true one, each within the group."""
    best, true = np.zeros(len(labels)), np.zeros(len(labels))
    for i, row in enumerate(outputs):
        group = GROUPS[group_of(labels[i])]
        share = np.exp((row[group] - row[group].max()) / temperature)
        share /= share.sum()
        best[i], true[i] = share.max(), share[group.index(labels[i])]
    return best, true


def fit_temperature(outputs, labels):
    def loss(temperature):
        return -np.mean(np.log(np.maximum(1e-12, grouped_probabilities(outputs, labels, temperature)[1])))

    return min(np.arange(0.4, 2.01, 0.05), key=loss)


def print_calibration(outputs, labels, right, temperature):
    best, _ = grouped_probabilities(outputs, labels, temperature)
    print("probability said   characters   right")
    for low, high in [(0, 0.5), (0.5, 0.8), (0.8, 0.95), (0.95, 0.99), (0.99, 0.999), (0.999, 1.01)]:
        inside = (best >= low) & (best < high)
        if inside.any():
            print(f"{best[inside].mean():16.4f} {inside.sum():12d} {right[inside].mean():8.4f}")


def print_classes(held_out, outputs):
    tally = defaultdict(lambda: defaultdict(int))
    for label, row in zip(held_out.labels, outputs):
        group = GROUPS[group_of(label)]
        tally[label][group[int(np.argmax(row[group]))]] += 1
    for label, answers in sorted(tally.items()):
        total = sum(answers.values())
        wrong = sorted(((n, a) for a, n in answers.items() if a != label), reverse=True)[:4]
        confused = " ".join(f"{glyph_data.ALPHABET[a]}:{n}" for n, a in wrong)
        print(f"{glyph_data.ALPHABET[label]} {100 * answers[label] / total:6.2f} % of {total:5d}   {confused}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=pathlib.Path)
    parser.add_argument("--model", required=True, type=pathlib.Path)
    parser.add_argument("--classes", action="store_true")
    parser.add_argument("--fit-temperature", action="store_true")
    options = parser.parse_args()
    held_out = HeldOut(glyph_data.load_all(options.data, None))
    outputs = run_onnx(options.model / "letters.onnx", held_out.glyphs)
    for (source, group), (share, count) in held_out.by_source(outputs).items():
        print(f"{source:18s} {group:9s} {100 * share:6.2f} % of {count}")
    print(f"{held_out.lost} characters lost in scanning")
    if options.classes:
        print_classes(held_out, outputs)
    if options.fit_temperature:
        half = np.arange(len(outputs)) % 2 == 0
        temperature = fit_temperature(outputs[half], held_out.labels[half])
        print(f"temperature {temperature:.2f}")
    else:
        half = np.zeros(len(outputs), bool)
        temperature = json.loads((options.model / "letters.json").read_text(encoding="utf-8"))["temperature"]
    print_calibration(outputs[~half], held_out.labels[~half], held_out.rights(outputs)[~half], temperature)


if __name__ == "__main__":
    main()
