# SPDX-License-Identifier: EUPL-1.2
"""Texts as people write them on the open lines of forms, and strings that mean nothing.

Words come from Debian's wdutch, wamerican, wpolish and iso-codes, names of people also from php-faker (some sixty
countries); the lists in tools/synth/data are not used: scans made from them measure the reader.
"""
import json
import pathlib
import sys
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from names import names_of_people  # noqa: E402

SIGNS = "-'./@+,&_"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
MARKS = {  # combining marks and how often each is put on a letter that may have it
    "\u0301": ("ACEILNORSUYZ", 5),  # acute
    "\u0300": ("AEIOU", 3),  # grave
    "\u0308": ("AEIOUY", 6),  # diaeresis; a double acute is told as such
    "\u0302": ("ACEGIOSU", 2),  # circumflex
    "\u0303": ("ANO", 2),  # tilde
    "\u030c": ("ACDEGNRSTZ", 3),  # caron; breves are told as such
    "\u030a": ("AU", 1),  # ring
    "\u0327": ("ACEST", 3),  # cedilla; ogoneks are told as such
    "\u0307": ("CEGIZ", 1),  # dot
    "\u0335": ("DLO", 1),  # a bar through the letter: Đ, Ł, Ø
}
FOLDED = str.maketrans({"ß": "ss", "ł": "l\u0335", "Ł": "L\u0335", "ø": "o\u0335", "Ø": "O\u0335", "đ": "d\u0335",
                        "Đ": "D\u0335", "ı": "i", "æ": "ae"})
STRUCK = "#"  # struck out or overwritten
ALPHABET = DIGITS + LETTERS + SIGNS + " " + "".join(MARKS) + STRUCK


def spelled(word):
    """The word in capitals, marks behind their letters; empty when it holds what we do not read."""
    text = unicodedata.normalize("NFD", word.translate(FOLDED).upper().replace("\u2019", "'"))
    text = text.replace("\u0306", "\u030c").replace("\u0328", "\u0327").replace("\u030b", "\u0308").replace("\u0326", "\u0327")
    return text if all(character in ALPHABET for character in text) and STRUCK not in text else ""


def unmarked(text):
    return "".join(character for character in text if character not in MARKS)


def dictionary_words():
    folder = pathlib.Path("/usr/share/dict")
    words = {name: (folder / name).read_text().split() for name in ("dutch", "american-english", "polish")}
    subdivisions = json.loads(pathlib.Path("/usr/share/iso-codes/json/iso_3166-2.json").read_text())["3166-2"]
    places = [word for entry in subdivisions for word in entry["name"].replace("(", " ").replace(")", " ").split()]
    names = [word for language in words for word in words[language] if word[:1].isupper()]
    common = [word for word in words["dutch"] if not word[:1].isupper()]
    people = sorted({word for name in names_of_people() for word in name.split()})
    return [[text for text in map(spelled, source) if 1 < len(text) < 16] for source in (names, people, places, common)]


class Texts:
    """Draws texts of 1 to 40 characters."""

    def __init__(self, random):
        self.random = random
        self.names, self.people, self.places, self.common = dictionary_words()
        total = sum(often for _, often in MARKS.values())
        self.mark_chances = [(mark, letters, often / total) for mark, (letters, often) in MARKS.items()]

    def pick(self, values):
        return values[self.random.integers(len(values))]

    def digits(self, low, high):
        return "".join(self.pick(DIGITS) for _ in range(self.random.integers(low, high + 1)))

    def nonsense(self, low=1, high=10):
        return "".join(self.pick(LETTERS) for _ in range(self.random.integers(low, high + 1)))

    def word(self):
        kind = self.random.random()
        if kind < 0.3:
            return self.nonsense()
        return self.pick(self.names if kind < 0.5 else self.people if kind < 0.7 else self.places if kind < 0.85 else self.common)

    def words(self):
        return " ".join(self.word() for _ in range(self.random.choice([1, 2, 3, 4], p=[0.45, 0.3, 0.15, 0.1])))

    def name(self):
        return self.pick(["-", " ", "'", "-"]).join([self.pick(self.names), self.word()])

    def full_name(self):
        return " ".join(self.pick(self.people) for _ in range(self.random.integers(2, 5)))

    def initials(self):
        return "".join(self.pick(LETTERS) + "." for _ in range(self.random.integers(1, 4))) + self.pick(["", " " + self.word()])

    def street(self):
        return f"{self.word()} {self.digits(1, 3)}{self.pick(['', '', '-' + self.digits(1, 2), ' ' + self.pick('ABCDEFG'), self.pick('ABCD')])}"

    def mail(self):
        name = self.pick([".", "-", "_", "", ""]).join([self.word(), self.pick(["", self.nonsense(1, 3), self.digits(1, 4)])])
        return unmarked(f"{name}@{self.word()}.{self.pick(['NL', 'COM', 'ORG', 'EU', 'NET', self.nonsense(2, 3)])}")

    def number(self):
        kind = self.random.integers(6)
        if kind == 0:
            return self.digits(1, 12)
        if kind == 1:
            return f"+{self.digits(2, 3)} {self.digits(8, 10)}"
        if kind == 2:
            return f"{self.digits(2, 4)}-{self.digits(6, 7)}"
        if kind == 3:
            return f"{self.digits(1, 2)}{self.pick('-/.')}{self.digits(1, 2)}{self.pick('-/.')}{self.digits(4, 4)}"
        if kind == 4:
            return f"{self.digits(1, 3)}{self.pick(['', '.' + self.digits(3, 3)])},{self.pick(['-', self.digits(2, 2)])}"
        return f"{self.digits(4, 4)}{self.pick(['', ' '])}{self.nonsense(2, 2)}"

    def mixed(self):
        return "".join(self.pick(DIGITS + LETTERS + SIGNS + " ") for _ in range(self.random.integers(2, 12))).strip() or "A"

    def marked(self, text):
        """With marks on some of the letters that may have one."""
        result = ""
        for character in text:
            result += character
            if self.random.random() < 0.2:
                mark, letters, _ = self.mark_chances[self.random.choice(len(self.mark_chances), p=[c for *_, c in self.mark_chances])]
                result += mark if character in letters else ""
        return result

    def draw(self):
        kinds = [self.words, self.name, self.full_name, self.initials, self.street, self.mail, self.number, self.mixed]
        kind = kinds[self.random.choice(8, p=[0.38, 0.08, 0.13, 0.06, 0.12, 0.09, 0.09, 0.05])]
        text = kind().replace(" & ", " ").strip()[:40]
        has_marks = any(mark in text for mark in MARKS)
        if kind in (self.words, self.name) and not has_marks and self.random.random() < 0.1:
            text = text[: len(text) // 2] + self.pick([", ", " & ", ". "]) + text[len(text) // 2 :].strip()
        if kind in (self.words, self.name, self.full_name, self.street) and not has_marks and self.random.random() < 0.25:
            text = self.marked(text)
        return " ".join(text.split()) or "A"
