#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Fits models/marks.json to boxes drawn by scanstraat-mark-samples.

    scanstraat-mark-samples 1000 9000 > train.csv      # seeds 1000..9999
    scanstraat-mark-samples 500000 4000 > valid.csv    # other seeds
    train_marks.py train.csv valid.csv models/marks.json

Needs Debian's python3-numpy and python3-torch. The temperature that calibrates the probabilities and the
two thresholds come from the first half of the second file; the figures it prints from its second half.
"""

import csv
import json
import sys

import numpy as np
import torch

STATES = ["empty", "crossed", "blackened", "recrossed", "unclear"]
KNOT_SHARES = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95]
WEIGHT_DECAY = 2e-5
TARGET_ERROR = 0.001


def load(path):
    with open(path, encoding="utf-8") as file:
        rows = list(csv.reader(file))
    names = rows[0][3:]
    features = np.array([[float(value) for value in row[3:]] for row in rows[1:]])
    labels = np.array([STATES.index(row[2]) for row in rows[1:]])
    return names, features, labels


def describe_inputs(names, features):
    """Mean, scale and knots of each feature, as they go into the model."""
    inputs = []
    for column, name in enumerate(names):
        values = features[:, column]
        scale = float(values.std()) or 1.0
        z = (values - values.mean()) / scale
        knots = sorted({round(float(k), 4) for k in np.quantile(z[values > values.min()], KNOT_SHARES)})
        inputs.append({"name": name, "mean": float(values.mean()), "scale": scale, "knots": knots})
    return inputs


def terms(inputs, features):
    columns = [np.ones(len(features))]
    for column, one in enumerate(inputs):
        z = (features[:, column] - one["mean"]) / one["scale"]
        columns.append(z)
        columns.extend(np.maximum(0.0, z - knot) for knot in one["knots"])
    return np.stack(columns, axis=1)


def fit(x, labels):
    x, y = torch.tensor(x), torch.tensor(labels)
    weights = torch.zeros((len(STATES), x.shape[1]), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=600, history_size=20, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(x @ weights.T, y) + WEIGHT_DECAY * (weights[:, 1:] ** 2).sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return weights.detach().numpy()


def softmax(logits):
    logits = logits - logits.max(axis=1, keepdims=True)
    exp = np.exp(logits)
    return exp / exp.sum(axis=1, keepdims=True)


def calibrate(logits, labels):
    """The temperature with the least log loss."""
    candidates = np.linspace(0.7, 2.5, 91)
    losses = [-np.log(softmax(logits / t)[np.arange(len(labels)), labels] + 1e-12).mean() for t in candidates]
    return float(candidates[int(np.argmin(losses))])


def threshold(probabilities, labels):
    """Least probability above which at most TARGET_ERROR of the boxes are wrong."""
    best = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for limit in np.arange(0.5, 0.9995, 0.005):
        accepted = best >= limit
        if wrong[accepted].sum() <= TARGET_ERROR * accepted.sum():
            return float(limit)
    return 0.9995


def report(probabilities, labels, limit):
    best = probabilities.argmax(axis=1)
    best = np.where(probabilities.max(axis=1) < limit, STATES.index("unclear"), best)
    print("drawn \\ read " + " ".join(f"{name:>10}" for name in STATES))
    for i, name in enumerate(STATES):
        print(f"{name:>12} " + " ".join(f"{int(((labels == i) & (best == j)).sum()):>10}" for j in range(5)))


def main():
    names, features, labels = load(sys.argv[1])
    _, other, truth = load(sys.argv[2])
    inputs = describe_inputs(names, features)
    weights = fit(terms(inputs, features), labels)
    half = len(truth) // 2
    logits = terms(inputs, other) @ weights.T
    temperature = calibrate(logits[:half], truth[:half])
    weights /= temperature
    probabilities = softmax(logits / temperature)
    limit = max(0.9, threshold(probabilities[:half], truth[:half]))
    print(f"temperature {temperature:.2f}, unclear below {limit:.3f}")
    print(f"right without limit: {(probabilities[half:].argmax(axis=1) == truth[half:]).mean():.4f}")
    report(probabilities[half:], truth[half:], limit)
    model = {
        "schema": "scanstraat/marks/1",
        "version": "1",
        "unclearBelow": round(limit, 4),
        "acceptFrom": round(max(0.95, limit), 4),
        "features": [{**one, "mean": round(one["mean"], 6), "scale": round(one["scale"], 6)} for one in inputs],
        "weights": {name: [round(float(w), 5) for w in weights[i]] for i, name in enumerate(STATES)},
    }
    with open(sys.argv[3], "w", encoding="utf-8") as file:
        json.dump(model, file, indent=1)
        file.write("\n")


main()
