// SPDX-License-Identifier: EUPL-1.2
#include "regions/RegionReader.h"

#include "unit/marks/TestPage.h"

#include <gtest/gtest.h>

namespace scanstraat::regions {
namespace {

using marks::TestPage;

reading::FieldReading readRegion(const page::RegisteredPage& page, const form::Field& field)
{
    return RegionReader().read(page, field).field;
}

/// A page with a frame of 40 x 15 mm for a signature.
TestPage signaturePage()
{
    TestPage page(0);
    page.field.writing = form::Writing::region;
    page.field.kind = form::FieldKind::signature;
    page.field.box = {8, 10, 40, 15};
    const RectMm& box = page.field.box;
    page.line({box.x, box.y}, {box.right(), box.y}, 0.25, 30);
    page.line({box.right(), box.y}, {box.right(), box.bottom()}, 0.25, 30);
    page.line({box.right(), box.bottom()}, {box.x, box.bottom()}, 0.25, 30);
    page.line({box.x, box.bottom()}, {box.x, box.y}, 0.25, 30);
    return page;
}

void sign(TestPage& page, double widthMm, int value)
{
    for (int i = 0; i < 8; ++i) {
        page.line({14.0 + 3 * i, i % 2 == 0 ? 14.0 : 20.0}, {17.0 + 3 * i, i % 2 == 0 ? 20.0 : 14.0}, widthMm,
                  value);
    }
}

TEST(RegionReader, FindsASignature)
{
    TestPage page = signaturePage();
    sign(page, 0.4, 60);

    const auto reading = readRegion(page.scanned(), page.field);

    EXPECT_EQ(reading.value, "present");
    EXPECT_EQ(reading.state, reading::FieldState::read);
    EXPECT_GT(reading.confidence, 0.99);
}

TEST(RegionReader, FindsAFaintSignatureInPencil)
{
    TestPage page = signaturePage();
    sign(page, 0.5, 160);

    EXPECT_EQ(readRegion(page.scanned(), page.field).value, "present");
}

TEST(RegionReader, DoesNotTakeAnEmptyFrameForASignature)
{
    const TestPage page = signaturePage();

    for (const double error : {-0.5, 0.0, 0.5}) {
        const auto reading = readRegion(page.scanned(5.0, error), page.field);
        EXPECT_EQ(reading.value, "absent");
        EXPECT_EQ(reading.state, reading::FieldState::empty);
        EXPECT_GT(reading.confidence, 0.99);
    }
}

TEST(RegionReader, IsNotSureOfASingleDot)
{
    TestPage page = signaturePage();
    cv::circle(page.grey, {TestPage::pixel(25), TestPage::pixel(17)}, TestPage::pixel(0.65), cv::Scalar(40),
               cv::FILLED);

    EXPECT_EQ(readRegion(page.scanned(), page.field).state, reading::FieldState::unsure);
}

TEST(RegionReader, LeavesOutStrokesThatOnlyReachInFromOutside)
{
    TestPage page = signaturePage();
    page.line({4, 9}, {9.8, 14}, 0.5, 30);

    EXPECT_EQ(readRegion(page.scanned(), page.field).value, "absent");
}

} // namespace
} // namespace scanstraat::regions
