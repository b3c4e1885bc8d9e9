// SPDX-License-Identifier: EUPL-1.2
#include "ident/FooterReader.h"

#include "base/Units.h"
#include "ident/PrintedLine.h"

#include <opencv2/imgproc.hpp>

namespace scanstraat::ident {

namespace {

constexpr double kOcrPixelsPerMm = 8.0;
constexpr double kLeftEm = 1.0;     ///< room for a registration that is off
constexpr double kAdvanceEm = 0.65; ///< of a wide face's digits
constexpr double kRoomEm = 3.0;     ///< for a longer edition

/// Where the footer may stand: the baseline lies kLineAbove rows below the upper edge.
RectMm zoneOf(const form::Page& expected)
{
    const double em = pointsToMm(expected.footerPt);
    const double width = (kAdvanceEm * static_cast<double>(expected.footer.size()) + kRoomEm + kLeftEm) * em;
    return {expected.footerAt.x - kLeftEm * em, expected.footerAt.y - em * kLineAbove / kLineEm, width,
            em * (kLineAbove + kLineBelow) / kLineEm};
}

/// The line of text with 1 mm around it: reading costs by width. Empty where nothing is printed.
cv::Mat trimmed(const cv::Mat& line)
{
    constexpr int kAround = static_cast<int>(kOcrPixelsPerMm);
    double darkest = 0.0;
    double brightest = 0.0;
    cv::minMaxLoc(line, &darkest, &brightest);
    if (brightest - darkest < 40.0) {
        return {};
    }
    const cv::Rect ink = cv::boundingRect(line < (darkest + brightest) / 2);
    const cv::Rect around(ink.x - kAround, ink.y - kAround, ink.width + 2 * kAround,
                          ink.height + 2 * kAround);
    return line(around & cv::Rect({0, 0}, line.size())).clone();
}

} // namespace

PrintedText FooterReader::readQuickly(const page::RegisteredPage& page, const form::Page& expected)
{
    return quick_.read(page.cut(zoneOf(expected), kLineEm / pointsToMm(expected.footerPt)));
}

std::string FooterReader::readThoroughly(const page::RegisteredPage& page, const form::Page& expected)
{
    // Footers hold numbers, editions and lower-case form names.
    constexpr const char* kAlphabet = "0123456789abcdefghijklmnopqrstuvwxyz-/.";
    return thorough_.read(trimmed(page.cut(zoneOf(expected), kOcrPixelsPerMm)), kAlphabet).text;
}

} // namespace scanstraat::ident
