# SPDX-License-Identifier: EUPL-1.2
"""Names of people from some sixty countries, as Debian's php-faker lists them (MIT licence), without those that
scanstraat-synth writes: scans made with them measure the reader."""
import pathlib
import re

FOLDER = pathlib.Path("/usr/share/php/Faker/Provider")
LIST = re.compile(r"\$\w*[nN]ame\w*\s*=\s*(?:array\(|\[)(.*?)(?:\)|\]);", re.DOTALL)
QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"([^\"]*)\"")
LATIN = re.compile("[A-Za-z\u00c0-\u017f\u1e00-\u1eff' -]+")
MEASURED = pathlib.Path(__file__).resolve().parent.parent / "synth" / "data"


def measured_words():
    """Words of all names that test scans are made with, in small letters."""
    texts = [file.read_text(encoding="utf-8") for file in MEASURED.glob("*names*.txt")]
    return {word for text in texts for word in text.lower().replace("-", " ").split()}


def names_of_people():
    """First and last names in Latin letters, sorted, each once."""
    measured = measured_words()
    files = sorted(FOLDER.glob("*_*/Person.php"))
    if not files:
        raise SystemExit("php-faker is missing; install it with apt")
    names = set()
    for file in files:
        for values in LIST.findall(file.read_text(encoding="utf-8")):
            for single, double in QUOTED.findall(values):
                name = (single or double).replace("\\'", "'").strip()
                if LATIN.fullmatch(name) and not measured & set(name.lower().replace("-", " ").split()):
                    names.add(name)
    return sorted(names)
