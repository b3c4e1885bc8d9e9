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
        static FooterReader reader(std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "models");
        return reader;
    }

    static page::PageImage scan(const std::string& form, std::size_t page, double degrees = 0.7)
    {
        return test::scanPage(test::forms()[test::formIndex(form)], page,
                              test::sheetMap(300 / 25.4 * 0.98, degrees, kSize), kSize);
    }

    /// The page with another text behind the page number in its footer.
    static page::PageImage scanWithFooter(const std::string& id, std::size_t page, const std::string& text)
    {
        form::FormTemplate form = test::forms()[test::formIndex(id)];
        form.pages[page].footer = std::to_string(form.pages[page].number) + "   " + text;
        return test::scanPage(form, page, test::sheetMap(300 / 25.4 * 0.98, 0.3, kSize), kSize);
    }

    /// Pixels of a footer in a scan of the first page that is not turned.
    static cv::Rect footerOf(const page::PageImage& image, const std::string& id)
    {
        const form::Page& page = test::forms()[test::formIndex(id)].pages[0];
        const page::RegisteredPage registered(
            image, test::registrationOf(test::sheetMap(300 / 25.4 * 0.98, 0.0, kSize)));
        return {registered.toPixel({page.footerAt.x - 1, page.footerAt.y - 3}),
                registered.toPixel({page.footerAt.x + 23, page.footerAt.y + 1})};
    }

    static Result<page::IdentifiedPage, Unidentified> identify(page::PageImage image)
    {
        page::addHalves(image);
        const auto ways = align::alignSheet(align::MarkFinder(image),
                                            align::marksOf(test::forms()[0].pages[0].adjustmentFields));
        const std::vector<reading::Registration> none;
        return identifier().identify(image, ways ? *ways : none, footers());
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
            const form::Page& printed = test::forms()[form].pages[page];
            const std::string witness = printed.barcode           ? "barcode"
                                        : !printed.footer.empty() ? "footer"
                                                                  : "layout";
            EXPECT_EQ(result->identifiedBy, witness);
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

TEST_F(PageIdentifierTest, AnotherEditionOfAKnownFormIsRejected)
{
    for (const std::string form : {"7112", "7101"}) {
        for (const std::size_t page : {0, 1}) { // with a barcode and without
            const auto result = identify(scanWithFooter(form, page, form + "-2031/4"));

            ASSERT_FALSE(result) << form << " page index " << page;
            EXPECT_EQ(result.error().pageClass, reading::PageClass::rejected);
            EXPECT_EQ(result.error().findings.at(0).code, "page.edition.unknown");
            EXPECT_EQ(result.error().findings.at(0).message,
                      "Voettekst noemt editie 2031/4 van formulier " + form +
                          "; bekend: " + test::forms()[test::formIndex(form)].edition);
        }
    }
}

TEST_F(PageIdentifierTest, AnotherPagesFooterIsAConflict)
{
    const auto result = identify(scanWithFooter("7112", 0, "7116-2025/1"));

    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().findings.at(0).code, "page.identity.conflict");
    EXPECT_EQ(result.error().findings.at(0).message,
              "Opdruk van de pagina en voettekst (17116-2025/1) spreken elkaar tegen");
}

TEST_F(PageIdentifierTest, AFooterOfNoFormOfOursSaysNothing)
{
    const auto result = identify(scanWithFooter("7112", 0, "9999-2031/4"));

    ASSERT_TRUE(result);
    EXPECT_EQ(result->identifiedBy, "barcode");
}

TEST_F(PageIdentifierTest, UnderAStampTheOthersDecide)
{
    page::PageImage image = scan("7112", 0, 0.0);
    const cv::Rect footer = footerOf(image, "7112");
    cv::ellipse(image.grey, (footer.tl() + footer.br()) / 2, {footer.width / 2, footer.height}, 20, 0, 360,
                cv::Scalar(60), cv::FILLED);
    EXPECT_EQ(identify(image)->identifiedBy, "barcode");

    image = scan("7112", 1, 0.0); // has no barcode
    cv::ellipse(image.grey, (footer.tl() + footer.br()) / 2, {footer.width / 2, footer.height}, 20, 0, 360,
                cv::Scalar(60), cv::FILLED);
    EXPECT_EQ(identify(image)->identifiedBy, "layout");
}

TEST_F(PageIdentifierTest, AFooterThatIsPartlyCoveredIsNoOtherEdition)
{
    const cv::Rect footer = footerOf(scan("7112", 0, 0.0), "7112");
    for (int hidden = 10; hidden < footer.width; hidden += 25) {
        for (const bool atTheEnd : {false, true}) {
            page::PageImage image = scan("7112", 0, 0.0);
            cv::Rect covered = footer;
            covered.width = hidden;
            covered.x += atTheEnd ? footer.width - hidden : 0;
            image.grey(covered).setTo(255);

            const auto result = identify(image);

            ASSERT_TRUE(result) << hidden << " pixels: " << result.error().findings.at(0).message;
        }
    }
}

TEST_F(PageIdentifierTest, APageWithoutAFooterNeedsNone)
{
    std::vector<form::FormTemplate> forms = test::forms();
    form::FormTemplate& form = forms[test::formIndex("7112")];
    form.pages[0].footer.clear();
    const PageIdentifier own(forms);
    const cv::Matx23d map = test::sheetMap(300 / 25.4 * 0.98, 0.0, kSize);
    page::PageImage image = test::scanPage(form, 0, map, kSize);
    page::addHalves(image);
    const reading::Registration way = test::registrationOf(map);

    const auto result = own.identify(image, {&way, 1}, footers());

    ASSERT_TRUE(result);
    EXPECT_EQ(result->identifiedBy, "barcode");
}

/// A page of 7112 that lost its marks.
page::PageImage withoutMarks(form::FormTemplate form, std::size_t page)
{
    form.pages[page].adjustmentFields.clear();
    return test::scanPage(form, page, test::sheetMap(300 / 25.4 * 0.98, 0.7, kSize), kSize);
}

TEST_F(PageIdentifierTest, WithoutMarksThePrintTellsThePageAndAWitnessConfirmsIt)
{
    const form::FormTemplate& form = test::forms()[test::formIndex("7112")];

    const auto first = identify(withoutMarks(form, 0));
    const auto second = identify(withoutMarks(form, 1));

    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->identifiedBy, "barcode");
    EXPECT_EQ(second->identifiedBy, "footer");
    EXPECT_EQ(second->pageIndex, 1U);
    EXPECT_TRUE(second->page.registration().marks.empty());
}

TEST_F(PageIdentifierTest, WithoutMarksAnotherEditionIsRejected)
{
    form::FormTemplate form = test::forms()[test::formIndex("7112")];
    form.pages[1].footer = "2   7112-2031/4";

    const auto result = identify(withoutMarks(form, 1));

    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().findings.at(0).code, "page.edition.unknown");
}

TEST_F(PageIdentifierTest, ALetterWithoutMarksIsAnAttachment)
{
    cv::Mat letter(kSize, CV_8UC1, cv::Scalar(250));
    for (int line = 0; line < 40; ++line) {
        cv::putText(letter, "Hierbij stuur ik u de gevraagde papieren", {300, 500 + line * 65},
                    cv::FONT_HERSHEY_DUPLEX, 1.6, cv::Scalar(20), 3);
    }

    const auto result = identify({letter, Dpi{300}});

    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().pageClass, reading::PageClass::attachment);
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

TEST_F(PageIdentifierTest, AFormPageWithoutItsMarksIsFoundByItsPrintNotFiledAsAttachment)
{
    page::PageImage image = scan("7112", 0, 0.0);
    const int rim = cvRound(16 * 300 / 25.4);
    image.grey.rowRange(0, rim + 60).setTo(255);
    image.grey.rowRange(image.grey.rows - rim - 60, image.grey.rows).setTo(255);

    const auto result = identify(image);

    ASSERT_TRUE(result);
    EXPECT_EQ(result->form, test::formIndex("7112"));
    EXPECT_EQ(result->pageIndex, 0U);
    EXPECT_EQ(result->identifiedBy, "barcode");
    EXPECT_TRUE(result->page.registration().marks.empty());
}

} // namespace
} // namespace scanstraat::ident
