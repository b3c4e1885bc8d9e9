// SPDX-License-Identifier: EUPL-1.2
#include "ident/LayoutPrint.h"

#include "support/PrintedPage.h"

#include <gtest/gtest.h>

namespace scanstraat::ident {
namespace {

cv::Mat inkOf(const page::RegisteredPage& scan)
{
    return PageInk(scan.image()).grid(scan.registration());
}

struct PageOf
{
    std::size_t form;
    std::size_t page;
};

std::vector<PageOf> allPages()
{
    std::vector<PageOf> pages;
    for (std::size_t form = 0; form < test::forms().size(); ++form) {
        for (std::size_t page = 0; page < test::forms()[form].pages.size(); ++page) {
            pages.push_back({form, page});
        }
    }
    return pages;
}

TEST(LayoutPrint, EveryPrintedPageLooksMostLikeItself)
{
    const cv::Size size(1660, 2345);
    const cv::Matx23d map = test::sheetMap(200 / 25.4, 0.4, size);
    for (const auto& [form, page] : allPages()) {
        const form::FormTemplate& printed = test::forms()[form];
        const page::RegisteredPage scan(test::scanPage(printed, page, map, size, 200),
                                        test::registrationOf(map));
        const cv::Mat observed = inkOf(scan);
        const double own = LayoutPrint(printed.pages[page]).similarity(observed);
        double rival = -1.0;
        for (const auto& [otherForm, otherPage] : allPages()) {
            if (otherForm != form || otherPage != page) {
                rival = std::max(rival,
                                 LayoutPrint(test::forms()[otherForm].pages[otherPage]).similarity(observed));
            }
        }
        RecordProperty(printed.id + "-" + std::to_string(printed.pages[page].number), std::to_string(own));
        std::printf("%s page %d: %.2f, next %.2f\n", printed.id.c_str(), printed.pages[page].number, own,
                    rival);

        EXPECT_GT(own, 0.6) << printed.id << " page " << printed.pages[page].number;
        EXPECT_GT(own - rival, 0.15) << printed.id << " page " << printed.pages[page].number;
    }
}

TEST(LayoutPrint, HasLittleForeignInkUnlessAnotherSheetLiesOnIt)
{
    const cv::Size size(1660, 2345);
    const cv::Matx23d map = test::sheetMap(200 / 25.4, 0.0, size);
    const form::FormTemplate& form = test::forms()[test::formIndex("7116")];
    const form::FormTemplate& other = test::forms()[test::formIndex("7101")];
    page::PageImage image = test::scanPage(form, 3, map, size, 200);
    const LayoutPrint layout(form.pages[3]);
    const double alone = layout.foreignInk(inkOf({image, test::registrationOf(map)}));
    const cv::Rect lowerHalf(0, size.height / 2, size.width, size.height / 2);

    test::scanPage(other, 0, map, size, 200).grey(lowerHalf).copyTo(image.grey(lowerHalf));

    EXPECT_LT(alone, 100.0);
    EXPECT_GT(layout.foreignInk(inkOf({image, test::registrationOf(map)})), 450.0);
}

TEST(LayoutPrint, MissesThePrintUnderAnotherSheetButNotWhatLiesOutsideTheScan)
{
    const cv::Size size(1660, 2345);
    const cv::Matx23d map = test::sheetMap(200 / 25.4, 0.0, size);
    const form::FormTemplate& form = test::forms()[test::formIndex("7116")];
    const LayoutPrint layout(form.pages[3]);
    page::PageImage image = test::scanPage(form, 3, map, size, 200);
    const auto missing = [&](const page::PageImage& scan) {
        const PageInk ink(scan);
        return layout.missingPrint(ink.grid(test::registrationOf(map)),
                                   ink.visible(test::registrationOf(map)));
    };

    EXPECT_LT(missing(image), 0.02);
    const int quarter = size.height / 4;
    page::PageImage cropped = image;
    cropped.grey = image.grey.rowRange(0, size.height - quarter).clone();
    EXPECT_LT(missing(cropped), 0.02);
    image.grey.rowRange(0, quarter).setTo(250);
    EXPECT_GT(missing(image), 0.1);
}

/// 7116 page 4 at 200 dpi, everything black from `from` pixels to the right side.
struct BlackPart
{
    cv::Matx23d map = test::sheetMap(200 / 25.4, 0.0, {1660, 2345});
    page::PageImage image = test::scanPage(test::forms()[test::formIndex("7116")], 3, map, {1660, 2345}, 200);

    explicit BlackPart(int from) { image.grey.colRange(from, 1660).setTo(12); }
    [[nodiscard]] reading::Registration way() const { return test::registrationOf(map); }
};

TEST(LayoutPrint, IsNotHiddenByABlackBorder)
{
    const form::FormTemplate& form = test::forms()[test::formIndex("7116")];
    const LayoutPrint layout(form.pages[3]);
    const BlackPart whole(1660);
    const BlackPart border(1660 - 130); // 16 mm

    EXPECT_GT(layout.similarity(PageInk(border.image).grid(border.way())),
              layout.similarity(PageInk(whole.image).grid(whole.way())) - 0.1);
}

TEST(LayoutPrint, ABlackPartIsNeitherInkNorSeen)
{
    const form::FormTemplate& form = test::forms()[test::formIndex("7116")];
    const LayoutPrint layout(form.pages[3]);
    const BlackPart scan(1000);
    const PageInk ink(scan.image);
    const cv::Mat visible = ink.visible(scan.way());

    EXPECT_LT(layout.foreignInk(ink.grid(scan.way())), 100.0);
    EXPECT_LT(layout.missingPrint(ink.grid(scan.way()), visible), 0.02);
    EXPECT_EQ(visible.at<uchar>(75, 20), 255);
    EXPECT_EQ(visible.at<uchar>(75, 90), 0);
}

TEST(LayoutPrint, UpsideDownIsAnotherPage)
{
    const cv::Size size(1660, 2345);
    const cv::Matx23d map = test::sheetMap(200 / 25.4, 0.0, size);
    const cv::Matx23d turned = test::sheetMap(200 / 25.4, 180.0, size);
    const form::FormTemplate& form = test::forms()[test::formIndex("7101")];
    const page::PageImage image = test::scanPage(form, 0, map, size, 200);
    const LayoutPrint layout(form.pages[0]);

    const double upright = layout.similarity(inkOf({image, test::registrationOf(map)}));
    const double upsideDown = layout.similarity(inkOf({image, test::registrationOf(turned)}));

    EXPECT_GT(upright, upsideDown + 0.3);
}

TEST(LayoutPrint, ABlankSheetIsLikeNoPage)
{
    const cv::Size size(1660, 2345);
    const page::PageImage blank{cv::Mat(size, CV_8UC1, cv::Scalar(250)), Dpi{200}, false, {1, 1}};
    const cv::Mat observed = inkOf({blank, test::registrationOf(test::sheetMap(200 / 25.4, 0.0, size))});

    for (const auto& [form, page] : allPages()) {
        EXPECT_LT(LayoutPrint(test::forms()[form].pages[page]).similarity(observed), 0.2);
    }
}

} // namespace
} // namespace scanstraat::ident
