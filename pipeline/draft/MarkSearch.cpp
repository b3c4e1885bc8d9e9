// SPDX-License-Identifier: EUPL-1.2
//
// A piece near a corner is compared with drawings of all shapes at its own size; the likest one names it.
// Marks of a form are alike, so the shape and size that most corners share wins, and the piece nearest to the
// corner where one corner has several.
#include "draft/MarkSearch.h"

#include "align/MarkShapeModel.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace scanstraat::draft {

namespace {

constexpr double kSmallestMm = 2.3;
constexpr double kLargestMm = 16.0;
constexpr double kCornerMm = 42.0; ///< how far from its corner of the sheet a mark's middle may lie
constexpr double kLeastLikeness = 0.80;

struct Candidate
{
    form::AdjustmentField mark;
    int corner = 0; ///< 0 top left, 1 top right, 2 bottom left, 3 bottom right
    double away = 0.0;
    double likeness = 0.0;
};

/// Ink that both show over ink that one of them shows, 0 to 1.
double likeness(const cv::Mat& one, const cv::Mat& other)
{
    const int both = cv::countNonZero(one & other);
    const int any = cv::countNonZero(one | other);
    return any == 0 ? 0.0 : static_cast<double>(both) / any;
}

/// Width of the strokes of a bracket, ring or cross that has that much ink in a box of that side.
double strokeOf(form::MarkShape shape, double share, double side)
{
    switch (shape) {
    case form::MarkShape::bracket:
    case form::MarkShape::cross:
        return side * (1.0 - std::sqrt(std::max(0.0, 1.0 - share)));
    case form::MarkShape::ring: {
        const double inner = std::max(0.0, 1.0 - share / (std::numbers::pi / 4));
        return side * (1.0 - std::sqrt(inner)) / 2;
    }
    default:
        return side / 2;
    }
}

int cornerOf(PointMm place)
{
    return (place.x < kA4WidthMm / 2 ? 0 : 1) + (place.y < kA4HeightMm / 2 ? 0 : 2);
}

double toCorner(PointMm place)
{
    const double x = std::min(place.x, kA4WidthMm - place.x);
    const double y = std::min(place.y, kA4HeightMm - place.y);
    return std::hypot(x, y);
}

std::optional<Candidate> candidateOf(const Sheet& sheet, const InkMaps& maps, const Blot& blot)
{
    const RectMm& area = blot.area;
    const double side = (area.width + area.height) / 2;
    const bool square = std::abs(area.width - area.height) < std::max(0.35, 0.07 * side);
    const bool near = std::max(std::min(area.centre().x, kA4WidthMm - area.centre().x),
                               std::min(area.centre().y, kA4HeightMm - area.centre().y)) < kCornerMm;
    if (!square || side < kSmallestMm || side > kLargestMm || !near) {
        return std::nullopt;
    }
    const cv::Mat ink = maps.dark(sheet.toPixels(area));
    Candidate best;
    for (const auto shape : {form::MarkShape::filledSquare, form::MarkShape::bracket, form::MarkShape::dot,
                             form::MarkShape::ring, form::MarkShape::cross}) {
        const form::AdjustmentField mark{shape, area.centre(), side, strokeOf(shape, blot.share, side)};
        constexpr double kThickest = 0.35; ///< of the side; a thicker ring is a dot, a thicker cross a square
        const bool hasStroke = shape != form::MarkShape::filledSquare && shape != form::MarkShape::dot;
        if (hasStroke && (mark.lineMm < 0.15 || mark.lineMm > kThickest * side)) {
            continue;
        }
        cv::Mat drawn = align::drawMark(mark, sheet.pixelsPerMm);
        cv::resize(drawn, drawn, ink.size(), 0, 0, cv::INTER_NEAREST);
        const double alike = likeness(drawn, ink);
        // thin strokes that are one pixel off agree little
        const double wanted =
            mark.lineMm < 0.8 && shape != form::MarkShape::filledSquare && shape != form::MarkShape::dot
                ? kLeastLikeness - 0.25
                : kLeastLikeness;
        if (alike >= wanted && alike > best.likeness) {
            best = {mark, cornerOf(area.centre()), toCorner(area.centre()), alike};
        }
    }
    return best.likeness > 0.0 ? std::optional(best) : std::nullopt;
}

bool alike(const Candidate& a, const Candidate& b)
{
    return a.mark.shape == b.mark.shape &&
           std::abs(a.mark.sizeMm - b.mark.sizeMm) < std::max(0.4, 0.1 * a.mark.sizeMm);
}

/// The best mark of each corner among those like `pattern`.
std::vector<const Candidate*> setLike(const Candidate& pattern, const std::vector<Candidate>& all)
{
    std::array<const Candidate*, 4> corners{};
    for (const Candidate& one : all) {
        const Candidate*& slot = corners.at(static_cast<std::size_t>(one.corner));
        if (alike(one, pattern) && (slot == nullptr || one.away < slot->away)) {
            slot = &one;
        }
    }
    std::vector<const Candidate*> set;
    std::ranges::copy_if(corners, std::back_inserter(set), [](const Candidate* c) { return c != nullptr; });
    return set;
}

/// How well a set would serve: many marks, large ones, near the corners.
double worth(const std::vector<const Candidate*>& set)
{
    double sum = 100.0 * static_cast<double>(set.size());
    for (const Candidate* one : set) {
        sum += one->mark.sizeMm - one->away / 4;
    }
    return sum;
}

bool isBoxSized(const RectMm& area)
{
    constexpr double kSmallest = 2.0;
    constexpr double kLargest = 10.0;
    return std::min(area.width, area.height) >= kSmallest && std::max(area.width, area.height) <= kLargest &&
           std::abs(area.width - area.height) < 0.25 * area.width;
}

int holesOf(const cv::Mat& piece)
{
    std::vector<std::vector<cv::Point>> outlines;
    std::vector<cv::Vec4i> tree;
    cv::findContours(piece, outlines, tree, cv::RETR_CCOMP, cv::CHAIN_APPROX_NONE);
    return static_cast<int>(std::ranges::count_if(tree, [](const cv::Vec4i& node) { return node[3] >= 0; }));
}

} // namespace

std::vector<Blot> findBlots(const Sheet& sheet, const InkMaps& maps)
{
    constexpr double kLeastMm = 1.0;
    constexpr double kMostMm = 30.0;
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(maps.dark, labels, stats, centres, 8);
    std::vector<Blot> blots;
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        const RectMm area = sheet.toMm(box);
        if (std::max(area.width, area.height) >= kLeastMm && std::max(area.width, area.height) <= kMostMm) {
            blots.push_back({area, static_cast<double>(stats.at<int>(i, cv::CC_STAT_AREA)) / box.area(),
                             isBoxSized(area) ? holesOf(labels(box) == i) : 0});
        }
    }
    return blots;
}

std::vector<form::AdjustmentField> findMarks(const Sheet& sheet, const InkMaps& maps,
                                             std::span<const Blot> blots)
{
    std::vector<Candidate> candidates;
    for (const Blot& blot : blots) {
        if (const auto one = candidateOf(sheet, maps, blot)) {
            candidates.push_back(*one);
        }
    }
    std::vector<const Candidate*> best;
    for (const Candidate& pattern : candidates) {
        const std::vector<const Candidate*> set = setLike(pattern, candidates);
        if (best.empty() || worth(set) > worth(best)) {
            best = set;
        }
    }
    constexpr std::size_t kFewest = 2; // one dark square in a corner may be anything
    std::vector<form::AdjustmentField> marks;
    if (best.size() >= kFewest) {
        for (const Candidate* one : best) {
            marks.push_back(one->mark);
        }
    }
    return marks;
}

} // namespace scanstraat::draft
