// SPDX-License-Identifier: EUPL-1.2
//
// Numbers and dates are compared sign by sign with all that the readers hold possible (Fellegi and Sunter's
// weights, with the readings' probabilities in place of a yes or no), names word by word with the letters
// that differ. People write a digit wrong, or their citizen service number where the V-number belongs: no
// contradiction of one fact is beyond doubt.
#include "dossier/PersonClues.h"

#include "base/EditDistance.h"
#include "base/Utf8.h"
#include "dossier/PersonFields.h"
#include "dossier/Templates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <sstream>

namespace scanstraat::dossier {

namespace {

using reading::CharacterReading;
using reading::FieldReading;

constexpr std::size_t kVNumberDigits = 10;
constexpr std::size_t kDateDigits = 8;
constexpr double kUnnamed = 1e-3;  ///< probability of a sign that a reading does not name
constexpr double kOneWrong = 0.02; ///< share of numbers in which the writer got one digit wrong
constexpr double kOther = 0.005;   ///< share of fields that hold something else than they should

/// How many values a digit of a birth date may have, as far as it matters: few are born on the 35th.
constexpr std::array<double, kDateDigits> kDateChoices{3.0, 10.0, 1.6, 8.0, 1.7, 1.7, 7.0, 10.0};

/// Of a value that has no signs of its own, as a typed one.
Signs evenSigns(const std::string& digits, double confidence)
{
    Signs signs;
    const double each =
        std::pow(confidence, 1.0 / static_cast<double>(std::max<std::size_t>(1, digits.size())));
    for (const char digit : digits) {
        signs.push_back({{}, std::string(1, digit), each, {}});
    }
    return signs;
}

Signs writtenSigns(const FieldReading& field, std::size_t count, const std::string& digits)
{
    if (field.characters.size() == count &&
        std::ranges::any_of(field.characters, [](const auto& sign) { return !sign.text.empty(); })) {
        return field.characters;
    }
    return digits.size() == count ? evenSigns(digits, field.confidence) : Signs();
}

/// "07031985" of "1985-03-07"
std::string dayMonthYear(const std::string& iso)
{
    constexpr std::size_t kIsoLength = 10;
    return iso.size() == kIsoLength ? iso.substr(8, 2) + iso.substr(5, 2) + iso.substr(0, 4) : "";
}

/// What is written about somebody who may be the applicant.
void addMentioned(PersonClues& clues, const FieldReading& field, const PersonFields& mentioned)
{
    if (mentioned.birthDate.contains(field.fieldId)) {
        clues.dates.push_back(dayMonthYear(field.value));
    } else if (mentioned.name.contains(field.fieldId)) {
        std::istringstream words(field.value);
        std::string word;
        while (words >> word) {
            clues.words.push_back(word);
        }
    }
}

void addName(PersonClues& clues, const FieldReading& field)
{
    std::istringstream words(field.value);
    std::string word;
    const std::size_t before = clues.names.size();
    while (words >> word) {
        clues.names.push_back(word);
    }
    if (clues.names.size() == before) {
        return;
    }
    double sum = 0.0;
    for (const CharacterReading& sign : field.characters) {
        sum += sign.probability;
    }
    const double surety =
        field.characters.empty() ? field.confidence : sum / static_cast<double>(field.characters.size());
    clues.nameSurety = before == 0 ? surety : std::min(clues.nameSurety, surety);
}

double probabilityOf(const CharacterReading& sign, const std::string& text)
{
    if (sign.text == text) {
        return std::max(sign.probability, kUnnamed);
    }
    const auto named = std::ranges::find(sign.alternatives, text, &reading::Alternative::value);
    return named == sign.alternatives.end() ? kUnnamed : std::max(named->probability, kUnnamed);
}

/// Probability that both signs stand for one digit.
double agreement(const CharacterReading& a, const CharacterReading& b)
{
    double sum = 0.0;
    for (char digit = '0'; digit <= '9'; ++digit) {
        const std::string text(1, digit);
        sum += probabilityOf(a, text) * probabilityOf(b, text);
    }
    return std::min(sum, 1.0);
}

/// `choicesOf(i)`: among how many values the digit at `i` is.
template <typename Choices>
double compareSigns(const Signs& a, const Signs& b, const Choices& choicesOf)
{
    if (a.size() != b.size()) {
        return 0.0;
    }
    double allRight = 1.0;
    double leastRatio = 1.0;
    std::size_t compared = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!a[i].text.empty() && !b[i].text.empty()) {
            const double ratio = agreement(a[i], b[i]) * choicesOf(i);
            allRight *= ratio;
            leastRatio = std::min(leastRatio, ratio);
            ++compared;
        }
    }
    if (compared == 0 || 2 * compared < a.size()) {
        return 0.0;
    }
    const double oneWrong = kOneWrong / static_cast<double>(compared) * allRight / leastRatio;
    return std::log((1.0 - kOneWrong - kOther) * allRight + oneWrong + kOther);
}

constexpr double kAlike =
    0.65; ///< words this alike are one word, misread: 1 is equal, 0 has nothing in common
constexpr double kLetter = 0.5; ///< what a letter that agrees weighs; names are far from random letters
constexpr double kParticleLetter = 0.1; ///< likewise in words that half of all names have
constexpr double kMostName = 6.0;
constexpr double kLeastName = -5.0; ///< a maiden name, a name in other letters, another one who signed

double alikeness(const std::string& a, const std::string& b)
{
    const std::vector<std::string> lettersA = charactersOf(a);
    const std::vector<std::string> lettersB = charactersOf(b);
    const std::size_t longest = std::max(lettersA.size(), lettersB.size());
    return 1.0 - static_cast<double>(editDistance(lettersA, lettersB)) / static_cast<double>(longest);
}

bool isParticle(const std::string& word)
{
    static const std::set<std::string> kParticles{"VAN", "DER", "DEN", "DE", "TEN", "TER", "HET", "VON",
                                                  "EL",  "AL",  "BIN", "LA", "LE",  "DA",  "DOS"};
    return kParticles.contains(word);
}

/// "J." or "J" for JAN says nothing.
bool isInitial(const std::string& word)
{
    return charactersOf(word).size() < 2 || (word.size() == 2 && word[1] == '.');
}

/// By the words of the shorter name, each with the word of the other that is most like it.
double compareNames(const PersonClues& a, const PersonClues& b)
{
    if (a.names.empty() || b.names.empty()) {
        return 0.0;
    }
    const bool fewer = a.names.size() <= b.names.size();
    const std::vector<std::string>& words = fewer ? a.names : b.names;
    const std::vector<std::string>& others = fewer ? b.names : a.names;
    double sum = 0.0;
    for (const std::string& word : words) {
        if (isInitial(word)) {
            continue;
        }
        double best = 0.0;
        for (const std::string& other : others) {
            best = std::max(best, alikeness(word, other));
        }
        const double letters = static_cast<double>(charactersOf(word).size());
        const double weight = letters * (isParticle(word) ? kParticleLetter : kLetter);
        sum += best >= kAlike ? weight * (2.0 * best - 1.0) : -2.0 * weight * (kAlike - best);
    }
    const double surety = std::min(a.nameSurety, b.nameSurety);
    return sum > 0.0 ? std::min(sum, kMostName) : std::max(sum, kLeastName) * surety * surety;
}

PersonClues cluesOf(const reading::Attachment& attachment)
{
    PersonClues clues;
    for (const reading::AttachmentNumber& number : attachment.numbers) {
        if (number.isVNumber && clues.vNumber.empty()) {
            clues.vNumber = number.digits;
        } else {
            clues.numbers.push_back(number.digits);
        }
    }
    for (const std::string& date : attachment.dates) {
        clues.dates.push_back(dayMonthYear(date));
    }
    clues.words = attachment.words;
    return clues;
}

/// The digits of the same kind; another number beside them, a telephone number or a file's, speaks against
/// nobody.
double compareNumbers(const PersonClues& a, const PersonClues& b)
{
    const auto choices = [](std::size_t) { return 10.0; };
    double best = compareSigns(a.vNumber, b.vNumber, choices);
    for (const Signs& number : a.numbers) {
        best = std::max(best, compareSigns(number, b.vNumber, choices));
    }
    for (const Signs& number : b.numbers) {
        best = std::max(best, compareSigns(a.vNumber, number, choices));
    }
    return best;
}

std::string textOf(const Signs& signs)
{
    std::string text;
    for (const CharacterReading& sign : signs) {
        text += sign.text;
    }
    return text;
}

/// A birth date among all dates on an attachment; others speak against nobody.
double findDate(const Signs& birthDate, const std::vector<std::string>& dates)
{
    constexpr double kFound = 4.0;
    const bool isThere = !birthDate.empty() && std::ranges::find(dates, textOf(birthDate)) != dates.end();
    return isThere ? kFound : 0.0;
}

bool isAmong(const std::string& name, const std::vector<std::string>& words)
{
    constexpr std::size_t kLong = 5; // from here on one letter may be read wrong
    return std::ranges::any_of(words, [&name](const std::string& word) {
        return word == name || (name.size() >= kLong && editDistance(word, name) <= 1);
    });
}

/// A name in a text: all of it, or parts, which relatives may have in common.
double findName(const std::vector<std::string>& names, const std::vector<std::string>& words)
{
    constexpr double kWhole = 5.0;
    constexpr double kPart = 1.0;
    std::size_t sought = 0;
    std::size_t found = 0;
    for (const std::string& name : names) {
        if (!isInitial(name) && !isParticle(name)) {
            ++sought;
            found += isAmong(name, words) ? 1 : 0;
        }
    }
    return found == 0 ? 0.0 : found == sought && sought > 1 ? kWhole : kPart;
}

} // namespace

PersonClues cluesOf(const reading::PageReading& page, std::span<const form::FormTemplate> templates)
{
    if (page.attachment) {
        return cluesOf(*page.attachment);
    }
    PersonClues clues;
    const form::FormTemplate* form = reading::isFormPage(page) ? findTemplate(templates, page.form) : nullptr;
    if (form == nullptr) {
        return clues;
    }
    const PersonFields fields = applicantFieldsOf(*form);
    const PersonFields mentioned = fields.empty() ? firstOtherOf(*form) : PersonFields();
    for (const FieldReading& field : page.fields) {
        if (field.state == reading::FieldState::empty) {
            continue;
        }
        if (fields.vNumber.contains(field.fieldId) && clues.vNumber.empty()) {
            clues.vNumber = writtenSigns(field, kVNumberDigits, field.value);
        } else if (fields.birthDate.contains(field.fieldId) && clues.birthDate.empty()) {
            clues.birthDate = writtenSigns(field, kDateDigits, dayMonthYear(field.value));
        } else if (fields.name.contains(field.fieldId)) {
            addName(clues, field);
        } else {
            addMentioned(clues, field, mentioned);
        }
    }
    return clues;
}

Likeness compare(const PersonClues& a, const PersonClues& b)
{
    Likeness likeness;
    likeness.vNumber = compareNumbers(a, b);
    likeness.birthDate =
        compareSigns(a.birthDate, b.birthDate, [](std::size_t i) { return kDateChoices.at(i); }) +
        findDate(a.birthDate, b.dates) + findDate(b.birthDate, a.dates);
    likeness.name = compareNames(a, b) + findName(a.names, b.words) + findName(b.names, a.words);
    return likeness;
}

} // namespace scanstraat::dossier
