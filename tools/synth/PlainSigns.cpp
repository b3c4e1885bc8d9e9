// SPDX-License-Identifier: EUPL-1.2
#include "Writer.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <map>
#include <vector>

namespace scanstraat::synth {

namespace {

/// Strokes in capitals' heights: x to the right, y up from the writing line.
using Line = std::vector<cv::Point2d>;

Line arc(cv::Point2d centre, cv::Point2d radius, double fromDegrees, double toDegrees)
{
    Line line;
    for (int i = 0; i <= 16; ++i) {
        const double angle = (fromDegrees + (toDegrees - fromDegrees) * i / 16.0) * CV_PI / 180.0;
        line.emplace_back(centre.x + radius.x * std::cos(angle), centre.y + radius.y * std::sin(angle));
    }
    return line;
}

const std::map<char, std::vector<Line>>& plainStrokes()
{
    static const std::map<char, std::vector<Line>> strokes{
        {'-', {{{0.0, 0.45}, {0.4, 0.46}}}},
        {'_', {{{0.0, -0.05}, {0.55, -0.05}}}},
        {'.', {{{0.05, 0.03}, {0.07, 0.04}}}},
        {',', {{{0.12, 0.08}, {0.1, -0.05}, {0.04, -0.16}}}},
        {':', {{{0.05, 0.05}, {0.07, 0.06}}, {{0.05, 0.55}, {0.07, 0.56}}}},
        {'\'', {{{0.08, 1.0}, {0.04, 0.76}}}},
        {'/', {{{0.0, -0.1}, {0.42, 1.05}}}},
        {'+', {{{0.0, 0.45}, {0.5, 0.46}}, {{0.25, 0.2}, {0.26, 0.72}}}},
        {'(', {arc({0.3, 0.45}, {0.26, 0.62}, 130, 230)}},
        {')', {arc({0.0, 0.45}, {0.26, 0.62}, 50, -50)}},
        {'@',
         {arc({0.42, 0.42}, {0.17, 0.2}, 40, 400),
          {{0.58, 0.58}, {0.6, 0.3}, {0.72, 0.24}},
          arc({0.45, 0.42}, {0.42, 0.48}, -20, 290)}},
        {'&',
         {{{0.62, 0.0},
           {0.2, 0.62},
           {0.18, 0.85},
           {0.33, 0.98},
           {0.46, 0.84},
           {0.38, 0.64},
           {0.08, 0.38},
           {0.06, 0.12},
           {0.25, 0.0},
           {0.5, 0.12},
           {0.62, 0.4}}}}};
    return strokes;
}

} // namespace

std::optional<SignPlace> signPlace(char character)
{
    switch (character) {
    case '-':
        return SignPlace{0.45, 0.0};
    case '_':
        return SignPlace{-0.05, 0.0};
    case '.':
        return SignPlace{0.05, 0.1};
    case ',':
        return SignPlace{-0.02, 0.25};
    case ':':
        return SignPlace{0.3, 0.55};
    case '\'':
        return SignPlace{0.88, 0.25};
    case '+':
        return SignPlace{0.46, 0.5};
    case '/':
    case '(':
    case ')':
    case '@':
    case '&':
        return SignPlace{0.46, 1.0};
    default:
        return std::nullopt;
    }
}

std::optional<LetterShape> drawPlainSign(char character, const LetterStyle& style, Random& random)
{
    const auto found = plainStrokes().find(character);
    if (found == plainStrokes().end()) {
        return std::nullopt;
    }
    const double height = style.capHeightPx * random.uniform(0.9, 1.1);
    const int below = cvCeil(0.3 * height) + kShapeMargin;
    const cv::Size size(cvCeil(1.1 * height) + 2 * kShapeMargin, cvCeil(1.5 * height) + 2 * kShapeMargin);
    cv::Mat canvas(size, CV_8U, cv::Scalar(0));
    for (const Line& line : found->second) {
        std::vector<cv::Point> points;
        for (const cv::Point2d& point : line) {
            const double x = kShapeMargin + (point.x + style.slant * point.y) * height * style.aspect;
            points.emplace_back(cvRound(x * 16 + random.uniform(-8, 8)),
                                cvRound((size.height - below - point.y * height) * 16));
        }
        cv::polylines(canvas, points, false, cv::Scalar(255), std::max(1, cvRound(style.strokePx)),
                      cv::LINE_AA, 4);
    }
    const cv::Rect box = inkBox(canvas);
    const cv::Rect with(box.x - kShapeMargin, box.y - kShapeMargin, box.width + 2 * kShapeMargin,
                        box.height + 2 * kShapeMargin);
    LetterShape shape;
    cv::Mat padded;
    cv::copyMakeBorder(canvas, padded, kShapeMargin, kShapeMargin, kShapeMargin, kShapeMargin,
                       cv::BORDER_CONSTANT, cv::Scalar(0));
    shape.coverage = padded(with + cv::Point(kShapeMargin, kShapeMargin)).clone();
    shape.widthPx = box.width;
    shape.topPx = size.height - below - box.y;
    return shape;
}

} // namespace scanstraat::synth
