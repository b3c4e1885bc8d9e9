// SPDX-License-Identifier: EUPL-1.2
#include "ident/LayoutSearch.h"

#include "support/PrintedPage.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scanstraat::ident {
namespace {

constexpr double kDpi = 200;
constexpr double kPixelsPerMm = kDpi / 25.4;
const cv::Size kA4(1654, 2339);

struct Layouts
{
    std::vector<LayoutPrint> prints;
    std::vector<const LayoutPrint*> pointers;
};

const LayoutSearch& search()
{
    static const Layouts layouts = [] {
        Layouts all;
        for (const form::FormTemplate& form : test::forms()) {
            for (const form::Page& page : form.pages) {
                all.prints.emplace_back(page);
            }
        }
        for (const LayoutPrint& print : all.prints) {
            all.pointers.push_back(&print);
        }
        return all;
    }();
    static const LayoutSearch instance(layouts.pointers);
    return instance;
}

/// A blank page without its adjustment fields.
page::PageImage withoutMarks(const std::string& id, std::size_t number, const cv::Matx23d& map, cv::Size size)
{
    form::FormTemplate form = test::forms()[test::formIndex(id)];
    form.pages[number].adjustmentFields.clear();
    return test::scanPage(form, number, map, size, kDpi);
}

/// Largest distance of a way from the true map on a sheet, in mm.
double errorMm(const reading::Registration& way, const cv::Matx23d& map)
{
    double worst = 0.0;
    for (const PointMm corner : {PointMm{20, 20}, {190, 20}, {20, 277}, {190, 277}}) {
        const cv::Point2d apart =
            test::apply(cv::Matx23d(way.mmToPixel.data()), corner) - test::apply(map, corner);
        worst = std::max(worst, cv::norm(apart) / kPixelsPerMm);
    }
    return worst;
}

struct Lie
{
    double degrees;
    double scale;
    cv::Size size;
};

class EveryLie : public testing::TestWithParam<Lie>
{
};

TEST_P(EveryLie, IsFoundByPrintAlone)
{
    const auto& [degrees, scale, size] = GetParam();
    const cv::Matx23d map = test::sheetMap(kPixelsPerMm * scale, degrees, size);

    const auto ways = search().find(PageInk(withoutMarks("7112", 1, map, size)));

    ASSERT_FALSE(ways.empty());
    EXPECT_LT(errorMm(ways.front(), map), 1.5);
    EXPECT_TRUE(ways.front().marks.empty());
}

INSTANTIATE_TEST_SUITE_P(LayoutSearch, EveryLie,
                         testing::Values(Lie{0.0, 1.0, kA4}, Lie{1.2, 0.92, kA4}, Lie{-0.8, 1.05, kA4},
                                         Lie{90.5, 1.0, {2339, 1654}}, Lie{179.6, 0.97, kA4},
                                         Lie{-90.4, 1.0, {2339, 1654}}, Lie{9.8, 0.95, {2100, 2700}},
                                         Lie{-9.8, 1.0, {2100, 2700}}, Lie{183.0, 1.0, {2339, 3307}}));

/// A few lines of text and no frame: too little to find a sheet by. Such a page is known by its marks, and
/// nothing is read on it.
bool isNearlyBare(const form::Page& page)
{
    constexpr double kLittleTextMm = 800.0;
    double text = 0.0;
    for (const form::PrintedText& run : page.texts) {
        text += run.widthMm;
    }
    return page.fields.empty() && text < kLittleTextMm;
}

TEST(LayoutSearch, FindsEveryPageOfEveryForm)
{
    int bare = 0;
    const cv::Matx23d map = test::sheetMap(kPixelsPerMm, 0.6, kA4);
    for (const form::FormTemplate& form : test::forms()) {
        for (std::size_t page = 0; page < form.pages.size(); ++page) {
            if (isNearlyBare(form.pages[page])) {
                ++bare;
                continue;
            }
            const auto ways = search().find(PageInk(withoutMarks(form.id, page, map, kA4)));

            ASSERT_FALSE(ways.empty()) << form.id << " page " << form.pages[page].number;
            EXPECT_LT(errorMm(ways.front(), map), 2.8) << form.id << " page " << form.pages[page].number;
        }
    }
    EXPECT_LE(bare, 2);
}

TEST(LayoutSearch, FindsAPageUnderStamps)
{
    const cv::Matx23d map = test::sheetMap(kPixelsPerMm, 0.6, kA4);
    page::PageImage image = withoutMarks("7112", 3, map, kA4);
    for (const cv::Point at : {cv::Point(100, 100), {1540, 100}, {100, 2240}, {1540, 2240}}) {
        cv::circle(image.grey, at, 90, cv::Scalar(20), cv::FILLED);
    }

    const auto ways = search().find(PageInk(image));

    ASSERT_FALSE(ways.empty());
    EXPECT_LT(errorMm(ways.front(), map), 2.0);
}

TEST(LayoutSearch, FindsNothingOnASlipOfHalfAPage)
{
    const cv::Matx23d map = test::sheetMap(kPixelsPerMm, 0.0, kA4);
    page::PageImage image = withoutMarks("7112", 1, map, kA4);
    image.grey = image.grey.rowRange(0, kA4.height / 2).clone();

    EXPECT_TRUE(search().find(PageInk(image)).empty());
}

TEST(LayoutSearch, FindsNothingOnABlankSheetOrInNoise)
{
    cv::Mat noise(kA4, CV_8UC1);
    cv::RNG random(7);
    random.fill(noise, cv::RNG::UNIFORM, 0, 255);

    EXPECT_TRUE(search().find(PageInk({cv::Mat(kA4, CV_8UC1, cv::Scalar(250)), Dpi{kDpi}})).empty());
    EXPECT_TRUE(search().find(PageInk({noise, Dpi{kDpi}})).empty());
}

} // namespace
} // namespace scanstraat::ident
