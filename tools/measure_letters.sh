#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Learns models/calibration.json anew and measures how block letters are read, on forms that held-out writers fill in;
# renews the figures of docs/letters.md and the charts in docs/letters.
#
# usage: tools/measure_letters.sh HANDWRITING
#
# HANDWRITING: folder of single characters (tools/train/handwriting.py). The writers are divided into two halves; each
# half is read with the calibration that the other one gave. The calibration that stays is made of both. Needs a release
# build and python3-numpy; works in build/letters, an hour on two cores. Scans that are there from a run before are used again.
set -eu

[ $# -eq 1 ] || { sed -n 's/^# usage/usage/p' "$0" >&2; exit 2; }
[ -d "$1" ] || { echo "$1: no such folder" >&2; exit 4; }
handwriting=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
bin=build/release/bin
work=build/letters
mkdir -p "$work"

for half in 0 1; do
    [ -d "$work/writers$half" ] || /usr/bin/python3 tools/train/export_held_out.py --data "$handwriting" --half $half \
        --out "$work/writers$half"
done

# Scans: a set is complete when its list of files is written.
if [ ! -f "$work/scans.txt" ]; then
    $bin/scanstraat-synth --out "$work/half0" --glyphs "$work/writers0" --count 60 --seed 20260 &
    $bin/scanstraat-synth --out "$work/half1" --glyphs "$work/writers1" --first 61 --count 60 --seed 20260
    wait $!
    $bin/scanstraat-synth --out "$work/typed" --typed 'DejaVu Sans,DejaVu Serif,DejaVu Sans Mono' --first 121 --count 12 \
        --seed 20263
    $bin/scanstraat-synth --out "$work/blank" --blank --form 7112 --first 201 --count 42 --seed 20264
    ls "$work"/*/scans >"$work/scans.txt"
fi

# What the readers believe of each half without any calibration, and what it is worth.
run() {
    rm -rf "$work/$2"
    $bin/scanstraat run "$work/$1/scans" --out "$work/$2" --models "$3" >"$work/$2.txt"
}
learn() {
    rm -f "$3"
    $bin/scanstraat evaluate --truth "$1" --records "$2" --calibrate "$3" >"$3.txt"
}
for name in none from0 from1; do
    rm -rf "$work/models-$name"
    cp -r models "$work/models-$name"
done
printf '{"schema": "scanstraat/calibration/1", "version": "none", "kinds": {}}\n' >"$work/models-none/calibration.json"
rm -rf "$work/both"
mkdir -p "$work/both/truth" "$work/both/records"
for half in 0 1; do
    run half$half believed$half "$work/models-none"
    learn "$work/half$half" "$work/believed$half" "$work/models-from$half/calibration.json"
    cp "$work/half$half"/truth/*.json "$work/both/truth"
    cp "$work/believed$half"/records/*.json "$work/both/records"
done
learn "$work/both" "$work/both" "$work/calibration.json"
cp "$work/calibration.json" models/calibration.json

run half0 read0 "$work/models-from1"
run half1 read1 "$work/models-from0"
run typed read-typed models
run blank read-blank models
$bin/scanstraat-lettertest --set "$work/half0" "$work/half1" "$work/typed" "$work/blank" \
    --records "$work/read0" "$work/read1" "$work/read-typed" "$work/read-blank" --out docs/letters --page docs/letters.md
mv docs/letters/fields.csv "$work"
