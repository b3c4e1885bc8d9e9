#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Checks a record against the schema, and that the schema refuses what it must.

    check_schema.py record.schema.json record.json
"""

import copy
import json
import sys

import jsonschema


def broken_copies(record):
    """Records that must be refused, by what is wrong with them."""
    field = next(iter(record["fields"]))

    def change(name, edit):
        result = copy.deepcopy(record)
        edit(result)
        return name, result

    yield change("another schema", lambda r: r.update(schema="scanstraat/record/2"))
    yield change("an unknown member", lambda r: r.update(time="2025-01-01"))
    yield change("no sources", lambda r: r.pop("sources"))
    yield change("an id that is no safe file name", lambda r: r.update(id="../x"))
    yield change("a confidence above 1", lambda r: r["fields"][field].update(confidence=1.5))
    yield change("an unknown state", lambda r: r["fields"][field].update(state="sure"))
    yield change("a box of three numbers", lambda r: r["fields"][field].update(box=[1, 2, 3]))
    yield change("an unknown page class", lambda r: r["pages"][0].update({"class": "letter"}))
    yield change("a page number without a form", lambda r: r["pages"][-1].update(number=3))
    yield change("a finding with an empty cause", lambda r: r["pages"][-1]["findings"][0].update(detail=""))
    yield change("a measure without its limit", lambda r: r["pages"][0]["quality"]["blurMm"].pop("most"))
    yield change("an unknown measure", lambda r: r["pages"][0]["quality"].update(beauty={"value": 1}))
    yield change("a code with capitals", lambda r: r["findings"].append(
        {"code": "Page.Missing", "message": "x", "review": True}))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        record = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    errors = [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(record)]
    errors += [f"not refused: {name}" for name, one in broken_copies(record) if validator.is_valid(one)]
    print("\n".join(errors) or "the schema holds")
    return 1 if errors else 0


sys.exit(main())
