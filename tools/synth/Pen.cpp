// SPDX-License-Identifier: EUPL-1.2
//
// A pen's texture is a tile of densities: slow clouds (the flow of ink, the pressure of the hand) times
// fine noise (the grain of paper, which pencil shows most). It does not follow the strokes, which is
// where it falls short of real ink; at scan resolution the difference cannot be seen.
#include "Pen.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scanstraat::synth {

namespace {

Pen ballpoint(Random& random)
{
    Pen pen;
    pen.kind = PenKind::ballpoint;
    const bool blue = random.chance(0.55);
    pen.ink = blue ? "blue" : "black";
    pen.colour = blue ? cv::Vec3d(0.55, 0.22, 0.14) : cv::Vec3d(0.16, 0.15, 0.15);
    pen.widthMm = random.uniform(0.35, 0.55);
    pen.density = random.uniform(0.82, 0.98);
    pen.flow = random.uniform(0.1, 0.35);
    pen.grain = random.uniform(0.05, 0.25);
    return pen;
}

Pen pencil(Random& random)
{
    Pen pen;
    pen.kind = PenKind::pencil;
    pen.ink = "grey";
    pen.colour = cv::Vec3d(0.22, 0.21, 0.21);
    pen.widthMm = random.uniform(0.4, 0.7);
    pen.density = random.uniform(0.6, 0.88);
    pen.flow = random.uniform(0.15, 0.3);
    pen.grain = random.uniform(0.4, 0.7);
    return pen;
}

Pen gel(Random& random)
{
    Pen pen;
    pen.kind = PenKind::gel;
    const bool blue = random.chance(0.3);
    pen.ink = blue ? "blue" : "black";
    pen.colour = blue ? cv::Vec3d(0.5, 0.12, 0.08) : cv::Vec3d(0.07, 0.06, 0.06);
    pen.widthMm = random.uniform(0.4, 0.65);
    pen.density = random.uniform(0.92, 1.0);
    pen.flow = random.uniform(0.0, 0.08);
    pen.grain = random.uniform(0.0, 0.05);
    return pen;
}

Pen felt(Random& random)
{
    Pen pen = gel(random);
    pen.kind = PenKind::felt;
    pen.widthMm = random.uniform(0.75, 1.0);
    pen.flow = random.uniform(0.02, 0.12);
    return pen;
}

/// Noise in 0..1 with about `cell` pixels between its hills; wraps around.
cv::Mat clouds(int side, double cell, Random& random)
{
    const int cells = std::max(2, static_cast<int>(side / std::max(1.0, cell)));
    cv::Mat coarse(cells, cells, CV_32F);
    for (auto it = coarse.begin<float>(); it != coarse.end<float>(); ++it) {
        *it = static_cast<float>(random.uniform());
    }
    cv::Mat wrapped;
    cv::copyMakeBorder(coarse, wrapped, 2, 2, 2, 2, cv::BORDER_WRAP);
    cv::Mat large;
    const double scale = double(side) / cells;
    cv::resize(wrapped, large, cv::Size(), scale, scale, cv::INTER_LINEAR);
    const int border = (large.cols - side) / 2;
    return large(cv::Rect(border, border, side, side)).clone();
}

} // namespace

Pen printerInk()
{
    Pen pen;
    pen.kind = PenKind::gel;
    pen.density = 0.95;
    pen.flow = 0.0;
    return pen;
}

Pen randomPen(Random& random, Difficulty difficulty)
{
    switch (random.weighted(
        {0.55, choose(difficulty, 0.05, 0.15, 0.22), 0.25, choose(difficulty, 0.0, 0.04, 0.08)})) {
    case 0:
        return ballpoint(random);
    case 1:
        return pencil(random);
    case 2:
        return gel(random);
    default:
        return felt(random);
    }
}

std::string toString(PenKind kind)
{
    switch (kind) {
    case PenKind::ballpoint:
        return "ballpoint";
    case PenKind::pencil:
        return "pencil";
    case PenKind::gel:
        return "gel";
    case PenKind::felt:
        return "felt";
    }
    return {};
}

cv::Mat inkTexture(const Pen& pen, int side, double pixelsPerMm, Random& random)
{
    const cv::Mat flow = clouds(side, 1.6 * pixelsPerMm, random);
    const cv::Mat grain = clouds(side, 0.14 * pixelsPerMm, random);
    cv::Mat texture(side, side, CV_8U);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double slow = 1.0 - pen.flow * (1.0 - double(flow.at<float>(y, x)));
            const double fine = 1.0 - pen.grain * std::pow(1.0 - double(grain.at<float>(y, x)), 2.0) * 1.6;
            texture.at<uchar>(y, x) =
                cv::saturate_cast<uchar>(255.0 * pen.density * slow * std::max(0.0, fine));
        }
    }
    return texture;
}

} // namespace scanstraat::synth
