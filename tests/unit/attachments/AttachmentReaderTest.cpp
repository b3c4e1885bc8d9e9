// SPDX-License-Identifier: EUPL-1.2
#include "attachments/AttachmentReader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace scanstraat::attachments {
namespace {

using testing::Contains;

constexpr double kDpi = 200.0;

/// A4 with lines of print.
page::PageImage typed(const std::vector<std::string>& lines)
{
    page::PageImage image{cv::Mat(2339, 1654, CV_8U, cv::Scalar(250)), Dpi{kDpi}};
    int y = 200;
    for (const std::string& line : lines) {
        cv::putText(image.grey, line, {150, y}, cv::FONT_HERSHEY_COMPLEX, 1.1, cv::Scalar(20), 2,
                    cv::LINE_AA);
        y += 80;
    }
    return image;
}

AttachmentReading read(const page::PageImage& image)
{
    AttachmentReader reader(std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "models");
    return reader.read(image);
}

const std::vector<std::string> kLetter{"Geachte heer Jansen,", "Betreft: bevestiging van uw verhuizing",
                                       "V-nummer: 2712345678", "Geboren op 07-03-1985 te Utrecht",
                                       "Met vriendelijke groet en hoogachtend"};

TEST(AttachmentReader, ReadsWhoALetterIsAbout)
{
    const reading::Attachment letter = read(typed(kLetter)).attachment;

    EXPECT_EQ(letter.kind, "letter");
    ASSERT_EQ(letter.numbers.size(), 1U);
    EXPECT_EQ(letter.numbers[0].text(), "2712345678");
    EXPECT_TRUE(letter.numbers[0].isVNumber);
    EXPECT_THAT(letter.dates, Contains("1985-03-07"));
    EXPECT_THAT(letter.words, Contains("JANSEN"));
}

TEST(AttachmentReader, ReadsALetterThatLiesUpsideDownOrOnItsSide)
{
    for (const int turn : {cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE}) {
        page::PageImage image = typed(kLetter);
        cv::rotate(image.grey, image.grey, turn);

        const AttachmentReading reading = read(image);

        EXPECT_EQ(reading.attachment.kind, "letter") << turn;
        ASSERT_EQ(reading.attachment.numbers.size(), 1U) << turn;
        // the upright sheet has its text in the upper half: ink there, none below
        EXPECT_LT(cv::mean(reading.page.cut({20, 20, 150, 60}, 2.0))[0],
                  cv::mean(reading.page.cut({20, 220, 150, 60}, 2.0))[0]);
    }
}

TEST(AttachmentReader, AnotherNumberOfTenDigitsIsNoVNumber)
{
    const reading::Attachment letter = read(typed({"Geachte heer,", "Telefoon: 0612345678"})).attachment;

    for (const reading::AttachmentNumber& number : letter.numbers) {
        EXPECT_FALSE(number.isVNumber);
    }
}

TEST(AttachmentReader, AnEmptySheetSaysNothing)
{
    const AttachmentReading reading = read(typed({}));

    EXPECT_EQ(reading.attachment.kind, "other");
    EXPECT_TRUE(reading.attachment.numbers.empty());
    EXPECT_TRUE(reading.written.empty());
}

} // namespace
} // namespace scanstraat::attachments
