#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# How block letters are read on forms that held-out writers fill in; renews the figures of docs/letters.md.
#
# usage: tools/measure_letters.sh calibrate HANDWRITING    one half of the writers: models/calibration.json anew
#        tools/measure_letters.sh measure HANDWRITING      the other half: docs/letters.md, docs/letters/*.png
#
# HANDWRITING: folder of single characters (tools/train/handwriting.py). Needs a release build and python3-numpy; works
# in build/letters, about twenty minutes each on two cores.
set -eu

usage() {
    sed -n '/^# usage/,/^set/s/^# \{0,1\}//p' "$0" >&2
    exit 64
}
[ $# -eq 2 ] || usage
handwriting=$2
case $1 in
calibrate) half=0 ;;
measure) half=1 ;;
*) usage ;;
esac
[ -d "$handwriting" ] || { echo "$handwriting: no such folder" >&2; exit 66; }

cd "$(dirname "$0")/.."
bin=build/release/bin
work=build/letters/$1
rm -rf "$work"
mkdir -p "$work"
/usr/bin/python3 tools/train/export_held_out.py --data "$handwriting" --half "$half" --out "$work/writers"

if [ "$1" = calibrate ]; then
    cp -r models "$work/models"
    printf '{"schema": "scanstraat/calibration/1", "version": "none", "kinds": {}}\n' >"$work/models/calibration.json"
    $bin/scanstraat-synth --out "$work/set" --glyphs "$work/writers" --count 160 --seed 170
    $bin/scanstraat run "$work/set/scans" --out "$work/read" --models "$work/models"
    rm -f models/calibration.json
    $bin/scanstraat evaluate --truth "$work/set" --records "$work/read" --calibrate models/calibration.json
else
    $bin/scanstraat-synth --out "$work/written" --glyphs "$work/writers" --count 100 --seed 20261
    $bin/scanstraat-synth --out "$work/typed" --typed 'DejaVu Sans,DejaVu Serif,DejaVu Sans Mono' --count 12 --seed 20262
    for set in written typed; do
        $bin/scanstraat run "$work/$set/scans" --out "$work/read-$set"
    done
    $bin/scanstraat-lettertest --set "$work/written" "$work/typed" --records "$work/read-written" "$work/read-typed" \
        --out docs/letters --page docs/letters.md
    mv docs/letters/fields.csv "$work"
fi
