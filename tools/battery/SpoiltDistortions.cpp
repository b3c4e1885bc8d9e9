// SPDX-License-Identifier: EUPL-1.2
// Scans so poor that the quality gate must ask for another one (docs/quality.md): at strength 1 beyond its
// limits, at a half within.
#include "Distortion.h"

#include <algorithm>

namespace scanstraat::battery {

namespace {

void blur(Scene& scene, const Dial& dial)
{
    scene.scanner.blurMm += 0.2 * dial.strength;
}

void dark(Scene& scene, const Dial& dial)
{
    scene.scanner.exposure = std::max(0.05, 1.0 - 0.63 * dial.strength);
}

void faint(Scene& scene, const Dial& dial)
{
    scene.scanner.contrast = std::max(0.05, 1.0 - 0.57 * dial.strength);
}

} // namespace

std::vector<Distortion> spoiltDistortions()
{
    return {
        {"blur", Stage::spoilt, "out of focus by a further 0.2 s mm (standard deviation)", blur},
        {"dark", Stage::spoilt, "everything darker: grey levels times 1 - 0.63 s", dark},
        {"faint", Stage::spoilt, "ink and print faded to 1 - 0.57 s of their contrast", faint},
    };
}

} // namespace scanstraat::battery
