// SPDX-License-Identifier: EUPL-1.2
//
// Pages that tests draw in pixels: what is on them is known exactly.
#pragma once

#include "draft/Sheet.h"

#include <opencv2/imgproc.hpp>

namespace scanstraat::draft::test {

constexpr double kScale = 300.0 / 25.4;

inline int px(double mm)
{
    return cvRound(mm * kScale);
}

inline Sheet blankSheet(int paper = 255)
{
    Sheet sheet;
    sheet.pixelsPerMm = kScale;
    sheet.grey = cv::Mat(px(297), px(210), CV_8U, cv::Scalar(paper));
    return sheet;
}

/// A frame whose line, 0.25 mm, has its middle on `r`.
inline void drawFrame(Sheet& sheet, const RectMm& r, int grey = 0)
{
    const auto bar = [&](double x, double y, double width, double height) {
        cv::rectangle(sheet.grey, cv::Rect(px(x), px(y), px(width), px(height)), cv::Scalar(grey),
                      cv::FILLED);
    };
    constexpr double kLine = 0.25;
    bar(r.x - kLine / 2, r.y - kLine / 2, r.width + kLine, kLine);
    bar(r.x - kLine / 2, r.bottom() - kLine / 2, r.width + kLine, kLine);
    bar(r.x - kLine / 2, r.y - kLine / 2, kLine, r.height + kLine);
    bar(r.right() - kLine / 2, r.y - kLine / 2, kLine, r.height + kLine);
}

inline void drawRule(Sheet& sheet, double from, double to, double y, double dot, double gap)
{
    for (double x = from; x < to; x += dot + gap) {
        cv::rectangle(sheet.grey, cv::Rect(px(x), px(y), px(dot), px(0.35)), cv::Scalar(0), cv::FILLED);
    }
}

} // namespace scanstraat::draft::test
