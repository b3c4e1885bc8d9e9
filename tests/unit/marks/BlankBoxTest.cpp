// SPDX-License-Identifier: EUPL-1.2
#include "marks/BlankBox.h"

#include "TestPage.h"

#include <gtest/gtest.h>

namespace scanstraat::marks {
namespace {

/// The page with its frames just where they are drawn, and with its labels.
form::Page layoutOf(const TestPage& page)
{
    form::Page layout = page.layout();
    for (form::Option& option : layout.fields[0].options) {
        option.box = option.box.grown(page.field.frameMm / 2); // TestPage draws lines along the box's edge
    }
    for (const form::Option& option : page.field.options) {
        layout.texts.push_back(
            {{option.box.right() + 2.0, option.box.bottom() - 0.6}, 9.0, false, "Nederlands", 20.0, false});
    }
    return layout;
}

bool isFirstBlank(const TestPage& page, const form::Page& layout)
{
    return isBlank(cutBoxes(page.scanned(2.0, 0.15), ExpectedPrint(layout), layout.fields[0]).at(0));
}

TEST(BlankBox, IsOneWithNothingButItsPrint)
{
    const TestPage page(2);

    EXPECT_TRUE(isFirstBlank(page, layoutOf(page)));
}

TEST(BlankBox, IsNotOneWithAnythingElse)
{
    TestPage faint(1);
    faint.cross(0, 0.4, 215);
    TestPage beside(1);
    beside.line({7.5, 8.0}, {8.5, 12.0}, 0.4, 120);
    TestPage dot(1);
    cv::circle(dot.grey, {TestPage::pixel(12), TestPage::pixel(10)}, TestPage::pixel(0.2), cv::Scalar(60),
               cv::FILLED);

    for (const TestPage& page : {faint, beside, dot}) {
        EXPECT_FALSE(isFirstBlank(page, layoutOf(page)));
    }
}

TEST(BlankBox, IsNotOneBesideALabelThatTheTemplateDoesNotKnow)
{
    const TestPage page(1);
    form::Page layout = layoutOf(page);
    layout.texts.clear();

    EXPECT_FALSE(isFirstBlank(page, layout));
}

} // namespace
} // namespace scanstraat::marks
