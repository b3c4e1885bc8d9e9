// SPDX-License-Identifier: EUPL-1.2
//
// Print and ink are mapped onto the scan's pixels once, as two channels; light, paper and ink are put
// together there, then come the optics' blur, the sensor's noise and the scanner's levels. The two-fold
// reduction from the drawing to the scan is bilinear: at 200 dpi it is a little sharper than optics are.
#include "ScanSimulator.h"

#include "Defects.h"
#include "SheetMap.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::synth {

namespace {

constexpr double kDarkBackground = 28.0;
constexpr double kWhiteBackground = 252.0;

/// Grey levels under the surroundings' mean that make a pixel black: pencil is some 50 under paper.
constexpr double kAdaptiveContrast = 22.0;

/// Side of the tile of noise that is laid out over a page.
constexpr int kNoiseSide = 512;

/// Weights of blue, green and red in grey.
const cv::Vec3d kGreyWeights{0.114, 0.587, 0.299};

/// Print and ink in the pixels of the scan.
struct Layers
{
    cv::Mat print;
    cv::Mat ink;
    cv::Mat paper; ///< 255 where the sheet lies
};

cv::Mat smaller(const cv::Mat& drawing, double reduction)
{
    cv::Mat result;
    const double sigma = std::max(0.0, 0.35 * (reduction - 0.8));
    cv::GaussianBlur(drawing, result, cv::Size(3, 3), std::max(0.3, sigma));
    return result;
}

Layers layersOf(const Sheet& sheet, const SheetMap& map, double dpi)
{
    const double reduction = kSheetPixelsPerMm * 25.4 / dpi;
    cv::Mat both;
    cv::merge(std::vector<cv::Mat>{255 - sheet.print(), sheet.ink()}, both);
    cv::Mat mapped;
    cv::remap(reduction > 1.0 ? smaller(both, reduction) : both, mapped, map.drawingMap(kSheetPixelsPerMm),
              cv::noArray(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(0, 0));
    std::vector<cv::Mat> channels;
    cv::split(mapped, channels);
    Layers layers{channels[0], channels[1], cv::Mat(map.pixels(), CV_8U, cv::Scalar(0))};
    std::vector<cv::Point> corners;
    for (const cv::Point2d& corner : map.sheetCorners()) {
        corners.emplace_back(cvRound(corner.x * 16 - 8), cvRound(corner.y * 16 - 8));
    }
    cv::fillConvexPoly(layers.paper, corners, cv::Scalar(255), cv::LINE_AA, 4);
    return layers;
}

/// One channel: paper tone, times what print and ink let through, times the light along x and y.
cv::Mat composed(const Layers& layers, const JobSettings& job, double tone, double inkShare)
{
    const double lightX = job.unevenness;
    const double background = job.darkBackground ? kDarkBackground : kWhiteBackground;
    std::array<float, 256> printLut{};
    std::array<float, 256> inkLut{};
    for (std::size_t i = 0; i < 256; ++i) {
        printLut[i] = static_cast<float>(1.0 - double(i) / 255.0 * job.printDarkness * 0.94);
        inkLut[i] = static_cast<float>(1.0 - double(i) / 255.0 * (1.0 - inkShare));
    }
    cv::Mat result(layers.print.size(), CV_8U);
    for (int y = 0; y < result.rows; ++y) {
        const uchar* print = layers.print.ptr(y);
        const uchar* ink = layers.ink.ptr(y);
        const uchar* paper = layers.paper.ptr(y);
        uchar* to = result.ptr(y);
        const double down = double(y) / result.rows - 0.5;
        for (int x = 0; x < result.cols; ++x) {
            const float across = static_cast<float>(x) / static_cast<float>(result.cols) - 0.35f;
            const float light =
                1.0f - static_cast<float>(lightX) * (across * across * 1.6f + float(down * down));
            const float value = static_cast<float>(tone) * light * printLut[print[x]] * inkLut[ink[x]];
            const float share = static_cast<float>(paper[x]) / 255.0f;
            to[x] = static_cast<uchar>(value * share + static_cast<float>(background) * (1.0f - share));
        }
    }
    return result;
}

cv::Mat noiseTile(double deviation, Random& random)
{
    cv::Mat tile(kNoiseSide, kNoiseSide, CV_16S);
    for (auto it = tile.begin<short>(); it != tile.end<short>(); ++it) {
        // The sum of three uniform numbers is near enough to a bell and much faster.
        const double sum = random.uniform() + random.uniform() + random.uniform() - 1.5;
        *it = static_cast<short>(std::lround(sum * 2.0 * deviation));
    }
    return tile;
}

/// Adds noise and spreads grey levels so that the white point becomes white.
void develop(cv::Mat& channel, const JobSettings& job, const cv::Mat& tile, Random& random)
{
    const double gain = job.whitePoint < 255.0 ? 255.0 / job.whitePoint : 1.0;
    for (int y = 0; y < channel.rows; ++y) {
        uchar* row = channel.ptr(y);
        const short* noise = tile.ptr<short>(random.integer(0, kNoiseSide - 1));
        int at = random.integer(0, kNoiseSide - 1);
        for (int x = 0; x < channel.cols; ++x) {
            row[x] = cv::saturate_cast<uchar>((row[x] + noise[at]) * gain);
            at = (at + 1) % kNoiseSide;
        }
    }
}

cv::Mat blackAndWhite(const cv::Mat& grey, const JobSettings& job)
{
    const double gain = job.whitePoint < 255.0 ? 255.0 / job.whitePoint : 1.0;
    cv::Mat result;
    if (!job.adaptive) {
        cv::threshold(grey, result, std::min(215.0, job.threshold * gain), 255, cv::THRESH_BINARY);
        return result;
    }
    const int window = static_cast<int>(job.dpi / 25.4 * 4.0) | 1;
    cv::adaptiveThreshold(grey, result, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY, window,
                          kAdaptiveContrast);
    cv::Mat black; // surely black stays black inside large filled areas
    cv::threshold(grey, black, 0.5 * job.paper, 255, cv::THRESH_BINARY);
    cv::bitwise_and(result, black, result);
    return result;
}

cv::Mat turned(const cv::Mat& picture, int quarterTurns)
{
    cv::Mat result;
    switch (quarterTurns & 3) {
    case 1:
        cv::rotate(picture, result, cv::ROTATE_90_CLOCKWISE);
        return result;
    case 2:
        cv::rotate(picture, result, cv::ROTATE_180);
        return result;
    case 3:
        cv::rotate(picture, result, cv::ROTATE_90_COUNTERCLOCKWISE);
        return result;
    default:
        return picture;
    }
}

} // namespace

ScannedPage scan(const Sheet& sheet, const JobSettings& job, const PageSettings& page, Random& random)
{
    const SheetMap map(job, page, random);
    Layers layers = layersOf(sheet, map, job.dpi);
    addDefects(layers.print, page, job.dpi, random);
    const cv::Mat tile = noiseTile(job.noise, random);
    const bool colour = job.mode == ColourMode::colour;
    const cv::Vec3d ink = sheet.pen().colour;
    std::vector<cv::Mat> channels;
    for (int i = 0; i < (colour ? 3 : 1); ++i) {
        const double tone = job.paper * (colour && i == 0 ? job.paperBlue : 1.0);
        cv::Mat channel = composed(layers, job, tone, colour ? ink[i] : ink.dot(kGreyWeights));
        cv::GaussianBlur(channel, channel, cv::Size(0, 0), std::max(0.3, job.blurPx));
        develop(channel, job, tile, random);
        channels.push_back(channel);
    }
    cv::Mat picture = channels.front();
    if (colour) {
        cv::merge(channels, picture);
    } else if (job.mode == ColourMode::bitonal) {
        picture = blackAndWhite(picture, job);
    }
    return {turned(picture, page.quarterTurns), job.dpi, job.mode, job.jpegQuality,
            map.bestAffine(page.quarterTurns)};
}

} // namespace scanstraat::synth
