// SPDX-License-Identifier: EUPL-1.2
#include "app/Html.h"

#include "app/DutchTexts.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <array>
#include <clocale>
#include <cstdio>
#include <cstdlib>

namespace scanstraat::app {
namespace {

constexpr const char* kUnknown = "\xEF\xBF\xBD"; // U+FFFD

TEST(HtmlText, LetsNothingBeMarkup)
{
    EXPECT_EQ(htmlText("<b a=\"1\" c='2'>&amp;"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;");
}

TEST(HtmlText, KeepsLettersOfAllLanguages)
{
    EXPECT_EQ(htmlText("Zoë Šimić 北京 🙂"), "Zoë Šimić 北京 🙂");
}

TEST(HtmlText, BreaksLines)
{
    EXPECT_EQ(htmlText("EEN\nTWEE"), "EEN<br>TWEE");
}

TEST(HtmlText, ReplacesWhatIsNoUtf8)
{
    const std::string unknown = kUnknown;
    EXPECT_EQ(htmlText("a\xFF"
                       "b"),
              "a" + unknown + "b");
    EXPECT_EQ(htmlText("a\xC3"), "a" + unknown);        // cut off
    EXPECT_EQ(htmlText("\xC3<"), unknown + "&lt;");     // a markup character is no continuation
    EXPECT_EQ(htmlText("\xC0\xBC"), unknown + unknown); // '<', overlong
    EXPECT_EQ(htmlText("\xE0\x80\xBC"), unknown + unknown + unknown);
    EXPECT_EQ(htmlText("\xED\xA0\x80"), unknown + unknown + unknown); // half a surrogate pair
}

TEST(HtmlText, ReplacesControlCharacters)
{
    EXPECT_EQ(htmlText(std::string("a\0b\x1B"
                                   "c\x7F",
                                   6)),
              std::string("a") + kUnknown + "b" + kUnknown + "c" + kUnknown);
}

TEST(HtmlAttribute, IsQuotedAndCannotBeLeft)
{
    EXPECT_EQ(htmlAttribute("x\" onload=\"y"), "\"x&quot; onload=&quot;y\"");
    EXPECT_EQ(htmlAttribute("a\nb"), "\"a&#10;b\"");
}

TEST(FixedNumber, HasSoManyDigits)
{
    EXPECT_EQ(fixedNumber(1.005, 1), "1.0");
    EXPECT_EQ(fixedNumber(-2.5, 2), "-2.50");
    EXPECT_EQ(fixedNumber(1e12, 0), "1000000000000");
}

/// Numbers have a decimal comma as long as it lives, as in the Dutch locale, which it makes for itself.
class CommaLocale
{
public:
    CommaLocale()
    {
        const std::string command =
            "localedef --no-archive -i nl_NL -f UTF-8 " + (folder_ / "nl_NL.UTF-8").string() + " 2>/dev/null";
        (void)std::system(command.c_str());           // NOLINT(concurrency-mt-unsafe): tests have one thread
        setenv("LOCPATH", (folder_ / "").c_str(), 1); // NOLINT(concurrency-mt-unsafe)
        isThere_ = std::setlocale(LC_NUMERIC, "nl_NL.UTF-8") != nullptr; // NOLINT(concurrency-mt-unsafe)
    }
    ~CommaLocale()
    {
        std::setlocale(LC_NUMERIC, "C"); // NOLINT(concurrency-mt-unsafe)
        unsetenv("LOCPATH");             // NOLINT(concurrency-mt-unsafe)
    }
    CommaLocale(const CommaLocale&) = delete;
    CommaLocale& operator=(const CommaLocale&) = delete;

    [[nodiscard]] bool isThere() const { return isThere_; }

private:
    test::TemporaryFolder folder_;
    bool isThere_ = false;
};

TEST(FixedNumber, HasAPointAndDutchNumbersACommaWhateverTheLocale)
{
    const CommaLocale locale;
    if (!locale.isThere()) {
        GTEST_SKIP() << "the Dutch locale cannot be made here";
    }
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%.1f", 1.5);
    ASSERT_STREQ(text.data(), "1,5");

    EXPECT_EQ(fixedNumber(1234.5, 2), "1234.50");
    EXPECT_EQ(dutchNumber(1234.5, 2), "1234,50");
}

} // namespace
} // namespace scanstraat::app
