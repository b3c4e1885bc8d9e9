#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Trains models/print.onnx: characters of one printed line (a form's footer), drawn in the fonts of this computer.

  train_print.py --out models [--lines 8000] [--epochs 14]   draw, train, export, set temperature
  train_print.py --out models --evaluate                     figures of what is in models, by group of fonts

Lines are drawn by Cairo, damaged as print and scan do, and cut into characters by the steps of
pipeline/ident/PrintedLine.cpp, which `cut_characters` repeats: keep both in step. Families in HELD_OUT are
only used for the figures and the temperature. A network that was trained anew gets the acceptance 1 in
print.json, so that nothing is read with it alone before that was chosen (models/print.md says how).

Needs Debian's python3-torch, python3-opencv, python3-numpy, python3-cairo and fontconfig, and the fonts
fonts-open-sans, fonts-dejavu, fonts-dejavu-extra, fonts-liberation and fonts-roboto. Five minutes on one
CPU core (OMP_NUM_THREADS=1). Random seeds are fixed; other versions of fonts or libraries change results.
"""
import argparse
import hashlib
import json
import pathlib
import subprocess
import time

import cairo
import cv2
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz-/."
NO_CHARACTER = len(ALPHABET)
FOREIGN = "ABDEFGHJKLMNQRTY&%#@?!()+=*§€<>"  # signs that no character of the alphabet looks like
NOT_PRINT = ("Because We", "Breip", "Dkg", "Humor", "Rufscript", "femke", "Math", "Emoji", "Symbol")  # or no letters
HELD_OUT = ("Liberation Sans Narrow", "DejaVu Serif", "Open Sans Condensed", "Roboto Condensed")
FORM_FAMILY = "Open Sans"  # the forms' own typeface, in training

# As in PrintedLine.cpp, in pixels of a cut that has EM pixels to the size of the type.
EM = 40
ABOVE, BELOW = 36, 12  # rows of a character's window above and below the baseline
WIDTH = 36
ROWS, COLUMNS = 24, 18  # of the picture that the network gets
INK_LEVEL = 115
LEAST_CONTRAST = 40
SMALLEST_AREA = 5
CUT_ABOVE, CUT_BELOW = 60, 28  # rows of the cut above and below the place where the baseline should be

DRAWN_EM = 96  # pixels of the undamaged drawing
BATCH = 256


def quantile(grey, share):
    below = np.cumsum(np.bincount(grey.ravel(), minlength=256))
    return int(np.searchsorted(below, share * grey.size))


def cut_characters(grey):
    """Pictures of the characters of a line from left to right, and their boxes."""
    paper, darkest = quantile(grey, 0.6), quantile(grey, 0.004)
    contrast = paper - darkest
    if contrast < LEAST_CONTRAST:
        return [], []
    ink = np.clip(np.rint((paper - grey.astype(np.float32)) * (255.0 / contrast)), 0, 255).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats((ink > INK_LEVEL).astype(np.uint8), connectivity=8)
    pieces = [(int(s[0]), int(s[1]), int(s[2]), int(s[3]), i) for i, s in enumerate(stats) if i and s[4] >= SMALLEST_AREA]
    feet = sorted(y + h for _, y, _, h, _ in pieces if 0.4 * EM <= h <= EM)
    if not feet:
        return [], []
    baseline = feet[len(feet) // 2]
    pieces = sorted((x, y, w, h, i) for x, y, w, h, i in pieces if -EM <= y + h / 2 - baseline <= 0.35 * EM)
    glyphs = []
    for x, y, w, h, i in pieces:
        if glyphs:
            left, right, parts = glyphs[-1]
            if min(right, x + w) - x >= 0.5 * min(w, right - left):
                glyphs[-1] = (left, max(right, x + w), parts + [i])
                continue
        glyphs.append((x, x + w, [i]))
    return [glyph_picture(ink, labels, baseline, *glyph) for glyph in glyphs], [glyph[:2] for glyph in glyphs]


def glyph_picture(ink, labels, baseline, left, right, parts):
    """The window around a character, without what belongs to others, as the network gets it."""
    width = max(WIDTH, right - left)
    x, y = (left + right - width) // 2, baseline - ABOVE
    window = np.zeros((ABOVE + BELOW, width), np.uint8)
    top, bottom = max(0, y), min(ink.shape[0], y + ABOVE + BELOW)
    first, last = max(0, x), min(ink.shape[1], x + width)
    part = labels[top:bottom, first:last]
    own = (part == 0) | np.isin(part, parts)
    inside = slice(max(left, 0) - 1 - first if left - 1 > first else 0, right + 1 - first)
    kept = np.zeros_like(part, np.uint8)
    kept[:, inside] = (ink[top:bottom, first:last] * own)[:, inside]
    window[top - y : bottom - y, first - x : last - x] = kept
    return cv2.resize(window, (COLUMNS, ROWS), interpolation=cv2.INTER_AREA)


def find_faces():
    """(family, slant, weight) of all printed faces that Fontconfig knows; light and black ones are families."""
    listed = subprocess.run(["fc-list", "--format", "%{family}\n"], capture_output=True, text=True, check=True).stdout
    families = sorted({line.split(",")[-1] for line in listed.splitlines()})
    return [(family, slant, weight) for family in families if not any(word in family for word in NOT_PRINT)
            for slant in (cairo.FONT_SLANT_NORMAL, cairo.FONT_SLANT_NORMAL, cairo.FONT_SLANT_ITALIC)
            for weight in (cairo.FONT_WEIGHT_NORMAL, cairo.FONT_WEIGHT_NORMAL, cairo.FONT_WEIGHT_BOLD)]


def is_held_out(name):
    return any(name.startswith(family) for family in HELD_OUT)


def footer_text(random):
    number = str(random.integers(1, 30))
    form = "".join(random.choice(list("0123456789"), random.integers(3, 6)))
    edition = random.choice([f"{random.integers(2015, 2036)}/{random.integers(1, 13)}", f"{random.integers(1, 20):02}",
                             f"{random.integers(1, 13):02}.{random.integers(15, 36)}", f"v{random.integers(1, 9)}"])
    return f"{number}   {form}-{edition}"


def any_text(random):
    words = ["".join(random.choice(list(ALPHABET), random.integers(1, 7))) for _ in range(3)]
    return " ".join(words)


def foreign_text(random):
    return " ".join(random.choice(list(FOREIGN), 10)) if random.random() < 0.5 else "".join(
        random.choice(list(FOREIGN + ALPHABET), 12))


def draw_line(text, face, spacing):
    """Ink (float, 0..1) at DRAWN_EM, the row of the baseline, and the ends of each character's ink."""
    surface = cairo.ImageSurface(cairo.FORMAT_A8, int(DRAWN_EM * (1.1 * len(text) + 2)), 3 * DRAWN_EM)
    context = cairo.Context(surface)
    options = cairo.FontOptions()
    options.set_hint_style(cairo.HINT_STYLE_NONE)
    options.set_hint_metrics(cairo.HINT_METRICS_OFF)
    context.set_font_options(options)
    context.select_font_face(*face)
    context.set_font_size(DRAWN_EM)
    x, baseline, ends = float(DRAWN_EM), 2 * DRAWN_EM, []
    for character in text:
        extents = context.text_extents(character)
        context.move_to(x, baseline)
        context.show_text(character)
        ends.append((x + extents.x_bearing, x + extents.x_bearing + extents.width))
        x += extents.x_advance + spacing * DRAWN_EM
    surface.flush()
    ink = np.frombuffer(surface.get_data(), np.uint8).reshape(surface.get_height(), surface.get_stride())
    return ink[:, : min(ink.shape[1], int(x) + DRAWN_EM)].astype(np.float32) / 255, baseline, ends


def damage_print(ink, random):
    """Thick or thin toner, uneven cover, breaks and specks."""
    sigma = DRAWN_EM * random.uniform(0.008, 0.03)
    soft = cv2.GaussianBlur(ink, (0, 0), sigma)
    level = np.clip(random.normal(0.5, 0.1), 0.28, 0.72)
    if random.random() < 0.4:
        cells = random.normal(0, 1, (ink.shape[0] // 6 + 1, ink.shape[1] // 6 + 1)).astype(np.float32)
        uneven = cv2.resize(cells, (ink.shape[1], ink.shape[0]), interpolation=cv2.INTER_LINEAR)
        soft = soft + uneven * random.uniform(0, 0.14)
    toner = np.clip((soft - level) * 6 + 0.5, 0, 1)
    if random.random() < 0.15:
        for _ in range(random.integers(1, 4)):
            centre = (int(random.integers(0, ink.shape[1])), int(random.integers(DRAWN_EM, 2 * DRAWN_EM + 20)))
            cv2.circle(toner, centre, int(random.integers(2, 7)), float(random.random() < 0.6), -1)
    return toner


def scan(toner, baseline, random):
    """The line as cut out of a scan: grey, EM pixels to the size of the type, and the map from drawing to cut."""
    dpi = random.choice([150, 200, 240, 300, 400], p=[0.12, 0.33, 0.15, 0.3, 0.1])
    em = dpi / 72.0 * random.uniform(7.5, 9.5)
    scale = em / DRAWN_EM
    angle = random.normal(0, 0.25) * np.pi / 180
    squeeze = random.uniform(0.97, 1.03)
    to_scan = np.array([[scale * squeeze, -scale * angle, 3 + random.random()],
                        [scale * angle, scale, 3 + random.random()], [0, 0, 1]])
    size = (int(toner.shape[1] * scale * squeeze) + 8, int(toner.shape[0] * scale) + 8)
    seen = cv2.GaussianBlur(toner, (0, 0), max(0.3, 0.45 / scale * random.uniform(0.6, 1.4)))
    seen = cv2.warpAffine(seen, to_scan[:2], size, flags=cv2.INTER_LINEAR)
    paper, black = random.uniform(200, 255), random.uniform(10, 110)
    grey = paper - (paper - black) * seen + random.normal(0, random.choice([0.5, 3, 8]), seen.shape)
    if random.random() < 0.35:
        grey = np.where(grey < black + (paper - black) * random.uniform(0.35, 0.68), 0, 255)
    grey = np.clip(grey, 0, 255).astype(np.uint8)
    if random.random() < 0.2:
        grey = cv2.imdecode(cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(40, 90))])[1], 0)
    factor = EM / em * random.uniform(0.92, 1.05)
    height = (baseline * scale + 3) * factor
    shift = np.array([random.random(), CUT_ABOVE - height + random.uniform(-8, 8)])
    to_cut = np.array([[factor, 0, shift[0]], [0, factor, shift[1]], [0, 0, 1]])
    cut = cv2.warpAffine(grey, to_cut[:2], (int(size[0] * factor), CUT_ABOVE + CUT_BELOW), flags=cv2.INTER_LINEAR,
                         borderValue=255)
    return cut, to_cut @ to_scan


def label(box, ends, classes):
    """Class of what was cut out: that of the one character whose ink it holds, else 'no character'."""
    left, right = box
    inside = [i for i, (a, b) in enumerate(ends) if b > a and left - 1 <= (a + b) / 2 <= right + 1]
    if len(inside) != 1:
        return NO_CHARACTER
    a, b = ends[inside[0]]
    covered = min(b, right) - max(a, left)
    wide = right - left > (b - a) + 0.16 * EM
    return NO_CHARACTER if covered < 0.72 * (b - a) or wide else classes[inside[0]]


def sample(text, face, random):
    """Pictures and classes of all that is cut out of one line."""
    ink, baseline, ends = draw_line(text, face, random.choice([0.0, 0.0, random.uniform(-0.02, 0.05)]))
    cut, to_cut = scan(damage_print(ink, random), baseline, random)
    ends = [(to_cut[0, 0] * a + to_cut[0, 1] * baseline + to_cut[0, 2],
             to_cut[0, 0] * b + to_cut[0, 1] * baseline + to_cut[0, 2]) for a, b in ends]
    classes = [ALPHABET.find(c) if c in ALPHABET else NO_CHARACTER for c in text]
    pictures, boxes = cut_characters(cut)
    return pictures, [label(box, ends, classes) for box in boxes]


def draw_samples(faces, lines, seed):
    random = np.random.default_rng(seed)
    pictures, classes, names = [], [], []
    kinds = [footer_text, any_text, foreign_text]
    for _ in range(lines):
        face = faces[random.integers(len(faces))]
        text = kinds[random.choice(3, p=[0.45, 0.48, 0.07])](random)
        found, labels = sample(text, face, random)
        pictures += found
        classes += labels
        names += [face[0]] * len(labels)
    return np.array(pictures), np.array(classes), np.array(names)


def make_network():
    """55,980 multiplications a character."""
    return nn.Sequential(
        nn.Conv2d(1, 7, 5, 2, 2, bias=False), nn.BatchNorm2d(7), nn.ReLU(),
        nn.Conv2d(7, 12, 3, 2, 1, bias=False), nn.BatchNorm2d(12), nn.ReLU(),
        nn.Flatten(), nn.Dropout(0.1), nn.Linear(12 * 6 * 5, NO_CHARACTER + 1))


def predict(network, pictures):
    network.eval()
    with torch.no_grad():
        parts = [network(torch.from_numpy(pictures[i : i + 2000]).float().unsqueeze(1) / 255)
                 for i in range(0, len(pictures), 2000)]
    return torch.cat(parts).numpy()


def jitter(x):
    """A window that sits a pixel off, and more or less ink."""
    rows, columns = torch.randint(-1, 2, (2,)).tolist()
    x = torch.roll(x, (rows, columns), (2, 3))
    return (x * torch.empty(len(x), 1, 1, 1).uniform_(0.85, 1.15)).clamp(0, 1)


def train(pictures, classes, epochs):
    torch.manual_seed(1)
    network = make_network()
    x, y = torch.from_numpy(pictures).float().unsqueeze(1) / 255, torch.from_numpy(classes)
    steps = len(x) // BATCH
    optimiser = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 6e-3, total_steps=epochs * steps)
    start = time.time()
    for epoch in range(epochs):
        network.train()
        order, total = torch.randperm(len(x)), 0.0
        for step in range(steps):
            chosen = order[step * BATCH : (step + 1) * BATCH]
            loss = F.cross_entropy(network(jitter(x[chosen])), y[chosen])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / steps:.4f}, {time.time() - start:.0f} s", flush=True)
    return network.eval()


def best_temperature(scores, classes):
    def loss(temperature):
        shifted = scores / temperature
        shifted = shifted - shifted.max(1, keepdims=True)
        return float((np.log(np.exp(shifted).sum(1)) - shifted[np.arange(len(classes)), classes]).mean())
    return round(float(min(np.arange(0.5, 2.5, 0.05), key=loss)), 2)


def report(scores, classes, names):
    groups = {"the forms' own typeface": [n.startswith(FORM_FAMILY) and not is_held_out(n) for n in names],
              "other families in training": [not n.startswith(FORM_FAMILY) and not is_held_out(n) for n in names]}
    groups |= {f"{family} (held out)": [n.startswith(family) for n in names] for family in HELD_OUT}
    right = scores.argmax(1) == classes
    digits = classes < 10
    for group, chosen in groups.items():
        chosen = np.array(chosen) & (classes != NO_CHARACTER)
        if chosen.any():
            both = chosen & digits
            print(f"{group}: {100 * right[chosen].mean():.2f} % of {chosen.sum()} characters, "
                  f"{100 * right[both].mean():.2f} % of {both.sum()} digits")
    none = classes == NO_CHARACTER
    print(f"no character: {100 * right[none].mean():.2f} % of {none.sum()}")


def write_model(network, temperature, folder):
    path = folder / "print.onnx"
    torch.onnx.export(network, torch.zeros(16, 1, ROWS, COLUMNS), str(path), opset_version=11, input_names=["glyph"],
                      output_names=["score"], dynamic_axes={"glyph": {0: "n"}, "score": {0: "n"}})
    settings = {"version": f"print {hashlib.sha256(path.read_bytes()).hexdigest()[:8]}", "acceptance": 1.0,
                "alphabet": ALPHABET, "temperature": temperature}
    (folder / "print.json").write_text(json.dumps(settings, indent=2) + "\n")


def evaluate(pictures, classes, names, folder):
    settings = json.loads((folder / "print.json").read_text())
    network = cv2.dnn.readNetFromONNX(str(folder / "print.onnx"))
    network.setInput(cv2.dnn.blobFromImages(list(pictures), 1 / 255))
    scores = network.forward().copy()
    print(f"temperature {settings['temperature']}, best here {best_temperature(scores, classes)}")
    report(scores, classes, names)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--lines", type=int, default=8000)
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--evaluate", action="store_true")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    faces = find_faces()
    test = draw_samples(faces, 1500, 99)
    if options.evaluate:
        evaluate(*test, options.out)
        return
    pictures, classes, _ = draw_samples([face for face in faces if not is_held_out(face[0])], options.lines, 1)
    print(f"{len(pictures)} pictures")
    network = train(pictures, classes, options.epochs)
    scores = predict(network, test[0])
    unseen = np.array([is_held_out(name) for name in test[2]])
    write_model(network, best_temperature(scores[unseen], test[1][unseen]), options.out)
    report(scores, test[1], test[2])


if __name__ == "__main__":
    main()
