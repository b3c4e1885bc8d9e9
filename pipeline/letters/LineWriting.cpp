// SPDX-License-Identifier: EUPL-1.2
#include "letters/LineWriting.h"

#include "base/Median.h"
#include "letters/LineRecogniser.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::letters {

namespace {

constexpr double kUsualCapitalMm = 4.2;
constexpr double kEdgeMm = 0.9;         ///< beside the frame's sides, where rests of its lines stand
constexpr double kSteepest = 0.12;      ///< of a baseline; writing on a line keeps to it
constexpr double kTallShare = 0.6;      ///< of a capital's height: no sign is that high
constexpr double kMarginCapitals = 0.4; ///< paper left and right of the writing, as the network was trained

/// Where the first `count` pieces end.
int endOf(const std::vector<Piece>& pieces, std::size_t count)
{
    int end = 0;
    for (std::size_t i = 0; i < count; ++i) {
        end = std::max(end, pieces[i].box.br().x);
    }
    return end;
}

/// Takes out slivers along the frame's sides, and specks that stand alone far from the text.
void dropRests(LineWriting& writing, const cv::Rect& frame)
{
    const double edge = kEdgeMm * kInkPixelsPerMm;
    std::vector<Piece>& pieces = writing.pieces;
    std::erase_if(pieces, [&](const Piece& piece) {
        const bool atSide = piece.box.br().x < frame.x + edge || piece.box.x > frame.br().x - edge;
        return atSide && piece.box.width < edge;
    });
    const double far = 1.2 * writing.capitalHeight;
    const double speck = 0.35 * writing.capitalHeight;
    const auto isSpeck = [&](const Piece& piece) {
        return std::max(piece.box.width, piece.box.height) < speck;
    };
    while (pieces.size() > 1 && isSpeck(pieces.back()) &&
           pieces.back().box.x - endOf(pieces, pieces.size() - 1) > far) {
        pieces.pop_back();
    }
    while (pieces.size() > 1 && isSpeck(pieces.front()) &&
           pieces[1].box.x - pieces.front().box.br().x > far) {
        pieces.erase(pieces.begin());
    }
}

/// Takes out a thin stroke that stands alone behind the text, several letters away: a hair or a scratch.
void dropScratch(LineWriting& writing)
{
    std::vector<Piece>& pieces = writing.pieces;
    if (pieces.size() < 3) {
        return;
    }
    const cv::Rect& last = pieces.back().box;
    writing.hasScratch = last.x - endOf(pieces, pieces.size() - 1) > 4.0 * writing.capitalHeight &&
                         last.width < 0.35 * writing.capitalHeight;
    if (writing.hasScratch) {
        pieces.pop_back();
    }
}

/// Line through the feet of the tall pieces: the median of the slopes between those far apart (Theil and
/// Sen), none where they do not tell.
void findBaseline(LineWriting& writing, double without)
{
    std::vector<cv::Point2d> feet;
    for (const Piece& piece : writing.pieces) {
        if (piece.box.height > kTallShare * writing.capitalHeight) {
            feet.emplace_back(piece.box.x + piece.box.width / 2.0, piece.box.br().y);
        }
    }
    std::vector<double> slopes;
    for (std::size_t i = 0; i < feet.size(); ++i) {
        for (std::size_t j = i + 1; j < feet.size(); ++j) {
            const double along = feet[j].x - feet[i].x;
            if (along > 2.0 * writing.capitalHeight) {
                slopes.push_back((feet[j].y - feet[i].y) / along);
            }
        }
    }
    constexpr std::size_t kFewest = 6;
    const double slope = slopes.size() < kFewest ? 0.0 : medianOf(slopes, 0.0);
    writing.slope = std::abs(slope) > kSteepest ? 0.0 : slope;
    std::vector<double> heights;
    for (const cv::Point2d& foot : feet) {
        heights.push_back(foot.y - writing.slope * foot.x);
    }
    writing.baseline = medianOf(heights, without);
}

} // namespace

LineWriting findWriting(const InkPicture& picture, const cv::Rect& frame)
{
    LineWriting writing;
    std::vector<double> heights;
    for (const Piece& piece : picture.pieces()) {
        if (piece.centroid.y < frame.y || piece.centroid.y > frame.br().y) {
            continue;
        }
        writing.pieces.push_back(piece);
        if (piece.box.height > 0.45 * kUsualCapitalMm * kInkPixelsPerMm) {
            heights.push_back(piece.box.height);
        }
    }
    writing.capitalHeight = medianOf(heights, kUsualCapitalMm * kInkPixelsPerMm);
    dropRests(writing, frame);
    dropScratch(writing);
    findBaseline(writing, frame.br().y - 0.2 * frame.height);
    return writing;
}

LinePicture linePicture(const InkPicture& picture, const LineWriting& writing)
{
    cv::Rect box = writing.pieces.front().box;
    cv::Mat mask = cv::Mat::zeros(picture.ink().size(), CV_8UC1);
    for (const Piece& piece : writing.pieces) {
        box |= piece.box;
        cv::Mat part = mask(piece.box);
        part.setTo(255, picture.labels()(piece.box) == piece.label);
    }
    cv::dilate(mask, mask,
               cv::getStructuringElement(cv::MORPH_RECT, {3, 3})); // the half-dark rim of the strokes
    cv::Mat ink = cv::Mat::zeros(picture.ink().size(), CV_8UC1);
    picture.ink().copyTo(ink, mask);

    const double scale = writing.capitalHeight / kLineCapital;
    const double margin = kMarginCapitals * writing.capitalHeight;
    LinePicture result;
    result.left = box.x - margin;
    const double width = box.width + 2.0 * margin;
    result.scaleX = std::max(scale, width / kLineWidest);
    // Shrinking by more than two would skip pixels of thin strokes.
    const double blur = 0.5 * std::max(0.0, scale - 1.0);
    if (blur > 0.1) {
        cv::GaussianBlur(ink, ink, {}, blur);
    }
    const double top = -kLineBase * scale;
    const cv::Matx23d toInk(result.scaleX, 0.0, result.left, writing.slope * result.scaleX, scale,
                            writing.baselineAt(result.left) + top);
    const int columns = std::clamp(static_cast<int>(std::ceil(width / result.scaleX)), 1, kLineWidest);
    cv::warpAffine(ink, result.line, toInk, {columns, kLineHeight}, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                   cv::BORDER_CONSTANT, 0);
    return result;
}

} // namespace scanstraat::letters
