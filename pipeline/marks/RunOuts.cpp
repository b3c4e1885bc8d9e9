// SPDX-License-Identifier: EUPL-1.2
#include "marks/RunOuts.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::marks {

namespace {

constexpr double kStartMm = 0.35;   ///< outside begins this far from the frame: skew and blur of the frame
constexpr double kContactMm = 0.25; ///< a piece starts at the frame when it comes this close to the start
constexpr double kBehindMm = 0.7;   ///< and when ink lies within this distance of its foot, inside
constexpr double kClearMm = 0.7;    ///< from here a stroke ends clearly outside
constexpr double kOthersMm = 0.4;   ///< around neighbouring boxes nothing counts

cv::Rect grown(const cv::Rect2d& frame, double by, const cv::Size& size)
{
    const cv::Rect rect(cvRound(frame.x - by), cvRound(frame.y - by), cvRound(frame.width + 2 * by),
                        cvRound(frame.height + 2 * by));
    return rect & cv::Rect({0, 0}, size);
}

/// Ink outside the frame and outside the neighbours' boxes.
cv::Mat outsideInk(const BoxCut& cut, const cv::Mat& mask)
{
    cv::Mat outside = mask.clone();
    outside(grown(cut.frame, kStartMm * cut.pixelsPerMm, mask.size())) = 0;
    for (const cv::Rect2d& other : cut.others) {
        outside(grown(other, kOthersMm * cut.pixelsPerMm, mask.size())) = 0;
    }
    return outside;
}

double distanceTo(const cv::Rect2d& frame, cv::Point2d place)
{
    const double dx = std::max({frame.x - place.x, 0.0, place.x - (frame.x + frame.width)});
    const double dy = std::max({frame.y - place.y, 0.0, place.y - (frame.y + frame.height)});
    return std::hypot(dx, dy);
}

struct Piece
{
    double area = 0.0;
    double reach = 0.0;
    cv::Point2d footSum{0.0, 0.0}; ///< of the pixels next to the frame
    int footPixels = 0;

    [[nodiscard]] cv::Point2d foot() const { return footSum * (1.0 / footPixels); }
};

std::vector<Piece> piecesOf(const BoxCut& cut, const cv::Mat& outside)
{
    cv::Mat labels;
    const int count = cv::connectedComponents(outside, labels, 8);
    std::vector<Piece> pieces(static_cast<std::size_t>(count));
    const double contact = (kStartMm + kContactMm) * cut.pixelsPerMm;
    for (int y = 0; y < labels.rows; ++y) {
        const int* row = labels.ptr<int>(y);
        for (int x = 0; x < labels.cols; ++x) {
            if (row[x] == 0) {
                continue;
            }
            Piece& piece = pieces[static_cast<std::size_t>(row[x])];
            const cv::Point2d place(x + 0.5, y + 0.5);
            const double distance = distanceTo(cut.frame, place);
            piece.area += 1.0;
            piece.reach = std::max(piece.reach, distance);
            if (distance <= contact) {
                piece.footSum += place;
                ++piece.footPixels;
            }
        }
    }
    return pieces;
}

bool hasInkBehind(const BoxCut& cut, const cv::Mat& mask, const cv::Rect& inside, cv::Point2d foot)
{
    const double reach = kBehindMm * cut.pixelsPerMm;
    const double x = std::clamp<double>(foot.x, inside.x, inside.x + inside.width - 1);
    const double y = std::clamp<double>(foot.y, inside.y, inside.y + inside.height - 1);
    const cv::Rect near(cvRound(x - reach), cvRound(y - reach), cvRound(2 * reach), cvRound(2 * reach));
    return cv::countNonZero(mask(near & inside)) > 0;
}

} // namespace

RunOuts findRunOuts(const BoxCut& cut, const cv::Mat& mask, const cv::Rect& inside)
{
    RunOuts result;
    const cv::Mat outside = outsideInk(cut, mask);
    const cv::Point2d centre(cut.frame.x + cut.frame.width / 2, cut.frame.y + cut.frame.height / 2);
    std::vector<cv::Point2d> feet;
    for (const Piece& piece : piecesOf(cut, outside)) {
        if (piece.footPixels == 0 || !hasInkBehind(cut, mask, inside, piece.foot())) {
            continue;
        }
        result.areaPixels += piece.area;
        if (piece.reach > result.reachPixels) {
            result.secondReachPixels = result.reachPixels;
            result.reachPixels = piece.reach;
        } else {
            result.secondReachPixels = std::max(result.secondReachPixels, piece.reach);
        }
        if (piece.reach >= kClearMm * cut.pixelsPerMm) {
            ++result.strokes;
            feet.push_back(piece.foot() - centre);
        }
    }
    for (std::size_t i = 0; i < feet.size(); ++i) {
        for (std::size_t j = i + 1; j < feet.size(); ++j) {
            const double cosine = feet[i].dot(feet[j]) / (cv::norm(feet[i]) * cv::norm(feet[j]) + 1e-9);
            result.opposite = result.opposite || cosine < -0.7;
        }
    }
    return result;
}

} // namespace scanstraat::marks
