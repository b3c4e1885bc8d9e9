// SPDX-License-Identifier: EUPL-1.2
#include "align/SecondSheet.h"

#include "page/SheetMap.h"
#include "support/DrawnSheet.h"

#include <gtest/gtest.h>

namespace scanstraat::align {
namespace {

const cv::Size kA4At300(2480, 3508);
constexpr double kPixelsPerMm = 300 / 25.4;

/// A sheet with the first `own` of its marks, and what else lies on it.
class Scan
{
public:
    explicit Scan(std::size_t own = 2) : map_(test::sheetMap(kPixelsPerMm, 0.7, kA4At300))
    {
        auto marks = test::cornerMarks();
        layout_.adjustmentFields = marks;
        marks.resize(own);
        grey_ = test::scanSheet(test::drawSheet(marks), test::kFinePixelsPerMm, map_, kA4At300);
    }

    /// A second sheet, `shift` away on the first and turned against it, covers what it lies on.
    void cover(PointMm shift, double degrees, double scale = 1.0)
    {
        cv::Matx23d over = test::sheetMap(kPixelsPerMm * scale, degrees, kA4At300);
        over(0, 2) += shift.x * kPixelsPerMm;
        over(1, 2) += shift.y * kPixelsPerMm;
        const cv::Mat sheet =
            test::scanSheet(test::drawSheet(test::cornerMarks()), test::kFinePixelsPerMm, over, kA4At300);
        const cv::Mat around = test::scanSheet(cv::Mat(5940, 4200, CV_8UC1, cv::Scalar(0)),
                                               test::kFinePixelsPerMm, over, kA4At300);
        sheet.copyTo(grey_, around < 128);
    }

    void blacken(PointMm corner, double sizeMm)
    {
        const cv::Point2d from = test::apply(map_, corner);
        const double side = sizeMm * kPixelsPerMm;
        cv::rectangle(grey_, cv::Rect2d(from.x, from.y, side, side), cv::Scalar(40), cv::FILLED);
    }

    /// A box that is printed there, blackened a little beside its middle.
    void blackenBox(PointMm corner, double sizeMm)
    {
        form::Field field;
        field.writing = form::Writing::checkboxes;
        field.options.push_back({"box", "", {corner.x, corner.y, sizeMm, sizeMm}});
        layout_.fields.push_back(field);
        blacken({corner.x + 0.4, corner.y - 0.4}, sizeMm);
    }

    [[nodiscard]] bool showsSecondSheet() const
    {
        const page::RegisteredPage page({grey_, Dpi{300}, false, {1, 1}}, page::registrationOf(map_));
        const auto marks = marksOf(test::cornerMarks());
        return align::showsSecondSheet(MarkFinder(page.image()), marks, page, layout_);
    }

private:
    cv::Matx23d map_;
    cv::Mat grey_;
    form::Page layout_;
};

TEST(SecondSheet, IsSeenWhereItLiesOverTheLowerFifth)
{
    Scan scan;
    scan.cover({4, 237}, -1.8);

    EXPECT_TRUE(scan.showsSecondSheet());
}

TEST(SecondSheet, IsSeenWhereItLiesOverOneSide)
{
    Scan scan;
    scan.cover({150, 4}, 2.0);

    EXPECT_TRUE(scan.showsSecondSheet());
}

TEST(SecondSheet, IsSeenUpsideDown)
{
    Scan scan;
    scan.cover({0, -250}, 181.0);

    EXPECT_TRUE(scan.showsSecondSheet());
}

TEST(SecondSheet, IsNotThePageItself)
{
    EXPECT_FALSE(Scan(4).showsSecondSheet());
    EXPECT_FALSE(Scan(2).showsSecondSheet());
}

TEST(SecondSheet, IsNotMadeOfBlackenedBoxes)
{
    Scan scan;
    for (int row = 0; row < 5; ++row) {
        for (int column = 0; column < 4; ++column) {
            scan.blacken({20.0 + 48.0 * column, 40.0 + 50.0 * row}, 4.0);
            scan.blacken({26.0 + 48.0 * column, 60.0 + 50.0 * row}, 5.0);
        }
    }

    EXPECT_FALSE(scan.showsSecondSheet());
}

TEST(SecondSheet, IsNotMadeOfBoxesAsFarApartAsMarks)
{
    Scan boxes;
    Scan strangers;
    for (const double x : {12.0, 202.0}) {
        boxes.blackenBox({x, 120.0}, 5.0);
        strangers.blacken({x, 120.0}, 5.0);
    }

    EXPECT_FALSE(boxes.showsSecondSheet());
    EXPECT_TRUE(strangers.showsSecondSheet()) << "where no box is";
}

TEST(SecondSheet, OfAnotherScaleIsNone)
{
    Scan scan;
    scan.cover({4, 237}, 0.0, 0.9);

    EXPECT_FALSE(scan.showsSecondSheet());
}

} // namespace
} // namespace scanstraat::align
