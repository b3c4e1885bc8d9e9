// SPDX-License-Identifier: EUPL-1.2
#include "letters/Accent.h"

#include <gtest/gtest.h>

namespace scanstraat::letters {
namespace {

/// What an E with this mark above it is, by a picture of ones on zeros.
std::optional<std::string> markedE(const cv::Mat& mark)
{
    const Piece piece{1, {0, 0, mark.cols, mark.rows}, cv::countNonZero(mark), {}};
    return accentedLetter('E', {piece}, mark);
}

TEST(Accent, IsToldByTheSideItLeansTo)
{
    const cv::Mat falling = cv::Mat::eye(6, 6, CV_32S);
    cv::Mat rising;
    cv::flip(falling, rising, 1);

    EXPECT_EQ(markedE(falling), "È");
    EXPECT_EQ(markedE(rising), "É");
}

TEST(Accent, MayBeAsNarrowAsOneColumn)
{
    for (const int columns : {1, 2}) {
        const auto marked = markedE(cv::Mat::ones(5, columns, CV_32S));

        EXPECT_FALSE(marked.has_value()) << columns; // no mark that an E takes
    }
}

TEST(Accent, OnNothingIsNone)
{
    EXPECT_FALSE(accentedLetter('E', {}, cv::Mat::zeros(3, 3, CV_32S)).has_value());
}

} // namespace
} // namespace scanstraat::letters
