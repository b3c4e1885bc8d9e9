// SPDX-License-Identifier: EUPL-1.2
//
// Without marks, every pair of equally large boxes near each other votes for its offset; the offset with the
// most votes is the shift, and least squares over the pairs that agree gives turn and stretch.
#include "draft/PaperRegistration.h"

#include "base/Units.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <map>
#include <numbers>
#include <optional>
#include <sstream>
#include <utility>

namespace scanstraat::draft {

namespace {

struct Pair
{
    PointMm from;
    PointMm to;
};

std::optional<cv::Matx23d> fitAffine(const std::vector<Pair>& pairs)
{
    const int count = static_cast<int>(pairs.size());
    cv::Mat a(count, 3, CV_64F);
    cv::Mat b(count, 2, CV_64F);
    for (int i = 0; i < count; ++i) {
        const Pair& pair = pairs[static_cast<std::size_t>(i)];
        a.at<double>(i, 0) = pair.from.x;
        a.at<double>(i, 1) = pair.from.y;
        a.at<double>(i, 2) = 1.0;
        b.at<double>(i, 0) = pair.to.x;
        b.at<double>(i, 1) = pair.to.y;
    }
    cv::Mat x;
    if (!cv::solve(a, b, x, cv::DECOMP_SVD)) {
        return std::nullopt;
    }
    const cv::Matx23d map(x.at<double>(0, 0), x.at<double>(1, 0), x.at<double>(2, 0), x.at<double>(0, 1),
                          x.at<double>(1, 1), x.at<double>(2, 1));
    constexpr double kMostStretch = 0.05;
    const bool sane = std::abs(map(0, 0) - 1) < kMostStretch && std::abs(map(1, 1) - 1) < kMostStretch &&
                      std::abs(map(0, 1)) < kMostStretch && std::abs(map(1, 0)) < kMostStretch;
    return sane ? std::optional(map) : std::nullopt;
}

double away(const cv::Matx23d& map, const Pair& pair)
{
    const cv::Vec2d at = map * cv::Vec3d(pair.from.x, pair.from.y, 1.0);
    return std::hypot(at[0] - pair.to.x, at[1] - pair.to.y);
}

std::vector<Pair> markPairs(const std::vector<Element>& wanted, const std::vector<Element>& found)
{
    constexpr double kReachMm = 15.0;
    std::vector<Pair> pairs;
    for (const Element& mark : wanted) {
        const Element* best = nullptr;
        double least = kReachMm;
        for (const Element& other : found) {
            const PointMm a = mark.area.centre();
            const PointMm b = other.area.centre();
            const double distance = std::hypot(a.x - b.x, a.y - b.y);
            if (mark.kind == ElementKind::mark && other.kind == ElementKind::mark && distance < least) {
                least = distance;
                best = &other;
            }
        }
        if (best != nullptr) {
            pairs.push_back({mark.area.centre(), best->area.centre()});
        }
    }
    return pairs;
}

bool sameSize(const Element& a, const Element& b)
{
    constexpr double kAlike = 0.8;
    return a.kind == b.kind && std::abs(a.area.width - b.area.width) < kAlike &&
           std::abs(a.area.height - b.area.height) < kAlike;
}

std::vector<Pair> boxPairs(const std::vector<Element>& wanted, const std::vector<Element>& found)
{
    constexpr double kReachMm = 12.0;
    std::vector<Pair> pairs;
    for (const Element& one : wanted) {
        for (const Element& other : found) {
            const PointMm a = one.area.centre();
            const PointMm b = other.area.centre();
            if (one.kind != ElementKind::mark && sameSize(one, other) && std::abs(a.x - b.x) < kReachMm &&
                std::abs(a.y - b.y) < kReachMm) {
                pairs.push_back({a, b});
            }
        }
    }
    return pairs;
}

/// The offset that most pairs share, to half a millimetre; the smallest where several have as many.
PointMm votedShift(const std::vector<Pair>& pairs)
{
    constexpr double kCellMm = 0.5;
    std::map<std::pair<int, int>, int> votes;
    for (const Pair& pair : pairs) {
        const int x = static_cast<int>(std::lround((pair.to.x - pair.from.x) / kCellMm));
        const int y = static_cast<int>(std::lround((pair.to.y - pair.from.y) / kCellMm));
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                votes[{x + dx, y + dy}] += dx == 0 && dy == 0 ? 2 : 1;
            }
        }
    }
    std::pair<int, int> best{0, 0};
    double most = -1.0;
    for (const auto& [cell, count] : votes) {
        const double worth = count - 0.02 * std::hypot(cell.first, cell.second);
        if (worth > most) {
            most = worth;
            best = cell;
        }
    }
    return {best.first * kCellMm, best.second * kCellMm};
}

PaperMap byBoxes(const std::vector<Element>& wanted, const std::vector<Element>& found)
{
    std::vector<Pair> pairs = boxPairs(wanted, found);
    PaperMap result;
    if (pairs.empty()) {
        return result;
    }
    const PointMm shift = votedShift(pairs);
    result.map = {1, 0, shift.x, 0, 1, shift.y};
    constexpr double kNearMm = 2.0; // turned by half a degree, the far side is off by so much
    constexpr std::size_t kFewest = 8;
    for (const double reach : {kNearMm, 1.0, 0.5}) {
        std::vector<Pair> agreeing;
        std::ranges::copy_if(pairs, std::back_inserter(agreeing),
                             [&](const Pair& pair) { return away(result.map, pair) < reach; });
        if (agreeing.empty()) {
            break;
        }
        result.by = std::to_string(agreeing.size()) + " boxes and lines";
        const auto map = agreeing.size() >= kFewest ? fitAffine(agreeing) : std::nullopt;
        if (map) {
            result.map = *map;
            continue;
        }
        std::vector<double> x;
        std::vector<double> y;
        for (const Pair& pair : agreeing) {
            x.push_back(pair.to.x - pair.from.x);
            y.push_back(pair.to.y - pair.from.y);
        }
        std::ranges::sort(x);
        std::ranges::sort(y);
        result.map = {1, 0, x[x.size() / 2], 0, 1, y[y.size() / 2]};
    }
    return result;
}

} // namespace

std::string PaperMap::text() const
{
    constexpr PointMm kMiddle{kA4WidthMm / 2, kA4HeightMm / 2};
    const PointMm moved = at(kMiddle);
    // to hundredths, and never -0.00
    const auto hundredths = [](double value) { return std::round(value * 100.0) / 100.0 + 0.0; };
    const double x = hundredths(moved.x - kMiddle.x);
    const double y = hundredths(moved.y - kMiddle.y);
    const double turn = hundredths((map(1, 0) - map(0, 1)) / 2 * 180.0 / std::numbers::pi);
    const double stretch = hundredths(((map(0, 0) + map(1, 1)) / 2 - 1.0) * 100.0);
    std::ostringstream text;
    text << std::fixed << std::setprecision(2) << "shifted by " << std::abs(x) << " mm "
         << (x < 0 ? "left" : "right") << " and " << std::abs(y) << " mm " << (y < 0 ? "up" : "down")
         << ", turned by " << turn << " degrees, " << std::abs(stretch) << " % "
         << (stretch < 0 ? "smaller" : "larger") << " (by " << by << ")";
    return text.str();
}

PaperMap registerPaper(const std::vector<Element>& wanted, const std::vector<Element>& found,
                       double toleranceMm)
{
    constexpr std::size_t kFewest = 3;
    const std::vector<Pair> marks = markPairs(wanted, found);
    const auto map = marks.size() >= kFewest ? fitAffine(marks) : std::nullopt;
    const bool agree =
        map && std::ranges::all_of(marks, [&](const Pair& pair) { return away(*map, pair) <= toleranceMm; });
    if (agree) {
        return {*map, std::to_string(marks.size()) + " adjustment fields"};
    }
    return byBoxes(wanted, found);
}

} // namespace scanstraat::draft
