// SPDX-License-Identifier: EUPL-1.2
// Brightness is averaged along the piece and followed across it. A line is a ridge of darkness: darker than
// half a millimetre to either side, which the edge of an area or of a broad stroke is not.
#include "align/LineProbe.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::align {

namespace {

constexpr double kStepMm = 0.1;
constexpr int kBesideSteps = 5;    ///< 0.5 mm: twice the width of a printed line
constexpr double kFaintest = 18.0; ///< grey levels of a ridge; scanner noise averages to 3
constexpr double kOfBest = 0.4;    ///< weaker ones are no rivals of the clearest
constexpr std::size_t kMostPeaks = 3;
constexpr int kAlong = 2; ///< samples to either side of the middle, along the line
constexpr double kFewestPixelsPerMm = 5.0;

struct Peak
{
    double offset = 0.0;
    double height = 0.0;
};

double ridge(const std::vector<double>& bright, std::size_t i)
{
    return std::min(bright[i - kBesideSteps], bright[i + kBesideSteps]) - bright[i];
}

/// Where a parabola through three neighbours is highest, -0.5 .. 0.5 steps from the middle one.
double vertex(double before, double at, double after)
{
    const double bend = before - 2 * at + after;
    return bend < -1e-9 ? std::clamp(0.5 * (before - after) / bend, -0.5, 0.5) : 0.0;
}

} // namespace

LineProbe::LineProbe(const page::PageImage& image, const std::array<double, 6>& mmToPixel)
    : source_(image.grey), map_(mmToPixel)
{
    double pixelsPerMm = std::hypot(map_[0], map_[3]);
    for (const cv::Mat& half : image.halves) {
        pixelsPerMm /= 2;
        if (pixelsPerMm < kFewestPixelsPerMm) {
            break;
        }
        source_ = half;
        for (double& value : map_) {
            value /= 2;
        }
    }
}

cv::Point2d LineProbe::toSource(double x, double y) const
{
    return {map_[0] * x + map_[1] * y + map_[2] - 0.5, map_[3] * x + map_[4] * y + map_[5] - 0.5};
}

bool LineProbe::sees(const LinePiece& piece) const
{
    const cv::Point2d at = toSource(piece.middle.x, piece.middle.y);
    return at.x >= 1 && at.y >= 1 && at.x < source_.cols - 2 && at.y < source_.rows - 2;
}

double LineProbe::brightness(cv::Point2d at) const
{
    const int x = cvFloor(at.x);
    const int y = cvFloor(at.y);
    if (x < 0 || y < 0 || x + 1 >= source_.cols || y + 1 >= source_.rows) {
        return 255.0;
    }
    const double right = at.x - x;
    const double down = at.y - y;
    const uchar* above = source_.ptr<uchar>(y) + x;
    const uchar* below = source_.ptr<uchar>(y + 1) + x;
    return (1 - down) * ((1 - right) * above[0] + right * above[1]) +
           down * ((1 - right) * below[0] + right * below[1]);
}

std::vector<double> LineProbe::profile(const LinePiece& piece, int steps) const
{
    std::vector<double> bright(static_cast<std::size_t>(2 * steps + 1), 0.0);
    for (int along = -kAlong; along <= kAlong; ++along) {
        const double shift = piece.halfMm * along / kAlong;
        for (int across = -steps; across <= steps; ++across) {
            const double offset = across * kStepMm;
            const double x = piece.middle.x + (piece.vertical ? offset : shift);
            const double y = piece.middle.y + (piece.vertical ? shift : offset);
            bright[static_cast<std::size_t>(across + steps)] += brightness(toSource(x, y));
        }
    }
    for (double& value : bright) {
        value /= 2 * kAlong + 1;
    }
    return bright;
}

std::vector<double> LineProbe::offsets(const LinePiece& piece, double reachMm) const
{
    const int reach = cvCeil(reachMm / kStepMm);
    const std::vector<double> bright = profile(piece, reach + kBesideSteps + 1);
    std::vector<Peak> peaks;
    for (int step = -reach; step <= reach; ++step) {
        const auto i = static_cast<std::size_t>(step + reach + kBesideSteps + 1);
        const double at = ridge(bright, i);
        const double before = ridge(bright, i - 1);
        const double after = ridge(bright, i + 1);
        if (at >= kFaintest && at >= before && at > after) {
            peaks.push_back({(step + vertex(before, at, after)) * kStepMm, at});
        }
    }
    std::ranges::stable_sort(peaks, std::greater<>(), &Peak::height);
    std::vector<double> result;
    for (const Peak& peak : peaks) {
        if (result.size() < kMostPeaks && peak.height >= kOfBest * peaks.front().height) {
            result.push_back(peak.offset);
        }
    }
    return result;
}

} // namespace scanstraat::align
