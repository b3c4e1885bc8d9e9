# SPDX-License-Identifier: EUPL-1.2
"""What scanner and reader do to a character: from ink on paper to the 32 x 32 glyph.

`isolate` and `glyph_image` are the counterparts of pipeline/letters/InkPicture.cpp and GlyphImage.cpp:
change them together.
"""

import cv2
import numpy as np

INK_PIXELS_PER_MM = 10.0
SMALLEST_MM2 = 0.10
NOISE_MARGIN = 4.0
INK_MARGIN = 0.36
LEAST_CONTRAST = 26.0
GLYPH_SIDE = 32
GLYPH_BOX = 24
SIGN_SHARE = 0.6


NOISE = np.random.default_rng(7).standard_normal((512, 512), dtype=np.float32)


def noise_part(shape, random):
    """White noise with a standard deviation of 1; cut from one sheet, which is faster than drawing it."""
    y, x = random.integers(0, 512 - shape[0]), random.integers(0, 512 - shape[1])
    return NOISE[y:y + shape[0], x:x + shape[1]]


def quantiles(grey, shares):
    sums = np.cumsum(cv2.calcHist([grey], [0], None, [256], [0, 256])[:, 0])
    return [float(np.searchsorted(sums, share * sums[-1])) for share in shares]


def scan(ink, random):
    """Grey pixels (paper bright) of `ink` (0..1) as some scanner gives them, at the ink's resolution."""
    contrast = random.uniform(150, 235) if random.random() < 0.65 else random.uniform(45, 150)
    bitonal = contrast > 90 and random.random() < 0.28
    paper = random.uniform(225, 255)
    if random.random() < 0.35:  # pencil and ballpoint leave paper bare
        low = cv2.resize(random.random((6, 6)).astype(np.float32), ink.shape[::-1],
                         interpolation=cv2.INTER_LINEAR)
        patchy = 1 - random.uniform(0.1, 0.6) * low - random.uniform(0, 0.15) * noise_part(ink.shape, random)
        ink = ink * patchy
    ink = cv2.GaussianBlur(ink, (5, 5), random.uniform(0.35, 1.1))
    grey = paper - contrast * ink + random.uniform(0.5, 7) * noise_part(ink.shape, random)
    if bitonal:
        limit = paper - contrast * random.uniform(0.25, 0.6)
        return cv2.compare(grey, limit, cv2.CMP_GT)
    grey = cv2.convertScaleAbs(np.maximum(grey, 0))
    if random.random() < 0.3:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(35, 92))]
        grey = cv2.imdecode(cv2.imencode(".jpg", grey, quality)[1], cv2.IMREAD_GRAYSCALE)
    return grey


def isolate(grey, pixels_per_mm):
    """Ink at INK_PIXELS_PER_MM (0 paper, 255 stroke) and the mask of the pieces that count."""
    scale = INK_PIXELS_PER_MM / pixels_per_mm
    grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
    darkest, low, paper = quantiles(grey, [0.015, 0.45, 0.80])
    noise = max(1.5, (paper - low) / 0.97)
    strongest = paper - darkest
    contrast = max(LEAST_CONTRAST, strongest, NOISE_MARGIN * noise)
    floor = max(min(NOISE_MARGIN * noise, 0.6 * contrast), 0.18 * contrast)
    gain = 255.0 / max(1.0, 0.85 * contrast - floor)
    levels = np.clip((paper - floor - np.arange(256)) * gain, 0, 255).astype(np.uint8)
    ink = cv2.LUT(grey, levels)
    solid = cv2.compare(ink, 255 * INK_MARGIN, cv2.CMP_GT)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(solid, connectivity=8)
    keep = np.zeros(count, np.uint8)
    keep[1:] = stats[1:, cv2.CC_STAT_AREA] >= SMALLEST_MM2 * INK_PIXELS_PER_MM**2
    mask = cv2.dilate(keep[labels], np.ones((3, 3), np.uint8))
    return cv2.multiply(ink, mask), mask


def glyph_image(ink, mask, capital_height):
    """The network's input; None where there is no ink. `capital_height` in pixels of `ink`."""
    left, top, width, height = cv2.boundingRect(mask)
    if width == 0:
        return None
    longest = max(width, height)
    is_sign = longest < SIGN_SHARE * capital_height
    scale = GLYPH_BOX / (capital_height if is_sign else longest)
    size = (int(np.clip(round(width * scale), 1, GLYPH_BOX)), int(np.clip(round(height * scale), 1, GLYPH_BOX)))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    scaled = cv2.resize(ink[top:top + height, left:left + width], size, interpolation=method)
    glyph = np.zeros((GLYPH_SIDE, GLYPH_SIDE), np.uint8)
    x, y = (GLYPH_SIDE - size[0]) // 2, (GLYPH_SIDE - size[1]) // 2
    glyph[y:y + size[1], x:x + size[0]] = scaled
    return glyph
