// SPDX-License-Identifier: EUPL-1.2
#include "scan/PdfDrawing.h"

#include "scan/Program.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>

namespace scanstraat::scan {

namespace {

constexpr double kDpi = 300.0;
constexpr double kMaxSidePt = 1e6; ///< 350 m; the largest page of PDF 1.7 has 14400

/// Pixels of one side at least; a side that is no number or out of all bounds counts as a million points.
long long pixels(double points)
{
    const double bounded = points > 0.0 && points < kMaxSidePt ? points : kMaxSidePt;
    return std::max(1LL, static_cast<long long>(bounded / kPointsPerInch * kDpi));
}

ScanProblem toScanProblem(ProgramProblem problem)
{
    switch (problem) {
    case ProgramProblem::cannotStart:
        return {ScanProblemCode::helperMissing,
                "this PDF page is no single scanned picture, and the program pdftoppm that draws such pages "
                "cannot be started; install the package poppler-utils"};
    case ProgramProblem::tooMuchOutput:
        return {ScanProblemCode::tooLarge, "this PDF page is too large when drawn; scan at 200 to 600 dpi"};
    case ProgramProblem::tooSlow:
        return {ScanProblemCode::damaged,
                "pdftoppm did not draw this PDF page within its time; print and scan it"};
    case ProgramProblem::failed:
        break;
    }
    return {ScanProblemCode::damaged, "pdftoppm could not draw this PDF page; copy or scan it again"};
}

} // namespace

Result<RawImage, ScanProblem> drawPdfPage(const std::filesystem::path& path, int index, PdfPageSize size,
                                          const ScanLimits& limits)
{
    if (auto problem = checkSize(pixels(size.widthPt), pixels(size.heightPt), limits)) {
        return Failure{*problem};
    }
    const std::string number = std::to_string(index + 1);
    const std::string file = std::filesystem::absolute(path).string();
    const std::vector<std::string> command{"pdftoppm", "-gray", "-cropbox", "-r",   "300",
                                           "-f",       number,  "-l",       number, file};
    const auto picture = runProgram(command, {static_cast<std::size_t>(limits.maxPixels) + 1024});
    if (!picture) {
        return Failure{toScanProblem(picture.error())};
    }
    RawImage raw;
    raw.grey = picture->empty() ? cv::Mat() : cv::imdecode(*picture, cv::IMREAD_GRAYSCALE);
    if (raw.grey.empty()) {
        return Failure{ScanProblem{ScanProblemCode::damaged,
                                   "pdftoppm gave no picture of this PDF page; scan it again"}};
    }
    raw.dpiX = kDpi;
    raw.dpiY = kDpi;
    return raw;
}

} // namespace scanstraat::scan
