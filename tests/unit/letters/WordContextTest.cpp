// SPDX-License-Identifier: EUPL-1.2
#include "letters/WordContext.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <vector>

namespace scanstraat::letters {
namespace {

using form::FieldKind;
using OnPage = std::map<char, float>; ///< characters and their probabilities; others share the rest

const std::string kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'./";

/// A word as the network saw it.
class SeenWord
{
public:
    SeenWord& clear(const std::string& text)
    {
        for (const char character : text) {
            seen({{character, 0.999F}});
        }
        return *this;
    }

    SeenWord& seen(const OnPage& characters)
    {
        float rest = 1.0F;
        for (const auto& [character, probability] : characters) {
            rest -= probability;
        }
        std::vector<float> all(kAlphabet.size() + 1, rest / static_cast<float>(kAlphabet.size() + 1));
        for (const auto& [character, probability] : characters) {
            all[kAlphabet.find(character)] += probability;
        }
        probabilities_.push_back(all);
        return *this;
    }

    [[nodiscard]] WordChoice choose(const WordContext& context) const
    {
        std::vector<WordCharacter> word;
        for (const std::vector<float>& probabilities : probabilities_) {
            word.push_back({probabilities, kAlphabet});
        }
        return chooseWord(word, kAlphabet, context);
    }

private:
    std::vector<std::vector<float>> probabilities_;
};

const Spelling& spelling()
{
    static const Spelling instance(std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "models/spelling.json");
    return instance;
}

std::string textOf(const WordChoice& choice)
{
    std::string text;
    for (const CharacterChoice& character : choice.characters) {
        text += character.best;
    }
    return text;
}

double together(const CharacterChoice& choice)
{
    double sum = choice.probability;
    for (const reading::Alternative& alternative : choice.alternatives) {
        sum += alternative.probability;
    }
    return sum;
}

/// BARENDRECHT whose H looks like an M.
SeenWord barendrecht(float m = 0.85F)
{
    return SeenWord().clear("BARENDREC").seen({{'M', m}, {'H', 0.98F - m}}).clear("T");
}

TEST(WordContext, SpellingDecidesBetweenLettersThatLookAlike)
{
    const WordChoice choice = barendrecht().choose(wordContext(FieldKind::place, &spelling()));

    EXPECT_EQ(textOf(choice), "BARENDRECHT");
    EXPECT_GT(choice.characters[9].probability, 0.8);
    ASSERT_FALSE(choice.characters[9].alternatives.empty());
    EXPECT_EQ(choice.characters[9].alternatives.front().value, "M");
}

TEST(WordContext, WithoutSpellingThePageDecides)
{
    const WordChoice choice = barendrecht().choose(wordContext(FieldKind::place, nullptr));

    EXPECT_EQ(textOf(choice), "BARENDRECMT");
    EXPECT_NEAR(choice.characters[9].probability, 0.85, 0.02);
}

TEST(WordContext, AClearLetterOfAnUnlikelyWordStays)
{
    const WordContext context = wordContext(FieldKind::place, &spelling());

    const WordChoice choice = barendrecht(0.972F).choose(context);

    EXPECT_EQ(textOf(choice), "BARENDRECMT");
    EXPECT_LT(choice.characters[9].probability, 0.9) << "but spelling speaks against it";
    EXPECT_EQ(choice.characters[9].alternatives.front().value, "H");
    EXPECT_EQ(textOf(SeenWord().clear("QXZWVKJ").choose(context)), "QXZWVKJ");
}

TEST(WordContext, AForeignNameKeepsItsConfidence)
{
    const WordContext context = wordContext(FieldKind::name, &spelling());

    const WordChoice choice = SeenWord().clear("NGUYEN").choose(context);

    EXPECT_EQ(textOf(choice), "NGUYEN");
    for (const CharacterChoice& character : choice.characters) {
        EXPECT_GT(character.probability, 0.98) << character.best;
    }
}

TEST(WordContext, SpellingWeighsLessInNames)
{
    const WordChoice place = barendrecht().choose(wordContext(FieldKind::place, &spelling()));
    const WordChoice name = barendrecht().choose(wordContext(FieldKind::name, &spelling()));

    EXPECT_LT(name.characters[9].alternatives.front().probability, 1.0);
    const auto ofH = [](const WordChoice& choice) {
        const CharacterChoice& character = choice.characters[9];
        return character.best == "H" ? character.probability : character.alternatives.front().probability;
    };
    EXPECT_LT(ofH(name), ofH(place));
}

TEST(WordContext, BestAndAlternativesTogetherKeepTheirProbability)
{
    const WordChoice before = barendrecht().choose(wordContext(FieldKind::place, nullptr));
    const WordChoice after = barendrecht().choose(wordContext(FieldKind::place, &spelling()));

    for (std::size_t i = 0; i < before.characters.size(); ++i) {
        EXPECT_NEAR(together(after.characters[i]), together(before.characters[i]), 0.01) << i;
        EXPECT_LE(together(after.characters[i]), 1.0 + 1e-9) << i;
        EXPECT_LE(after.characters[i].alternatives.size(), kAlternatives) << i;
    }
}

TEST(WordContext, AnEmailIsNotSpelled)
{
    const WordChoice with = barendrecht().choose(wordContext(FieldKind::email, &spelling()));
    const WordChoice without = barendrecht().choose(wordContext(FieldKind::email, nullptr));

    EXPECT_EQ(textOf(with), "BARENDRECMT");
    for (std::size_t i = 0; i < with.characters.size(); ++i) {
        EXPECT_DOUBLE_EQ(with.characters[i].probability, without.characters[i].probability) << i;
    }
}

TEST(WordContext, AWordWithDigitsIsNotSpelled)
{
    const SeenWord word = SeenWord().clear("REC").seen({{'M', 0.85F}, {'H', 0.13F}}).clear("123");

    EXPECT_EQ(textOf(word.choose(wordContext(FieldKind::street, &spelling()))), "RECM123");
}

TEST(WordContext, ASlashInAWordMayBeAnI)
{
    const SeenWord word = SeenWord().clear("N").seen({{'/', 0.7F}, {'I', 0.28F}}).clear("JMEGEN");

    EXPECT_EQ(textOf(word.choose(wordContext(FieldKind::place, &spelling()))), "NIJMEGEN");
}

TEST(WordContext, AClearHyphenStays)
{
    const SeenWord word = SeenWord().clear("NOORD-HOLLAND");

    const WordChoice choice = word.choose(wordContext(FieldKind::place, &spelling()));

    EXPECT_EQ(textOf(choice), "NOORD-HOLLAND");
    EXPECT_GT(choice.characters[5].probability, 0.9);
}

TEST(WordContext, ALoneLetterIsNotSpelled)
{
    const SeenWord word = SeenWord().seen({{'M', 0.6F}, {'H', 0.39F}});

    const WordChoice choice = word.choose(wordContext(FieldKind::name, &spelling()));

    EXPECT_EQ(textOf(choice), "M");
    EXPECT_NEAR(choice.characters[0].probability, 0.6, 0.01);
}

TEST(WordContext, AWordThatIsEmptyHasNoCharacters)
{
    EXPECT_TRUE(SeenWord().choose(wordContext(FieldKind::name, &spelling())).characters.empty());
}

} // namespace
} // namespace scanstraat::letters
