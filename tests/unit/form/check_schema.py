# SPDX-License-Identifier: EUPL-1.2
"""Checks every template against templates/template.schema.json, and that the schema refuses broken ones.

usage: check_schema.py TEMPLATES_FOLDER
"""

import copy
import json
import pathlib
import sys

import jsonschema


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def broken_copies(template):
    """One deliberate fault each: (what is wrong, template)."""

    def change(what, edit):
        copied = copy.deepcopy(template)
        edit(copied)
        return what, copied

    def first_field(form):
        return next(page["fields"][0] for page in form["pages"] if page["fields"])

    yield change("an unknown key", lambda form: form.update(extra=1))
    yield change("another unit", lambda form: form.update(unit="inch"))
    yield change("no pages", lambda form: form.update(pages=[]))
    yield change("an annex rule without annexes", lambda form: form.update(annexes=[{"anyOf": []}]))
    yield change(
        "an annex rule with options of no field",
        lambda form: form.update(annexes=[{"anyOf": ["1"], "options": ["ja"]}]),
    )
    if any(page["fields"] for page in template["pages"]):
        yield change("an unknown kind", lambda form: first_field(form).update(kind="nummer"))
        yield change("a field without a box", lambda form: first_field(form).pop("box"))
    if "barcode" in template["pages"][0]:
        yield change("an unknown symbology", lambda form: form["pages"][0]["barcode"].update(symbology="code40"))
    yield change("two adjustment fields", lambda form: form["pages"][0]["adjustmentFields"].__delitem__(slice(2, 4)))


def main():
    folder = pathlib.Path(sys.argv[1])
    schema = load(folder / "template.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    files = sorted(folder.glob("*/template.json"))
    problems = [] if files else [f"{folder}: no templates"]
    for file in files:
        template = load(file)
        for error in validator.iter_errors(template):
            problems.append(f"{file}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
        for what, copied in broken_copies(template):
            if validator.is_valid(copied):
                problems.append(f"the schema accepts {file.parent.name} with {what}")
    print("\n".join(problems) or f"{len(files)} templates follow the schema")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
