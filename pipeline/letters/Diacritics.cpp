// SPDX-License-Identifier: EUPL-1.2
#include "letters/Diacritics.h"

#include "base/Utf8.h"

#include <map>

namespace scanstraat::letters {

namespace {

constexpr char32_t kGrave = 0x300;
constexpr char32_t kAcute = 0x301;
constexpr char32_t kCircumflex = 0x302;
constexpr char32_t kTilde = 0x303;
constexpr char32_t kDiaeresis = 0x308;
constexpr char32_t kRing = 0x30A;
constexpr char32_t kCaron = 0x30C;   ///< breves are read as one
constexpr char32_t kCedilla = 0x327; ///< ogoneks are read as one
constexpr char32_t kDot = 0x307;
constexpr char32_t kBar = 0x335;

using Compositions = std::map<std::pair<char, char32_t>, const char*>;

const Compositions& compositions()
{
    static const Compositions table{
        {{'A', kGrave}, "À"},      {{'A', kAcute}, "Á"},      {{'A', kCircumflex}, "Â"},
        {{'A', kTilde}, "Ã"},      {{'A', kDiaeresis}, "Ä"},  {{'A', kRing}, "Å"},
        {{'C', kAcute}, "Ć"},      {{'C', kCircumflex}, "Ĉ"}, {{'C', kCaron}, "Č"},
        {{'C', kCedilla}, "Ç"},    {{'D', kCaron}, "Ď"},      {{'E', kGrave}, "È"},
        {{'E', kAcute}, "É"},      {{'E', kCircumflex}, "Ê"}, {{'E', kDiaeresis}, "Ë"},
        {{'E', kCaron}, "Ě"},      {{'G', kCaron}, "Ğ"},      {{'I', kGrave}, "Ì"},
        {{'I', kAcute}, "Í"},      {{'I', kCircumflex}, "Î"}, {{'I', kDiaeresis}, "Ï"},
        {{'L', kAcute}, "Ĺ"},      {{'N', kAcute}, "Ń"},      {{'N', kTilde}, "Ñ"},
        {{'N', kCaron}, "Ň"},      {{'O', kGrave}, "Ò"},      {{'O', kAcute}, "Ó"},
        {{'O', kCircumflex}, "Ô"}, {{'O', kTilde}, "Õ"},      {{'O', kDiaeresis}, "Ö"},
        {{'R', kAcute}, "Ŕ"},      {{'R', kCaron}, "Ř"},      {{'S', kAcute}, "Ś"},
        {{'S', kCaron}, "Š"},      {{'S', kCedilla}, "Ş"},    {{'T', kCaron}, "Ť"},
        {{'T', kCedilla}, "Ţ"},    {{'U', kGrave}, "Ù"},      {{'U', kAcute}, "Ú"},
        {{'U', kCircumflex}, "Û"}, {{'U', kDiaeresis}, "Ü"},  {{'U', kRing}, "Ů"},
        {{'Y', kAcute}, "Ý"},      {{'Y', kDiaeresis}, "Ÿ"},  {{'Z', kAcute}, "Ź"},
        {{'Z', kCaron}, "Ž"},      {{'A', kCaron}, "Ă"},      {{'A', kCedilla}, "Ą"},
        {{'C', kDot}, "Ċ"},        {{'D', kBar}, "Đ"},        {{'E', kCedilla}, "Ę"},
        {{'E', kDot}, "Ė"},        {{'G', kDot}, "Ġ"},        {{'I', kDot}, "İ"},
        {{'L', kBar}, "Ł"},        {{'O', kBar}, "Ø"},        {{'Z', kDot}, "Ż"}};
    return table;
}

} // namespace

bool isCombining(char32_t token)
{
    return token >= 0x300 && token <= 0x36F;
}

std::u32string tokensOf(std::string_view utf8)
{
    std::u32string tokens;
    for (std::size_t at = 0; at < utf8.size();) {
        if (static_cast<unsigned char>(utf8[at]) < 0x80) {
            tokens += static_cast<char32_t>(utf8[at++]);
            continue;
        }
        std::size_t end = at + 1;
        while (end < utf8.size() && continuesCharacter(utf8[end])) {
            ++end;
        }
        const std::string_view character = utf8.substr(at, end - at);
        for (const auto& [parts, whole] : compositions()) {
            if (whole == character) {
                tokens += static_cast<char32_t>(parts.first);
                tokens += parts.second;
            }
        }
        at = end;
    }
    return tokens;
}

std::string markedForms(char capital)
{
    std::string forms;
    for (const auto& [parts, whole] : compositions()) {
        if (parts.first == capital) {
            forms += whole;
        }
    }
    return forms;
}

std::optional<std::string> composed(char capital, char32_t mark)
{
    const auto found = compositions().find({capital, mark});
    return found == compositions().end() ? std::nullopt : std::optional<std::string>(found->second);
}

} // namespace scanstraat::letters
