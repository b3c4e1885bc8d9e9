// SPDX-License-Identifier: EUPL-1.2
// The inside of the frame (with slack for a frame found a little wrong) tells whether and how much ink
// there is. Whether paper is left is judged right up to the frame, as a heavy cross leaves most of it there,
// and at half of the mark's own darkness, as blur makes strokes thick at a lower level. What leaves the frame
// tells a box that was marked again from one that was only blackened. A stroke outside counts when it comes
// to the frame where ink lies close behind it, so that labels and the marks of neighbours stay out. It fails
// when a neighbour's stroke runs right through this box.
#include "marks/MarkFeatures.h"

#include "marks/InkMask.h"
#include "marks/RunOuts.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::marks {

namespace {

constexpr double kSlackMm = 0.25;   ///< between the frame's inner edge and what counts as inside
constexpr double kNearMm = 0.08;    ///< the same where paper between strokes is looked for
constexpr double kSolidShare = 0.5; ///< of the mark's darkness: the edge of a stroke
constexpr double kMarkShare = 0.75; ///< of the pixels with ink are paler than the mark's darkness
constexpr int kGrid = 4;
constexpr std::size_t kLowCells = 4;

constexpr std::array<std::string_view, kFeatures> kNames{
    "fill",        "darkness",  "solidFill", "lowestCell",  "lowestCells", "blank",   "hole",
    "openSides",   "leastOpen", "thickness", "strokeWidth", "centre",      "extent",  "smallExtent",
    "penetration", "outside",   "runOuts",   "reach",       "secondReach", "opposite"};

double& at(MarkFeatures& features, Feature feature)
{
    return features[static_cast<std::size_t>(feature)];
}

cv::Rect insideOf(const BoxCut& cut, double slackMm)
{
    const double inset = (cut.frameMm + slackMm) * cut.pixelsPerMm;
    const cv::Rect inside(cvRound(cut.frame.x + inset), cvRound(cut.frame.y + inset),
                          std::max(kGrid, cvRound(cut.frame.width - 2 * inset)),
                          std::max(kGrid, cvRound(cut.frame.height - 2 * inset)));
    return inside & cv::Rect(0, 0, cut.grey.cols, cut.grey.rows);
}

/// Where ink counts inside: all of the rectangle, or the ellipse in it.
cv::Mat insideShape(cv::Size size, bool round)
{
    cv::Mat shape(size, CV_8U, cv::Scalar(round ? 0 : 255));
    if (round) {
        cv::ellipse(shape,
                    cv::RotatedRect({static_cast<float>(size.width) / 2, static_cast<float>(size.height) / 2},
                                    cv::Size2f(size), 0.0F),
                    cv::Scalar(255), cv::FILLED);
    }
    return shape;
}

/// Mean of the frame's lines: the printed black of this place.
double frameDarkness(const BoxCut& cut)
{
    cv::Mat lines(cut.grey.size(), CV_8U, cv::Scalar(0));
    const double half = cut.frameMm * cut.pixelsPerMm / 2;
    const cv::Rect middle(cvRound(cut.frame.x + half - 0.5), cvRound(cut.frame.y + half - 0.5),
                          cvRound(cut.frame.width - 2 * half), cvRound(cut.frame.height - 2 * half));
    if (cut.round) {
        cv::ellipse(lines,
                    cv::RotatedRect(cv::Point2f(cv::Point2d(middle.x + middle.width / 2.0,
                                                            middle.y + middle.height / 2.0)),
                                    cv::Size2f(cv::Size2d(middle.width, middle.height)), 0.0F),
                    cv::Scalar(255), 1);
    } else {
        cv::rectangle(lines, middle, cv::Scalar(255), 1);
    }
    return cv::mean(cut.grey, lines)[0];
}

struct Inside
{
    cv::Mat grey;
    cv::Mat ink;   ///< 255 where there is ink inside the shape
    cv::Mat paper; ///< 255 where there is none inside the shape
    cv::Mat shape;
    double area = 1.0;
    double side = 1.0; ///< pixels
};

Inside cutInside(const BoxCut& cut, const cv::Mat& mask, double slackMm)
{
    const cv::Rect area = insideOf(cut, slackMm);
    Inside inside;
    inside.grey = cut.grey(area);
    inside.shape = insideShape(area.size(), cut.round);
    inside.ink = mask(area) & inside.shape;
    inside.paper = ~mask(area) & inside.shape;
    inside.area = std::max(1, cv::countNonZero(inside.shape));
    inside.side = std::min(area.width, area.height);
    return inside;
}

/// Ink that is at least half as dark as the mark in the box.
cv::Mat solidMask(const BoxCut& cut, const Levels& levels, const Inside& inside)
{
    std::vector<uchar> ink;
    for (int y = 0; y < inside.ink.rows; ++y) {
        for (int x = 0; x < inside.ink.cols; ++x) {
            if (inside.ink.at<uchar>(y, x) != 0) {
                ink.push_back(inside.grey.at<uchar>(y, x));
            }
        }
    }
    if (ink.empty()) {
        return cv::Mat::zeros(cut.grey.size(), CV_8U);
    }
    const auto middle =
        ink.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(ink.size() - 1) * (1.0 - kMarkShare));
    std::nth_element(ink.begin(), middle, ink.end());
    return cut.grey < levels.paper - kSolidShare * (levels.paper - *middle);
}

void measureCells(const Inside& inside, MarkFeatures& features)
{
    std::vector<double> fills;
    for (int row = 0; row < kGrid; ++row) {
        for (int column = 0; column < kGrid; ++column) {
            const int left = column * inside.ink.cols / kGrid;
            const int top = row * inside.ink.rows / kGrid;
            const cv::Rect cell(left, top, (column + 1) * inside.ink.cols / kGrid - left,
                                (row + 1) * inside.ink.rows / kGrid - top);
            const int area = cv::countNonZero(inside.shape(cell));
            if (area * 2 >= cell.area()) {
                fills.push_back(static_cast<double>(cv::countNonZero(inside.ink(cell))) / area);
            }
        }
    }
    std::sort(fills.begin(), fills.end());
    const std::size_t low = std::min(kLowCells, fills.size());
    double sum = 0.0;
    for (std::size_t i = 0; i < low; ++i) {
        sum += fills[i];
    }
    at(features, Feature::lowestCell) = fills.empty() ? 0.0 : fills.front();
    at(features, Feature::lowestCells) = low > 0 ? sum / static_cast<double>(low) : 0.0;
}

/// Radius of the largest disc within `what`.
double discRadius(const cv::Mat& what)
{
    cv::Mat padded;
    cv::copyMakeBorder(what, padded, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::Mat distance;
    cv::distanceTransform(padded, distance, cv::DIST_L2, 3);
    double largest = 0.0;
    cv::minMaxLoc(distance, nullptr, &largest);
    return largest;
}

/// What is left of the paper, and how thick the ink is.
void measurePaper(const Inside& solid, MarkFeatures& features)
{
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    double blank = 0.0;
    const int blanks = cv::connectedComponentsWithStats(solid.paper, labels, stats, centres, 4);
    for (int i = 1; i < blanks; ++i) {
        blank = std::max<double>(blank, stats.at<int>(i, cv::CC_STAT_AREA));
    }
    at(features, Feature::blank) = blank / solid.area;
    at(features, Feature::hole) = discRadius(solid.paper) / (solid.side / 2);
    at(features, Feature::thickness) = discRadius(solid.ink) / (solid.side / 2);
}

/// Paper at the middle of each side: a third of the side long, a sixth of the box deep.
void measureSides(const Inside& solid, MarkFeatures& features)
{
    const int width = solid.ink.cols;
    const int height = solid.ink.rows;
    const int deepX = std::max(1, width / 6);
    const int deepY = std::max(1, height / 6);
    const std::array<cv::Rect, 4> strips{
        cv::Rect(width / 3, 0, width / 3, deepY), cv::Rect(width / 3, height - deepY, width / 3, deepY),
        cv::Rect(0, height / 3, deepX, height / 3), cv::Rect(width - deepX, height / 3, deepX, height / 3)};
    double sum = 0.0;
    double least = 1.0;
    for (const cv::Rect& strip : strips) {
        const double paper = 1.0 - static_cast<double>(cv::countNonZero(solid.ink(strip))) / strip.area();
        sum += paper;
        least = std::min(least, paper);
    }
    at(features, Feature::openSides) = sum / static_cast<double>(strips.size());
    at(features, Feature::leastOpen) = least;
}

/// Size of the largest piece of ink.
void measureExtent(const Inside& inside, MarkFeatures& features)
{
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int inks = cv::connectedComponentsWithStats(inside.ink, labels, stats, centres, 8);
    int largest = 0;
    for (int i = 1; i < inks; ++i) {
        if (stats.at<int>(i, cv::CC_STAT_AREA) > largest) {
            largest = stats.at<int>(i, cv::CC_STAT_AREA);
            const double width = stats.at<int>(i, cv::CC_STAT_WIDTH) / inside.side;
            const double height = stats.at<int>(i, cv::CC_STAT_HEIGHT) / inside.side;
            at(features, Feature::extent) = std::max(width, height);
            at(features, Feature::smallExtent) = std::min(width, height);
        }
    }
}

void measureDepth(const Inside& inside, MarkFeatures& features)
{
    cv::Mat padded;
    cv::copyMakeBorder(inside.shape, padded, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::Mat depth;
    cv::distanceTransform(padded, depth, cv::DIST_L2, 3);
    double deepest = 0.0;
    cv::minMaxLoc(depth(cv::Rect(1, 1, inside.ink.cols, inside.ink.rows)), nullptr, &deepest, nullptr,
                  nullptr, inside.ink);
    at(features, Feature::penetration) = deepest / (inside.side / 2);
    const cv::Rect middle(inside.ink.cols / 4, inside.ink.rows / 4, std::max(1, inside.ink.cols / 2),
                          std::max(1, inside.ink.rows / 2));
    at(features, Feature::centre) = static_cast<double>(cv::countNonZero(inside.ink(middle))) / middle.area();
    cv::Mat eroded;
    cv::erode(inside.ink, eroded, cv::getStructuringElement(cv::MORPH_CROSS, {3, 3}));
    const double ink = cv::countNonZero(inside.ink);
    const double outline = ink - cv::countNonZero(eroded);
    at(features, Feature::strokeWidth) = outline > 0.0 ? std::min(1.0, 2 * ink / outline / inside.side) : 0.0;
}

} // namespace

std::string_view featureName(std::size_t index)
{
    return kNames.at(index);
}

MarkFeatures measureMark(const BoxCut& cut)
{
    const Levels levels = measureLevels(cut.grey, frameDarkness(cut));
    const cv::Mat mask = inkMask(cut.grey, levels, cut.bitonal, cut.pixelsPerMm);
    const Inside inside = cutInside(cut, mask, kSlackMm);
    const Inside solid = cutInside(cut, solidMask(cut, levels, inside), kNearMm);
    MarkFeatures features{};
    at(features, Feature::fill) = cv::countNonZero(inside.ink) / inside.area;
    at(features, Feature::solidFill) = cv::countNonZero(solid.ink) / solid.area;
    const double dark = (levels.paper - cv::mean(inside.grey, inside.shape)[0]) / levels.contrast;
    at(features, Feature::darkness) = std::clamp(dark, 0.0, 1.5);
    measureCells(solid, features);
    measurePaper(solid, features);
    measureSides(solid, features);
    measureExtent(inside, features);
    measureDepth(inside, features);

    const RunOuts outs = findRunOuts(cut, mask, insideOf(cut, kSlackMm));
    const double side = std::min(cut.frame.width, cut.frame.height);
    at(features, Feature::outside) = std::min(2.0, outs.areaPixels / (side * side));
    at(features, Feature::runOuts) = std::min(4, outs.strokes);
    at(features, Feature::reach) = std::min(1.0, outs.reachPixels / side);
    at(features, Feature::secondReach) = std::min(1.0, outs.secondReachPixels / side);
    at(features, Feature::opposite) = outs.opposite ? 1.0 : 0.0;
    return features;
}

} // namespace scanstraat::marks
