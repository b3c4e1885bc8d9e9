#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Installs what building, testing and the demo need from Debian 12; does nothing where all is there.
set -euo pipefail

packages=(
  g++ cmake ninja-build ccache pkg-config
  libopencv-dev opencv-data libzxing-dev libtesseract-dev tesseract-ocr-nld libleptonica-dev libtiff-dev libjpeg-dev
  libboost-program-options-dev nlohmann-json3-dev libyaml-cpp-dev libqpdf-dev libssl-dev
  libcairo2-dev libpango1.0-dev libfontconfig-dev zlib1g-dev libzbar-dev
  fonts-open-sans fonts-bwht fonts-humor-sans fonts-rufscript
  poppler-utils qpdf libgtest-dev libgmock-dev python3 python3-jsonschema
)

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
  [ "$status" = "install ok installed" ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "setup: not root and no sudo; install: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "setup: installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
