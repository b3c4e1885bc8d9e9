// SPDX-License-Identifier: EUPL-1.2
#include "WordLists.h"

#include "Text.h"
#include "base/Error.h"

#include <fstream>

namespace scanstraat::synth {

namespace {

std::vector<std::string> readList(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    std::vector<std::string> words;
    for (std::string line; std::getline(stream, line);) {
        std::string word = capitals(line);
        if (!word.empty()) {
            words.push_back(std::move(word));
        }
    }
    if (words.empty()) {
        throw Error(file.string() + ": word list is missing or empty", ExitCode::installation);
    }
    return words;
}

} // namespace

WordLists loadWordLists(const std::filesystem::path& folder)
{
    WordLists lists;
    lists.femaleNames = readList(folder / "first-names-female.txt");
    lists.maleNames = readList(folder / "first-names-male.txt");
    lists.newcomerNames = readList(folder / "first-names-newcomers.txt");
    lists.surnames = readList(folder / "surnames-faker.txt");
    lists.dutchSurnames = readList(folder / "surnames-dutch.txt");
    lists.newcomerSurnames = readList(folder / "surnames-newcomers.txt");
    lists.streets = readList(folder / "streets.txt");
    lists.places = readList(folder / "places.txt");
    lists.birthPlaces = readList(folder / "birth-places.txt");
    lists.countries = readList(folder / "countries.txt");
    lists.nationalities = readList(folder / "nationalities.txt");
    lists.employers = readList(folder / "employers.txt");
    lists.accountants = readList(folder / "accountants.txt");
    lists.professions = readList(folder / "professions.txt");
    lists.sentences = readList(folder / "sentences.txt");
    return lists;
}

} // namespace scanstraat::synth
