#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Checks JSON files against a schema.

usage: validate.py SCHEMA FILE...; prints what is wrong and exits with 1.
"""
import json
import pathlib
import sys

import jsonschema


def main():
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    wrong = 0
    for file in sys.argv[2:]:
        for error in validator.iter_errors(json.loads(pathlib.Path(file).read_text(encoding="utf-8"))):
            print(f"{file}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
