// SPDX-License-Identifier: EUPL-1.2
// What the scanner's settings, its lamp and the file do.
#include "Distortion.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::battery {

namespace {

void turn(Scene& scene, const Dial& dial)
{
    scene.scanner.quarterTurns += dial.random.integer(1, 3);
}

void lowResolution(Scene& scene, const Dial& dial)
{
    scene.scanner.dpiX = scene.scanner.dpiY = std::round(300.0 - 100.0 * dial.strength);
}

void highResolution(Scene& scene, const Dial& dial)
{
    scene.scanner.dpiX = scene.scanner.dpiY = std::round(300.0 + 300.0 * std::min(1.0, dial.strength));
}

void makeBitonal(Scene& scene, double threshold)
{
    scene.scanner.mode = synth::ColourMode::bitonal;
    scene.scanner.threshold = threshold;
}

void fax(Scene& scene, const Dial& dial)
{
    scene.scanner.dpiX = 204.0;
    scene.scanner.dpiY = std::round(204.0 - 106.0 * std::min(1.0, dial.strength));
    scene.scanner.lostPixels = std::max(0.0, dial.strength - 1.0) * 0.004;
    makeBitonal(scene, 150.0);
    scene.file.format = synth::FileFormat::tiff;
}

void bitonal(Scene& scene, const Dial& dial)
{
    const double off = dial.random.chance(0.5) ? 50.0 : -70.0;
    makeBitonal(scene, 150.0 + off * dial.strength);
    scene.file.format = dial.random.chance(0.8) ? synth::FileFormat::tiff : synth::FileFormat::png;
}

void colour(Scene& scene, const Dial& dial)
{
    scene.scanner.mode = synth::ColourMode::colour;
    scene.scanner.paperTone -= 20.0 * dial.strength;
    scene.scanner.paperBlue = 1.0 - 0.15 * dial.strength;
}

void jpeg(Scene& scene, const Dial& dial)
{
    scene.file.format = synth::FileFormat::jpeg;
    scene.file.jpegQuality = std::max(5, cvRound(95.0 - 65.0 * dial.strength));
}

void wrongTag(Scene& scene, const Dial& dial)
{
    const double direction = dial.random.chance(0.5) ? 1.0 : -1.0;
    scene.file.tagFactor = std::pow(2.0, direction * dial.strength);
}

void missingTag(Scene& scene, const Dial&)
{
    scene.file.tagFactor = 0.0;
}

void unevenLight(Scene& scene, const Dial& dial)
{
    scene.scanner.light = {std::min(0.95, 0.5 * dial.strength), dial.random.uniform(0.0, 360.0)};
}

} // namespace

std::vector<Distortion> scannerDistortions()
{
    return {
        {"turn", Stage::turn, "picture turned by 90, 180 or 270 degrees; the same at every strength", turn},
        {"low-dpi", Stage::resolution, "resolution 300 - 100 s dpi: 200 at 1, 150 at 1.5", lowResolution},
        {"high-dpi", Stage::resolution, "resolution 300 + 300 s dpi, at most 600", highResolution},
        {"fax", Stage::resolution,
         "black and white, 204 dpi across and 204 - 106 s along, at least 98; over 1 a share of 0.004 (s - "
         "1) of "
         "the pixels is wrong, too",
         fax},
        {"bitonal", Stage::tone, "black and white (G4), threshold 50 s levels too light or 70 s too dark",
         bitonal},
        {"colour", Stage::tone, "colour scan of paper 20 s levels darker and 15 s % less blue", colour},
        {"jpeg", Stage::tone, "JPEG of quality 95 - 65 s, at least 5", jpeg},
        {"wrong-dpi", Stage::tag, "resolution in the file wrong by a factor 2^s or 2^-s", wrongTag},
        {"missing-dpi", Stage::tag, "no resolution in the file; the same at every strength", missingTag},
        {"uneven-light", Stage::light, "light falls off by 50 s % towards a side or a corner", unevenLight},
    };
}

} // namespace scanstraat::battery
