// SPDX-License-Identifier: EUPL-1.2
#include "ocr/TesseractReader.h"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

namespace scanstraat::ocr {
namespace {

const std::string kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

cv::Mat printed(const std::string& text)
{
    cv::Mat line(70, 40 + 30 * static_cast<int>(text.size()), CV_8UC1, cv::Scalar(255));
    cv::putText(line, text, {15, 50}, cv::FONT_HERSHEY_DUPLEX, 1.3, cv::Scalar(0), 2, cv::LINE_AA);
    return line;
}

TEST(TesseractReader, ReadsALineOfPrint)
{
    TesseractReader reader;

    const PrintedText text = reader.read(printed("AMSTERDAM"), kCapitals);

    EXPECT_EQ(text.text, "AMSTERDAM");
    EXPECT_GT(text.confidence, 0.5);
    EXPECT_LE(text.confidence, 1.0);
}

TEST(TesseractReader, KeepsToTheAlphabetOfEachCall)
{
    TesseractReader reader;

    const PrintedText digits = reader.read(printed("1708"), "0123456789");
    const PrintedText letters = reader.read(printed("1708"), kCapitals);

    EXPECT_EQ(digits.text, "1708");
    EXPECT_EQ(letters.text.find_first_of("0123456789"), std::string::npos) << letters.text;
}

TEST(TesseractReader, IsUnsureWhereNothingIs)
{
    TesseractReader reader;

    EXPECT_EQ(reader.read(cv::Mat(), kCapitals).text, "");
    const PrintedText blank = reader.read(cv::Mat(70, 200, CV_8UC1, cv::Scalar(255)), kCapitals);
    EXPECT_LT(blank.confidence, 0.3) << blank.text;
}

} // namespace
} // namespace scanstraat::ocr
