// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace scanstraat::synth {

/// Words for made-up applicants, in capitals. See data/README.md for their sources.
struct WordLists
{
    std::vector<std::string> femaleNames;
    std::vector<std::string> maleNames;
    std::vector<std::string> newcomerNames;
    std::vector<std::string> surnames;
    std::vector<std::string> dutchSurnames;
    std::vector<std::string> newcomerSurnames;
    std::vector<std::string> streets;
    std::vector<std::string> places;
    std::vector<std::string> birthPlaces;
    std::vector<std::string> countries;
    std::vector<std::string> nationalities;
    std::vector<std::string> employers;
    std::vector<std::string> accountants;
    std::vector<std::string> professions;
    std::vector<std::string> sentences;
};

/// Reads the lists below `folder`. Throws scanstraat::Error when one is missing or empty.
[[nodiscard]] WordLists loadWordLists(const std::filesystem::path& folder);

} // namespace scanstraat::synth
