// SPDX-License-Identifier: EUPL-1.2
#include "draft/ChoiceGroups.h"
#include "draft/KindRules.h"
#include "draft/LabelFinder.h"
#include "draft/TextSigns.h"

#include <gtest/gtest.h>

namespace scanstraat::draft {

namespace {

/// Words of 4 mm height, as one line of text.
void addText(PageFindings& page, double x, double y, const std::vector<std::string>& words)
{
    TextLine line;
    for (const std::string& text : words) {
        const double width = 1.8 * static_cast<double>(text.size());
        page.words.push_back({{x, y, width, 4.0}, text});
        line.area = line.text.empty() ? page.words.back().area : unite(line.area, page.words.back().area);
        line.text += (line.text.empty() ? "" : " ") + text;
        x += width + 1.5;
    }
    page.texts.push_back(line);
}

} // namespace

TEST(KindRules, WordsOfTheLabelTellTheKind)
{
    EXPECT_EQ(kindFromLabel("Geboortedatum"), form::FieldKind::date);
    EXPECT_EQ(kindFromLabel("V-nummer (indien bekend)"), form::FieldKind::vNumber);
    EXPECT_EQ(kindFromLabel("Handtekening aanvrager"), form::FieldKind::signature);
    EXPECT_EQ(kindFromLabel("Totaal bedrag € per maand"), form::FieldKind::money);
    EXPECT_EQ(kindFromLabel("Naam en adres"), form::FieldKind::street);
}

TEST(KindRules, PartOfAnotherWordTellsNothing)
{
    EXPECT_FALSE(kindFromLabel("Verblijf in Nederland"));
    EXPECT_FALSE(kindFromLabel("Toelichting"));
}

TEST(LabelFinder, NumberBeforeTheLabelIsTheQuestion)
{
    EXPECT_EQ(splitNumber("1.5 Geboortedatum").question, "1.5");
    EXPECT_EQ(splitNumber("1.5 Geboortedatum").text, "Geboortedatum");
    EXPECT_EQ(splitNumber("3. Woonplaats").question, "3");
    EXPECT_EQ(splitNumber("Naam").question, "");
    EXPECT_EQ(splitNumber("2024-2025 schooljaar").question, "");
}

TEST(LabelFinder, LabelOnTheLeftWinsOverTextAbove)
{
    PageFindings page;
    addText(page, 20, 100, {"Naam"});
    addText(page, 60, 94, {"Toelichting"});
    AnswerPlaces places;
    places.places.push_back({{60, 99, 80, 7}, {{60, 99, 80, 7}}, 0.25, false});

    const LabelFinder finder(page, places);

    EXPECT_EQ(finder.ofPlace(places.places.front().box).text, "Naam");
}

TEST(LabelFinder, QuestionOverSeveralLinesIsReadWhole)
{
    PageFindings page;
    addText(page, 20, 100, {"1.1", "Wordt", "u", "op", "dit"});
    addText(page, 27, 104, {"moment", "vervolgd?"});
    AnswerPlaces places;
    places.checkboxes.push_back({{120, 104, 4, 4}, 0.3, false});

    const Label label = LabelFinder(page, places).ofPlace(places.checkboxes.front().outer);

    EXPECT_EQ(label.question, "1.1");
    EXPECT_EQ(label.text, "Wordt u op dit moment vervolgd?");
}

TEST(LabelFinder, CheckboxesOfOneRowGetTheirOwnWords)
{
    PageFindings page;
    addText(page, 66, 100, {"Ja"});
    addText(page, 86, 100, {"Nee"});
    AnswerPlaces places;
    places.checkboxes = {{{60, 100, 4, 4}, 0.3, false}, {{80, 100, 4, 4}, 0.3, false}};

    const LabelFinder finder(page, places);

    EXPECT_EQ(finder.ofCheckbox(places.checkboxes[0]), "Ja");
    EXPECT_EQ(finder.ofCheckbox(places.checkboxes[1]), "Nee");
}

TEST(ChoiceGroups, RowIsOneChoiceAndTheNextQuestionAnother)
{
    PageFindings page;
    addText(page, 20, 100, {"Eerste", "vraag"});
    addText(page, 20, 112, {"Tweede", "vraag"});
    AnswerPlaces places;
    places.checkboxes = {{{60, 100, 4, 4}, 0.3, false},
                         {{80, 100, 4, 4}, 0.3, false},
                         {{60, 112, 4, 4}, 0.3, false},
                         {{80, 112, 4, 4}, 0.3, false}};

    const auto groups = groupChoices(places.checkboxes, LabelFinder(page, places), page);

    EXPECT_EQ(groups.size(), 2U);
}

TEST(ChoiceGroups, QuestionAboveTheBoxesBeginsAChoice)
{
    PageFindings page;
    addText(page, 60, 112, {"Tweede", "vraag"});
    addText(page, 66, 100, {"ja"});
    AnswerPlaces places;
    places.checkboxes = {
        {{60, 100, 4, 4}, 0.3, false}, {{60, 106, 4, 4}, 0.3, false}, {{60, 118, 4, 4}, 0.3, false}};

    EXPECT_EQ(groupChoices(places.checkboxes, LabelFinder(page, places), page).size(), 2U);
}

TEST(ChoiceGroups, ColumnWithoutNewQuestionIsOneChoice)
{
    PageFindings page;
    addText(page, 20, 100, {"Welke", "sport?"});
    AnswerPlaces places;
    places.checkboxes = {
        {{60, 100, 4, 4}, 0.3, false}, {{60, 107, 4, 4}, 0.3, false}, {{60, 114, 4, 4}, 0.3, false}};

    EXPECT_EQ(groupChoices(places.checkboxes, LabelFinder(page, places), page).size(), 1U);
}

TEST(TextSigns, BoxesAndLeadersAreNoPartOfALabel)
{
    EXPECT_EQ(labelText("☐ Ja"), "Ja");
    EXPECT_EQ(labelText("Telefoon .............."), "Telefoon");
    EXPECT_EQ(labelText("Naam ________"), "Naam");
    EXPECT_TRUE(hasBoxSign("☐"));
    EXPECT_FALSE(hasBoxSign("OOST"));
}

} // namespace scanstraat::draft
