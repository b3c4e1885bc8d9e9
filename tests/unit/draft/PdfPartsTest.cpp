// SPDX-License-Identifier: EUPL-1.2
#include "draft/AcroForm.h"
#include "draft/PageNumbers.h"
#include "draft/PdfText.h"
#include "draft/WidgetMatch.h"

#include <gtest/gtest.h>

namespace scanstraat::draft {

namespace {

constexpr const char* kJson = R"({"version":2,
 "pages":[{"object":"3 0 R","pageposfrom1":1}],
 "acroform":{"fields":[
  {"fullname":"naam","alternativename":"Uw naam","istext":true,"fieldflags":0,"fieldtype":"/Tx",
   "annotation":{"object":"6 0 R"},"pageposfrom1":1},
  {"fullname":"pc","alternativename":"pc","istext":true,"fieldflags":16777216,"fieldtype":"/Tx",
   "annotation":{"object":"7 0 R"},"pageposfrom1":1},
  {"fullname":"knop","istext":false,"fieldflags":65536,"fieldtype":"/Btn",
   "annotation":{"object":"6 0 R"},"pageposfrom1":1}]},
 "qpdf":[{},{"obj:2 0 R":{"value":{"/MediaBox":[0,0,595.28,841.89]}},
  "obj:3 0 R":{"value":{"/Parent":"2 0 R"}},
  "obj:6 0 R":{"value":{"/Rect":[72,700,172,720]}},
  "obj:7 0 R":{"value":{"/Rect":[72,600,172,620],"/MaxLen":6}}}]})";

} // namespace

TEST(AcroForm, FieldsHaveNamesTooltipsAndPlacesOnTheSheet)
{
    const AcroForm form = parseAcroForm(kJson);

    ASSERT_EQ(form.widgets.size(), 2U); // push buttons are not filled in
    EXPECT_EQ(form.widgets[0].tooltip, "Uw naam");
    EXPECT_NEAR(form.widgets[0].area.x, 25.4, 0.01);
    EXPECT_NEAR(form.widgets[0].area.y, (841.89 - 720) / 72 * 25.4, 0.01);
    EXPECT_EQ(form.widgets[1].tooltip, "");
    EXPECT_EQ(form.widgets[1].combCells, 6);
}

TEST(AcroForm, WhatIsNoJsonOfQpdfIsAProblemNotAnException)
{
    EXPECT_FALSE(parseAcroForm("{").problem.empty());
    EXPECT_TRUE(parseAcroForm("{}").widgets.empty());
    EXPECT_TRUE(parseAcroForm(R"({"acroform":{"fields":[{"annotation":{"object":3}}]}})").widgets.empty());
}

TEST(WidgetMatch, WidgetTakesThePlaceOfItsPrintedFrame)
{
    AnswerPlaces places;
    places.places.push_back({{70, 40, 100, 7}, {{70, 40, 100, 7}}, 0.3, false});
    std::vector<Widget> widgets{{1, WidgetType::text, "naam", "", "", {70.4, 40.4, 99, 6}, 0, false}};

    mergeWidgets(widgets, places);

    ASSERT_EQ(places.places.size(), 1U);
    EXPECT_EQ(widgets.front().area, places.places.front().box);
    EXPECT_TRUE(places.undecided.empty());
}

TEST(WidgetMatch, WidgetWithoutFrameIsAddedAndAskedAbout)
{
    AnswerPlaces places;
    std::vector<Widget> widgets{{1, WidgetType::checkbox, "akkoord", "", "", {70, 40, 4, 4}, 0, false}};

    mergeWidgets(widgets, places);

    EXPECT_EQ(places.checkboxes.size(), 1U);
    EXPECT_EQ(places.undecided.size(), 1U);
}

TEST(PdfText, LinesAndWordsOfPdftotextAreRead)
{
    const PageTexts texts = parseBboxLayout(
        R"(<page width="595" height="842"><block><line xMin="72" yMin="72" xMax="144" yMax="84">)"
        R"(<word xMin="72" yMin="72" xMax="100" yMax="84">A &amp;</word>)"
        R"(<word xMin="104" yMin="72" xMax="144" yMax="84">B&lt;</word></line></block>)");

    ASSERT_EQ(texts.lines.size(), 1U);
    EXPECT_EQ(texts.lines.front().text, "A & B<");
    EXPECT_NEAR(texts.lines.front().area.x, 25.4, 1e-9);
    EXPECT_EQ(texts.words.size(), 2U);
}

TEST(PdfText, WhatIsCutOffOrNoNumberIsLeftOut)
{
    EXPECT_TRUE(parseBboxLayout("<line xMin=\"nan\" yMin=\"1\" xMax=\"2\" yMax=\"3\"><word ").lines.empty());
    EXPECT_TRUE(parseBboxLayout("<word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"3\">x").words.empty());
    EXPECT_TRUE(parseBboxLayout("").lines.empty());
}

TEST(PageNumbers, LineThatCountsThePagesIsTheFooter)
{
    std::vector<form::Page> pages(3);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        pages[i].texts = {{{20, 100}, 9, false, "12 stuks", 20, false},
                          {{20, 288}, 8, false, "Pagina " + std::to_string(i + 2) + " van 9", 30, false}};
    }

    numberPages(pages);

    EXPECT_EQ(pages[2].number, 4);
    EXPECT_EQ(pages[2].footer, "Pagina 4 van 9");
    EXPECT_EQ(pages[2].texts.size(), 1U);
}

TEST(PageNumbers, YearAndFormNumberAreNoPageNumber)
{
    std::vector<form::Page> pages(2);
    for (form::Page& page : pages) {
        page.texts = {{{20, 288}, 8, false, "7116-2025/1", 30, false}};
    }

    numberPages(pages);

    EXPECT_TRUE(pages[1].footer.empty());
    EXPECT_EQ(pages[1].number, 2);
}

} // namespace scanstraat::draft
