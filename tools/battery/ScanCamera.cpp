// SPDX-License-Identifier: EUPL-1.2
//
// Every sheet is mapped from its drawing into the window, the lowest first, then come light, blur, noise,
// black and white, and the turn of the picture. The drawing is blurred by what the scan is coarser.
#include "ScanCamera.h"

#include "Sheet.h"

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

/// The sheet laid over `picture`.
void layOver(cv::Mat& picture, const LyingSheet& sheet, const Scanner& scanner, bool first)
{
    const cv::Point2d density = pixelsPerMm(scanner);
    const cv::Mat map = BedMap(sheet.toWindow, density, sheet.bend).drawingMap(picture.size());
    cv::Mat drawing = sheet.paper.colour();
    if (picture.channels() == 1) {
        cv::cvtColor(drawing, drawing, cv::COLOR_BGR2GRAY);
    }
    cv::Mat content;
    cv::Mat share;
    cv::remap(prefiltered(drawing, density), content, map, cv::noArray(), cv::INTER_LINEAR,
              cv::BORDER_REPLICATE);
    cv::remap(sheet.paper.present(), share, map, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, 0);
    cv::Mat shadow;
    cv::GaussianBlur(share, shadow, {}, kShadowMm * density.x);
    const double shade = first && scanner.bedTone < 128 ? 0.0 : kShadow;
    const int channels = picture.channels();
    for (int y = 0; y < picture.rows; ++y) {
        uchar* to = picture.ptr(y);
        const uchar* from = content.ptr(y);
        for (int x = 0; x < picture.cols * channels; ++x) {
            const double paper = share.at<uchar>(y, x / channels) / 255.0;
            const double blue = channels == 3 && x % 3 == 0 ? scanner.paperBlue : 1.0;
            const double below = std::max(0.0, to[x] - shade * shadow.at<uchar>(y, x / channels) / 255.0);
            const double above = from[x] / 255.0 * scanner.paperTone * blue;
            to[x] = cv::saturate_cast<uchar>(above * paper + below * (1.0 - paper));
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

cv::Matx33d turnOf(cv::Size size, int quarterTurns)
{
    switch (quarterTurns & 3) {
    case 1:
        return {0, -1, double(size.height), 1, 0, 0, 0, 0, 1};
    case 2:
        return {-1, 0, double(size.width), 0, -1, double(size.height), 0, 0, 1};
    case 3:
        return {0, 1, 0, -1, 0, double(size.width), 0, 0, 1};
    default:
        return cv::Matx33d::eye();
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
        layOver(picture, sheet, scanner, &sheet == &scene.sheets.front());
    }
    illuminate(picture, scanner.light);
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
                     turnOf(size, scanner.quarterTurns))};
}

} // namespace scanstraat::battery
