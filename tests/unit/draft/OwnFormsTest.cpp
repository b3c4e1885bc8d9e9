// SPDX-License-Identifier: EUPL-1.2
//
// What is found on the blank forms of templates/ without their templates, against these: printed as a PDF,
// and scanned at 300 and 200 dpi with a tilt of 0.3 degrees.
#include "draft/AnswerPlaces.h"
#include "draft/PageSearch.h"
#include "draft/SheetLoader.h"
#include "form/TemplateLoader.h"
#include "print/FormPrinter.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace scanstraat::draft {

namespace {

namespace fs = std::filesystem;

constexpr double kToleranceMm = 0.3;
constexpr double kLeastFound = 0.98;
constexpr double kMostFalse = 0.02;

struct Score
{
    int wanted = 0;
    int found = 0;
    int reported = 0;
    int wrong = 0;
    double worstMm = 0.0;
};

double worstEdge(const RectMm& a, const RectMm& b)
{
    return std::max({std::abs(a.x - b.x), std::abs(a.y - b.y), std::abs(a.right() - b.right()),
                     std::abs(a.bottom() - b.bottom())});
}

void count(const std::vector<RectMm>& wanted, const std::vector<RectMm>& reported, Score& score,
           const std::string& name)
{
    const bool isLoud = std::getenv("DRAFT_TEST_LOUD") != nullptr;
    const auto nearest = [](const RectMm& one, const std::vector<RectMm>& others) {
        double best = 1e9;
        for (const RectMm& other : others) {
            best = std::min(best, worstEdge(one, other));
        }
        return best;
    };
    for (const RectMm& box : wanted) {
        const double away = nearest(box, reported);
        ++score.wanted;
        score.found += away <= kToleranceMm ? 1 : 0;
        score.worstMm = away <= kToleranceMm ? std::max(score.worstMm, away) : score.worstMm;
        if (isLoud && away > kToleranceMm) {
            std::cout << name << ": lacks " << placeText("box", box) << ", nearest off by " << away << '\n';
        }
    }
    for (const RectMm& box : reported) {
        ++score.reported;
        score.wrong += nearest(box, wanted) > kToleranceMm ? 1 : 0;
        if (isLoud && nearest(box, wanted) > kToleranceMm) {
            std::cout << name << ": invents " << placeText("box", box) << '\n';
        }
    }
}

void judge(const form::Page& page, const Sheet& sheet, Score& score, const std::string& name)
{
    std::vector<RectMm> wanted;
    for (const form::Field& field : page.fields) {
        wanted.insert(wanted.end(), field.cells.begin(), field.cells.end());
        std::ranges::transform(field.options, std::back_inserter(wanted), &form::Option::box);
    }
    const AnswerPlaces places = sortPlaces(searchPage(sheet));
    std::vector<RectMm> reported;
    std::ranges::transform(places.checkboxes, std::back_inserter(reported), &Checkbox::outer);
    for (const Comb& comb : places.combs) {
        reported.insert(reported.end(), comb.cells.begin(), comb.cells.end());
    }
    count(wanted, reported, score, name);
}

void expectGood(const Score& score, const std::string& name)
{
    std::cout << name << ": " << score.found << " of " << score.wanted << " boxes and cells found within "
              << kToleranceMm << " mm (worst of these " << score.worstMm << "), " << score.wrong << " of "
              << score.reported << " reported are false\n";
    ASSERT_GT(score.wanted, 100);
    EXPECT_GE(score.found, kLeastFound * score.wanted);
    EXPECT_LE(score.wrong, kMostFalse * score.reported);
}

/// The page as a flatbed scanner gives it.
page::PageImage scanned(const form::FormTemplate& form, std::size_t page, double dpi)
{
    constexpr double kTilt = 0.3;
    const Dpi resolution{dpi};
    const cv::Mat grey = print::renderPage(form, page, resolution.pixelsPerMm());
    const cv::Point2f middle(static_cast<float>(grey.cols - 1) / 2, static_cast<float>(grey.rows - 1) / 2);
    const cv::Mat turn = cv::getRotationMatrix2D(middle, -kTilt, 1.0);
    cv::Mat tilted;
    cv::warpAffine(grey, tilted, turn, grey.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, 255);
    cv::GaussianBlur(tilted, tilted, {}, 0.5);
    cv::Mat noise(tilted.size(), CV_16S);
    cv::RNG random(7);
    random.fill(noise, cv::RNG::NORMAL, 0, 3);
    cv::add(tilted, noise, tilted, cv::noArray(), CV_8U);
    return {tilted, resolution};
}

std::vector<form::FormTemplate> ownForms()
{
    const char* elsewhere = std::getenv("DRAFT_TEST_TEMPLATES");
    return form::loadTemplates(elsewhere != nullptr ? fs::path(elsewhere)
                                                    : fs::path(SCANSTRAAT_SOURCE_DIR) / "templates");
}

bool hasBoxes(const form::Page& page)
{
    return std::ranges::any_of(
        page.fields, [](const form::Field& field) { return !field.cells.empty() || !field.options.empty(); });
}

/// Every second page that has boxes or cells, from index `first`: all of them take too long.
void judgeScans(double dpi, std::size_t first)
{
    Score score;
    for (const form::FormTemplate& form : ownForms()) {
        for (std::size_t i = first; i < form.pages.size(); i += 2) {
            if (hasBoxes(form.pages[i])) {
                const LoadedPage loaded = toSheet(scanned(form, i, dpi), 1);
                ASSERT_TRUE(loaded.sheet) << loaded.note;
                judge(form.pages[i], *loaded.sheet, score,
                      form.id + " page " + std::to_string(form.pages[i].number));
            }
        }
    }
    expectGood(score, std::to_string(static_cast<int>(dpi)) + " dpi, tilted");
}

} // namespace

TEST(DraftOfOwnForms, FindsBoxesAndCellsOnPrintedPdf)
{
    Score score;
    for (const form::FormTemplate& form : ownForms()) {
        const fs::path pdf = fs::path(testing::TempDir()) / ("draft-" + form.id + ".pdf");
        print::printForm(form, pdf);
        const BlankFile blank(pdf);
        ASSERT_EQ(blank.pageCount(), static_cast<int>(form.pages.size()));
        for (int i = 0; i < blank.pageCount(); ++i) {
            const form::Page& page = form.pages[static_cast<std::size_t>(i)];
            if (!hasBoxes(page) && i > 1) {
                continue; // two pages of text a form are enough to see that nothing is invented
            }
            const LoadedPage loaded = blank.load(i);
            ASSERT_TRUE(loaded.sheet) << loaded.note;
            judge(page, *loaded.sheet, score, form.id + " page " + std::to_string(page.number));
        }
        fs::remove(pdf);
    }
    expectGood(score, "PDF");
}

TEST(DraftOfOwnForms, FindsBoxesAndCellsOnTiltedScanOf300Dpi)
{
    judgeScans(300.0, 1);
}

TEST(DraftOfOwnForms, FindsBoxesAndCellsOnTiltedScanOf200Dpi)
{
    judgeScans(200.0, 0);
}

} // namespace scanstraat::draft
