// SPDX-License-Identifier: EUPL-1.2
#include "ident/PageIdentifier.h"

#include "align/SheetAligner.h"
#include "support/PrintedPage.h"

#include <gtest/gtest.h>

namespace scanstraat::ident {
namespace {

const cv::Size kSize(2560, 3580);

class PageIdentifierTest : public testing::Test
{
protected:
    static const PageIdentifier& identifier()
    {
        static const PageIdentifier instance(test::forms());
        return instance;
    }

    static FooterReader& footers()
    {
        static FooterReader reader;
        return reader;
    }

    static page::PageImage scan(const std::string& form, std::size_t page, double degrees = 0.7)
    {
        return test::scanPage(test::forms()[test::formIndex(form)], page,
                              test::sheetMap(300 / 25.4 * 0.98, degrees, kSize), kSize);
    }

    static Result<page::IdentifiedPage, Unidentified> identify(page::PageImage image)
    {
        page::addHalves(image);
        const auto ways =
            align::alignSheet(align::MarkFinder(image), test::forms()[0].pages[0].adjustmentFields);
        if (!ways) {
            return Failure{identifier().classify(image, ways.error().marksFound)};
        }
        return identifier().identify(image, *ways, footers());
    }
};

TEST_F(PageIdentifierTest, KnowsEveryPageOfEveryForm)
{
    for (std::size_t form = 0; form < test::forms().size(); ++form) {
        for (std::size_t page = 0; page < test::forms()[form].pages.size(); ++page) {
            const auto result = identify(scan(test::forms()[form].id, page));

            ASSERT_TRUE(result) << test::forms()[form].id << " page index " << page;
            EXPECT_EQ(result->form, form);
            EXPECT_EQ(result->pageIndex, page);
            EXPECT_EQ(result->identifiedBy, test::forms()[form].pages[page].barcode ? "barcode" : "footer");
        }
    }
}

TEST_F(PageIdentifierTest, TurnsAPageThatLiesUpsideDown)
{
    const auto result = identify(scan("7112", 1, 180.5));

    ASSERT_TRUE(result);
    EXPECT_EQ(result->pageIndex, 1U);
    EXPECT_EQ(result->page.registration().orientation, 180);
}

TEST_F(PageIdentifierTest, AnotherFormsBarcodeIsAConflict)
{
    page::PageImage image = scan("7116", 0, 0.0);
    const page::PageImage foreign = scan("7112", 0, 0.0);
    const page::RegisteredPage registered(
        image, test::registrationOf(test::sheetMap(300 / 25.4 * 0.98, 0.0, kSize)));
    const RectMm zone = test::forms()[test::formIndex("7116")].pages[0].barcode->zone.grown(3);
    const cv::Rect pixels(registered.toPixel({zone.x, zone.y}),
                          registered.toPixel({zone.right(), zone.bottom()}));
    foreign.grey(pixels).copyTo(image.grey(pixels));

    const auto result = identify(image);

    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().pageClass, reading::PageClass::rejected);
    EXPECT_EQ(result.error().findings.at(0).code, "page.identity.conflict");
    EXPECT_EQ(result.error().findings.at(0).message,
              "Opdruk van de pagina en barcode (7112) spreken elkaar tegen");
}

TEST_F(PageIdentifierTest, WithoutBarcodeTheFooterSpeaks)
{
    page::PageImage image = scan("7116", 0, 0.0);
    const page::RegisteredPage registered(
        image, test::registrationOf(test::sheetMap(300 / 25.4 * 0.98, 0.0, kSize)));
    const RectMm zone = test::forms()[test::formIndex("7116")].pages[0].barcode->zone.grown(1);
    image
        .grey(
            cv::Rect(registered.toPixel({zone.x, zone.y}), registered.toPixel({zone.right(), zone.bottom()})))
        .setTo(255);

    const auto result = identify(image);

    ASSERT_TRUE(result);
    EXPECT_EQ(result->identifiedBy, "footer");
}

TEST_F(PageIdentifierTest, MarksOnAForeignSheetMakeNoFormPage)
{
    cv::Mat sheet = test::drawSheet(test::forms()[0].pages[0].adjustmentFields);
    for (int line = 0; line < 45; ++line) {
        cv::putText(sheet, "Een formulier van een andere dienst met dezelfde paskruisen",
                    {500, 700 + line * 105}, cv::FONT_HERSHEY_DUPLEX, 2.6, cv::Scalar(20), 6);
    }
    const cv::Matx23d map = test::sheetMap(300 / 25.4, 0.3, kSize);

    const auto result =
        identify({test::scanSheet(sheet, test::kFinePixelsPerMm, map, kSize), Dpi{300}, false, {1, 1}});

    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().pageClass, reading::PageClass::unknown);
}

TEST_F(PageIdentifierTest, ALetterIsAnAttachmentAndAnEmptySheetIsBlank)
{
    cv::Mat sheet = test::drawSheet({});
    const cv::Matx23d map = test::sheetMap(300 / 25.4, 0.3, kSize);
    EXPECT_EQ(identify({test::scanSheet(sheet, test::kFinePixelsPerMm, map, kSize), Dpi{300}, false, {1, 1}})
                  .error()
                  .pageClass,
              reading::PageClass::blank);
    cv::putText(sheet, "Geachte heer, mevrouw", {500, 900}, cv::FONT_HERSHEY_DUPLEX, 3, cv::Scalar(20), 6);

    const auto letter =
        identify({test::scanSheet(sheet, test::kFinePixelsPerMm, map, kSize), Dpi{300}, false, {1, 1}});

    ASSERT_FALSE(letter);
    EXPECT_EQ(letter.error().pageClass, reading::PageClass::attachment);
}

TEST_F(PageIdentifierTest, AFormPageWithoutItsMarksIsRejectedNotFiledAsAttachment)
{
    page::PageImage image = scan("7112", 0, 0.0);
    const int rim = cvRound(16 * 300 / 25.4);
    image.grey.rowRange(0, rim + 60).setTo(255);
    image.grey.rowRange(image.grey.rows - rim - 60, image.grey.rows).setTo(255);

    const auto result = identify(image);

    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().pageClass, reading::PageClass::rejected);
    EXPECT_EQ(result.error().findings.at(0).code, "page.marks.missing");
}

} // namespace
} // namespace scanstraat::ident
