// SPDX-License-Identifier: EUPL-1.2
#include "letters/GlyphImage.h"

#include "letters/CharacterClassifier.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scanstraat::letters {

cv::Mat glyphImage(const cv::Mat& ink, double capitalHeight)
{
    /// Below this share of a capital's height ink counts as a sign (hyphen, full stop, apostrophe).
    constexpr double kSignShare = 0.6;
    const double longest = std::max(ink.cols, ink.rows);
    const bool isSign = capitalHeight > 0 && longest < kSignShare * capitalHeight;
    const double scale = kGlyphBox / (isSign ? capitalHeight : longest);
    const cv::Size size(std::clamp(cvRound(ink.cols * scale), 1, kGlyphBox),
                        std::clamp(cvRound(ink.rows * scale), 1, kGlyphBox));
    cv::Mat scaled;
    cv::resize(ink, scaled, size, 0, 0, scale < 1.0 ? cv::INTER_AREA : cv::INTER_LINEAR);
    cv::Mat glyph = cv::Mat::zeros(kGlyphSide, kGlyphSide, CV_8UC1);
    scaled.copyTo(glyph(
        cv::Rect((kGlyphSide - size.width) / 2, (kGlyphSide - size.height) / 2, size.width, size.height)));
    return glyph;
}

} // namespace scanstraat::letters
