// SPDX-License-Identifier: EUPL-1.2
//
// Drafts of the blank forms of templates/, made without their templates, against these: printed as a PDF,
// and scanned at 300 and 200 dpi with a tilt of 0.3 degrees.
#include "base/Units.h"
#include "draft/AnswerPlaces.h"
#include "draft/DraftMaker.h"
#include "form/TemplateLoader.h"
#include "print/FormPrinter.h"

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>
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

/// Boxes of choices and cells of combs, each by itself: many cells would hide few boxes.
struct Scores
{
    Score boxes;
    Score cells;
};

std::vector<RectMm> boxesOf(const form::Page& page)
{
    std::vector<RectMm> boxes;
    for (const form::Field& field : page.fields) {
        std::ranges::transform(field.options, std::back_inserter(boxes), &form::Option::box);
    }
    return boxes;
}

std::vector<RectMm> cellsOf(const form::Page& page)
{
    std::vector<RectMm> cells;
    for (const form::Field& field : page.fields) {
        cells.insert(cells.end(), field.cells.begin(), field.cells.end());
    }
    return cells;
}

/// Makes a draft of a file of one page, and removes the file.
void judge(const form::Page& page, const fs::path& file, Scores& scores, const std::string& name)
{
    const Draft draft = makeDraft(file, {});
    fs::remove(file);
    const form::Page& drafted = draft.form.pages.front();
    count(boxesOf(page), boxesOf(drafted), scores.boxes, name);
    count(cellsOf(page), cellsOf(drafted), scores.cells, name);
}

void expectGood(const Score& score, const std::string& name)
{
    std::cout << name << ": " << score.found << " of " << score.wanted << " found within " << kToleranceMm
              << " mm (worst of these " << score.worstMm << "), " << score.wrong << " of " << score.reported
              << " reported are false\n";
    ASSERT_GT(score.wanted, 20);
    EXPECT_GE(score.found, kLeastFound * score.wanted);
    EXPECT_LE(score.wrong, kMostFalse * score.reported);
}

void expectGood(const Scores& scores, const std::string& name)
{
    expectGood(scores.boxes, name + ", boxes");
    expectGood(scores.cells, name + ", cells");
}

/// The page as a flatbed scanner gives it.
cv::Mat scanned(const form::FormTemplate& form, std::size_t page, double dpi)
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
    return tilted;
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

/// One page of a form, as a form of its own.
struct OnePage
{
    form::FormTemplate form;
    std::string name;

    [[nodiscard]] const form::Page& page() const { return form.pages.front(); }
};

/// Pages with boxes or cells, and from every form one without; at most `most`, or all of them where
/// DRAFT_TEST_ALL is set. `first` makes tests look at different ones.
std::vector<OnePage> chosenPages(std::size_t first, std::size_t most)
{
    std::vector<OnePage> all;
    for (const form::FormTemplate& form : ownForms()) {
        bool hasText = false;
        for (const form::Page& page : form.pages) {
            if (hasBoxes(page) || !hasText) {
                form::FormTemplate one = form;
                one.pages = {page};
                all.push_back({one, form.id + " page " + std::to_string(page.number)});
            }
            hasText = hasText || !hasBoxes(page);
        }
    }
    const std::size_t step = std::getenv("DRAFT_TEST_ALL") != nullptr ? 1 : all.size() / most + 1;
    std::vector<OnePage> chosen;
    for (std::size_t i = step == 1 ? 0 : first % step; i < all.size(); i += step) {
        chosen.push_back(all[i]);
    }
    return chosen;
}

void judgeScans(double dpi, std::size_t first)
{
    constexpr std::size_t kMost = 8; // reading the text of one takes seconds
    const fs::path png = fs::path(testing::TempDir()) / "draft-of-own-form.png";
    Scores scores;
    for (const OnePage& one : chosenPages(first, kMost)) {
        cv::imwrite(png, scanned(one.form, 0, dpi)); // without resolution: taken for A4, which it is
        judge(one.page(), png, scores, one.name);
    }
    expectGood(scores, std::to_string(static_cast<int>(dpi)) + " dpi, tilted");
}

} // namespace

TEST(DraftOfOwnForms, FindsBoxesAndCellsOnPrintedPdf)
{
    constexpr std::size_t kMost = 20;
    const fs::path pdf = fs::path(testing::TempDir()) / "draft-of-own-form.pdf";
    Scores scores;
    for (const OnePage& one : chosenPages(0, kMost)) {
        print::printForm(one.form, pdf);
        judge(one.page(), pdf, scores, one.name);
    }
    expectGood(scores, "PDF");
}

TEST(DraftOfOwnForms, FindsBoxesAndCellsOnTiltedScanOf300Dpi)
{
    judgeScans(300.0, 1);
}

TEST(DraftOfOwnForms, FindsBoxesAndCellsOnTiltedScanOf200Dpi)
{
    judgeScans(200.0, 2);
}

} // namespace scanstraat::draft
