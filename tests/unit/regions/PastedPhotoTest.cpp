// SPDX-License-Identifier: EUPL-1.2
#include "regions/PastedPhoto.h"

#include "page/SheetMap.h"
#include "regions/RegionReader.h"
#include "synth/Portrait.h"
#include "synth/Sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace scanstraat::regions {
namespace {

using synth::kSheetPixelsPerMm;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr double kScanPixelsPerMm = 300 / 25.4;

form::Field photoField()
{
    form::Field field;
    field.id = "kaart.foto";
    field.kind = form::FieldKind::photo;
    field.writing = form::Writing::region;
    field.box = {40, 30, 35, 45};
    return field;
}

/// A card of 115 x 105 mm with a frame for a photo.
class Card
{
public:
    Card()
    {
        const RectMm frame = photoField().box;
        const auto pixel = [](double mm) { return cvRound(mm * kSheetPixelsPerMm); };
        cv::rectangle(print_, {pixel(frame.x), pixel(frame.y)}, {pixel(frame.right()), pixel(frame.bottom())},
                      cv::Scalar(0), pixel(0.25));
    }

    /// A portrait, its middle that far from the frame's, turned clockwise by `degrees`.
    void paste(PointMm shift, double degrees, double blurMm = 0.0)
    {
        synth::Random random(3, 1);
        cv::Mat portrait = synth::drawPortrait(kSheetPixelsPerMm, random);
        if (blurMm > 0.0) {
            cv::GaussianBlur(portrait, portrait, {}, blurMm * kSheetPixelsPerMm);
        }
        synth::Sheet sheet(print_, synth::Pen{}, random);
        const PointMm middle = photoField().box.centre();
        sheet.paste(portrait, kSheetPixelsPerMm, {middle.x + shift.x, middle.y + shift.y}, degrees);
        print_ = sheet.print();
    }

    [[nodiscard]] page::RegisteredPage scanned(bool bitonal = false) const
    {
        cv::Mat grey;
        const double scale = kScanPixelsPerMm / kSheetPixelsPerMm;
        cv::resize(print_, grey, {}, scale, scale, cv::INTER_AREA);
        if (bitonal) {
            cv::threshold(grey, grey, 150, 255, cv::THRESH_BINARY);
        }
        const cv::Matx23d map(kScanPixelsPerMm, 0, 0, 0, kScanPixelsPerMm, 0);
        return {{grey, Dpi{300}, bitonal, {1, 1}}, page::registrationOf(map)};
    }

private:
    cv::Mat print_{cvRound(115 * kSheetPixelsPerMm), cvRound(105 * kSheetPixelsPerMm), CV_8UC1,
                   cv::Scalar(250)};
};

reading::FieldReading readingOf(const Card& card, bool bitonal = false)
{
    return RegionReader().read(card.scanned(bitonal), photoField()).field;
}

TEST(PastedPhoto, AnEmptyFrameHoldsNone)
{
    const RegionReading region = RegionReader().read(Card().scanned(), photoField());

    EXPECT_EQ(region.field.value, "absent");
    EXPECT_EQ(region.field.state, reading::FieldState::empty);
    EXPECT_TRUE(region.picture.empty());
}

TEST(PastedPhoto, AGoodPhotoIsAcceptedAndCutOut)
{
    Card card;
    card.paste({}, 0.0);
    const RegionReading region = RegionReader().read(card.scanned(), photoField());

    EXPECT_EQ(region.field.value, "present");
    EXPECT_EQ(region.field.state, reading::FieldState::read);
    EXPECT_THAT(region.field.reasons, IsEmpty());
    EXPECT_NEAR(region.picture.cols, 35 * kScanPixelsPerMm, 1);
    EXPECT_NEAR(region.picture.rows, 45 * kScanPixelsPerMm, 1);
}

TEST(PastedPhoto, IsCutAlongItsOwnSides)
{
    Card straight;
    straight.paste({}, 0.0);
    Card askew;
    askew.paste({3.0, -2.5}, 6.0);

    const PastedPhoto wanted = findPhoto(straight.scanned(), photoField().box);
    const PastedPhoto found = findPhoto(askew.scanned(), photoField().box);

    ASSERT_TRUE(found.hasOutline);
    ASSERT_EQ(found.picture.size(), wanted.picture.size());
    cv::Mat difference;
    cv::absdiff(found.picture, wanted.picture, difference);
    EXPECT_LT(cv::mean(difference)[0], 4.0);
}

TEST(PastedPhoto, APhotoUpsideDownGoesToReview)
{
    Card card;
    card.paste({}, 180.0);

    EXPECT_THAT(readingOf(card).reasons, Contains("Pasfoto staat niet rechtop"));
    EXPECT_EQ(readingOf(card).state, reading::FieldState::unsure);
}

TEST(PastedPhoto, APhotoOnItsSideGoesToReview)
{
    Card card;
    card.paste({}, 90.0);

    EXPECT_THAT(readingOf(card).reasons, Contains("Pasfoto staat niet rechtop"));
}

TEST(PastedPhoto, ABlurredPhotoGoesToReview)
{
    Card card;
    card.paste({}, 0.0, 0.7);

    EXPECT_THAT(readingOf(card).reasons, Contains("Pasfoto is niet scherp"));
}

TEST(PastedPhoto, ABlackAndWhiteScanGoesToReview)
{
    Card card;
    card.paste({}, 0.0);

    EXPECT_THAT(readingOf(card, true).reasons, Contains(HasSubstr("zwart-wit")));
    EXPECT_EQ(readingOf(card, true).value, "present");
    EXPECT_EQ(readingOf(card, true).state, reading::FieldState::unsure);
}

TEST(PastedPhoto, WritingInTheFrameIsNoPhoto)
{
    const auto pixel = [](double mm) { return cvRound(mm * kScanPixelsPerMm); };
    const page::RegisteredPage page = Card().scanned();
    cv::Mat grey = page.image().grey.clone();
    for (int i = 0; i < 8; ++i) {
        cv::line(grey, {pixel(44 + 3 * i), pixel(i % 2 == 0 ? 45 : 60)}, {pixel(47 + 3 * i), pixel(50)},
                 cv::Scalar(40), pixel(0.6), cv::LINE_AA);
    }
    const page::RegisteredPage written({grey, Dpi{300}, false, {1, 1}}, page.registration());

    EXPECT_EQ(RegionReader().read(written, photoField()).field.value, "absent");
}

} // namespace
} // namespace scanstraat::regions
