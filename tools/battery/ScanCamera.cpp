// SPDX-License-Identifier: EUPL-1.2
//
// Every sheet is mapped from its drawing into the window, the lowest first, then come light, blur, noise,
// black and white, and the turn of the picture. The drawing is blurred by what the scan is coarser.
#include "ScanCamera.h"

#include "Sheet.h"
#include "SheetMap.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scanstraat::battery {

namespace {

constexpr int kNoiseSide = 512;

/// The lid does not lie close: a bright bed is darker along the sheet.
constexpr double kShadow = 60.0;
constexpr double kShadowMm = 0.25;

cv::Point2d pixelsPerMm(const Scanner& scanner)
{
    return {scanner.dpiX / kMillimetresPerInch, scanner.dpiY / kMillimetresPerInch};
}

cv::Mat prefiltered(const cv::Mat& drawing, cv::Point2d density)
{
    const double sigmaX = 0.35 * (synth::kSheetPixelsPerMm / density.x - 0.8);
    const double sigmaY = 0.35 * (synth::kSheetPixelsPerMm / density.y - 0.8);
    if (std::max(sigmaX, sigmaY) < 0.25) {
        return drawing;
    }
    cv::Mat result;
    cv::GaussianBlur(drawing, result, {}, std::max(0.2, sigmaX), std::max(0.2, sigmaY));
    return result;
}

/// A sheet in the pixels of the window.
struct MappedSheet
{
    cv::Mat content;
    cv::Mat share;  ///< 255 where there is paper
    cv::Mat shadow; ///< of the paper, on what lies below
};

MappedSheet mapped(const LyingSheet& sheet, const Scanner& scanner, const cv::Mat& picture)
{
    const cv::Point2d density = pixelsPerMm(scanner);
    const cv::Mat map = BedMap(sheet.toWindow, density, sheet.bend).drawingMap(picture.size());
    cv::Mat drawing = sheet.paper.colour();
    if (picture.channels() == 1) {
        cv::cvtColor(drawing, drawing, cv::COLOR_BGR2GRAY);
    }
    MappedSheet result;
    cv::remap(prefiltered(drawing, density), result.content, map, cv::noArray(), cv::INTER_LINEAR,
              cv::BORDER_REPLICATE);
    cv::remap(sheet.paper.present(), result.share, map, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_CONSTANT,
              0);
    cv::GaussianBlur(result.share, result.shadow, {}, kShadowMm * density.x);
    return result;
}

/// Grey level in the scan for each level of the drawing.
std::array<uchar, 256> paperTones(double white)
{
    std::array<uchar, 256> tones{};
    for (std::size_t level = 0; level < tones.size(); ++level) {
        tones.at(level) = cv::saturate_cast<uchar>(double(level) / 255.0 * white);
    }
    return tones;
}

/// Lays the sheet over `picture`; its shadow takes `shade` levels.
void layOver(cv::Mat& picture, const MappedSheet& sheet, const Scanner& scanner, double shade)
{
    const int channels = picture.channels();
    const std::array tones{paperTones(scanner.paperTone), paperTones(scanner.paperTone * scanner.paperBlue)};
    for (int y = 0; y < picture.rows; ++y) {
        uchar* to = picture.ptr(y);
        const uchar* from = sheet.content.ptr(y);
        const uchar* share = sheet.share.ptr(y);
        const uchar* shadow = sheet.shadow.ptr(y);
        for (int i = 0; i < picture.cols * channels; ++i) {
            const int x = i / channels;
            const uchar paper = tones[channels == 3 && i % 3 == 0 ? 1 : 0][from[i]];
            if (share[x] == 255) { // nearly everywhere
                to[i] = paper;
                continue;
            }
            const double below = std::max(0.0, to[i] - shade * shadow[x] / 255.0);
            const double part = share[x] / 255.0;
            to[i] = cv::saturate_cast<uchar>(paper * part + below * (1.0 - part));
        }
    }
}

/// Share of the light at a place of the window, both 0..1.
double lightAt(const Light& light, double x, double y)
{
    const double angle = light.degrees * CV_PI / 180.0;
    const double along = ((x - 0.5) * std::cos(angle) + (y - 0.5) * std::sin(angle)) / 1.42 + 0.5;
    return 1.0 - light.loss * along * along;
}

void illuminate(cv::Mat& picture, const Light& light)
{
    if (light.loss <= 0) {
        return;
    }
    const int channels = picture.channels();
    for (int y = 0; y < picture.rows; ++y) {
        uchar* row = picture.ptr(y);
        for (int x = 0; x < picture.cols * channels; ++x) {
            row[x] = cv::saturate_cast<uchar>(
                row[x] * lightAt(light, double(x) / (picture.cols * channels), double(y) / picture.rows));
        }
    }
}

void addNoise(cv::Mat& picture, double deviation, synth::Random& random)
{
    std::array<int, kNoiseSide> tile{};
    for (int& value : tile) {
        value = static_cast<int>(std::lround(random.normal(0.0, deviation)));
    }
    std::uint64_t state = random.bits() | 1U; // xorshift: one step an 8 pixels
    for (int y = 0; y < picture.rows; ++y) {
        uchar* row = picture.ptr(y);
        for (int x = 0; x < picture.cols * picture.channels(); ++x) {
            if (x % 4 == 0) {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
            }
            row[x] = cv::saturate_cast<uchar>(row[x] + tile[(state >> (x % 4 * 12)) % kNoiseSide]);
        }
    }
}

/// Pixels that a bad telephone line turned.
void losePixels(cv::Mat& picture, double share, synth::Random& random)
{
    const int lost = static_cast<int>(share * static_cast<double>(picture.total()));
    for (int i = 0; i < lost; ++i) {
        uchar& pixel =
            picture.at<uchar>(random.integer(0, picture.rows - 1), random.integer(0, picture.cols - 1));
        pixel = static_cast<uchar>(255 - pixel);
    }
}

/// Paper keeps its tone where only contrast is lost.
void expose(cv::Mat& picture, const Scanner& scanner)
{
    if (scanner.exposure != 1.0 || scanner.contrast != 1.0) {
        picture.convertTo(picture, -1, scanner.exposure * scanner.contrast,
                          scanner.exposure * (1.0 - scanner.contrast) * scanner.paperTone);
    }
}

cv::Mat turned(const cv::Mat& picture, int quarterTurns)
{
    constexpr std::array kCodes{cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE};
    if ((quarterTurns & 3) == 0) {
        return picture;
    }
    cv::Mat result;
    cv::rotate(picture, result, kCodes.at(static_cast<std::size_t>((quarterTurns & 3) - 1)));
    return result;
}

} // namespace

cv::Point2d TruthMap::toFile(PointMm form) const
{
    const cv::Point2d pixel = bed_.toPixel(apply(formToSheet_, form));
    const PointMm turned = apply(windowToFile_, {pixel.x, pixel.y});
    return {turned.x, turned.y};
}

cv::Point2d TruthMap::toMillimetres(cv::Point2d pixels) const
{
    const cv::Matx33d back = (windowToFile_ * bed_.sheetToPixel() * formToSheet_).inv();
    return {back(0, 0) * pixels.x + back(0, 1) * pixels.y, back(1, 0) * pixels.x + back(1, 1) * pixels.y};
}

Scan takeScan(const Scene& scene, synth::Random& random)
{
    const Scanner& scanner = scene.scanner;
    const cv::Point2d density = pixelsPerMm(scanner);
    const cv::Size size(cvRound(scene.window.width * density.x), cvRound(scene.window.height * density.y));
    const bool colour = scanner.mode == synth::ColourMode::colour;
    cv::Mat picture(size, colour ? CV_8UC3 : CV_8UC1, cv::Scalar::all(scanner.bedTone));
    for (const LyingSheet& sheet : scene.sheets) {
        const bool onDark = &sheet == &scene.sheets.front() && scanner.bedTone < 128;
        layOver(picture, mapped(sheet, scanner, picture), scanner, onDark ? 0.0 : kShadow);
    }
    illuminate(picture, scanner.light);
    expose(picture, scanner);
    cv::GaussianBlur(picture, picture, {}, std::max(0.25, scanner.blurMm * density.x),
                     std::max(0.25, scanner.blurMm * density.y));
    addNoise(picture, scanner.noise, random);
    if (scanner.mode == synth::ColourMode::bitonal) {
        cv::threshold(picture, picture, scanner.threshold, 255, cv::THRESH_BINARY);
        losePixels(picture, scanner.lostPixels, random);
    }
    const LyingSheet& page = scene.page();
    return {turned(picture, scanner.quarterTurns),
            TruthMap(page.paper.formToSheet(), BedMap(page.toWindow, density, page.bend),
                     synth::quarterTurned(size, scanner.quarterTurns))};
}

} // namespace scanstraat::battery
