// SPDX-License-Identifier: EUPL-1.2
#include "AnswerMaker.h"

#include "TestForm.h"
#include "form/TemplateLoader.h"

#include <gtest/gtest.h>

#include <set>

namespace scanstraat::synth {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = SCANSTRAAT_SOURCE_DIR;

/// Ids of the fields of that group in which anything was marked, for one applicant.
std::vector<std::string> markedParts(const form::FormTemplate& form, const std::string& group,
                                     std::uint64_t number)
{
    static const WordLists words = loadWordLists(kRoot / "tools/synth/data");
    Random random(17, number);
    const Applicant person = randomApplicant(words, random);
    AnswerMaker maker(words, person, Difficulty::normal, random);
    const auto answers = maker.fill(form);
    std::vector<std::string> marked;
    for (const form::Field* part : form::fieldsNamed(form, group)) {
        for (const auto& [option, state] : answers.at(part->id).boxes) {
            if (state != reading::MarkState::empty) {
                marked.push_back(part->id);
                break;
            }
        }
    }
    return marked;
}

class ChoiceOverPages : public ::testing::TestWithParam<std::pair<const char*, const char*>>
{
};

TEST_P(ChoiceOverPages, IsAnsweredOnOnePageAtMostAndOnEachPageNowAndThen)
{
    const form::FormTemplate form = form::loadTemplate(kRoot / "templates" / GetParam().first);
    std::set<std::string> seen;
    for (std::uint64_t number = 1; number <= 200; ++number) {
        const auto marked = markedParts(form, GetParam().second, number);

        EXPECT_LE(marked.size(), 1U) << number;
        seen.insert(marked.begin(), marked.end());
    }

    EXPECT_EQ(seen.size(), form::fieldsNamed(form, GetParam().second).size());
}

INSTANTIATE_TEST_SUITE_P(AnswerMaker, ChoiceOverPages,
                         ::testing::Values(std::pair{"6009", "6009.2"}, std::pair{"7116", "7116.1"}),
                         [](const auto& one) { return std::string("Form") + one.param.first; });

TEST(AnswerMaker, AnswersEveryPartWhereSeveralMayBeCrossed)
{
    form::FormTemplate form = testForm();
    form.pages.resize(2);
    for (std::size_t index = 0; index < 2; ++index) {
        form::Field field = choiceField("9999." + std::to_string(index));
        field.group = "9999.g";
        field.multiple = true;
        form.pages[index].fields = {field};
    }
    std::size_t both = 0;
    for (std::uint64_t number = 1; number <= 20; ++number) {
        both += markedParts(form, "9999.g", number).size() == 2 ? 1 : 0;
    }

    EXPECT_GT(both, 10U);
}

} // namespace
} // namespace scanstraat::synth
