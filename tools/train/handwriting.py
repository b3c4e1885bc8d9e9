# SPDX-License-Identifier: EUPL-1.2
"""Reads the project's handwriting data and says which writers are held out.

A data folder holds one folder a source (french-names, unipen, alumnos35, semeion, optdigits, mnist) in MNIST's IDX
format, gzip'd: 32 x 32 pixels, paper 0, ink 255, the ink's box scaled to 24 x 24.

Writers are held out by a hash of their number (12 %); of sources without writer numbers every tenth image.
"""
import gzip
import pathlib
import struct
from typing import NamedTuple

import numpy as np

SOURCES = [  # name, folder, prefix of the files, writers known
    ("french-names", "french-names", "", True),
    ("french-names-auto", "french-names", "auto-", True),
    ("unipen", "unipen", "", True),
    ("alumnos35", "alumnos35", "", True),
    ("semeion", "semeion", "", False),
    ("optdigits", "optdigits", "", False),
    ("mnist", "mnist", "", False),
]
HELD_OUT_WRITERS = 0.12


class Part(NamedTuple):
    """What one set of files holds. `writers` has -1 where nobody knows."""

    name: str
    images: np.ndarray  # (n, 32, 32), ink 255
    labels: np.ndarray  # (n,), ASCII
    writers: np.ndarray  # (n,)
    held_out: np.ndarray  # (n,), bool


def read_idx(path):
    raw = gzip.open(path).read()
    magic = struct.unpack(">I", raw[:4])[0]
    dimensions, kind = magic & 255, (magic >> 8) & 255
    shape = struct.unpack(">" + "I" * dimensions, raw[4 : 4 + 4 * dimensions])
    return np.frombuffer(raw[4 + 4 * dimensions :], {8: np.uint8, 12: np.dtype(">i4")}[kind]).reshape(shape)


def is_held_out(writer):
    """Knuth's multiplicative hash: the same writer is held out in every source file."""
    return (int(writer) * 2654435761 % 2**32) / 2**32 < HELD_OUT_WRITERS


def part_of(name, images, labels, writers):
    if writers is None:
        held_out = np.arange(len(labels)) * 2654435761 % 1000 < 100
        writers = np.full(len(labels), -1)
    else:
        held_out = np.array([is_held_out(writer) for writer in writers])
    return Part(name, images, labels, writers.astype(np.int64), held_out)


def load_parts(root):
    """All sources below `root`, and the signs of unipen, which have their true size, as "signs"."""
    root = pathlib.Path(root)
    parts = []
    for name, folder, prefix, has_writers in SOURCES:
        base = root / folder
        parts.append(
            part_of(
                name,
                read_idx(base / f"{prefix}images32-idx3-ubyte.gz"),
                read_idx(base / f"{prefix}labels-idx1-ubyte.gz"),
                read_idx(base / f"{prefix}writers-idx1-int32.gz") if has_writers else None,
            )
        )
    base = root / "unipen"
    parts.append(
        part_of(
            "signs",
            read_idx(base / "symbols32-idx3-ubyte.gz"),
            read_idx(base / "symbols-labels-idx1-ubyte.gz"),
            read_idx(base / "symbols-writers-idx1-int32.gz"),
        )
    )
    return parts
