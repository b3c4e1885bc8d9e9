// SPDX-License-Identifier: EUPL-1.2
#include "letters/LinePrior.h"

#include "letters/LineRecogniser.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>

namespace scanstraat::letters {
namespace {

using form::FieldKind;

const Spelling& spelling()
{
    static const Spelling value(std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "models" / "spelling.json");
    return value;
}

double gainOf(const LinePrior& prior, std::u32string_view text)
{
    LinePrior::State state;
    double sum = 0.0;
    for (const char32_t token : text) {
        EXPECT_TRUE(prior.allows(state, token)) << static_cast<int>(token);
        sum += prior.gain(state, token);
        state = prior.after(state, token);
    }
    return sum + prior.gainOfEnd(state);
}

TEST(LinePrior, AFieldTakesWhatItsKindTakes)
{
    const LinePrior digits(FieldKind::kvk, nullptr);
    const LinePrior name(FieldKind::name, nullptr);

    EXPECT_TRUE(digits.allows({}, U'7'));
    EXPECT_FALSE(digits.allows({}, U'A'));
    EXPECT_TRUE(name.allows({}, U'A'));
    EXPECT_FALSE(name.allows({}, U'7'));
    EXPECT_TRUE(digits.allows({}, kStruckOut)) << "anything may be struck out";
}

TEST(LinePrior, SpacesStandBetweenWordsOneAtATime)
{
    const LinePrior name(FieldKind::name, nullptr);
    const auto afterLetter = name.after({}, U'A');

    EXPECT_FALSE(name.allows({}, U' '));
    EXPECT_TRUE(name.allows(afterLetter, U' '));
    EXPECT_FALSE(name.allows(name.after(afterLetter, U' '), U' '));
}

TEST(LinePrior, MarksStandOnLettersThatHaveThem)
{
    const LinePrior name(FieldKind::name, nullptr);
    const auto afterE = name.after({}, U'E');

    EXPECT_TRUE(name.allows(afterE, U'\u0301'));
    EXPECT_FALSE(name.allows(name.after(afterE, U'\u0301'), U'\u0308')) << "one mark a letter";
    EXPECT_FALSE(name.allows({}, U'\u0301'));
    EXPECT_LT(name.gain(afterE, U'\u0301'), 0.0);
}

TEST(LinePrior, AWordSeldomMixesLettersAndDigits)
{
    const LinePrior street(FieldKind::street, nullptr);
    const LinePrior house(FieldKind::houseNumber, nullptr);

    EXPECT_LT(gainOf(street, U"KERK5TRAAT 12"), gainOf(street, U"KERKSTRAAT 12") - 5.0);
    EXPECT_GT(gainOf(house, U"12A"), gainOf(street, U"12A"));
}

TEST(LinePrior, SpellingPrefersWhatLooksLikeDutch)
{
    const LinePrior street(FieldKind::street, &spelling());
    const LinePrior name(FieldKind::name, &spelling());

    EXPECT_GT(gainOf(street, U"KERKSTRAAT"), gainOf(street, U"KERKSTRAAI"));
    EXPECT_GT(gainOf(street, U"KERKSTRAAT") - gainOf(street, U"KXRKSTRAAT"),
              gainOf(name, U"KERKSTRAAT") - gainOf(name, U"KXRKSTRAAT"))
        << "names come from everywhere";
}

TEST(LinePrior, SpellingHasNoSayInMailAddresses)
{
    const LinePrior mail(FieldKind::email, &spelling());

    EXPECT_DOUBLE_EQ(gainOf(mail, U"KERKSTRAAT"), gainOf(mail, U"KXRKSTRQQT"));
}

TEST(LinePrior, AnAddressHasOneAtAndADottedDomain)
{
    const LinePrior mail(FieldKind::email, nullptr);

    EXPECT_GT(gainOf(mail, U"AN.NA@POST.NL"), gainOf(mail, U"AN.NA@POSTNL") + 3.0);
    EXPECT_GT(gainOf(mail, U"ANNA@POST.NL"), gainOf(mail, U"ANNAQPOST.NL") + 3.0);
    EXPECT_GT(gainOf(mail, U"ANNAQ@POST.NL"), gainOf(mail, U"ANNA@@POST.NL") + 3.0);
}

TEST(LinePrior, AHouseNumberBeginsWithADigit)
{
    const LinePrior house(FieldKind::houseNumber, nullptr);

    EXPECT_GT(gainOf(house, U"5"), gainOf(house, U"S") + 2.0);
    EXPECT_GT(gainOf(house, U"605"), gainOf(house, U"GOS"));
}

TEST(LinePrior, MailAddressesHaveNoMarks)
{
    const LinePrior mail(FieldKind::email, nullptr);

    EXPECT_FALSE(mail.allows(mail.after({}, U'E'), U'\u0301'));
}

TEST(LinePrior, PrefersANameOfItsList)
{
    const std::array<std::string_view, 3> listed{"ALBANIË", "IRAN", "IRAK"};
    const NameList names(listed);
    const LinePrior country(FieldKind::country, &spelling(), &names);

    EXPECT_GT(gainOf(country, U"ALBANIE"), gainOf(country, U"ALGANIE") + 5.0);
    EXPECT_GT(gainOf(country, U"ALBANIE\u0308"), gainOf(country, U"ALBANIE\u0301") + 2.0);
    EXPECT_GT(gainOf(country, U"IRAN"), gainOf(country, U"IRAM") + 1.0);
    EXPECT_NEAR(gainOf(country, U"IRAN"), gainOf(country, U"IRAK"), 1e-9) << "only the picture tells";
}

TEST(LinePrior, ANameThatIsInNoListMayStandThere)
{
    const std::array<std::string_view, 1> listed{"IRAN"};
    const NameList names(listed);
    const LinePrior listedOnly(FieldKind::country, &spelling(), &names);
    const LinePrior free(FieldKind::country, &spelling());

    EXPECT_GT(gainOf(listedOnly, U"PRUISEN"), gainOf(free, U"PRUISEN") - 3.0);
}

TEST(LinePrior, ASignBeginsANewWord)
{
    const LinePrior name(FieldKind::name, &spelling());
    auto state = name.after({}, U'A');
    state = name.after(state, U'-');

    EXPECT_EQ(state.word, LinePrior::Type::none);
    EXPECT_EQ(state.context.back(), Spelling::kEdge);
}

} // namespace
} // namespace scanstraat::letters
