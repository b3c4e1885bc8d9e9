// SPDX-License-Identifier: EUPL-1.2
#include "Applicant.h"

#include "Text.h"

namespace scanstraat::synth {

namespace {

/// Share of BSNs that fail the elfproef on purpose: a slip of the pen or of the memory.
constexpr double kWrongBsnShare = 0.08;
constexpr double kImpossibleDayShare = 0.015;

std::string randomFirstNames(const WordLists& words, bool female, Random& random)
{
    std::string names = random.chance(0.25) ? random.pick(words.newcomerNames)
                                            : random.pick(female ? words.femaleNames : words.maleNames);
    if (random.chance(0.3)) {
        names += " " + random.pick(female ? words.femaleNames : words.maleNames);
    }
    return names;
}

std::string lettersOnly(const std::string& text)
{
    std::string result;
    for (const char c : withoutMarks(text)) {
        if ((c >= 'A' && c <= 'Z') || c == '-') {
            result += c;
        }
    }
    return result;
}

} // namespace

std::string randomSurname(const WordLists& words, Random& random)
{
    switch (random.weighted({0.45, 0.2, 0.35})) {
    case 0:
        return random.pick(words.surnames);
    case 1:
        return random.pick(words.dutchSurnames);
    default:
        return random.pick(words.newcomerSurnames);
    }
}

std::string randomHouseNumber(Random& random)
{
    const std::string number =
        std::to_string(random.chance(0.6) ? random.integer(1, 99) : random.integer(100, 899));
    switch (random.weighted({0.7, 0.15, 0.08, 0.07})) {
    case 1:
        return number + static_cast<char>('A' + random.integer(0, 5));
    case 2:
        return number + "-" + std::to_string(random.integer(1, 4));
    case 3:
        return number + " HS";
    default:
        return number;
    }
}

std::string randomPostcode(Random& random)
{
    const std::string digits = std::to_string(random.integer(1011, 9999));
    std::string letters;
    do {
        letters = {static_cast<char>('A' + random.integer(0, 25)),
                   static_cast<char>('A' + random.integer(0, 25))};
    } while (letters == "SA" || letters == "SD" || letters == "SS");
    return digits + letters;
}

std::string randomPhone(Random& random)
{
    switch (random.weighted({0.75, 0.15, 0.1})) {
    case 0:
        return "06" + randomDigits(random, 8);
    case 1:
        return "0" + std::to_string(random.integer(10, 79)) + randomDigits(random, 7);
    default:
        return "+316" + randomDigits(random, 8);
    }
}

std::string randomEmail(const std::string& firstNames, const std::string& surname, Random& random)
{
    static const std::vector<std::string> kHosts{"GMAIL.COM",  "HOTMAIL.COM", "OUTLOOK.COM", "ZIGGO.NL",
                                                 "KPNMAIL.NL", "XS4ALL.NL",   "LIVE.NL",     "YAHOO.COM"};
    const std::string first = lettersOnly(firstNames.substr(0, firstNames.find(' ')));
    const std::string last = lettersOnly(surname);
    const std::string host = "@" + random.pick(kHosts);
    switch (random.weighted({0.4, 0.3, 0.3})) {
    case 0:
        return first.substr(0, 1) + "." + last + host;
    case 1:
        return first + std::to_string(random.integer(1, 99)) + host;
    default:
        return first + (random.chance(0.3) ? "_" : ".") + last + host;
    }
}

Applicant randomApplicant(const WordLists& words, Random& random)
{
    Applicant person;
    person.female = random.chance(0.5);
    person.surname = randomSurname(words, random);
    person.firstNames = randomFirstNames(words, person.female, random);
    person.birth = random.chance(kImpossibleDayShare) ? impossibleDay(random, 1950, 2012)
                                                      : randomDay(random, 1945, 2012);
    person.birthPlace = random.pick(words.birthPlaces);
    person.birthCountry = random.pick(words.countries);
    person.nationality = random.pick(words.nationalities);
    person.street = random.pick(words.streets);
    person.houseNumber = randomHouseNumber(random);
    person.postcode = randomPostcode(random);
    person.place = random.pick(words.places);
    person.phone = randomPhone(random);
    person.email = randomEmail(person.firstNames, person.surname, random);
    person.vNumber = randomDigits(random, 10);
    person.bsnValid = !random.chance(kWrongBsnShare);
    person.bsn = randomBsn(random, person.bsnValid);
    person.signedOn = randomDay(random, 2025, 2025);
    person.selfEmployed = random.chance(0.4);
    return person;
}

} // namespace scanstraat::synth
