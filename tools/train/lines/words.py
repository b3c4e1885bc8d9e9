# SPDX-License-Identifier: EUPL-1.2
"""Whole names as pupils wrote them into the boxes of scanned forms (handwriting-words/french-names): real lines."""
import csv
import io
import pathlib
import tarfile

import cv2
import numpy as np
from compose import HEIGHT, LINE_BASE, LINE_CAP
from handwriting import is_held_out
from texts import ALPHABET, STRUCK

FIRST_WRITER = {"TRAIN": 100000, "VALIDATION": 200000, "TEST": 300000}  # as in handwriting/french-names
INK = 55  # of 255: what belongs to a stroke
LEAST_MARGIN = 6.0  # of automatic transcriptions: how much better than the next name


def writer_of(file):
    kind, number = file.split(".")[0].split("_")
    return FIRST_WRITER[kind] + int(number)


def name_of(image, text):
    """The picture of the name alone (ink 255, capitals about LINE_CAP high) of a scanned strip; None where captions
    and name cannot be told apart, or where letters have marks, which the transcription `text` leaves out."""
    ink = 255 - image
    wide = ink.shape[1]
    caption = 78 if wide == 388 else 0  # "PRENOM :" is printed left of the name
    count, labels, stats, centres = cv2.connectedComponentsWithStats((ink > INK).astype(np.uint8), connectivity=8)
    kept = [i for i in range(1, count) if stats[i][0] >= caption and stats[i][4] >= 4 and stats[i][3] < 0.95 * len(ink)]
    inside = [i for i in kept if 0 < stats[i][1] and stats[i][1] + stats[i][3] < len(ink)]
    tall = [i for i in inside if stats[i][3] >= 9]
    if not tall:
        return None
    usual = np.median([stats[i][3] for i in tall])
    cut = [i for i in kept if i not in inside and stats[i][3] > 0.7 * usual]  # letters that the strip's edge touches
    kept, tall = inside + cut, tall + cut
    if wide == 284:  # the caption, when there is one, is printed above the name
        lowest = max(stats[i][1] + stats[i][3] for i in tall)
        tall = [i for i in tall if stats[i][1] + stats[i][3] > lowest - 14]
    top = min(stats[i][1] for i in tall)
    foot = max(stats[i][1] + stats[i][3] for i in tall)
    letters = len(text.replace(" ", ""))
    if not 0.6 * letters <= len(tall) <= 1.4 * letters + 1:
        return None
    cap = float(np.median([stats[i][3] for i in tall]))
    if foot - top > 2.2 * cap:
        return None
    head = float(np.median([stats[i][1] for i in tall]))
    above = [i for i in kept if stats[i][3] < 0.6 * cap and head - cap < centres[i][1] < head]
    if len(above) > text.count("I") + text.count("J"):
        return None
    mask = np.isin(labels, [i for i in kept if centres[i][1] > top - 0.5 * cap and centres[i][1] < foot + 0.3 * cap])
    mask = cv2.dilate(mask.astype(np.uint8), np.ones((3, 3), np.uint8))
    clean = ink * mask
    across = np.nonzero(clean.max(0) > INK)[0]
    left, right = max(0, across[0] - 4), min(wide, across[-1] + 5)
    base = float(np.median([stats[i][1] + stats[i][3] for i in tall]))
    scale = LINE_CAP / cap
    matrix = np.float32([[scale, 0, -left * scale], [0, scale, LINE_BASE - base * scale]])
    return cv2.warpAffine(clean, matrix, (max(24, round((right - left) * scale)), HEIGHT), flags=cv2.INTER_LINEAR)


def load_words(root, held_out=False):
    """Pictures and texts. Held-out ones are transcribed by hand only."""
    root = pathlib.Path(root) / "french-names"
    rows = [(row, (root / "images" / row["file"]).read_bytes()) for row in csv.DictReader(open(root / "labels.csv", encoding="utf-8"))]
    if not held_out:
        with tarfile.open(root / "auto-labelled.tar") as tar:
            labels = csv.DictReader(io.TextIOWrapper(tar.extractfile("labels.csv"), encoding="utf-8"))
            rows += [(row, tar.extractfile("images/" + row["file"]).read()) for row in labels if float(row["margin"]) >= LEAST_MARGIN]
    words = []
    for row, data in rows:
        text = " ".join(row["transcription"].upper().replace(" -", "-").replace("- ", "-").split())
        known = text and text not in ("EMPTY", "UNREADABLE") and STRUCK not in text and all(c in ALPHABET for c in text)
        if known and is_held_out(writer_of(row["file"])) == held_out:
            picture = name_of(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE), text)
            if picture is not None and picture.shape[1] > 7 * len(text):
                words.append((picture, text))
    return words
