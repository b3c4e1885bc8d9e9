# SPDX-License-Identifier: EUPL-1.2
"""Puts pictures of single characters together to written lines, and does to them what pens, paper and scans do.

Everything is drawn with capitals CAP pixels high; the result is HEIGHT pixels high with capitals of about LINE_CAP, as
pipeline/letters hands lines to the network. It shares no code with tools/synth, whose scans measure the reader.
"""
import pathlib

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from texts import LETTERS, MARKS, SIGNS, STRUCK

FONT_FOLDERS = ["/usr/share/fonts/truetype", "/usr/share/fonts/opentype"]
CAP = 30
CANVAS = 76  # CAP with room for marks, tails and drift
BASE = 54  # of the capitals' feet in the canvas
BAR = "\u0335"
BELOW_OR_THROUGH = ("\u0327", BAR)
HEIGHT = 32
LINE_CAP = 19
LINE_BASE = 27


class Hand:
    """What one person wrote, by character: cropped pictures of ink, and whether their size is true."""

    def __init__(self):
        self.glyphs = {}

    def add(self, character, picture, true_size):
        ink = np.argwhere(picture > 80)
        if len(ink):
            (top, left), (bottom, right) = ink.min(0), ink.max(0) + 1
            self.glyphs.setdefault(character, []).append((picture[top:bottom, left:right], true_size))


FONTS = [  # typefaces that imitate handwriting, of Debian; those that scanstraat-synth writes with are not among them
    "breip/Breip.ttf", "fifthhorseman/dkg.ttf", "fifthhorseman/dkgBd.ttf", "fifthhorseman/dkgIt.ttf",
    "comic-neue/ComicNeue-Regular.otf", "comic-neue/ComicNeue-Bold.otf",
    "comic-neue/ComicNeue-LightItalic.otf", "sjfonts/SteveHand.ttf", "sjfonts/Delphine.ttf", "klee/KleeOne-Regular.ttf",
    "klee/KleeOne-SemiBold.ttf", "tomsontalks/TomsonTalks.ttf",
    "dustin/Domestic_Manners.ttf", "kiloji/kiloji.ttf", "kiloji/kiloji_b.ttf",
]


def font_hand(file):
    """A hand that writes as a typeface has it."""
    font = ImageFont.truetype(str(file), 72)

    def drawn(character):
        picture = Image.new("L", (200, 200))
        ImageDraw.Draw(picture).text((60, 50), character, fill=255, font=font)
        return np.array(picture)

    capital = np.argwhere(drawn("H") > 80)
    scale = 24 / (capital[:, 0].max() - capital[:, 0].min() + 1)
    missing = drawn("\ue123")
    hand = Hand()
    for character in LETTERS + "0123456789" + SIGNS:
        picture = drawn(character)
        if (picture > 80).any() and not np.array_equal(picture, missing):
            hand.add(character, cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), character in SIGNS)
    return hand


def font_hands():
    files = [folder / name for name in FONTS for folder in map(pathlib.Path, FONT_FOLDERS) if (folder / name).exists()]
    if len(files) < len(FONTS):
        raise SystemExit("fonts are missing; install those that models/lines.md names")
    return [font_hand(file) for file in files]


class Hands:
    """The hands of all writers that are not held out, and typefaces (or only of the writers that are held out)."""

    def __init__(self, parts, held_out=False):
        self.by_source = {}
        for part in parts:
            name = "unipen" if part.name == "signs" else part.name
            hands = self.by_source.setdefault(name, {})
            for i in np.nonzero(part.held_out == held_out)[0]:
                character = chr(part.labels[i])
                if character.isdigit() or character in LETTERS + SIGNS:
                    # The hyphens of french-names were scaled up to 24 pixels.
                    if not (character in SIGNS and part.name != "signs"):
                        writer = int(part.writers[i]) if part.writers[i] >= 0 else int(i) % 40
                        hands.setdefault(writer, Hand()).add(character, part.images[i], part.name == "signs")
        self.lettered = [
            [hand for hand in self.by_source[name].values() if sum(c in LETTERS for c in hand.glyphs) >= least]
            for name, least in (("french-names", 5), ("french-names-auto", 4), ("unipen", 10), ("alumnos35", 10))
        ]
        self.lettered.append(self.lettered[0] if held_out else font_hands())
        self.of_character = {}  # source -> character -> hands
        for name, hands in self.by_source.items():
            for hand in hands.values():
                for character in hand.glyphs:
                    self.of_character.setdefault(character, {}).setdefault(name, []).append(hand)


def smooth_noise(random, shape, cell):
    small = random.random((shape[0] // cell + 2, shape[1] // cell + 2)).astype(np.float32)
    return cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)


class Composer:
    def __init__(self, hands, random):
        self.hands, self.random = hands, random

    def uniform(self, low, high):
        return float(self.random.uniform(low, high))

    def chance(self, share):
        return self.random.random() < share

    def pick(self, values):
        return values[self.random.integers(len(values))]

    def new_hand(self):
        """Writes letters as one person does; other characters come from people whom they fit."""
        r = self.random
        self.writer = self.pick(self.hands.lettered[r.choice(5, p=[0.18, 0.22, 0.3, 0.17, 0.13])])
        self.others = {}
        self.narrow = self.uniform(0.75, 1.2)
        self.slant = r.normal(0, 0.12)
        self.gap = CAP * (self.uniform(-0.06, 0.12) if self.chance(0.25) else self.uniform(0.08, 0.6))
        self.word_gap = self.gap + CAP * (self.uniform(0.25, 0.7) if self.chance(0.7) else self.uniform(0.7, 1.4))
        self.unrest = self.uniform(0.0, 0.07)
        self.nib = self.uniform(2.2, 5.5)

    def glyph(self, character):
        hand = self.writer
        if character not in hand.glyphs or self.chance(0.03):
            if character not in self.others:
                sources = self.hands.of_character[character]
                self.others[character] = self.pick(sources[self.pick(sorted(sources))])
            hand = self.others[character]
        return self.pick(hand.glyphs[character])

    def shaped(self, character, share=1.0):
        """The character's ink at `share` of CAP, and how far its top lies above the baseline."""
        picture, true_size = self.glyph(character)
        if true_size:
            scale = CAP / 24 * self.uniform(0.8, 1.2)
            height, width = picture.shape[0] * scale, picture.shape[1] * scale
        else:
            height = CAP * share * (1 + self.random.normal(0, 0.06))
            width = picture.shape[1] * height / max(12, picture.shape[0])
            if picture.shape[0] < 17:  # as wide as the box: M, W and hyphens
                height, width = height * min(1.0, picture.shape[0] / 17), width * min(1.0, picture.shape[0] / 17) ** 0.5
        width *= self.narrow * self.uniform(0.92, 1.08)
        height, width = max(3, round(height)), max(3, round(width))
        ink = cv2.resize(picture, (width, height), interpolation=cv2.INTER_LINEAR if height > 20 else cv2.INTER_AREA)
        shear = -self.slant + self.random.normal(0, 0.05)
        turn = self.random.normal(0, 0.04)
        margin = 8
        matrix = np.float32([[1, shear - turn, margin - (shear - turn) * height / 2], [turn, 1, margin - turn * width / 2]])
        size = (width + 2 * margin, height + 2 * margin)
        ink = cv2.warpAffine(ink, matrix, size)
        if self.chance(0.5):
            bend = cv2.resize(self.random.normal(0, 1.0, (3, 3, 2)).astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
            x, y = np.meshgrid(np.arange(size[0], dtype=np.float32), np.arange(size[1], dtype=np.float32))
            ink = cv2.remap(ink, x + bend[..., 0], y + bend[..., 1], cv2.INTER_LINEAR)
        ink = self.with_nib(ink)
        rise = {"-": 0.55, "+": 0.75, "'": 1.05, "@": 0.95, "/": 1.05, "&": 1.0, "_": 0.05}.get(character)
        top = CAP * rise if rise and true_size else height
        if character == "-":
            top += height / 2
        if character == ",":
            top = height * self.uniform(0.3, 0.9)
        return ink, top, width

    def with_nib(self, ink):
        """Strokes about as thick as the hand's pen makes them."""
        core = (ink > 127).astype(np.uint8)
        area = core.sum()
        if area < 12:
            return ink
        outline = area - cv2.erode(core, np.ones((3, 3), np.uint8)).sum()
        thick = 2.0 * area / max(1.0, outline)
        if thick < self.nib - 0.7:
            return cv2.dilate(ink, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3) if self.nib - thick < 2 else (5, 5)))
        if thick > self.nib + 1.5 and thick > 4:
            return cv2.erode(ink, np.ones((2, 2), np.uint8))
        return ink

    def put(self, canvas, ink, x, y):
        x, y = int(round(x)), int(round(y))
        top, left = max(0, -y), max(0, -x)
        bottom, right = min(ink.shape[0], canvas.shape[0] - y), min(ink.shape[1], canvas.shape[1] - x)
        if bottom > top and right > left:
            part = canvas[y + top : y + bottom, x + left : x + right]
            np.maximum(part, ink[top:bottom, left:right], out=part)

    def stroke(self, canvas, points, thick=None):
        points = np.round(np.float32(points) * 8).astype(np.int32)
        thick = max(1, round(thick or self.nib * self.uniform(0.8, 1.1)))
        cv2.polylines(canvas, [points], False, 255, thick, cv2.LINE_AA, 3)

    def put_mark(self, canvas, mark, x, width, top):
        """The mark above (or below) a letter whose ink begins at x."""
        c = x + width / 2 + self.random.normal(0, 1.5)
        s = CAP * self.uniform(0.7, 1.2)
        y = top - CAP * self.uniform(0.08, 0.22)
        wide = {
            "\u0301": [[(-0.08, 0), (0.12, -0.2)]],
            "\u0300": [[(0.08, 0), (-0.12, -0.2)]],
            "\u0308": [[(-0.17, -0.1), (-0.15, -0.05)], [(0.15, -0.1), (0.17, -0.05)]],
            "\u0302": [[(-0.16, 0), (0, -0.18), (0.16, 0)]],
            "\u0303": [[(-0.2, -0.02), (-0.1, -0.12), (0.08, -0.02), (0.2, -0.12)]],
            "\u030c": [[(-0.16, -0.18), (0, 0), (0.16, -0.18)]],
            "\u030a": [[(0.1 * np.cos(a), -0.1 + 0.1 * np.sin(a)) for a in np.linspace(0, 6.3, 10)]],
            "\u0327": [[(0, 0), (0.05, 0.08), (-0.04, 0.2), (-0.1, 0.16)]],
            "\u0307": [[(-0.02, -0.1), (0.02, -0.08)]],
            "\u0335": [[(-0.25, 0.1), (0.15, -0.1)]],
        }[mark]
        if mark == "\u0327":
            y = BASE - 1
        elif mark == BAR:
            c -= width * self.uniform(0, 0.3)
            y = (top + BASE) / 2 + self.random.normal(0, 2)
        for line in wide:
            shaken = [(c + s * px + self.random.normal(0, 0.6), y + s * py + self.random.normal(0, 0.6)) for px, py in line]
            self.stroke(canvas, shaken)

    def drift(self, length):
        """How far the line of writing goes up and down, by place along it."""
        slope = self.random.normal(0, 0.012)
        wave = self.random.normal(0, 1.2)
        phase, period = self.uniform(0, 6.3), self.uniform(200, 600)
        return lambda x: slope * (x - length / 2) + wave * np.sin(phase + 6.28 * x / period)

    def strike(self, canvas, left, right):
        """Strikes out what stands between."""
        kind = self.random.integers(3)
        if kind == 0:
            for _ in range(self.random.integers(1, 4)):
                y = BASE - CAP * self.uniform(0.25, 0.75)
                self.stroke(canvas, [(left - self.uniform(0, 6), y), ((left + right) / 2, y + self.uniform(-3, 3)), (right + self.uniform(0, 6), y + self.uniform(-6, 6))])
        elif kind == 1:
            steps = max(4, int((right - left) / self.uniform(3, 10)))
            xs = np.linspace(left - 3, right + 3, steps)
            ys = [BASE - CAP * (self.uniform(0.75, 1.05) if i % 2 else self.uniform(-0.05, 0.25)) for i in range(steps)]
            self.stroke(canvas, list(zip(xs, ys)))
        else:
            for a, b in (((left, 0), (right, 1)), ((left, 1), (right, 0)))[: self.random.integers(1, 3)]:
                self.stroke(canvas, [(a[0], BASE - CAP * a[1]), (b[0], BASE - CAP * b[1])])

    def line(self, text):
        """A canvas with the text and what is to be read there: marks behind their letters, STRUCK for what is
        struck out."""
        self.new_hand()
        length = int(len(text) * (CAP * 1.5 + max(0.0, self.gap)) + 80)
        canvas = np.zeros((CANVAS, length), np.uint8)
        drift = self.drift(length)
        x = self.uniform(6, 24)
        places = []  # character, left, right
        top_of_last = CAP
        for at, character in enumerate(text):
            if character == " ":
                x += self.word_gap * self.uniform(0.85, 1.2) - self.gap
                places.append((" ", x, x))
                continue
            if character in MARKS:
                base, left, right = places[-1]
                self.put_mark(canvas, character, left, right - left, BASE - top_of_last)
                places[-1] = (base + character, left, right)
                continue
            following = text[at + 1 : at + 2]
            is_topped = following in MARKS and following not in BELOW_OR_THROUGH
            ink, top, width = self.shaped(character, self.uniform(0.7, 1.0) if is_topped else 1.0)
            y = BASE - top - drift(x) + self.random.normal(0, self.unrest * CAP)
            self.put(canvas, ink, x - 8, y - 8)
            top_of_last = BASE - y
            places.append((character, x, x + width))
            x += width + self.gap * self.uniform(0.6, 1.4) + self.random.normal(0, 1.0)
        label = self.with_struck(canvas, places)
        return canvas[:, : int(min(length, max(40, places[-1][2] + self.uniform(6, 24))))], label

    def with_struck(self, canvas, places):
        """Now and then strikes something out; the label."""
        pieces = [piece for piece, _, _ in places]
        if not self.chance(0.08):
            return "".join(pieces)
        first = self.random.integers(len(places))
        last = min(len(places) - 1, first + (0 if self.chance(0.5) else self.random.integers(0, 8)))
        while first < last and pieces[first] == " ":
            first += 1
        while last > first and pieces[last] == " ":
            last -= 1
        if pieces[first] == " ":
            return "".join(pieces)
        if first == last and self.chance(0.4):
            ink, top, width = self.shaped(self.pick(LETTERS))  # overwritten
            self.put(canvas, ink, places[first][1] - 8, BASE - top - 8)
            if self.chance(0.5):
                self.put(canvas, self.shaped(self.pick(LETTERS))[0], places[first][1] - 8, BASE - CAP - 8)
        else:
            self.strike(canvas, places[first][1], places[last][2])
        return "".join(pieces[:first]) + STRUCK + "".join(pieces[last + 1 :])

    def scanned(self, canvas):
        """Ink 0..255 as the reader sees it: pale or broken strokes, a scan's pixels, rests of lines, specks."""
        r = self.random
        ink = canvas.astype(np.float32) / 255
        kind = r.random()
        if kind < 0.3:  # pencil
            grain = smooth_noise(r, ink.shape, 2)
            ink *= np.clip(self.uniform(0.5, 1.0) + (grain - 0.5) * self.uniform(0.4, 1.6), 0, 1)
        elif kind < 0.5:  # a ballpoint that skips
            ink *= np.clip(0.75 + (smooth_noise(r, ink.shape, 7) - 0.4) * self.uniform(0, 2.0), 0, 1)
        if self.chance(0.25):
            y = self.uniform(2, CANVAS - 2) if self.chance(0.3) else BASE + self.uniform(0, 10)
            left = self.uniform(0, ink.shape[1])
            cv2.line(ink, (int(left), int(y)), (int(left + self.uniform(5, 200)), int(y + self.uniform(-1, 1))), self.uniform(0.3, 1.0), 1)
        if self.chance(0.1):
            x = int(self.pick([self.uniform(0, 5), ink.shape[1] - self.uniform(1, 6)]))
            cv2.line(ink, (x, int(self.uniform(0, 40))), (x, int(self.uniform(40, CANVAS))), self.uniform(0.3, 1.0), 2)
        for _ in range(r.poisson(0.4)):
            cv2.circle(ink, (int(self.uniform(0, ink.shape[1])), int(self.uniform(0, CANVAS))), 1, self.uniform(0.4, 1.0), -1)
        scale = self.uniform(0.62, 1.15)  # 30 pixels are 3.8 mm at 200 dpi
        small = cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        small = cv2.GaussianBlur(small, (0, 0), self.uniform(0.3, 1.1))
        small += r.normal(0, self.uniform(0, 0.06), small.shape).astype(np.float32)
        if self.chance(0.4):
            small = (small > self.uniform(0.25, 0.6)).astype(np.float32)
        else:
            small = np.clip((small - 0.08) * self.uniform(0.8, 1.6), 0, 1)
        return small, scale

    def picture(self, text):
        """HEIGHT pixels high, uint8, ink 255; and its label."""
        canvas, label = self.line(text)
        small, scale = self.scanned(canvas)
        zoom = LINE_CAP / (CAP * scale) * np.exp(self.random.normal(0, 0.1))
        wide = max(24, round(small.shape[1] * zoom))
        line = cv2.resize(small, (wide, max(8, round(small.shape[0] * zoom))), interpolation=cv2.INTER_AREA if zoom < 1 else cv2.INTER_LINEAR)
        base = BASE * scale * zoom
        top = round(base - LINE_BASE + self.random.normal(0, 1.5))
        result = np.zeros((HEIGHT, wide), np.float32)
        source_top, target_top = max(0, top), max(0, -top)
        rows = min(HEIGHT - target_top, line.shape[0] - source_top)
        result[target_top : target_top + rows] = line[source_top : source_top + rows]
        return np.clip(result * 255, 0, 255).astype(np.uint8), label
