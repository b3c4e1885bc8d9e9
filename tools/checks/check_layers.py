#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Checks that the folders of pipeline/ include only what they may (ARCHITECTURE.md, 'Layers').

usage: check_layers.py REPOSITORY; prints file:line of each wrong include and exits with 1.
"""
import pathlib
import re
import sys

ALLOWED = {
    "base": [],
    "form": ["base"],
    "reading": ["base"],
    "rules": ["base", "form"],
    "page": ["base", "reading"],
    "net": ["base"],
    "ocr": ["base"],
    "scan": ["base", "reading", "page"],
    "align": ["base", "form", "reading", "page"],
    "quality": ["base", "form", "reading", "page"],
    "ident": ["base", "form", "reading", "page", "net", "ocr"],
    "marks": ["base", "form", "reading", "page", "net"],
    "regions": ["base", "form", "reading", "page"],
    "letters": ["base", "form", "reading", "rules", "page", "net", "ocr"],
    "attachments": ["base", "reading", "rules", "page", "ocr"],
    "record": ["base", "form", "reading", "rules"],
    "dossier": ["base", "form", "reading", "rules", "record"],
    "evaluate": ["base", "reading", "rules", "record"],
    "print": ["base", "form"],
    "delivery": ["base", "form", "reading"],
    "draft": ["base", "form", "reading", "page", "ocr", "scan", "align"],
    "app": None,  # everything
}
# Headers of libraries that only some folders may see.
OPENCV_FREE = {"base", "form", "reading", "rules", "record", "dossier", "delivery"}
# Libraries that stay out of headers; a folder inside a layer is private to it, so its headers may show one.
CPP_ONLY = re.compile(r"^(ZXing|tesseract|leptonica|opencv2/dnn|qpdf|tiffio|jpeglib|omp|cairo|pango)")


def problems_in(path, folder):
    is_private = path.parent.name != folder
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^">]+)[">]', line)
        if not match:
            continue
        header = match.group(2)
        target = header.split("/")[0]
        allowed = ALLOWED[folder]
        if match.group(1) == '"' and target in ALLOWED and target != folder:
            if allowed is not None and target not in allowed:
                yield number, f"{folder} may not include {header}"
        if match.group(1) == '"' and target in ALLOWED and target != folder and header.count("/") > 1:
            yield number, f"{header} is private to {target}"
        if header.startswith("opencv2/"):
            if folder in OPENCV_FREE:
                yield number, f"{folder} must do without OpenCV"
            if path.suffix == ".h" and header != "opencv2/core.hpp":
                yield number, f"a header includes {header}; only opencv2/core.hpp may stand in headers"
        if path.suffix == ".h" and not is_private and CPP_ONLY.match(header):
            yield number, f"{header} belongs in a .cpp file"
        if folder != "app" and header == "thread":
            yield number, "only app starts threads"


def main():
    root = pathlib.Path(sys.argv[1]) / "pipeline"
    wrong = 0
    for folder in sorted(p for p in root.iterdir() if p.is_dir()):
        if folder.name not in ALLOWED:
            print(f"{folder}: unknown folder; add it to ALLOWED and to ARCHITECTURE.md")
            wrong += 1
            continue
        for path in sorted(folder.rglob("*.*")):
            if path.suffix in (".h", ".cpp"):
                for number, text in problems_in(path, folder.name):
                    print(f"{path}:{number}: {text}")
                    wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
