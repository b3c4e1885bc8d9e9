# SPDX-License-Identifier: EUPL-1.2
"""Handwritten characters from IDX folders, UNIPEN pen strokes and font files, divided by writer.

A sample is drawn by pen.py; here it is only its source: a 32 x 32 picture (box 24 x 24), a list of
strokes in thousandths of the writer's capital height, or a large picture of a font's glyph.
"""

import gzip
import pathlib
import struct
from dataclasses import dataclass

import numpy as np

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'./@+,&"
NOT_A_CHARACTER = len(ALPHABET)
CLASSES = len(ALPHABET) + 1
DIGITS = range(0, 10)
CAPITALS = range(10, 36)
SIGNS = range(36, len(ALPHABET))

HELD_OUT_SHARE = 0.12
# These write the project's samples and must stay unseen.
TEST_FONTS = ("dkg", "femke", "breip")

IMAGE_SETS = [
    ("french-names", "", True),
    ("french-names", "auto-", True),
    ("alumnos35", "", True),
    ("semeion", "", False),
    ("optdigits", "", False),
    ("mnist", "", False),
]


@dataclass
class Sample:
    source: str
    label: int
    held_out: bool
    kind: str  # "picture", "strokes" or "font"
    content: object


def read_idx(path):
    data = gzip.open(path).read()
    magic = struct.unpack(">I", data[:4])[0]
    dimensions, code = magic & 255, (magic >> 8) & 255
    shape = struct.unpack(">" + "I" * dimensions, data[4:4 + 4 * dimensions])
    kind = {8: np.dtype(np.uint8), 12: np.dtype(">i4")}[code]
    return np.frombuffer(data[4 + 4 * dimensions:], dtype=kind).reshape(shape)


def hashed_share(number):
    """A number of 0..1 that depends on nothing but the writer."""
    return (int(number) * 2654435761 % 2**32) / 2**32


def load_pictures(folder):
    samples = []
    for source, prefix, has_writers in IMAGE_SETS:
        at = pathlib.Path(folder) / source
        pictures = read_idx(at / f"{prefix}images32-idx3-ubyte.gz")
        labels = read_idx(at / f"{prefix}labels-idx1-ubyte.gz")
        writers = read_idx(at / f"{prefix}writers-idx1-int32.gz") if has_writers else None
        name = source + ("-auto" if prefix else "")
        for i, code in enumerate(labels):
            character = chr(code)
            if character == "-" or character not in ALPHABET:  # a hyphen scaled up to the box says nothing
                continue
            if writers is None:
                held_out = i * 2654435761 % 1000 < 100
            else:
                held_out = hashed_share(writers[i]) < HELD_OUT_SHARE
            samples.append(Sample(name, ALPHABET.index(character), held_out, "picture", pictures[i]))
    return samples


def load_strokes(folder):
    data = gzip.open(pathlib.Path(folder) / "unipen" / "strokes.bin.gz").read()
    magic, count = struct.unpack_from("<4sI", data, 0)
    if magic != b"STRK":
        raise SystemExit("unipen/strokes.bin.gz: not a file of strokes")
    at = 8
    samples = []
    for _ in range(count):
        code, writer, strokes = struct.unpack_from("<HiH", data, at)
        at += 8
        lines = []
        for _ in range(strokes):
            points = struct.unpack_from("<H", data, at)[0]
            line = np.frombuffer(data, dtype="<i2", count=2 * points, offset=at + 2).reshape(-1, 2)
            at += 2 + 4 * points
            if points:
                lines.append(line.astype(np.float32))
        character = chr(code)
        if character in ALPHABET and lines:
            label = ALPHABET.index(character)
            source = "unipen-signs" if label in SIGNS else "unipen"
            held_out = hashed_share(writer) < HELD_OUT_SHARE
            samples.append(Sample(source, label, held_out, "strokes", lines))
    return samples


def load_fonts(folder):
    """Glyphs of every font file below `folder`; none is held out: fonts for testing are other ones."""
    from PIL import Image, ImageDraw, ImageFont

    samples = []
    files = sorted(p for p in pathlib.Path(folder).rglob("*") if p.suffix.lower() in (".ttf", ".otf"))
    for path in files:
        if any(name in str(path).lower() for name in TEST_FONTS):
            raise SystemExit(f"{path}: this font writes the samples and must not be trained on")
        font = ImageFont.truetype(str(path), 60)
        box = font.getbbox("H")
        height = max(1, box[3] - box[1])
        for label, character in enumerate(ALPHABET):
            picture = Image.new("L", (128, 128))
            ImageDraw.Draw(picture).text((64, 64), character, fill=255, font=font, anchor="mm")
            ink = np.array(picture)
            if ink.sum() > 255 * 10:
                samples.append(Sample("fonts", label, False, "font", (ink, height)))
    return samples


def load_all(data, fonts):
    samples = load_pictures(data) + load_strokes(data)
    return samples + load_fonts(fonts) if fonts else samples
