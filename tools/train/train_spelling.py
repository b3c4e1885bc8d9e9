#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes models/spelling.json: how probable a letter is after the three before it, within a word of capitals.

  train_spelling.py --out models             write the model
  train_spelling.py --out models --evaluate  bits a letter on every 50th word of each source, which is never counted

Needs Debian's wdutch (/usr/share/dict/dutch), wamerican (/usr/share/dict/american-english), wpolish
(/usr/share/dict/polish) and iso-codes (subdivisions of countries). The lists in tools/synth/data are not
used: scans made from them measure the reader. Equal lists give equal bytes; it takes about a minute.

Method: counts of letters after contexts of 0 to 3 symbols, each source with a fixed share of all words, joined by
Witten-Bell interpolation, and mixed with equal probabilities for everything (FLOOR). The most frequent contexts
of three are kept; any other falls back to its last two.
"""
import argparse
import collections
import hashlib
import json
import math
import pathlib
import re
import unicodedata

SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_"  # "_" is the word's edge
LONGEST = 3  # symbols of a context
KEPT = 3000  # contexts of three symbols in the file
FLOOR = 0.05  # share of equal probabilities: any spelling stays possible
STEP = 0.15  # nats a level; 42 levels reach FLOOR / 27
FIRST_LEVEL = "0"  # character of level 0 (probability 1)
WORDS = 400_000  # all shares together, in words: sets how soon an interpolation trusts a long context
NAME_WORD = re.compile("[A-Z]+")
FOLDED = str.maketrans(  # letters that do not come apart into a base letter and a mark
    {"ß": "ss", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae"}
)


def capitals(text):
    """The words of two letters and more in `text`, as block capitals."""
    plain = unicodedata.normalize("NFKD", text.translate(FOLDED)).encode("ascii", "ignore").decode().upper()
    return [word for word in NAME_WORD.findall(plain) if len(word) > 1]


def words_of(lines):
    return sorted({word for line in lines for word in capitals(line)})


def sources():
    """Name, share and words of each source."""
    dictionaries = pathlib.Path("/usr/share/dict")
    dutch = (dictionaries / "dutch").read_text().splitlines()
    english = (dictionaries / "american-english").read_text().splitlines()
    polish = (dictionaries / "polish").read_text().splitlines()
    subdivisions = json.loads(pathlib.Path("/usr/share/iso-codes/json/iso_3166-2.json").read_text())["3166-2"]
    return [
        ("Dutch words", 0.35, words_of(line for line in dutch if not line[:1].isupper())),
        ("Dutch names", 0.35, words_of(line for line in dutch if line[:1].isupper())),
        ("English names", 0.10, words_of(line for line in english if line[:1].isupper() and "'" not in line)),
        ("Polish names", 0.05, words_of(line for line in polish if line[:1].isupper())),
        ("subdivisions of countries", 0.15, words_of(entry["name"] for entry in subdivisions)),
    ]


def is_held_out(index):
    return index % 50 == 0


def count(lists):
    """counts[context][symbol], weighted so that each source has its share of WORDS."""
    counts = collections.defaultdict(lambda: collections.defaultdict(float))
    for _, share, words in lists:
        weight = share * WORDS / len(words)
        for index, word in enumerate(words):
            if is_held_out(index):
                continue
            text = "_" * LONGEST + word + "_"
            for at in range(LONGEST, len(text)):
                for length in range(LONGEST + 1):
                    counts[text[at - length : at]][text[at]] += weight
    return counts


def interpolate(counts):
    """Witten-Bell: a context counts against its shorter one as its symbols do against their kinds."""
    table = {}
    for context in sorted(counts, key=lambda text: (len(text), text)):
        shorter = table[context[1:]] if context else [1 / len(SYMBOLS)] * len(SYMBOLS)
        seen = counts[context]
        kinds, total = len(seen), sum(seen.values())
        table[context] = [
            (seen.get(symbol, 0.0) + kinds * shorter[i]) / (total + kinds) for i, symbol in enumerate(SYMBOLS)
        ]
    return table


def kept_contexts(counts):
    long = [context for context in counts if len(context) == LONGEST]
    long.sort(key=lambda context: (-sum(counts[context].values()), context))
    return [context for context in counts if len(context) < LONGEST] + long[:KEPT]


def levels(probabilities):
    """One character a symbol: FIRST_LEVEL and up by STEP of -ln p."""
    mixed = [(1 - FLOOR) * p + FLOOR / len(SYMBOLS) for p in probabilities]
    return "".join(chr(ord(FIRST_LEVEL) + round(-math.log(p) / STEP)) for p in mixed)


def make_model(lists):
    counts = count(lists)
    table = interpolate(counts)
    contexts = {context: levels(table[context]) for context in sorted(kept_contexts(counts))}
    digest = hashlib.sha256(json.dumps(contexts).encode()).hexdigest()[:8]
    return {"version": f"spelling {digest}", "symbols": SYMBOLS, "step": STEP, "contexts": contexts}


def cost(model, context, symbol):
    """-ln p of `symbol`, by the longest context that is known."""
    while context not in model["contexts"]:
        context = context[1:]
    level = ord(model["contexts"][context][SYMBOLS.index(symbol)]) - ord(FIRST_LEVEL)
    return level * model["step"]


def evaluate(model, lists):
    for name, share, words in lists:
        held_out = [word for index, word in enumerate(words) if is_held_out(index)]
        nats, symbols = 0.0, 0
        for word in held_out:
            text = "_" * LONGEST + word + "_"
            nats += sum(cost(model, text[at - LONGEST : at], text[at]) for at in range(LONGEST, len(text)))
            symbols += len(word) + 1
        print(f"{name}: share {share}, {len(words)} words, {nats / symbols / math.log(2):.2f} bits a symbol")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder of the models")
    parser.add_argument("--evaluate", action="store_true", help="write nothing, measure what is there")
    arguments = parser.parse_args()
    path = arguments.out / "spelling.json"
    if arguments.evaluate:
        evaluate(json.loads(path.read_text()), sources())
    else:
        path.write_text(json.dumps(make_model(sources()), indent=0) + "\n")


if __name__ == "__main__":
    main()
