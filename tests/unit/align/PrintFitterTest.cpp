// SPDX-License-Identifier: EUPL-1.2
#include "align/PrintFitter.h"

#include "DrawnPage.h"
#include "page/SheetMap.h"

#include <gtest/gtest.h>

namespace scanstraat::align {
namespace {

const std::vector<PointMm> kThree{{10, 10}, {200, 10}, {200, 287}};
const std::vector<PointMm> kTop{{10, 10}, {200, 10}};
const std::vector<PointMm> kDiagonal{{10, 10}, {200, 287}};
constexpr PointMm kTopMiddle{105, 10};

reading::Registration startAt(const cv::Matx23d& map, std::vector<PointMm> marks)
{
    reading::Registration start = page::registrationOf(map);
    start.marks = std::move(marks);
    return start;
}

/// A drawn page as scanned, with something written on it.
test::Scan scanned(const form::Page& page)
{
    cv::Mat sheet = test::drawPage(page);
    test::writeOver(sheet, page);
    return test::scan(sheet);
}

const test::Scan& scannedFields()
{
    static const test::Scan scan = scanned(test::pageWithFields());
    return scan;
}

/// Largest distance in mm between the true map and the found one at the middles of the fields.
double worstErrorMm(const form::Page& page, const test::Scan& scan, const reading::Registration& found)
{
    double worst = 0.0;
    for (const form::Field& field : page.fields) {
        const PointMm at = field.box.centre();
        const cv::Point2d off =
            test::apply(scan.truth, at) - test::apply(cv::Matx23d(found.mmToPixel.data()), at);
        worst = std::max(worst, cv::norm(off) / scan.image.dpi.pixelsPerMm());
    }
    return worst;
}

struct Start
{
    std::vector<PointMm> marks;
    test::Wrong wrong;
};

class EveryStart : public testing::TestWithParam<Start>
{
};

TEST_P(EveryStart, IsPutOnThePrintedLines)
{
    const form::Page page = test::pageWithFields();
    const test::Scan& scan = scannedFields();
    const auto start = startAt(test::wrongMap(scan.truth, GetParam().wrong), GetParam().marks);

    const auto found = PrintFitter(page).fit(scan.image, start);

    EXPECT_LT(worstErrorMm(page, scan, found), 0.1);
    EXPECT_LT(worstErrorMm(page, scan, found), 3 * found.uncertaintyMm);
    EXPECT_LT(found.lineResidualMm, 0.1);
    EXPECT_TRUE(isTrusted(found, true));
}

INSTANTIATE_TEST_SUITE_P(ThreeMarks, EveryStart,
                         testing::Values(Start{kThree, {}}, Start{kThree, {{0.7, -0.7}}},
                                         Start{kThree, {{-1.0, 0.0}}}, Start{kThree, {{0.0, 1.0}}},
                                         Start{kThree, {{0.0, -1.4}}}));

/// Right at both marks, up to 2.5 mm off on the other side of the sheet.
INSTANTIATE_TEST_SUITE_P(TwoMarks, EveryStart,
                         testing::Values(Start{kTop, {}}, Start{kTop, {{}, 0.0, 0.004, 0.2, kTopMiddle}},
                                         Start{kTop, {{}, 0.0, -0.004, -0.2, kTopMiddle}},
                                         Start{kTop, {{}, 0.0, 0.008, 0.0, kTopMiddle}},
                                         Start{kDiagonal, {{}, 0.004, -0.004, 0.0}},
                                         Start{kDiagonal, {{}, -0.004, 0.004, 0.0}}));

INSTANTIATE_TEST_SUITE_P(NoMarks, EveryStart,
                         testing::Values(Start{{}, {{3.0, 0.0}}}, Start{{}, {{-3.0, 0.0}}},
                                         Start{{}, {{0.0, 3.0}}}, Start{{}, {{0.0, -3.0}}},
                                         Start{{}, {{-2.1, 2.1}}},
                                         Start{{}, {{-1.7, -1.4}, 0.005, -0.004, 0.3}}));

class EveryNumberOfMarks : public testing::TestWithParam<std::vector<PointMm>>
{
};

TEST_P(EveryNumberOfMarks, LeavesLinesThatAreElsewhereUntrusted)
{
    const test::Scan another = scanned(test::anotherPage());
    cv::RNG random(4);
    for (int i = 0; i < 40; ++i) {
        const PointMm shift{random.uniform(-3.0, 3.0), random.uniform(-3.0, 3.0)};
        const auto start = startAt(test::wrongMap(another.truth, {shift}), GetParam());

        const auto found = PrintFitter(test::pageWithFields()).fit(another.image, start);

        EXPECT_FALSE(isTrusted(found, true)) << shift.x << " " << shift.y;
    }
}

TEST_P(EveryNumberOfMarks, DoesNotShiftACombByOneCell)
{
    form::Page page;
    page.fields = {test::comb({60, 100}, 20), test::comb({60, 190}, 16)};
    const test::Scan scan = scanned(page);
    for (const double x : {-1.4, 1.4}) {
        const test::Wrong wrong =
            GetParam().size() == 2 ? test::Wrong{{}, 0.0, 0.005, 0.1 * x, kTopMiddle} : test::Wrong{{x, 0.0}};

        const auto found =
            PrintFitter(page).fit(scan.image, startAt(test::wrongMap(scan.truth, wrong), GetParam()));

        EXPECT_LT(worstErrorMm(page, scan, found), 0.5); // a cell has 5 mm
        EXPECT_TRUE(isTrusted(found, true));
    }
}

TEST_P(EveryNumberOfMarks, LeavesABlankSheetUntrusted)
{
    const test::Scan blank = test::scan(test::drawSheet({}));

    const auto found = PrintFitter(test::pageWithFields()).fit(blank.image, startAt(blank.truth, GetParam()));

    EXPECT_EQ(found.linesFound, 0);
    EXPECT_FALSE(isTrusted(found, true));
}

INSTANTIATE_TEST_SUITE_P(PrintFitter, EveryNumberOfMarks,
                         testing::Values(std::vector<PointMm>{}, kTop, kDiagonal, kThree));

TEST(PrintFitter, PutsRightOrDoesNotTrustAMapThatIsFarOff)
{
    const form::Page page = test::pageWithFields();
    const PrintFitter fitter(page);
    cv::RNG random(6);
    for (int i = 0; i < 60; ++i) {
        const test::Wrong wrong{{random.uniform(-12.0, 12.0), random.uniform(-12.0, 12.0)},
                                random.uniform(-0.03, 0.03),
                                random.uniform(-0.03, 0.03),
                                random.uniform(-2.0, 2.0)};

        const auto found =
            fitter.fit(scannedFields().image, startAt(test::wrongMap(scannedFields().truth, wrong), {}));

        EXPECT_TRUE(!isTrusted(found, true) || worstErrorMm(page, scannedFields(), found) < 0.1) << i;
    }
}

/// Those of the other direction are more than the share of the page's lines that two marks need.
TEST(PrintFitter, IsUnsureWhereTheLinesOfOneDirectionAreMissing)
{
    form::Page page;
    for (int row = 0; row < 12; ++row) {
        page.printedLines.push_back({{30, 30.0 + 19.0 * row}, {180, 30.0 + 19.0 * row}, test::kFrameMm});
    }
    const test::Scan scan = scanned(page);
    for (int column = 0; column < 4; ++column) { // of the template alone
        page.printedLines.push_back({{30.0 + 50 * column, 30}, {30.0 + 50 * column, 239}, test::kFrameMm});
    }
    page.fields = {form::Field{}};
    page.fields[0].box = {30, 30, 150, 209};

    const auto found = PrintFitter(page).fit(scan.image, startAt(scan.truth, kTop));

    EXPECT_GT(found.linesFound, 0.6 * found.linesSought);
    EXPECT_GT(found.uncertaintyMm, 0.5);
}

TEST(PrintFitter, IsLessSureAwayFromTheLines)
{
    form::Page near;
    near.fields = {test::choice({60, 40}, 3)};
    form::Page far = near;
    far.fields.push_back(test::comb({100, 250}, 8));
    far.fields[1].frameMm = 0.0; // nothing printed there
    const test::Scan scan = scanned(near);

    const auto sure = PrintFitter(near).fit(scan.image, startAt(scan.truth, kTop));
    const auto unsure = PrintFitter(far).fit(scan.image, startAt(scan.truth, kTop));

    EXPECT_TRUE(isTrusted(sure, true));
    EXPECT_GT(unsure.uncertaintyMm, 3 * sure.uncertaintyMm);
    EXPECT_FALSE(isTrusted(unsure, true));
}

TEST(PrintFitter, KeepsTheMapOfAPageThatPrintsNoLines)
{
    form::Page page;
    page.texts.push_back({{30, 50}, 9.0, false, "Alleen tekst", 20.0, false});
    const auto start = startAt(test::wrongMap(scannedFields().truth, {{0.5, 0.5}}), kThree);

    const auto found = PrintFitter(page).fit(scannedFields().image, start);

    EXPECT_EQ(found.mmToPixel, start.mmToPixel);
    EXPECT_EQ(found.linesSought, 0);
    EXPECT_EQ(found.linesFound, 0);
}

TEST(PrintFitter, SaysHowTheSheetLiesAfterTheCorrection)
{
    const test::Wrong wrong{{}, 0.0, 0.004, 0.2, kTopMiddle};
    const auto start = startAt(test::wrongMap(scannedFields().truth, wrong), kTop);

    const auto found = PrintFitter(test::pageWithFields()).fit(scannedFields().image, start);

    EXPECT_EQ(found.orientation, 0);
    EXPECT_NEAR(found.skewDegrees, test::ScanLook{}.degrees, 0.03);
    EXPECT_NEAR(found.scaleY, 1.0, 0.0005);
    EXPECT_EQ(found.marks, start.marks);
}

} // namespace
} // namespace scanstraat::align
