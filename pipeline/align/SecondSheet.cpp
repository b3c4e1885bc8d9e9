// SPDX-License-Identifier: EUPL-1.2
#include "align/SecondSheet.h"

#include "align/PointFit.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace scanstraat::align {

namespace {

constexpr double kOwnPlaceMm = 2.5;       ///< nearer to where a mark belongs it may be that mark
constexpr double kAroundBoxMm = 1.0;      ///< of a checkbox: what is filled may be off its middle
constexpr double kMostScaleApart = 0.015; ///< logarithm; both sheets went through one scanner
constexpr double kMostSizeApart = 0.13;   ///< likewise, of a mark's own size
constexpr double kMostSkew = 12.0 * std::numbers::pi / 180.0; ///< of one sheet against the other

double apart(double a, double b)
{
    return std::abs(std::log(a / b));
}

/// Angle between two directions, less quarter turns.
double skewBetween(cv::Point2d a, cv::Point2d b)
{
    return std::abs(std::remainder(std::atan2(a.cross(b), a.dot(b)), std::numbers::pi / 2));
}

/// True where the page has a mark of its own or a box that somebody may have blackened.
bool isOwnPlace(cv::Point2d pixel, const page::RegisteredPage& page, const form::Page& layout)
{
    const auto isNear = [&](PointMm place, double mm) {
        return cv::norm(pixel - page.toPixel(place)) < mm * page.pixelsPerMm();
    };
    const auto isBox = [&](const form::Option& option) {
        return isNear(option.box.centre(), option.box.width / 2 + kAroundBoxMm);
    };
    return std::ranges::any_of(layout.adjustmentFields,
                               [&](const auto& own) { return isNear(own.centre, kOwnPlaceMm); }) ||
           std::ranges::any_of(layout.fields, [&](const form::Field& field) {
               return std::ranges::any_of(field.options, isBox);
           });
}

/// What looks like `mark`, has its size and stands where the page has nothing like it.
std::vector<MarkCandidate> strays(const MarkFinder& finder, const Mark& mark,
                                  const page::RegisteredPage& page, const form::Page& layout)
{
    const double scale = page.pixelsPerMm() / finder.image().dpi.pixelsPerMm();
    std::vector<MarkCandidate> found = finder.find(mark);
    std::erase_if(found, [&](const MarkCandidate& candidate) {
        return isOwnPlace(candidate.centre, page, layout) || apart(candidate.scale, scale) > kMostSizeApart;
    });
    return found;
}

} // namespace

bool showsSecondSheet(const MarkFinder& finder, std::span<const Mark> marks, const page::RegisteredPage& page,
                      const form::Page& layout)
{
    const cv::Point2d upright = page.toPixel({100.0, 0.0}) - page.toPixel({0.0, 0.0});
    std::vector<std::vector<MarkCandidate>> found;
    for (const Mark& mark : marks) {
        found.push_back(strays(finder, mark, page, layout));
    }
    for (std::size_t a = 0; a < marks.size(); ++a) {
        for (std::size_t b = a + 1; b < marks.size(); ++b) {
            for (const MarkCandidate& first : found[a]) {
                for (const MarkCandidate& second : found[b]) {
                    if (first.centre == second.centre) {
                        continue;
                    }
                    const Similarity other =
                        through({marks[a].inkCentre(), first.centre}, {marks[b].inkCentre(), second.centre});
                    if (apart(other.scale(), page.pixelsPerMm()) < kMostScaleApart &&
                        skewBetween(upright, other.turn) < kMostSkew) {
                        return true;
                    }
                }
            }
        }
    }
    return false;
}

} // namespace scanstraat::align
