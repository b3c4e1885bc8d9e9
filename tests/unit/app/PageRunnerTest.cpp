// SPDX-License-Identifier: EUPL-1.2
#include "app/PageRunner.h"

#include "TestEquipment.h"
#include "dossier/Dossier.h"
#include "print/SeparatorSheet.h"
#include "record/RecordWriter.h"
#include "support/PrintedPage.h"
#include "support/TemporaryFolder.h"
#include "unit/letters/FakeClassifier.h"
#include "unit/letters/FakeRecogniser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <functional>

namespace scanstraat::app {
namespace {

using reading::PageClass;
using test::equipment;

constexpr int kDpi = 200;
constexpr double kPixelsPerMm = kDpi / 25.4;
constexpr int kWidth = 1654; ///< of A4
constexpr int kHeight = 2339;

/// A stroke in the first cell of each comb.
void write(cv::Mat& scan, const form::Page& page)
{
    const auto pixel = [](PointMm at) {
        return cv::Point(cvRound(at.x * kPixelsPerMm), cvRound(at.y * kPixelsPerMm));
    };
    for (const form::Field& field : page.fields) {
        if (field.writing == form::Writing::comb) {
            const RectMm cell = field.cells.front().grown(-1.5);
            cv::line(scan, pixel({cell.x, cell.y}), pixel({cell.right(), cell.bottom()}), 40, 4);
        }
    }
}

/// A scribble in each region.
void sign(cv::Mat& scan, const form::Page& page)
{
    for (const form::Field& field : page.fields) {
        if (field.writing == form::Writing::region) {
            const cv::Point middle(cvRound(field.box.centre().x * kPixelsPerMm),
                                   cvRound(field.box.centre().y * kPixelsPerMm));
            cv::ellipse(scan, middle, {80, 40}, 0.0, 0.0, 300.0, 40, 4);
        }
    }
}

/// The second page of form 7101, which has combs, written on and scanned straight.
class APage : public testing::Test
{
protected:
    test::TemporaryFolder folder;

    [[nodiscard]] scan::ScanFile writtenPage() const
    {
        const form::FormTemplate& form = test::forms()[test::formIndex("7101")];
        const cv::Size size(kWidth, kHeight);
        cv::Mat scan = test::scanPage(form, 1, test::sheetMap(kPixelsPerMm, 0.0, size), size, kDpi).grey;
        write(scan, form.pages[1]);
        sign(scan, form.pages[1]);
        cv::imwrite(folder / "blad.png", scan);
        return *scan::ScanFile::open(folder / "blad.png");
    }

    [[nodiscard]] PageResult readWith(std::unique_ptr<letters::CharacterClassifier> engine) const
    {
        PageRunner runner(equipment(),
                          letters::LetterReader(std::move(engine), std::make_unique<test::FakeRecogniser>(),
                                                {}, "letters of a test"));
        return runner.run(writtenPage(), 0, "blad.png");
    }
};

TEST_F(APage, GivesItsSignatureAsAPictureThatTheReadingNames)
{
    const PageResult result = readWith(std::make_unique<test::FakeClassifier>('1'));

    ASSERT_EQ(result.regions.size(), 1U);
    EXPECT_EQ(result.regions[0].file, "regions/blad.png-p1-7101.2.5.png");
    EXPECT_FALSE(result.regions[0].picture.empty());
    const auto field = std::ranges::find(result.reading.fields, "7101.2.5", &reading::FieldReading::fieldId);
    ASSERT_NE(field, result.reading.fields.end());
    EXPECT_EQ(field->value, "present");
    EXPECT_EQ(field->picture, result.regions[0].file);
}

TEST_F(APage, IsReadWithTheEngineThatIsGiven)
{
    const PageResult result = readWith(std::make_unique<test::FakeClassifier>('1'));

    EXPECT_EQ(result.reading.pageClass, PageClass::form);
    EXPECT_EQ(result.reading.form, "7101");
    EXPECT_NE(result.identified, nullptr);
    EXPECT_TRUE(std::ranges::any_of(
        result.reading.fields, [](const auto& field) { return field.raw.find('1') != std::string::npos; }));
}

/// Paints paper over a millimetre area of a scan whose sheet lies upright at `corner`.
void paint(cv::Mat& scan, const RectMm& area, cv::Point corner = {})
{
    const cv::Rect pixels(cvRound(area.x * kPixelsPerMm), cvRound(area.y * kPixelsPerMm),
                          cvRound(area.width * kPixelsPerMm), cvRound(area.height * kPixelsPerMm));
    scan((pixels + corner) & cv::Rect({0, 0}, scan.size())).setTo(250);
}

/// The mark and as much around it.
RectMm around(const form::AdjustmentField& mark)
{
    return RectMm{mark.centre.x, mark.centre.y, 0, 0}.grown(mark.sizeMm);
}

/// The same page, on which something was done to the picture, read with an engine that is always sure.
PageResult readSpoilt(const test::TemporaryFolder& folder, const std::function<void(cv::Mat&)>& spoil)
{
    const form::FormTemplate& form = test::forms()[test::formIndex("7101")];
    const cv::Size size(kWidth, kHeight);
    cv::Mat scan = test::scanPage(form, 1, test::sheetMap(kPixelsPerMm, 0.0, size), size, kDpi).grey;
    write(scan, form.pages[1]);
    spoil(scan);
    cv::imwrite(folder / "blad.tif", scan,
                {cv::IMWRITE_TIFF_RESUNIT, 2, cv::IMWRITE_TIFF_XDPI, kDpi, cv::IMWRITE_TIFF_YDPI, kDpi});
    PageRunner runner(equipment(),
                      letters::LetterReader(std::make_unique<test::FakeClassifier>('1'),
                                            std::make_unique<test::FakeRecogniser>(), {}, "test"));
    return runner.run(*scan::ScanFile::open(folder / "blad.tif"), 0, "blad.tif");
}

bool hasRescan(const PageResult& result, const std::string& message)
{
    return std::ranges::any_of(result.reading.findings, [&](const reading::Finding& finding) {
        return finding.code == "page.rescan" && finding.review && finding.message.starts_with(message);
    });
}

bool isAnyAccepted(const PageResult& result)
{
    return std::ranges::any_of(result.reading.fields,
                               [](const auto& field) { return reading::isAccepted(field.state); });
}

TEST_F(APage, OfAGoodScanHasItsQualityMeasuredAndItsAnswersAccepted)
{
    const PageResult result = readSpoilt(folder, [](cv::Mat&) {});

    EXPECT_EQ(result.reading.pageClass, PageClass::form);
    EXPECT_EQ(result.reading.quality.size(), reading::kQualityMeasures.size());
    EXPECT_FALSE(hasRescan(result, ""));
    EXPECT_TRUE(isAnyAccepted(result));
}

TEST_F(APage, ThatIsBlurredIsReadButNothingOfItIsAccepted)
{
    const PageResult result =
        readSpoilt(folder, [](cv::Mat& scan) { cv::GaussianBlur(scan, scan, {}, 0.35 * kPixelsPerMm); });

    EXPECT_EQ(result.reading.pageClass, PageClass::form);
    EXPECT_TRUE(hasRescan(result, "Scan onscherp"));
    EXPECT_FALSE(result.reading.fields.empty());
    EXPECT_FALSE(isAnyAccepted(result));
    EXPECT_THAT(result.reading.fields.front().reasons, testing::Contains("Scan onscherp"));
}

TEST_F(APage, ThatIsTooDarkIsReadButNothingOfItIsAccepted)
{
    const PageResult result = readSpoilt(folder, [](cv::Mat& scan) { scan *= 0.38; });

    EXPECT_EQ(result.reading.pageClass, PageClass::form);
    EXPECT_TRUE(hasRescan(result, "Scan te donker"));
    EXPECT_FALSE(isAnyAccepted(result));
}

TEST_F(APage, WhoseAnswersAreCutOffHasThemUnreadAndNotEmpty)
{
    const RectMm lost = test::forms()[test::formIndex("7101")].pages[1].fields.front().box;
    const PageResult result = readSpoilt(folder, [&](cv::Mat& scan) {
        scan = scan.rowRange(cvRound(lost.bottom() * kPixelsPerMm), scan.rows).clone();
    });

    ASSERT_EQ(result.reading.pageClass, PageClass::form);
    EXPECT_TRUE(hasRescan(result, "Antwoorden staan niet helemaal op de scan"));
    EXPECT_FALSE(isAnyAccepted(result));
    EXPECT_EQ(result.reading.fields.front().state, reading::FieldState::unreadable);
    EXPECT_EQ(result.reading.fields.front().value, "");
}

/// The picture of a page, as a scan with that template would give it.
PageResult readPicture(const test::TemporaryFolder& folder, const form::FormTemplate& form)
{
    const cv::Size size(kWidth, kHeight);
    cv::imwrite(folder / "blad.png",
                test::scanPage(form, 0, test::sheetMap(kPixelsPerMm, 0.4, size), size, kDpi).grey);
    PageRunner runner(equipment(),
                      letters::LetterReader(std::make_unique<test::FakeClassifier>('1'),
                                            std::make_unique<test::FakeRecogniser>(), {}, "test"));
    return runner.run(*scan::ScanFile::open(folder / "blad.png"), 0, "blad.png");
}

TEST_F(APage, ThatIsTheFrontOfItsFormIsACoverAndStaysAPageOfTheForm)
{
    const PageResult result = readPicture(folder, test::forms()[test::formIndex("6009")]);

    EXPECT_EQ(result.reading.pageClass, PageClass::cover);
    EXPECT_EQ(result.reading.form, "6009");
    EXPECT_EQ(result.reading.number, 1);
    EXPECT_TRUE(result.reading.registration.isKnown());
}

TEST_F(APage, ThatIsASeparatorBelongsToNoFormAndSaysWhatItCarries)
{
    const PageResult result = readPicture(folder, print::separatorSheet({"SCHEIDING", form::PatchCode::two}));

    EXPECT_EQ(result.reading.pageClass, PageClass::separator);
    EXPECT_EQ(result.reading.identifiedBy, "patch:2");
    EXPECT_TRUE(result.reading.form.empty());
    EXPECT_TRUE(result.reading.findings.empty());
}

TEST_F(APage, WithAdjustmentFieldsIsNeverASeparator)
{
    form::FormTemplate form = test::forms()[test::formIndex("7101")];
    form.pages[0].barcode->payload = "SCHEIDING";

    EXPECT_NE(readPicture(folder, form).reading.pageClass, PageClass::separator);
}

/// Stored without a resolution.
PageResult readGrey(const test::TemporaryFolder& folder, const cv::Mat& scan)
{
    cv::imwrite(folder / "blad.png", scan);
    PageRunner runner(equipment(),
                      letters::LetterReader(std::make_unique<test::FakeClassifier>('1'),
                                            std::make_unique<test::FakeRecogniser>(), {}, "test"));
    return runner.run(*scan::ScanFile::open(folder / "blad.png"), 0, "blad.png");
}

/// Which of the four marks are painted over, and what lies over the rest.
PageResult readPainted(const test::TemporaryFolder& folder, const std::vector<std::size_t>& hidden,
                       const RectMm& covered = {})
{
    const form::FormTemplate& form = test::forms()[test::formIndex("7101")];
    const cv::Size size(kWidth, kHeight);
    cv::Mat scan = test::scanPage(form, 1, test::sheetMap(kPixelsPerMm, 0.0, size), size, kDpi).grey;
    for (const std::size_t mark : hidden) {
        paint(scan, around(form.pages[1].adjustmentFields[mark]));
    }
    paint(scan, covered);
    return readGrey(folder, scan);
}

TEST_F(APage, WithTwoMarksIsReadWhereItsPrintedLinesConfirmThem)
{
    const PageResult result = readPainted(folder, {1, 2});

    ASSERT_EQ(result.reading.pageClass, PageClass::form);
    EXPECT_EQ(result.reading.registration.marks.size(), 2U);
    EXPECT_GT(result.reading.registration.linesFound, 0.9 * result.reading.registration.linesSought);
    EXPECT_LT(result.reading.registration.uncertaintyMm, 0.2);
}

TEST_F(APage, WithTwoMarksAndMostOfItsLinesCoveredIsRefused)
{
    const PageResult result = readPainted(folder, {1, 2}, {15, 20, 180, 200});

    EXPECT_NE(result.reading.pageClass, PageClass::form);
    EXPECT_FALSE(result.reading.findings.empty());
    EXPECT_EQ(result.identified, nullptr);
}

TEST_F(APage, UnderTheUpperPartOfAnotherSheetIsRefused)
{
    const int covered = cvRound(55.0 * kPixelsPerMm); // nothing is printed or asked for there
    const cv::Size size(kWidth, kHeight);
    const cv::Matx23d map = test::sheetMap(kPixelsPerMm, 0.0, size);
    cv::Mat scan = test::scanPage(test::forms()[test::formIndex("7101")], 1, map, size, kDpi).grey;
    form::FormTemplate upper; // an empty page but for its marks: no ink of it is foreign
    upper.pages.resize(1);
    upper.pages[0].adjustmentFields = test::forms()[test::formIndex("7116")].pages[3].adjustmentFields;
    const cv::Mat over = test::scanPage(upper, 0, map, size, kDpi).grey;
    over.rowRange(0, covered).copyTo(scan.rowRange(kHeight - covered, kHeight));

    const PageResult result = readGrey(folder, scan);

    EXPECT_EQ(result.reading.pageClass, PageClass::rejected);
    ASSERT_EQ(result.reading.findings.size(), 1U);
    EXPECT_EQ(result.reading.findings[0].code, "page.overlap");
    EXPECT_THAT(result.reading.findings[0].message, testing::StartsWith("Over dit blad"));
}

TEST_F(APage, WhoseOnlyBoxIsBlackenedIsPlacedByItsFourMarks)
{
    const form::FormTemplate& form = test::forms()[test::formIndex("7116")];
    constexpr std::size_t kPage = 2;
    ASSERT_EQ(form.pages[kPage].fields.size(), 1U);
    ASSERT_EQ(form.pages[kPage].fields[0].options.size(), 1U);
    const cv::Size size(kWidth, kHeight);
    cv::Mat scan = test::scanPage(form, kPage, test::sheetMap(kPixelsPerMm, 0.0, size), size, kDpi).grey;
    const RectMm black = form.pages[kPage].fields[0].options[0].box.grown(0.3);
    cv::rectangle(scan,
                  cv::Rect2d(black.x * kPixelsPerMm, black.y * kPixelsPerMm, black.width * kPixelsPerMm,
                             black.height * kPixelsPerMm),
                  40, cv::FILLED);

    const PageResult result = readGrey(folder, scan);

    ASSERT_EQ(result.reading.pageClass, PageClass::form);
    EXPECT_EQ(result.reading.registration.marks.size(), 4U);
    EXPECT_EQ(result.reading.fields[0].state, reading::FieldState::unsure);
}

TEST_F(APage, WithoutMarksIsReadWhereItsPrintTellsItsPlace)
{
    const reading::PageReading withMarks = readPainted(folder, {}).reading;
    const reading::PageReading without = readPainted(folder, {0, 1, 2, 3}).reading;

    ASSERT_EQ(without.pageClass, PageClass::form);
    EXPECT_TRUE(without.registration.marks.empty());
    EXPECT_GE(without.registration.linesFound, 0.8 * without.registration.linesSought);
    for (const PointMm corner : {PointMm{20, 20}, {190, 20}, {20, 270}, {190, 270}}) {
        const cv::Point2d apart = test::apply(cv::Matx23d(without.registration.mmToPixel.data()), corner) -
                                  test::apply(cv::Matx23d(withMarks.registration.mmToPixel.data()), corner);
        EXPECT_LT(cv::norm(apart) / kPixelsPerMm, 0.3);
    }
}

TEST_F(APage, WithoutMarksAndMostOfItsPrintIsNotRead)
{
    const PageResult result = readPainted(folder, {0, 1, 2, 3}, {15, 20, 180, 200});

    EXPECT_NE(result.reading.pageClass, PageClass::form);
    EXPECT_FALSE(result.reading.registration.isKnown());
}

/// The page on a bed of that size, in a file without resolution whose rows are `uneven` times as high as its
/// columns are wide.
PageResult readWithoutTag(const test::TemporaryFolder& folder, cv::Size size, double uneven,
                          const std::vector<std::size_t>& hidden = {})
{
    const form::FormTemplate& form = test::forms()[test::formIndex("7101")];
    cv::Mat scan = test::scanPage(form, 1, test::sheetMap(kPixelsPerMm, 1.0, size), size, kDpi).grey;
    for (const std::size_t mark : hidden) {
        paint(scan, around(form.pages[1].adjustmentFields[mark]).grown(3.0), // it is turned a little
              {(size.width - kWidth) / 2, (size.height - kHeight) / 2});
    }
    cv::resize(scan, scan, {}, 1.0, 1.0 / uneven, cv::INTER_AREA);
    return readGrey(folder, scan);
}

cv::Point2d middleInFile(const PageResult& result)
{
    return test::apply(cv::Matx23d(result.reading.registration.mmToPixel.data()),
                       {kA4WidthMm / 2, kA4HeightMm / 2});
}

TEST_F(APage, OnALargeBedTellsItsResolutionByItsMarks)
{
    const cv::Size a3(3307, 2339);

    const PageResult result = readWithoutTag(folder, a3, 1.0);

    ASSERT_EQ(result.reading.pageClass, PageClass::form);
    EXPECT_NEAR(result.reading.dpi, kDpi, 2.0);
    EXPECT_LT(cv::norm(middleInFile(result) - cv::Point2d(a3.width / 2.0, a3.height / 2.0)), 1.5);
}

TEST_F(APage, OnALargeBedTellsItsResolutionByTwoMarksThatMakeItAKnownOne)
{
    const cv::Size a3(3307, 2339);

    const PageResult result = readWithoutTag(folder, a3, 1.0, {0, 3});

    ASSERT_EQ(result.reading.pageClass, PageClass::form);
    EXPECT_EQ(result.reading.registration.marks.size(), 2U);
    EXPECT_NEAR(result.reading.dpi, kDpi, 4.0);
    EXPECT_LT(cv::norm(middleInFile(result) - cv::Point2d(a3.width / 2.0, a3.height / 2.0)), 1.5);
}

TEST_F(APage, WithoutMarksKeepsTheResolutionOfItsFile)
{
    EXPECT_NEAR(readPainted(folder, {0, 1, 2, 3}).reading.dpi, kDpi, 0.5);
}

TEST_F(APage, OfUnevenPixelsIsReadAndPlacedInThoseOfTheFile)
{
    const double uneven = 204.0 / 98.0;

    const PageResult result = readWithoutTag(folder, {kWidth, kHeight}, uneven);

    ASSERT_EQ(result.reading.pageClass, PageClass::form);
    EXPECT_NEAR(result.reading.dpi, kDpi, 3.0);
    EXPECT_EQ(result.reading.widthPixels, kWidth);
    EXPECT_NEAR(result.reading.heightPixels, kHeight / uneven, 1.0);
    EXPECT_LT(cv::norm(middleInFile(result) - cv::Point2d(kWidth / 2.0, kHeight / uneven / 2)), 1.5);
}

TEST_F(APage, ThatIsANarrowStripIsAnAttachment)
{
    for (const int narrow : {64, 90}) {
        cv::Mat strip(4000, narrow, CV_8UC1);
        cv::RNG(5).fill(strip, cv::RNG::UNIFORM, 0, 255);
        cv::imwrite(folder / "strook.png", strip);
        PageRunner runner(equipment(),
                          letters::LetterReader(std::make_unique<test::FakeClassifier>('1'),
                                                std::make_unique<test::FakeRecogniser>(), {}, "test"));

        const PageResult result = runner.run(*scan::ScanFile::open(folder / "strook.png"), 0, "strook.png");

        EXPECT_EQ(result.reading.pageClass, PageClass::attachment) << narrow;
    }
}

TEST_F(APage, OnWhichTheEngineThrowsKeepsNothingButItsSourceAndSize)
{
    const PageResult result = readWith(std::make_unique<test::ThrowingClassifier>());

    const reading::PageReading& page = result.reading;
    EXPECT_EQ(page.pageClass, PageClass::failed);
    EXPECT_EQ(page.source.file, "blad.png");
    EXPECT_EQ(page.source.sha256.size(), 64U);
    EXPECT_EQ(page.widthPixels, kWidth);
    EXPECT_EQ(page.heightPixels, kHeight);
    EXPECT_GT(page.dpi, 0.0);
    EXPECT_EQ(page.form + page.edition + page.templateVersion + page.identifiedBy, "");
    EXPECT_EQ(page.number, 0);
    EXPECT_EQ(page.identityConfidence, 0.0);
    EXPECT_FALSE(page.registration.isKnown());
    EXPECT_THAT(page.fields, testing::IsEmpty());
    EXPECT_EQ(result.identified, nullptr);
}

TEST_F(APage, OnWhichTheEngineThrowsHasOneFindingWithTheCause)
{
    const PageResult result = readWith(std::make_unique<test::ThrowingClassifier>());

    ASSERT_EQ(result.reading.findings.size(), 1U);
    EXPECT_EQ(result.reading.findings[0].code, "page.internal-error");
    EXPECT_EQ(result.reading.findings[0].detail, "simulated crash");
    EXPECT_TRUE(result.reading.findings[0].review);
}

TEST_F(APage, ThatFailedIsNotThereForFormsPagesAndAnnexes)
{
    reading::PageReading application;
    application.source = {"blad.png", "", 2};
    application.pageClass = PageClass::form;
    application.form = "6009";
    application.number = 5;
    reading::FieldReading birth;
    birth.fieldId = "6009.1.5";
    birth.value = "1985-03-07";
    birth.state = reading::FieldState::read;
    application.fields = {birth};

    const std::vector<reading::Record> records =
        dossier::assemble({readWith(std::make_unique<test::ThrowingClassifier>()).reading, application},
                          equipment().templates(), equipment().context())
            .records;

    ASSERT_EQ(records.size(), 1U);
    const nlohmann::json written = nlohmann::json::parse(record::toJson(records[0]));
    ASSERT_EQ(written.at("forms").size(), 1U);
    EXPECT_EQ(written.at("forms").at(0).at("form"), "6009");
    const auto& findings = records[0].findings;
    EXPECT_TRUE(std::ranges::any_of(findings, [](const reading::Finding& finding) {
        return finding.code == "dossier.annex.unchecked" && finding.message.find("7101") != std::string::npos;
    }));
}

} // namespace
} // namespace scanstraat::app
