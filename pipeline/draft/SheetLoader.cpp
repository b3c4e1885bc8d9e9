// SPDX-License-Identifier: EUPL-1.2
#include "draft/SheetLoader.h"

#include "base/Error.h"
#include "draft/SheetTilt.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <sstream>

namespace scanstraat::draft {

namespace {

constexpr double kWorkDpi = 300.0;
constexpr double kSizeTolerance = 0.03; ///< of A4; printers' and scanners' margins stay below it
constexpr double kSameMm = 0.6;         ///< a page that is off by less is A4
constexpr double kLeastDpi = 120.0;     ///< a line of 0.25 mm is one pixel wide
constexpr double kStraightDegrees = 0.015;

std::string millimetres(double value)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << value;
    return text.str();
}

std::string sizeText(double width, double height)
{
    return millimetres(width) + " x " + millimetres(height) + " mm";
}

bool isPdfFile(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string head(1024, '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, stream.gcount())));
    return head.find("%PDF-") != std::string::npos;
}

/// Why a page of that size cannot become a template; empty: it can.
std::string sizeProblem(double width, double height, double dpi)
{
    const auto near = [](double value, double wanted) {
        return std::abs(value / wanted - 1.0) <= kSizeTolerance;
    };
    if (near(width, kA4HeightMm) && near(height, kA4WidthMm)) {
        return "lies on its side (" + sizeText(width, height) +
               "); templates are upright A4: turn the page and try again";
    }
    if (!near(width, kA4WidthMm) || !near(height, kA4HeightMm)) {
        return "is " + sizeText(width, height) +
               "; templates are for A4 (210 x 297 mm): print or scan the form on A4";
    }
    if (dpi < kLeastDpi) {
        return "has " + millimetres(dpi) + " dpi; scan it at 300 dpi";
    }
    return {};
}

/// The picture turned back by `degrees` around its middle and brought to about 300 dpi.
Sheet straightened(const page::PageImage& image, double degrees)
{
    const double scale = std::abs(image.dpi.value / kWorkDpi - 1.0) < 0.1 ? 1.0 : kWorkDpi / image.dpi.value;
    Sheet sheet;
    sheet.turned = degrees;
    sheet.pixelsPerMm = image.dpi.pixelsPerMm() * scale;
    if (scale == 1.0 && degrees == 0.0) {
        sheet.grey = image.grey.clone();
        return sheet;
    }
    const cv::Size size(cvRound(image.grey.cols * scale), cvRound(image.grey.rows * scale));
    const cv::Point2f middle(static_cast<float>(image.grey.cols) / 2 - 0.5F,
                             static_cast<float>(image.grey.rows) / 2 - 0.5F);
    cv::Mat map = cv::getRotationMatrix2D(middle, degrees, scale);
    map.at<double>(0, 2) += (size.width - 1) / 2.0 - middle.x;
    map.at<double>(1, 2) += (size.height - 1) / 2.0 - middle.y;
    cv::warpAffine(image.grey, sheet.grey, map, size, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    return sheet;
}

/// Dark pieces of at most three pixels.
int specksOn(const cv::Mat& grey)
{
    constexpr double kDark = 128.0;
    constexpr int kTinyPixels = 3;
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const cv::Mat dark = grey < kDark;
    const int count = cv::connectedComponentsWithStats(dark, labels, stats, centres, 8);
    int specks = 0;
    for (int i = 1; i < count; ++i) {
        specks += stats.at<int>(i, cv::CC_STAT_AREA) <= kTinyPixels ? 1 : 0;
    }
    return specks;
}

/// Takes pepper away. Says so, or why the page is too dirty; in that case `sheet` is emptied.
std::string clean(std::optional<Sheet>& sheet)
{
    constexpr int kPepper = 2000;
    constexpr int kNoise = 25'000; // a third of a page in a dithered tint has half as many left
    const int before = specksOn(sheet->grey);
    if (before < kPepper) {
        return {};
    }
    cv::medianBlur(sheet->grey, sheet->grey, 3);
    const int after = specksOn(sheet->grey);
    if (after > kNoise) {
        sheet.reset();
        return "has " + std::to_string(before) + " specks; scan it again in grey, on a clean glass";
    }
    return "has " + std::to_string(before) + " specks, which were taken away: check what was found";
}

scan::ScanFile openScan(const std::filesystem::path& file)
{
    auto scan = scan::ScanFile::open(file);
    if (!scan) {
        throw Error(file.string() + ": " + scan.error().message, ExitCode::noInput);
    }
    return std::move(*scan);
}

} // namespace

LoadedPage toSheet(const page::PageImage& image, int number)
{
    LoadedPage loaded{number, std::nullopt, {}};
    const double width = image.grey.cols / image.dpi.pixelsPerMm();
    const double height = image.grey.rows / image.dpi.pixelsPerMm();
    const std::string problem = sizeProblem(width, height, image.dpi.value);
    if (!problem.empty()) {
        loaded.note = problem;
        return loaded;
    }
    const double tilt = image.isDrawn ? 0.0 : tiltOf(image.grey, image.dpi.pixelsPerMm());
    loaded.sheet = straightened(image, std::abs(tilt) < kStraightDegrees ? 0.0 : tilt);
    loaded.sheet->isDrawn = image.isDrawn;
    if (!image.isDrawn) {
        loaded.note = clean(loaded.sheet);
        if (!loaded.sheet) {
            return loaded;
        }
    }
    if (loaded.sheet->turned != 0.0) {
        std::ostringstream text;
        text << "was turned by " << std::fixed << std::setprecision(2) << -tilt << " degrees to lie straight";
        loaded.note += (loaded.note.empty() ? "" : "; ") + text.str();
    }
    const double overX = (kA4WidthMm - width) / 2;
    const double overY = (kA4HeightMm - height) / 2;
    if (std::abs(overX) > kSameMm / 2 || std::abs(overY) > kSameMm / 2) {
        loaded.sheet->origin = {overX, overY};
        loaded.note += loaded.note.empty() ? "" : "; ";
        loaded.note += "is " + sizeText(width, height) + " and was placed in the middle of A4 as it is";
    }
    return loaded;
}

BlankFile::BlankFile(std::filesystem::path file)
    : path_(std::move(file)), scan_(openScan(path_)), isPdf_(isPdfFile(path_))
{
}

LoadedPage BlankFile::load(int index) const
{
    const auto image = scan_.readPage(index);
    return image ? toSheet(*image, index + 1) : LoadedPage{index + 1, std::nullopt, image.error().message};
}

} // namespace scanstraat::draft
