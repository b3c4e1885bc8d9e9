#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Writes the characters of the held-out writers as a data folder of their own, for scanstraat-synth to write with.

  export_held_out.py --data HANDWRITING --out FOLDER [--half 0|1]

With --half only every second of them: one half to choose thresholds with, the other to measure. FOLDER gets one folder
a source in the format of HANDWRITING; it holds real handwriting and is not to be committed. Needs python3-numpy.
"""
import argparse
import gzip
import pathlib
import struct

import numpy as np
from handwriting import SOURCES, load_parts


def write_idx(path, values):
    kind = 12 if values.dtype.itemsize == 4 else 8
    head = struct.pack(">I", kind << 8 | values.ndim) + struct.pack(">" + "I" * values.ndim, *values.shape)
    path.write_bytes(gzip.compress(head + values.tobytes(), mtime=0))


def in_half(part, half):
    """By writer; of sources without writer numbers by image."""
    order = np.where(part.writers >= 0, part.writers * 40503 // 64, np.arange(len(part.writers)) // 10)
    return order % 2 == half


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--half", type=int, choices=[0, 1])
    wanted = parser.parse_args()
    files = {name: (name, "images32", "") for name, *_ in SOURCES}
    files["signs"] = ("unipen", "symbols32", "symbols-")
    for part in load_parts(wanted.data):
        chosen = part.held_out if wanted.half is None else part.held_out & in_half(part, wanted.half)
        folder, images, prefix = files[part.name]
        base = wanted.out / folder
        base.mkdir(parents=True, exist_ok=True)
        write_idx(base / f"{images}-idx3-ubyte.gz", part.images[chosen])
        write_idx(base / f"{prefix}labels-idx1-ubyte.gz", part.labels[chosen])
        if (part.writers >= 0).all():
            write_idx(base / f"{prefix}writers-idx1-int32.gz", part.writers[chosen].astype(">i4"))
        print(f"{part.name}: {chosen.sum()} characters, {len(np.unique(part.writers[chosen]))} writers")


main()
