// SPDX-License-Identifier: EUPL-1.2
// How the sheet lies in the scanner's window, and with what beside or over it.
#include "Distortion.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::battery {

namespace {

constexpr PointMm kMiddle{kA4WidthMm / 2, kA4HeightMm / 2};

double sign(synth::Random& random)
{
    return random.chance(0.5) ? 1.0 : -1.0;
}

/// A window of `size` with the page's middle at `place`, the page turned by `degrees` beforehand.
void putInto(Scene& scene, cv::Size2d size, PointMm place, double degrees)
{
    const PointMm shift{place.x - kMiddle.x, place.y - kMiddle.y};
    scene.window = size;
    for (LyingSheet& sheet : scene.sheets) {
        sheet.toWindow = turnAbout(kMiddle, degrees, 1.0, shift) * sheet.toWindow;
    }
}

/// The smallest window that holds a turned A4 sheet.
cv::Size2d windowAround(double degrees)
{
    const double c = std::abs(std::cos(degrees * CV_PI / 180.0));
    const double s = std::abs(std::sin(degrees * CV_PI / 180.0));
    return {kA4WidthMm * c + kA4HeightMm * s + 4.0, kA4WidthMm * s + kA4HeightMm * c + 4.0};
}

void skew(Scene& scene, const Dial& dial)
{
    const double degrees = 10.0 * dial.strength * sign(dial.random);
    const cv::Size2d size = windowAround(degrees);
    putInto(scene, size, {size.width / 2, size.height / 2}, degrees);
}

void skewCropped(Scene& scene, const Dial& dial)
{
    putInto(scene, {kA4WidthMm, kA4HeightMm}, kMiddle, 10.0 * dial.strength * sign(dial.random));
}

void bend(Scene& scene, const Dial& dial)
{
    scene.page().bend = randomBend(0.05 + 0.09 * dial.strength, dial.random);
}

/// A black bed around the sheet on some sides, and the shadow of the sheet's edge on paper.
void blackBorder(Scene& scene, const Dial& dial)
{
    synth::Random& random = dial.random;
    scene.scanner.bedTone = random.uniform(5.0, 40.0);
    const double left = random.uniform(0.3, 1.0) * 12.0 * dial.strength;
    const double right = random.chance(0.5) ? random.uniform(0.3, 1.0) * 12.0 * dial.strength : 0.0;
    const double top = random.uniform(0.3, 1.0) * 12.0 * dial.strength;
    const double bottom = random.uniform(0.0, 1.0) * 20.0 * dial.strength;
    putInto(scene, {kA4WidthMm + left + right, kA4HeightMm + top + bottom},
            {left + kMiddle.x, top + kMiddle.y}, random.uniform(-1.0, 1.0) * dial.strength);
    const int shadow = cvRound(2.5 * dial.strength * synth::kSheetPixelsPerMm);
    const bool atLeft = random.chance(0.5);
    const cv::Size size = scene.page().paper.colour().size();
    cv::Mat alpha(size.height, std::max(1, shadow), CV_8U);
    for (int x = 0; x < alpha.cols; ++x) {
        const double depth = double(atLeft ? x : alpha.cols - 1 - x) / alpha.cols;
        alpha.col(x).setTo(cvRound(240.0 * (1.0 - depth)));
    }
    scene.page().paper.cover(alpha, {atLeft ? 0 : size.width - alpha.cols, 0}, {20, 20, 20});
}

void ontoBed(Scene& scene, const Dial& dial, double tone)
{
    synth::Random& random = dial.random;
    scene.scanner.bedTone = tone;
    const double degrees = random.uniform(-4.0, 4.0) * dial.strength;
    const bool wide = random.chance(0.5);
    const double width = kA4WidthMm + (wide ? 210.0 : 87.0) * std::min(1.0, dial.strength);
    const double height = kA4HeightMm + (wide ? 0.0 : 123.0) * std::min(1.0, dial.strength);
    const cv::Size2d needed = windowAround(degrees);
    const cv::Size2d size(std::max(width, needed.width), std::max(height, needed.height));
    const PointMm place{random.uniform(needed.width / 2, size.width - needed.width / 2),
                        random.uniform(needed.height / 2, size.height - needed.height / 2)};
    putInto(scene, size, place, degrees);
}

void whiteBed(Scene& scene, const Dial& dial)
{
    ontoBed(scene, dial, 250.0);
}

void blackBed(Scene& scene, const Dial& dial)
{
    ontoBed(scene, dial, dial.random.uniform(8.0, 35.0));
}

/// A second page over the first one, which shows beside it.
void overlap(Scene& scene, const Dial& dial)
{
    synth::Random& random = dial.random;
    const double covered = std::min(0.9, 0.4 * dial.strength);
    const bool along = random.chance(0.7);
    const double x = along ? random.uniform(-8.0, 8.0) : kA4WidthMm * (1.0 - covered) * sign(random);
    const double y = along ? kA4HeightMm * (1.0 - covered) * sign(random) : random.uniform(-8.0, 8.0);
    LyingSheet upper{dial.deck.filled(random).paper,
                     turnAbout(kMiddle, random.uniform(-3.0, 3.0), 1.0, {x, y}), scene.page().bend};
    scene.sheets.push_back(std::move(upper));
    scene.mustBeRefused = true;
    if (random.chance(0.5)) { // a feeder that takes both: all of them is seen
        const cv::Size2d size(kA4WidthMm + std::abs(x) + 6.0, kA4HeightMm + std::abs(y) + 6.0);
        putInto(scene, size, {kMiddle.x + 3.0 + std::max(0.0, -x), kMiddle.y + 3.0 + std::max(0.0, -y)}, 0.0);
    }
}

} // namespace

std::vector<Distortion> bedDistortions()
{
    return {
        {"skew", Stage::bed, "sheet turned by 10 s degrees, all of it in the picture", skew},
        {"skew-cropped", Stage::bed, "sheet turned by 10 s degrees, the picture cut at A4", skewCropped},
        {"bend", Stage::print,
         "paper bent smoothly by 0.05 + 0.09 s mm: at 1 as scanstraat-synth bends at most", bend},
        {"black-border", Stage::bed,
         "black around the sheet, up to 12 s mm (20 s mm below), shadow of 2.5 s mm on it, 1 s degrees skew",
         blackBorder},
        {"bed-white", Stage::bed, "A4 anywhere on a white bed, A3 at 1, turned by up to 4 s degrees",
         whiteBed},
        {"bed-black", Stage::bed, "A4 anywhere on a black bed, A3 at 1, turned by up to 4 s degrees",
         blackBed},
        {"overlap", Stage::bed, "another page lies over 40 s % of the page; must be refused", overlap},
    };
}

} // namespace scanstraat::battery
