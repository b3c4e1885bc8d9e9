// SPDX-License-Identifier: EUPL-1.2
// The frame's lines are looked for one direction at a time: for each shift in x, how dark are the
// vertical lines, less how dark it is just outside the frame there (so that the edge of a blackened
// box beats its inside); then the same in y, then x once more. It fails where a thick stroke runs
// along the whole of one side of a lone box; the reach and a mild preference for no shift bound the harm.
#include "page/FrameSnap.h"

#include "page/GreyHistogram.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace scanstraat::page {

namespace {

constexpr double kPixelsPerMm = 8.0;   ///< of cut-outs made here
constexpr double kOutsideMm = 0.55;    ///< distance of the comparison stripe outside the line
constexpr double kShiftPenalty = 0.12; ///< of the score, at full reach
constexpr double kInkShare = 0.35;     ///< of the local contrast: darker counts as a printed line
constexpr double kMinContrast = 24.0;  ///< grey levels; less is paper without a frame

/// Darkness of the cut-out, with integral image, and the frames in its pixels.
class Scene
{
public:
    Scene(const PagePart& part, std::span<const RectMm> frames) : pixelsPerMm_(part.pixelsPerMm())
    {
        const GreyHistogram levels(part.grey());
        const double paper = levels.quantile(0.6);
        contrast_ = paper - levels.quantile(0.005);
        cv::Mat dark;
        cv::subtract(cv::Scalar(paper), part.grey(), dark);
        cv::integral(dark, sum_, CV_32S);
        for (const RectMm& frame : frames) {
            frames_.push_back({(frame.x - part.area().x) * pixelsPerMm_,
                               (frame.y - part.area().y) * pixelsPerMm_, frame.width * pixelsPerMm_,
                               frame.height * pixelsPerMm_});
        }
    }

    [[nodiscard]] double pixelsPerMm() const { return pixelsPerMm_; }
    [[nodiscard]] double contrast() const { return contrast_; }
    [[nodiscard]] const std::vector<cv::Rect2d>& frames() const { return frames_; }

    /// Mean darkness of a rectangle of pixels, 0 where it leaves the cut-out.
    [[nodiscard]] double meanDark(double x, double y, double width, double height) const
    {
        const int left = std::clamp(cvRound(x), 0, sum_.cols - 1);
        const int top = std::clamp(cvRound(y), 0, sum_.rows - 1);
        const int right = std::clamp(cvRound(x + width), 0, sum_.cols - 1);
        const int bottom = std::clamp(cvRound(y + height), 0, sum_.rows - 1);
        const int pixels = (right - left) * (bottom - top);
        if (pixels <= 0) {
            return 0.0;
        }
        const int total = sum_.at<int>(bottom, right) - sum_.at<int>(top, right) -
                          sum_.at<int>(bottom, left) + sum_.at<int>(top, left);
        return static_cast<double>(total) / pixels;
    }

private:
    double pixelsPerMm_;
    cv::Mat sum_;
    std::vector<cv::Rect2d> frames_;
    double contrast_ = 0.0;
};

constexpr double kStripeMm = 0.25; ///< thickness of the stripe that a line is measured with

/// Darkness of one side of the frame: `edge` across, from `start` over `length` along.
struct Side
{
    double edge;
    double start;
    double length;
    double outward; ///< -1: the outside is at smaller coordinates
};

double sideDark(const Scene& scene, const Side& side, bool vertical, double distance)
{
    const double stripe = kStripeMm * scene.pixelsPerMm();
    const double edge = side.edge + side.outward * distance - stripe / 2;
    return vertical ? scene.meanDark(edge, side.start, stripe, side.length)
                    : scene.meanDark(side.start, edge, side.length, stripe);
}

/// The two sides of a frame that lie across the direction; the printed line lies just inside.
std::array<Side, 2> sidesOf(const Scene& scene, const cv::Rect2d& frame, cv::Point2d shift, bool vertical)
{
    const double inset = 0.5 * kStripeMm * scene.pixelsPerMm();
    const double from = vertical ? frame.x + shift.x : frame.y + shift.y;
    const double size = vertical ? frame.width : frame.height;
    const double along = vertical ? frame.y + shift.y : frame.x + shift.x;
    const double length = vertical ? frame.height : frame.width;
    return {Side{from + inset, along, length, -1.0}, Side{from + size - inset, along, length, 1.0}};
}

double score(const Scene& scene, cv::Point2d shift, bool vertical)
{
    double total = 0.0;
    for (const cv::Rect2d& frame : scene.frames()) {
        for (const Side& side : sidesOf(scene, frame, shift, vertical)) {
            const double on = sideDark(scene, side, vertical, 0.0);
            const double outside = sideDark(scene, side, vertical, kOutsideMm * scene.pixelsPerMm());
            total += on - std::min(on, outside);
        }
    }
    return total;
}

double bestShift(const Scene& scene, cv::Point2d shift, bool vertical, double reach)
{
    double best = 0.0;
    double bestScore = -1.0;
    double sumWeight = 0.0;
    double sumShift = 0.0;
    std::vector<std::pair<double, double>> scores;
    for (double step = -reach; step <= reach; step += 0.5) {
        (vertical ? shift.x : shift.y) = step;
        const double penalty = 1.0 - kShiftPenalty * (step / reach) * (step / reach);
        const double value = score(scene, shift, vertical) * penalty;
        scores.emplace_back(step, value);
        if (value > bestScore) {
            bestScore = value;
            best = step;
        }
    }
    for (const auto& [step, value] : scores) { // centre of the peak, finer than the step
        if (std::abs(step - best) <= 1.5 && value > 0.6 * bestScore) {
            sumWeight += value;
            sumShift += value * step;
        }
    }
    return sumWeight > 0.0 ? sumShift / sumWeight : best;
}

constexpr double kPiece = 2.0; ///< pixels of a line that are seen or not

bool isSeen(const Scene& scene, const Side& side, bool vertical, double at)
{
    const Side piece{side.edge, side.start + at, kPiece, side.outward};
    return sideDark(scene, piece, vertical, 0.0) > kInkShare * scene.contrast();
}

/// Share of one frame's outline that is dark.
double lineShare(const Scene& scene, const cv::Rect2d& frame, cv::Point2d shift)
{
    int dark = 0;
    int all = 0;
    for (const bool vertical : {true, false}) {
        for (const Side& side : sidesOf(scene, frame, shift, vertical)) {
            for (double at = 0; at + kPiece <= side.length; at += kPiece) {
                dark += isSeen(scene, side, vertical, at) ? 1 : 0;
                ++all;
            }
        }
    }
    return all > 0 ? static_cast<double>(dark) / all : 0.0;
}

/// Longest stretch of the frames' width without upper and lower line, in pixels.
double hiddenStretch(const Scene& scene, cv::Point2d shift)
{
    double hidden = 0.0;
    double longest = 0.0;
    for (const cv::Rect2d& frame : scene.frames()) {
        const auto [upper, lower] = sidesOf(scene, frame, shift, false);
        for (double at = 0; at + kPiece <= upper.length; at += kPiece) {
            const bool isHidden = !isSeen(scene, upper, false, at) && !isSeen(scene, lower, false, at);
            hidden = isHidden ? hidden + kPiece : 0.0;
            longest = std::max(longest, hidden);
        }
    }
    return longest;
}

} // namespace

Snap snapToFrame(const RegisteredPage& page, std::span<const RectMm> frames, double reachMm)
{
    if (frames.empty()) {
        return {};
    }
    const double margin = kSnapMarginMm - kSnapReachMm + reachMm;
    return snapToFrame(PagePart(page, unite(frames).grown(margin), kPixelsPerMm), frames, reachMm);
}

Snap snapToFrame(const PagePart& part, std::span<const RectMm> frames, double reachMm)
{
    const Scene scene(part, frames);
    if (scene.contrast() < kMinContrast) {
        Snap nothing;
        for (const RectMm& frame : frames) {
            nothing.hiddenMm += frame.width;
        }
        return nothing;
    }
    const double reach = reachMm * scene.pixelsPerMm();
    cv::Point2d shift(0.0, 0.0);
    shift.x = bestShift(scene, shift, true, reach);
    shift.y = bestShift(scene, shift, false, reach);
    shift.x = bestShift(scene, shift, true, reach);
    Snap snap{{shift.x / scene.pixelsPerMm(), shift.y / scene.pixelsPerMm()}, 0.0, {}, 0.0};
    double outline = 0.0;
    for (const cv::Rect2d& frame : scene.frames()) {
        const double length = frame.width + frame.height;
        snap.strengths.push_back(lineShare(scene, frame, shift));
        snap.strength += snap.strengths.back() * length;
        outline += length;
    }
    snap.strength /= std::max(1.0, outline);
    snap.hiddenMm = hiddenStretch(scene, shift) / scene.pixelsPerMm();
    return snap;
}

} // namespace scanstraat::page
