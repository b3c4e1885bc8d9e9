// SPDX-License-Identifier: EUPL-1.2
#include "letters/TypedLine.h"

#include "letters/LineRecogniser.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace scanstraat::letters {

namespace {

constexpr std::size_t kFewest = 4;
constexpr double kTallShare = 0.6;    ///< of a capital's height
constexpr double kMostPart = 0.7;     ///< of the pieces: round letters overshoot, J and Q hang down
constexpr double kSteadyShare = 0.03; ///< of a capital's height: 1.2 pixels of 40

/// What kMostPart of the values do not exceed.
double mostOf(std::vector<double> values)
{
    const auto place =
        values.begin() + static_cast<std::ptrdiff_t>(kMostPart * static_cast<double>(values.size()));
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

} // namespace

bool looksTyped(const LineWriting& writing)
{
    std::vector<double> feet;
    std::vector<double> heights;
    for (const Piece& piece : writing.pieces) {
        if (piece.box.height > kTallShare * writing.capitalHeight) {
            const double middle = piece.box.x + piece.box.width / 2.0;
            feet.push_back(std::abs(piece.box.br().y - writing.baselineAt(middle)));
            heights.push_back(std::abs(piece.box.height - writing.capitalHeight));
        }
    }
    const double steady = kSteadyShare * writing.capitalHeight;
    return feet.size() >= kFewest && mostOf(feet) < steady && mostOf(heights) < steady;
}

cv::Mat printOf(const InkPicture& picture, const LineWriting& writing)
{
    cv::Rect box = writing.pieces.front().box;
    for (const Piece& piece : writing.pieces) {
        box |= piece.box;
    }
    const int margin = cvRound(0.4 * writing.capitalHeight);
    const cv::Rect around(box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin);
    const cv::Rect inside = around & cv::Rect({0, 0}, picture.ink().size());
    cv::Mat print(around.size(), CV_8UC1, cv::Scalar(255));
    cv::bitwise_not(picture.ink()(inside), print(inside - around.tl()));
    return print;
}

} // namespace scanstraat::letters
