// SPDX-License-Identifier: EUPL-1.2
#include "dossier/SameFacts.h"

#include "TestForms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::dossier {
namespace {

using reading::FieldReading;
using reading::FieldState;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// The test forms, with number, name in parts and birth date on "main" and the same facts on "annex".
std::vector<form::FormTemplate> forms()
{
    std::vector<form::FormTemplate> forms = testForms();
    std::vector<form::Field>& annex = forms[0].pages[0].fields;
    std::vector<form::Field>& main = forms[1].pages[1].fields;
    annex[0].writing = main[0].writing = form::Writing::comb;
    annex[0].validators = {"same-as:main.v"};
    annex[1].validators = {"same-as:main.first+main.last"};
    main.push_back(testField("main.first", form::FieldKind::name));
    main.push_back(testField("main.last", form::FieldKind::name));
    return forms;
}

/// A reading whose characters are all as sure; `raw` is ASCII.
FieldReading written(const std::string& id, const std::string& raw, double confidence)
{
    FieldReading field = testReading(id, raw);
    field.raw = raw;
    field.state = FieldState::unsure;
    field.confidence = confidence;
    field.acceptFrom = 0.985;
    field.reasons = {"onduidelijk"};
    for (const char c : raw) {
        if (c != ' ') {
            field.characters.push_back({{}, std::string(1, c), 0.99, {}});
        }
    }
    return field;
}

/// Makes a character doubtful.
void doubtCharacter(FieldReading& field, std::size_t index, const std::string& other, double probability)
{
    field.characters[index].probability = 1.0 - probability;
    field.characters[index].alternatives = {{other, probability}};
}

reading::Record recordOf(std::vector<FieldReading> main, std::vector<FieldReading> annex)
{
    reading::Record record;
    record.pages = {testPage("a", 1, "main", 2), testPage("a", 2, "annex", 1)};
    record.pages[0].fields = std::move(main);
    record.pages[1].fields = std::move(annex);
    return record;
}

TEST(SameFacts, WhatIsNeverAcceptedStaysAsItWasRead)
{
    reading::Record record =
        recordOf({written("main.v", "2712345678", 0.975)}, {written("annex.v", "2712345678", 0.98)});
    record.pages[0].fields[0].acceptFrom = 1.0;

    weighSameFacts(record, forms());

    EXPECT_NEAR(record.pages[0].fields[0].confidence, 0.975, 1e-9);
    EXPECT_NEAR(record.pages[1].fields[0].confidence, 0.98, 1e-9) << "one witness is none";
}

TEST(SameFacts, ClearReadingsThatAgreeAreAccepted)
{
    reading::Record record =
        recordOf({written("main.v", "2712345678", 0.975)}, {written("annex.v", "2712345678", 0.98)});

    weighSameFacts(record, forms());

    const FieldReading& first = record.pages[0].fields[0];
    EXPECT_EQ(first.state, FieldState::read);
    EXPECT_NEAR(first.confidence, 0.9875, 1e-9);
    EXPECT_THAT(first.reasons, IsEmpty());
    ASSERT_EQ(first.evidence.size(), 1U);
    EXPECT_THAT(first.evidence[0].source, HasSubstr("van annex"));
    EXPECT_EQ(first.evidence[0].seen, "");
    EXPECT_EQ(record.pages[1].fields[0].state, FieldState::read);
}

TEST(SameFacts, ADoubtfulReadingIsNotMadeSure)
{
    reading::Record record =
        recordOf({written("main.v", "2712345678", 0.85)}, {written("annex.v", "2712345678", 0.99)});

    weighSameFacts(record, forms());

    EXPECT_EQ(record.pages[0].fields[0].state, FieldState::unsure);
    EXPECT_EQ(record.pages[0].fields[0].confidence, 0.85);
}

TEST(SameFacts, ADoubtfulCharacterIsReadAsTheOtherPlaceHasItAndGoesToReview)
{
    FieldReading doubtful = written("annex.v", "2712345618", 0.6);
    doubtCharacter(doubtful, 8, "7", 0.4);
    reading::Record record = recordOf({written("main.v", "2712345678", 0.99)}, {doubtful});

    weighSameFacts(record, forms());

    const FieldReading& changed = record.pages[1].fields[0];
    EXPECT_EQ(changed.value, "2712345678");
    EXPECT_EQ(changed.raw, "2712345678");
    EXPECT_EQ(changed.state, FieldState::unsure);
    EXPECT_LE(changed.confidence, 0.9);
    ASSERT_EQ(changed.evidence.size(), 1U);
    EXPECT_EQ(changed.evidence[0].seen, "2712345618");
    EXPECT_EQ(changed.characters[8].text, "7");
    EXPECT_NEAR(changed.characters[8].probability, 0.4, 1e-9) << "what the picture says stays known";
    EXPECT_EQ(changed.characters[8].alternatives.front().value, "1");
    EXPECT_EQ(record.pages[0].fields[0].evidence.size(), 0U) << "nobody else agrees with the sure one";
}

TEST(SameFacts, AnAcceptedValueStaysAsItIs)
{
    FieldReading accepted = written("annex.v", "2712345618", 0.99);
    accepted.state = FieldState::read;
    doubtCharacter(accepted, 8, "7", 0.01);
    reading::Record record = recordOf({written("main.v", "2712345678", 0.999)}, {accepted});

    weighSameFacts(record, forms());

    EXPECT_EQ(record.pages[1].fields[0].value, "2712345618");
    EXPECT_EQ(record.pages[1].fields[0].state, FieldState::read);
}

TEST(SameFacts, AnotherPersonsNumberChangesNothing)
{
    FieldReading other = written("annex.v", "2787654321", 0.8);
    doubtCharacter(other, 9, "8", 0.3);
    reading::Record record = recordOf({written("main.v", "2712345678", 0.99)}, {other});

    weighSameFacts(record, forms());

    EXPECT_EQ(record.pages[1].fields[0].value, "2787654321");
    EXPECT_THAT(record.pages[1].fields[0].evidence, IsEmpty());
}

TEST(SameFacts, ANameInPartsIsTheNameInOneLine)
{
    reading::Record record =
        recordOf({written("main.first", "ANNA MARIA", 0.98), written("main.last", "BOS", 0.98)},
                 {written("annex.name", "ANNA MARIA BOS", 0.98)});

    weighSameFacts(record, forms());

    EXPECT_EQ(record.pages[0].fields[0].state, FieldState::read);
    EXPECT_EQ(record.pages[0].fields[1].state, FieldState::read);
    EXPECT_EQ(record.pages[1].fields[0].state, FieldState::read);
}

TEST(SameFacts, APartThatIsDoubtfulIsReadAsInTheWholeName)
{
    FieldReading last = written("main.last", "B0S", 0.4);
    doubtCharacter(last, 1, "O", 0.45);
    reading::Record record = recordOf({written("main.first", "ANNA MARIA", 0.98), last},
                                      {written("annex.name", "ANNA MARIA BOS", 0.98)});

    weighSameFacts(record, forms());

    EXPECT_EQ(record.pages[0].fields[1].value, "BOS");
    EXPECT_EQ(record.pages[0].fields[0].raw, "ANNA MARIA") << "spaces stay";
    EXPECT_EQ(record.pages[0].fields[0].evidence.size(), 0U);
}

TEST(SameFacts, FindingsAboutTheFormerValueGo)
{
    FieldReading broken = written("annex.v", "0000000000", 0.5);
    FieldReading sure = written("main.v", "2000000000", 0.99);
    broken.reasons = {"V-nummer bestaat uit nullen"};
    doubtCharacter(broken, 0, "2", 0.4);
    reading::Record record = recordOf({sure}, {broken});
    record.pages[1].findings = {{"field.invalid.v-number", "", "annex.v", true, ""},
                                {"field.invalid.v-number", "", "annex.other", true, ""}};

    weighSameFacts(record, forms());

    EXPECT_EQ(record.pages[1].fields[0].value, "2000000000");
    EXPECT_THAT(record.pages[1].fields[0].reasons, ElementsAre(HasSubstr("geschreven lijkt: 0000000000")));
    ASSERT_EQ(record.pages[1].findings.size(), 1U);
    EXPECT_EQ(record.pages[1].findings[0].fieldId, "annex.other");
}

TEST(SameFacts, AFactIsStatedOnceWithoutTheOtherForm)
{
    reading::Record record = recordOf({written("main.v", "2712345678", 0.98)}, {});

    weighSameFacts(record, forms());

    EXPECT_EQ(record.pages[0].fields[0].confidence, 0.98);
}

} // namespace
} // namespace scanstraat::dossier
