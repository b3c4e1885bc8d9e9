// SPDX-License-Identifier: EUPL-1.2
// Each printed line tells the offset across it. Offsets of upright lines give a plane of shifts in x,
// those of lying lines one in y; both planes together are an affine correction of the map. What the marks
// say enters as a prior, so that few lines change a good map little.
#include "align/PrintFitter.h"

#include "align/LineProbe.h"
#include "align/OffsetPlane.h"
#include "page/SheetMap.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace scanstraat::align {

namespace {

constexpr double kMarksAloneMm = 0.15; ///< deviation of a map of three marks or four without any line

/// How wrong a start may be, by the marks that it rests on.
struct Step
{
    OffsetPrior prior;
    double reachMm = 1.5;
    double agreeingShare = 0.0; ///< of the lines of one direction that must agree, as in isTrusted
};

Step stepFor(const reading::Registration& start)
{
    Step step;
    step.prior.anchors = start.marks;
    if (start.marks.size() >= 3) {
        step.prior.slopeMm = 0.3;
        return step;
    }
    step.prior.wide = true;
    step.reachMm = 3.0;
    if (start.marks.size() == 2) {
        step.agreeingShare = 0.6;
        step.prior.slopeMm = 0.5; // paper feeds unevenly
    } else { // found by its print: at the answers mostly 0.2 to 0.7 mm off, 2.8 at most of 36 pages
        step.agreeingShare = 0.8;
        step.prior.constantMm = 1.0;
        step.prior.slopeMm = 0.5;
    }
    return step;
}

struct Seen
{
    std::vector<OffsetSeen> inX;
    std::vector<OffsetSeen> inY;
};

Seen look(const page::PageImage& image, const reading::Registration& at, const std::vector<LinePiece>& lines,
          double reachMm)
{
    const LineProbe probe(image, at.mmToPixel);
    Seen seen;
    for (const LinePiece& piece : lines) {
        if (probe.sees(piece)) {
            (piece.vertical ? seen.inX : seen.inY).push_back({piece.middle, probe.offsets(piece, reachMm)});
        }
    }
    return seen;
}

/// The map that puts the form where `map` puts it after the offsets were added.
cv::Matx23d corrected(const cv::Matx23d& map, const OffsetPlane& inX, const OffsetPlane& inY)
{
    const auto affine = [](const cv::Vec3d& value) { // change per mm in x and in y, constant at (0, 0)
        const cv::Vec3d origin = OffsetPlane::basis({0.0, 0.0});
        return cv::Vec3d(value[1] / 100.0, value[2] / 100.0, value.dot(origin));
    };
    const cv::Vec3d x = affine(inX.value);
    const cv::Vec3d y = affine(inY.value);
    const cv::Matx33d change(1 + x[0], x[1], x[2], y[0], 1 + y[1], y[2], 0, 0, 1);
    return map * change;
}

/// What the lines of one direction tell. Where too few of them agree it is as uncertain as the start was.
/// Both directions together would pass with all lines of one of them a comb's cell away.
OffsetFit fitDirection(const std::vector<OffsetSeen>& seen, const Step& step)
{
    OffsetFit fit = fitOffsets(seen, step.prior);
    if (fit.agreeing < step.agreeingShare * static_cast<double>(seen.size())) {
        fit.covariance = fitOffsets({}, step.prior).covariance;
    }
    return fit;
}

double worstDeviation(const OffsetFit& inX, const OffsetFit& inY, const std::vector<PointMm>& places)
{
    double worst = 0.0;
    for (const PointMm& place : places) {
        worst = std::max(worst, std::hypot(inX.deviation(place), inY.deviation(place)));
    }
    return worst;
}

/// Of a page without answers the adjustment fields: its corners.
std::vector<PointMm> answersOf(const form::Page& page)
{
    std::vector<PointMm> places;
    for (const form::Field& field : page.fields) {
        places.push_back({field.box.x, field.box.y});
        places.push_back({field.box.right(), field.box.bottom()});
    }
    for (const form::AdjustmentField& mark : page.adjustmentFields) {
        if (page.fields.empty()) {
            places.push_back(mark.centre);
        }
    }
    return places;
}

} // namespace

PrintFitter::PrintFitter(const form::Page& page) : lines_(printedLines(page)), answers_(answersOf(page)) {}

reading::Registration PrintFitter::fit(const page::PageImage& image, const reading::Registration& start) const
{
    constexpr double kMovedMm = 0.5; // so far that the lines are measured again
    constexpr int kMostRounds = 3;
    reading::Registration result = start;
    result.linesSought = static_cast<int>(lines_.size());
    result.uncertaintyMm = kMarksAloneMm;
    if (lines_.empty()) {
        return result;
    }
    Step step = stepFor(start);
    for (int round = 0; round < kMostRounds; ++round) {
        const Seen seen = look(image, result, lines_, step.reachMm);
        const OffsetFit inX = fitDirection(seen.inX, step);
        const OffsetFit inY = fitDirection(seen.inY, step);
        page::setMap(result, corrected(cv::Matx23d(result.mmToPixel.data()), inX.plane, inY.plane),
                     image.dpi.pixelsPerMm());
        result.linesFound = inX.agreeing + inY.agreeing;
        result.lineResidualMm = std::sqrt((inX.squares + inY.squares) / std::max(1, result.linesFound));
        result.uncertaintyMm = worstDeviation(inX, inY, answers_);
        const double moved = std::hypot(cv::norm(inX.plane.value), cv::norm(inY.plane.value));
        if (moved < kMovedMm && !step.prior.wide) {
            break;
        }
        step.prior.wide = false; // from here on the lines are near
        step.reachMm = 1.0;
    }
    return result;
}

bool isTrusted(const reading::Registration& registration, bool answers)
{
    constexpr double kMostResidualMm = 0.2;
    constexpr double kMostUncertainMm = 0.25;
    constexpr int kLinesOfTwoBoxes = 8;
    struct Demand
    {
        double share; ///< of the lines sought that must be found
        int lines;    ///< of them at least
    };
    constexpr std::array<Demand, 3> kDemands{{{0.8, 4}, {0.6, 3}, {0.4, 0}}}; // no mark or one, two, more
    const std::size_t marks = registration.marks.size();
    if (!answers && marks >= 2) {
        return true; // nothing to misread; what it is, barcode, footer and layout say
    }
    const Demand& demand = kDemands.at(marks < 2 ? 0 : std::min<std::size_t>(marks - 1, 2));
    // Four marks check each other, and two boxes that are blackened may be all that a page prints.
    const bool marksSuffice = marks >= 4 && registration.residualMm <= kMostResidualMm &&
                              registration.linesSought <= kLinesOfTwoBoxes;
    return registration.linesFound >= demand.lines &&
           (marksSuffice || registration.linesFound >= demand.share * registration.linesSought) &&
           registration.lineResidualMm <= kMostResidualMm && registration.uncertaintyMm <= kMostUncertainMm;
}

} // namespace scanstraat::align
