// SPDX-License-Identifier: EUPL-1.2
#include "app/PagePictures.h"

#include "app/FileWriter.h"
#include "app/PictureNames.h"
#include "base/Error.h"
#include "marks/BoxCutter.h"
#include "page/FrameSnap.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <regex>

namespace scanstraat::app {

namespace {

constexpr int kReportQuality = 70;
constexpr int kMostReportPixels = 4000; ///< a side, whatever the dpi tag claims
constexpr double kDebugPixelsPerMm = 8.0;

/// What file systems take; std::regex recurses with each character.
constexpr std::size_t kLongestFileName = 256;

constexpr const char* kDebugMarker = ".scanstraat-debug";

const cv::Scalar kMarkColour(0, 140, 0);
const cv::Scalar kFieldColour(200, 80, 0);
const cv::Scalar kSnappedColour(0, 0, 220);

void writePicture(const std::filesystem::path& path, const cv::Mat& picture, const std::vector<int>& settings)
{
    bool written = false;
    try {
        written = cv::imwrite(path.string(), picture, settings);
    } catch (const cv::Exception&) {
        written = false;
    }
    if (!written) {
        throw Error(path.string() + ": picture cannot be written; check rights and free space",
                    ExitCode::output);
    }
}

/// Outline of a rectangle of the form, in pixels of the scan.
void drawArea(cv::Mat& canvas, const page::RegisteredPage& page, const RectMm& area, const cv::Scalar& colour)
{
    std::vector<cv::Point> corners;
    for (const PointMm corner : {PointMm{area.x, area.y}, PointMm{area.right(), area.y},
                                 PointMm{area.right(), area.bottom()}, PointMm{area.x, area.bottom()}}) {
        corners.emplace_back(page.toPixel(corner));
    }
    cv::polylines(canvas, corners, true, colour, 2, cv::LINE_AA);
}

/// A printed frame and how far from its place it was found.
struct Frame
{
    RectMm printed;
    PointMm shift;
};

/// The frames of a field, found as the stage finds them that reads it.
std::vector<Frame> framesOf(const page::RegisteredPage& page, const form::Field& field)
{
    std::vector<Frame> frames;
    const auto places = marks::findBoxes(page, field.options);
    for (std::size_t i = 0; i < places.size(); ++i) {
        frames.push_back({field.options[i].box, places[i].shift});
    }
    if (!frames.empty()) {
        return frames;
    }
    std::vector<RectMm> printed = field.cells;
    printed.insert(printed.end(), field.lines.begin(), field.lines.end());
    if (printed.empty()) {
        printed.push_back(field.box);
    }
    const page::Snap snap = page::snapToFrame(page, printed);
    for (const RectMm& frame : printed) {
        frames.push_back({frame, snap.shift});
    }
    return frames;
}

cv::Mat drawRegistration(const page::RegisteredPage& page, const form::Page& layout)
{
    cv::Mat canvas;
    cv::cvtColor(page.image().grey, canvas, cv::COLOR_GRAY2BGR);
    drawArea(canvas, page, {0, 0, kA4WidthMm, kA4HeightMm}, kMarkColour);
    for (const form::AdjustmentField& mark : layout.adjustmentFields) {
        const double half = mark.sizeMm / 2;
        drawArea(canvas, page, {mark.centre.x - half, mark.centre.y - half, mark.sizeMm, mark.sizeMm},
                 kMarkColour);
    }
    for (const form::Field& field : layout.fields) {
        for (const Frame& frame : framesOf(page, field)) {
            drawArea(canvas, page, frame.printed, kFieldColour);
            drawArea(canvas, page, frame.printed.shifted(frame.shift), kSnappedColour);
        }
    }
    return canvas;
}

} // namespace

bool hasPicture(const reading::PageReading& page)
{
    return page.widthPixels > 0 && page.heightPixels > 0;
}

void writePagePicture(const PageResult& page, const std::filesystem::path& folder)
{
    cv::Mat picture;
    if (page.identified) {
        picture = page.identified->page.cut({0, 0, kA4WidthMm, kA4HeightMm}, kReportPixelsPerMm);
    } else if (!page.image.grey.empty()) {
        const double scale = kReportPixelsPerMm / page.image.dpi.pixelsPerMm();
        const cv::Size size(std::clamp(cvRound(page.image.grey.cols * scale), 1, kMostReportPixels),
                            std::clamp(cvRound(page.image.grey.rows * scale), 1, kMostReportPixels));
        cv::resize(page.image.grey, picture, size, 0, 0, cv::INTER_AREA);
    } else {
        return;
    }
    writePicture(folder / pictureName(page.reading.source), picture,
                 {cv::IMWRITE_JPEG_QUALITY, kReportQuality});
}

void writeRegions(const PageResult& page, const std::filesystem::path& folder)
{
    for (const RegionCut& region : page.regions) {
        writePicture(folder / region.file, region.picture, {});
    }
}

void createDebugFolder(const std::filesystem::path& folder)
{
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) {
        throw Error(folder.string() + ": cannot be created (" + problem.message() + ")", ExitCode::output);
    }
    writeFile(folder / kDebugMarker, "Debug pictures of scanstraat run\n");
}

bool isDebugFolder(const std::filesystem::path& folder)
{
    std::error_code problem;
    return std::filesystem::is_regular_file(folder / kDebugMarker, problem);
}

bool isDebugFile(const std::string& name)
{
    static const std::regex picture(R"(.+-p[0-9]+-(1-scan|2-registered|3-.+)\.png)");
    return name == kDebugMarker || (name.size() < kLongestFileName && std::regex_match(name, picture));
}

void writeDebugPictures(const PageResult& page, const form::Page* layout, const std::filesystem::path& folder)
{
    const std::string name = pictureStem(page.reading.source);
    if (!page.image.grey.empty()) {
        writePicture(folder / (name + "-1-scan.png"), page.image.grey, {});
    }
    if (!page.identified || layout == nullptr) {
        return;
    }
    const page::RegisteredPage& registered = page.identified->page;
    writePicture(folder / (name + "-2-registered.png"), drawRegistration(registered, *layout), {});
    for (const form::Field& field : layout->fields) {
        writePicture(folder / (name + "-3-" + field.id + ".png"),
                     registered.cut(field.box.grown(3.0), kDebugPixelsPerMm), {});
    }
}

} // namespace scanstraat::app
