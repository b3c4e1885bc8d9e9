// SPDX-License-Identifier: EUPL-1.2
#include "app/Html.h"

#include <gtest/gtest.h>

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

} // namespace
} // namespace scanstraat::app
