# SPDX-License-Identifier: EUPL-1.2
"""Writes a sample onto a piece of paper: size, slant, nib, and what else gets into a cell.

A picture of ink is 0 (paper) .. 1, square, with the character in its middle; `capital` is the height of a
capital in its pixels.
"""

import cv2
import numpy as np

import glyph_data
from scan_domain import glyph_image, isolate, scan

CANVAS = 1.8  # canvas side in capital heights
LEAST_KEPT = 0.6  # of the ink: less is another character, or none
SLASHED_ZEROS = 0.15
NOT_CUT = set("1IJL-'.,/+CUVT7")  # half of these may be a character itself

GRID = np.mgrid[0:256, 0:256].astype(np.float32)


def affine(random, strength):
    angle = random.normal(0, 0.07 * strength)
    shear = random.normal(0, 0.10 * strength)
    wide = np.exp(random.normal(0, 0.10 * strength))
    cos, sin = np.cos(angle), np.sin(angle)
    turn = np.array([[cos, -sin], [sin, cos]])
    return turn @ np.array([[wide, -shear], [0, 1 / np.sqrt(wide)]])


def draw_picture(picture, source_capital, capital, linear):
    side = int(CANVAS * capital)
    matrix = linear * (capital / source_capital)
    middle = np.array([(picture.shape[1] - 1) / 2, (picture.shape[0] - 1) / 2])
    shift = np.array([side / 2, side / 2]) - matrix @ middle
    full = np.hstack([matrix, shift[:, None]]).astype(np.float32)
    method = cv2.INTER_LINEAR if capital / source_capital > 0.6 else cv2.INTER_AREA
    return cv2.warpAffine(picture, full, (side, side), flags=method).astype(np.float32) / 255


def draw_strokes(lines, capital, linear, nib):
    side = int(CANVAS * capital)
    points = np.concatenate(lines)
    middle = (points.min(0) + points.max(0)) / 2
    ink = np.zeros((side, side), np.uint8)
    thickness = max(1, int(round(nib * capital)))
    for line in lines:
        placed = (line - middle) @ linear.T * (capital / 1000) + side / 2
        fixed = np.round(placed * 16).astype(np.int32).reshape(-1, 1, 2)
        if len(fixed) == 1:
            fixed = np.concatenate([fixed, fixed + 1])
        cv2.polylines(ink, [fixed], False, 255, thickness, cv2.LINE_AA, 4)
    return ink.astype(np.float32) / 255


def elastic(ink, random, strength):
    side = ink.shape[0]
    field = random.normal(0, strength * side / CANVAS, (2, 5, 5)).astype(np.float32)
    dx, dy = (cv2.resize(part, (side, side), interpolation=cv2.INTER_CUBIC) for part in field)
    return cv2.remap(ink, GRID[1][:side, :side] + dx, GRID[0][:side, :side] + dy, cv2.INTER_LINEAR)


def change_thickness(ink, capital, random):
    """Thicker or thinner strokes: blur, then a steeper edge at another level."""
    sigma = random.uniform(0.02, 0.05) * capital
    soft = cv2.GaussianBlur(ink, (0, 0), max(0.5, sigma))
    level = random.uniform(0.18, 0.62)
    changed = np.clip((soft - level) * 4 + 0.5, 0, 1)
    return changed if changed.sum() > 0.35 * ink.sum() else ink


def write(sample, capital, random, strength=1.0):
    linear = affine(random, strength)
    if sample.kind == "strokes":
        ink = draw_strokes(sample.content, capital, linear, random.uniform(0.05, 0.19))
    elif sample.kind == "font":
        ink = draw_picture(sample.content[0], sample.content[1], capital, linear)
    else:
        ink = draw_picture(sample.content, 24.0, capital, linear)
    if strength > 0 and random.random() < 0.6:
        ink = elastic(ink, random, 0.025 * strength)
    if sample.kind != "strokes" and random.random() < 0.6:
        ink = change_thickness(ink, capital, random)
    return ink


def add_slash(ink, capital, random):
    """The stroke through a zero that some writers make."""
    ys, xs = np.nonzero(ink > 0.4)
    if len(ys) < 10:
        return ink
    over = random.uniform(-0.12, 0.15) * capital
    ends = np.array([[xs.min() - over, ys.max() + over], [xs.max() + over, ys.min() - over]])
    ends += random.normal(0, 0.04 * capital, (2, 2))
    overlay = np.zeros(ink.shape, np.uint8)
    cv2.polylines(overlay, [np.round(ends * 16).astype(np.int32).reshape(-1, 1, 2)], False, 255,
                  max(1, int(round(random.uniform(0.05, 0.14) * capital))), cv2.LINE_AA, 4)
    return np.maximum(ink, overlay.astype(np.float32) / 255)


def add_leftovers(ink, capital, random):
    """Bits of the cell's frame or of a neighbour's stroke near the canvas edge."""
    side = ink.shape[0]
    for _ in range(int(random.integers(1, 3))):
        away = side / 2 + random.choice([-1, 1]) * random.uniform(0.52, 0.75) * capital
        start = random.uniform(0.15, 0.7) * side
        end = start + random.uniform(0.03, 0.35) * capital
        slant = random.normal(0, 0.05) * capital
        ends = [(away, start), (away + slant, end)]
        if random.random() < 0.5:
            ends = [(y, x) for x, y in ends]
        fixed = np.round(np.array(ends) * 16).astype(np.int32).reshape(-1, 1, 2)
        thickness = max(1, int(round(random.uniform(0.03, 0.1) * capital)))
        overlay = np.zeros(ink.shape, np.uint8)
        cv2.polylines(overlay, [fixed], False, 255, thickness, cv2.LINE_AA, 4)
        ink = np.maximum(ink, overlay.astype(np.float32) / 255)
    return ink


def shifted(ink, dx, dy):
    return cv2.warpAffine(ink, np.float32([[1, 0, dx], [0, 1, dy]]), ink.shape[::-1])


def scribble(capital, random):
    side = int(CANVAS * capital)
    points = side / 2 + random.uniform(-0.5, 0.5, (int(random.integers(6, 16)), 2)) * capital
    if random.random() < 0.5:  # to and fro across the letter
        points[:, 0] = side / 2 + np.where(np.arange(len(points)) % 2, 0.5, -0.5) * capital
    ink = np.zeros((side, side), np.uint8)
    cv2.polylines(ink, [np.round(points * 16).astype(np.int32).reshape(-1, 1, 2)], False, 255,
                  max(1, int(round(random.uniform(0.05, 0.16) * capital))), cv2.LINE_AA, 4)
    return ink.astype(np.float32) / 255


def blots(capital, random):
    side = int(CANVAS * capital)
    ink = np.zeros((side, side), np.uint8)
    for _ in range(int(random.integers(2, 6))):
        at = tuple(int(v) for v in side / 2 + random.uniform(-0.5, 0.5, 2) * capital)
        axes = tuple(max(1, int(v)) for v in random.uniform(0.02, 0.15, 2) * capital)
        cv2.ellipse(ink, at, axes, random.uniform(0, 180), 0, 360, 255, -1, cv2.LINE_AA)
    return ink.astype(np.float32) / 255


def not_a_character(first, second, capital, random):
    """Two characters at once, a part of one, a scribble, a stain."""
    choice = random.random()
    ink = write(first, capital, random)
    if choice < 0.45:
        offset = random.uniform(0.32, 0.5) * capital
        other = write(second, capital, random)
        return np.maximum(shifted(ink, -offset, 0), shifted(other, offset, random.normal(0, 0.04) * capital))
    if choice < 0.55 and glyph_data.ALPHABET[first.label] not in NOT_CUT:
        middle = int(ink.shape[1] * (0.5 + random.normal(0, 0.05)))
        ink[:, :middle] = 0
        return ink
    if choice < 0.75:
        return np.maximum(ink, scribble(capital, random))
    if choice < 0.88:
        return np.maximum(ink, write(second, capital, random))
    return blots(capital, random) if random.random() < 0.5 else scribble(capital, random)


def glyph(sample, random, other=None, strength=1.0):
    """Glyph and label as the reader would see the sample; with `other`: something that is no character.

    The glyph is None where the scan lost most of the ink.
    """
    dpi = random.choice([200, 300, 240, 150], p=[0.42, 0.46, 0.07, 0.05])
    capital = random.uniform(2.6, 5.2) * dpi / 25.4
    if other is None:
        ink, label = write(sample, capital, random, strength), sample.label
        if strength > 0.9 and label == 0 and random.random() < SLASHED_ZEROS:
            ink = add_slash(ink, capital, random)
        if strength > 0 and random.random() < 0.06:
            ink = add_leftovers(ink, capital, random)
    else:
        ink, label = not_a_character(sample, other, capital, random), glyph_data.NOT_A_CHARACTER
    grey = scan(ink, random)
    kept, mask = isolate(grey, dpi / 25.4)
    if mask.sum() < LEAST_KEPT * ink.sum() * (254 / dpi) ** 2:
        return None, label
    told = capital * 254 / dpi * np.exp(random.normal(0, 0.10 * strength))
    return glyph_image(kept, mask, told), label
