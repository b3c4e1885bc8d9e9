// SPDX-License-Identifier: EUPL-1.2
#include "app/PictureNames.h"

#include <array>
#include <cctype>
#include <cstdint>
#include <cstdio>

namespace scanstraat::app {

namespace {

/// Files may have names of 255 bytes; what is added to this one takes up to 100 (field ids in debug
/// pictures).
constexpr std::size_t kLongestName = 150;

/// FNV-1a, 64 bits: the same on every machine, unlike std::hash.
std::string digest(const std::string& text)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
    return digits.data();
}

} // namespace

std::string pictureStem(const reading::SourcePage& source)
{
    std::string name;
    for (const char c : source.file) {
        const bool safe = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.';
        name += safe ? std::string(1, c) : "_" + std::to_string(static_cast<unsigned char>(c)) + "_";
    }
    if (name.size() > kLongestName) {
        name = name.substr(0, kLongestName) + "-" + digest(source.file);
    }
    return name + "-p" + std::to_string(source.page);
}

std::string pictureName(const reading::SourcePage& source)
{
    return pictureStem(source) + ".jpg";
}

std::string regionFileName(const reading::SourcePage& source, const std::string& fieldId)
{
    return pictureStem(source) + "-" + fieldId + ".png";
}

} // namespace scanstraat::app
