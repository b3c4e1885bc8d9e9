// SPDX-License-Identifier: EUPL-1.2
//
// What lines enclose is a hole in them. Holes in the long thin lines are the cells of frames, combs and
// tables, whatever is printed inside; holes in all ink add round boxes and those with rounded corners, and
// bright holes in a tint are boxes that have no line. It fails where an outline has a gap wider than a third
// of a millimetre.
#include "draft/FrameFinder.h"

#include "draft/EdgeMeter.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace scanstraat::draft {

namespace {

constexpr double kSmallestMm = 1.7; ///< of the inside
constexpr double kLargestRoundMm = 8.0;
constexpr double kRectangleShare = 0.94; ///< of its bounding box
constexpr double kInsideMarginMm = 0.35;

struct Hole
{
    cv::Rect box;
    double share = 1.0; ///< of the box that lies inside the hole's outline
};

/// Area inside the outline of component `label`, over its bounding box.
double outlineShare(const cv::Mat& labels, int label, const cv::Rect& box)
{
    const cv::Mat mask = labels(box) == label;
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(mask, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    double area = 0.0;
    for (const auto& outline : outlines) {
        // a contour runs through the middles of pixels
        area = std::max(area, cv::contourArea(outline) + static_cast<double>(outline.size()) / 2 + 1);
    }
    return area / box.area();
}

/// Enclosed places in a mask of lines that are at least `least` pixels wide and high.
std::vector<Hole> holesIn(const cv::Mat& lines, int least)
{
    cv::Mat open;
    cv::bitwise_not(lines, open);
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(open, labels, stats, centres, 4);
    std::vector<Hole> holes;
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        const bool atRim = box.x == 0 || box.y == 0 || box.br().x == lines.cols || box.br().y == lines.rows;
        if (atRim || box.width < least || box.height < least) {
            continue;
        }
        const double full = static_cast<double>(stats.at<int>(i, cv::CC_STAT_AREA)) / box.area();
        holes.push_back({box, full > kRectangleShare ? full : outlineShare(labels, i, box)});
    }
    return holes;
}

class FrameSearch
{
public:
    FrameSearch(const Sheet& sheet, const InkMaps& maps) : sheet_(sheet), maps_(maps) {}

    std::vector<Frame> run()
    {
        const int least = cvRound(kSmallestMm * sheet_.pixelsPerMm);
        for (const Hole& hole : holesIn(maps_.walls, least)) {
            if (hole.share >= kRectangleShare) {
                add(rectangleAt(hole.box));
            }
        }
        for (const Hole& hole : holesIn(maps_.ink, least)) {
            addSmall(hole);
        }
        addBrightPlaces(least);
        std::ranges::sort(frames_, [](const Frame& a, const Frame& b) {
            return std::pair(a.middle.y, a.middle.x) < std::pair(b.middle.y, b.middle.x);
        });
        return std::move(frames_);
    }

private:
    void add(std::optional<Frame> frame)
    {
        if (!frame || isThere(*frame)) {
            return;
        }
        lookInside(*frame);
        frames_.push_back(*frame);
    }

    [[nodiscard]] bool isThere(const Frame& frame) const
    {
        return std::ranges::any_of(frames_, [&](const Frame& other) {
            constexpr double kSame = 0.6;
            return std::abs(other.middle.x - frame.middle.x) < kSame &&
                   std::abs(other.middle.y - frame.middle.y) < kSame &&
                   std::abs(other.middle.right() - frame.middle.right()) < kSame &&
                   std::abs(other.middle.bottom() - frame.middle.bottom()) < kSame;
        });
    }

    /// The line along one side of a hole, or none.
    [[nodiscard]] std::optional<MeasuredLine> side(const cv::Rect& hole, bool vertical, bool first) const
    {
        const RectMm r = sheet_.toMm(hole);
        constexpr double kOutside =
            0.25; ///< mm from the hole's edge, where a line of usual width has its middle
        const double edge = vertical ? (first ? r.x : r.right()) : (first ? r.y : r.bottom());
        const double from = vertical ? r.y : r.x;
        const double length = vertical ? r.height : r.width;
        return measureLine(sheet_, {vertical, from + 0.12 * length, from + 0.88 * length,
                                    edge + (first ? -kOutside : kOutside), 0.75});
    }

    [[nodiscard]] std::optional<Frame> rectangleAt(const cv::Rect& hole) const
    {
        const auto left = side(hole, true, true);
        const auto right = side(hole, true, false);
        const auto top = side(hole, false, true);
        const auto bottom = side(hole, false, false);
        if (!left || !right || !top || !bottom) {
            return std::nullopt;
        }
        Frame frame;
        frame.middle = {left->at, top->at, right->at - left->at, bottom->at - top->at};
        std::array<double, 4> widths{left->widthMm, right->widthMm, top->widthMm, bottom->widthMm};
        std::ranges::sort(widths);
        frame.lineMm = (widths[1] + widths[2]) / 2;
        return frame;
    }

    /// Round boxes, and square ones with rounded corners or short sides.
    void addSmall(const Hole& hole)
    {
        const double width = hole.box.width / sheet_.pixelsPerMm;
        const double height = hole.box.height / sheet_.pixelsPerMm;
        if (std::max(width, height) > kLargestRoundMm) {
            if (hole.share >= kRectangleShare) {
                add(rectangleAt(hole.box));
            }
            return;
        }
        constexpr double kRoundLow = 0.70;
        constexpr double kRoundHigh = 0.86;
        if (std::abs(width - height) < 0.12 * std::max(width, height) && hole.share > kRoundLow &&
            hole.share < kRoundHigh) {
            add(circleAt(hole.box));
        } else if (hole.share >= 0.9) {
            add(rectangleAt(hole.box));
        }
    }

    /// The ring around a hole: brightness over the radius, the median of all directions.
    [[nodiscard]] std::optional<Frame> circleAt(const cv::Rect& hole) const
    {
        const cv::Point2d centre(hole.x + hole.width / 2.0, hole.y + hole.height / 2.0);
        const double inner = (hole.width + hole.height) / 4.0;
        const double reach = inner + 1.4 * sheet_.pixelsPerMm;
        if (centre.x - reach < 1 || centre.y - reach < 1 || centre.x + reach > sheet_.grey.cols - 2 ||
            centre.y + reach > sheet_.grey.rows - 2) {
            return std::nullopt;
        }
        constexpr int kDirections = 48;
        const int steps = static_cast<int>(2 * (reach - inner * 0.5));
        cv::Mat samples(kDirections, steps, CV_32F);
        for (int d = 0; d < kDirections; ++d) {
            const double angle = 2 * std::numbers::pi * d / kDirections;
            for (int s = 0; s < steps; ++s) {
                const double radius = inner * 0.5 + s / 2.0;
                samples.at<float>(d, s) =
                    brightness({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
            }
        }
        cv::sort(samples, samples, cv::SORT_EVERY_COLUMN | cv::SORT_ASCENDING);
        const cv::Mat middle = samples.row(kDirections * 5 / 8);
        return ringOf(middle, inner * 0.5, centre);
    }

    [[nodiscard]] std::optional<Frame> ringOf(const cv::Mat& profile, double start, cv::Point2d centre) const
    {
        double dark = 0.0;
        double bright = 0.0;
        cv::Point low;
        cv::minMaxLoc(profile, &dark, &bright, &low);
        constexpr double kLeastDepth = 40.0;
        if (bright - dark < kLeastDepth) {
            return std::nullopt;
        }
        const double half = (bright + dark) / 2;
        int from = low.x;
        int to = low.x;
        while (from > 0 && profile.at<float>(from - 1) < half) {
            --from;
        }
        while (to + 1 < profile.cols && profile.at<float>(to + 1) < half) {
            ++to;
        }
        if (from == 0 || to + 1 == profile.cols) {
            return std::nullopt; // no ring: something that goes on
        }
        const double width = (to - from + 1) / 2.0 / sheet_.pixelsPerMm;
        const double radius = (start + (from + to) / 4.0) / sheet_.pixelsPerMm;
        Frame frame;
        frame.middle = {sheet_.xMm(centre.x) - radius, sheet_.yMm(centre.y) - radius, 2 * radius, 2 * radius};
        frame.lineMm = width;
        frame.round = true;
        return width < radius * 0.7 ? std::optional(frame) : std::nullopt;
    }

    [[nodiscard]] float brightness(cv::Point2d at) const
    {
        const double x = at.x - 0.5;
        const double y = at.y - 0.5;
        const int column = static_cast<int>(x);
        const int row = static_cast<int>(y);
        const double fx = x - column;
        const double fy = y - row;
        const auto* upper = sheet_.grey.ptr<uchar>(row) + column;
        const auto* lower = sheet_.grey.ptr<uchar>(row + 1) + column;
        return static_cast<float>((1 - fy) * ((1 - fx) * upper[0] + fx * upper[1]) +
                                  fy * ((1 - fx) * lower[0] + fx * lower[1]));
    }

    /// White boxes in a tinted area, which print no line.
    void addBrightPlaces(int least)
    {
        if (cv::countNonZero(maps_.tint) < least * least) {
            return;
        }
        for (const Hole& hole : holesIn(maps_.tint | maps_.walls, least)) {
            if (hole.share >= kRectangleShare && liesInTint(hole.box)) {
                Frame frame;
                frame.middle = sheet_.toMm(hole.box);
                add(frame);
            }
        }
    }

    /// Whether what surrounds a bright place is tint above and below, and beside it tint or a line.
    [[nodiscard]] bool liesInTint(const cv::Rect& hole) const
    {
        constexpr int kRingPixels = 4;
        constexpr double kMostly = 0.8;
        const cv::Rect picture({0, 0}, maps_.tint.size());
        const auto share = [&](const cv::Mat& mask, const cv::Rect& strip) {
            const cv::Rect seen = strip & picture;
            return seen.empty() ? 0.0 : static_cast<double>(cv::countNonZero(mask(seen))) / seen.area();
        };
        const cv::Rect above(hole.x, hole.y - kRingPixels, hole.width, kRingPixels);
        const cv::Rect below(hole.x, hole.br().y, hole.width, kRingPixels);
        const cv::Rect left(hole.x - kRingPixels, hole.y, kRingPixels, hole.height);
        const cv::Rect right(hole.br().x, hole.y, kRingPixels, hole.height);
        const auto isBeside = [&](const cv::Rect& strip) {
            constexpr double kLine = 0.2; // a thin one, of the strip
            return share(maps_.tint, strip) > kMostly || share(maps_.walls, strip) > kLine;
        };
        return share(maps_.tint, above) > kMostly && share(maps_.tint, below) > kMostly && isBeside(left) &&
               isBeside(right);
    }

    void lookInside(Frame& frame) const
    {
        constexpr double kCorner =
            0.1465; ///< of a circle's diameter, from its bounding box to the square in it
        const double corner = frame.round ? kCorner * frame.middle.width : 0.0;
        const RectMm inside = frame.middle.grown(-frame.lineMm / 2 - kInsideMarginMm - corner);
        const cv::Rect pixels = sheet_.toPixels(inside);
        if (inside.width <= 0 || inside.height <= 0 || pixels.empty()) {
            return;
        }
        const cv::Mat printed = maps_.ink(pixels) | maps_.dark(pixels);
        frame.inked = static_cast<double>(cv::countNonZero(printed)) / pixels.area();
        cv::Mat rows;
        cv::Mat columns;
        cv::reduce(printed, rows, 1, cv::REDUCE_MAX);
        cv::reduce(printed, columns, 0, cv::REDUCE_MAX);
        for (int y = rows.rows - 1; y >= 0; --y) {
            if (rows.at<uchar>(y) != 0) {
                frame.freeFrom = (y + 1) / sheet_.pixelsPerMm + kInsideMarginMm;
                break;
            }
        }
        for (int x = columns.cols - 1; x >= 0; --x) {
            if (columns.at<uchar>(x) != 0) {
                frame.freeAfter = (x + 1) / sheet_.pixelsPerMm + kInsideMarginMm;
                break;
            }
        }
    }

    const Sheet& sheet_;
    const InkMaps& maps_;
    std::vector<Frame> frames_;
};

} // namespace

std::vector<Frame> findFrames(const Sheet& sheet, const InkMaps& maps)
{
    return FrameSearch(sheet, maps).run();
}

} // namespace scanstraat::draft
