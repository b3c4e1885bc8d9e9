// SPDX-License-Identifier: EUPL-1.2
// Likelihoods of broken rules are shares of what people write, divided by how many such texts there are to
// one that obeys. The shares are estimates: no counted sample of filled-in forms is known.
#include "rules/Grammar.h"

#include <array>

namespace scanstraat::rules {

namespace {

/// One BSN in fifty is written wrongly; ten of eleven numbers fail the elfproef.
constexpr double kFailsElfproef = 0.02 / 10.0;
/// One date in five hundred does not exist though day and month do; 6 or 7 of 372 such pairs.
constexpr double kNoSuchDay = 0.002 * 372.0 / 6.0;
/// Day and month exchanged, or a month that does not exist.
constexpr double kNoSuchMonth = 0.005;
constexpr double kOddYear = 0.002;
constexpr double kOddPostcode = 0.002;
constexpr double kOddPhone = 0.02;
constexpr double kOddAmount = 0.02;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Nine digits; what follows them does not matter.
class Elfproef : public Grammar
{
public:
    [[nodiscard]] State after(State state, std::size_t cell, char character) const override
    {
        constexpr std::size_t kDigits = 9;
        if (cell >= kDigits || state == kIncomplete) {
            return state;
        }
        if (!isDigit(character)) {
            return kIncomplete;
        }
        const int weight = cell + 1 == kDigits ? -1 : static_cast<int>(kDigits - cell);
        return (state + (weight + kModulus) * (character - '0')) % kModulus;
    }

    [[nodiscard]] double likelihood(State end) const override { return end == 0 ? 1.0 : kFailsElfproef; }
    [[nodiscard]] std::string name() const override { return "elfproef"; }

private:
    static constexpr int kModulus = 11;
    static constexpr State kIncomplete = kModulus;
};

/// Two cells for the day, two for the month, four for the year. Day and month may have one digit, in either
/// cell.
class Calendar : public Grammar
{
public:
    [[nodiscard]] State after(State state, std::size_t cell, char character) const override
    {
        const int digit = isDigit(character) ? character - '0' : -1;
        if (cell < 4) {
            const int value = state % kHundred;
            const int next = state - value + (digit < 0 ? value : value * 10 % kHundred + digit);
            return cell == 1 ? dayOf(next) * kHundred : cell == 3 ? pairOf(next) * kYears : next;
        }
        const int pair = state / kYears;
        const int year = state % kYears;
        if (digit < 0 || year == kOdd) {
            return pair * kYears + kOdd;
        }
        const int longer = year * 10 + digit;
        const bool isOdd = cell == 5 && longer != 19 && longer != 20;
        return pair * kYears + (isOdd ? kOdd : longer);
    }

    [[nodiscard]] double likelihood(State end) const override
    {
        const int year = end % kYears;
        const bool isLeap = year % 4 == 0 && year != 1900; // the rule of centuries spares 2000
        static constexpr std::array kOfPair{1.0, 1.0, kNoSuchDay, kNoSuchMonth};
        const auto pair = static_cast<std::size_t>(end / kYears);
        const double ofPair = pair == kLeapDay && !isLeap ? kNoSuchDay : kOfPair.at(pair);
        return ofPair * (year == kOdd ? kOddYear : 1.0);
    }

    [[nodiscard]] std::string name() const override { return "kalender"; }

private:
    static constexpr int kHundred = 100;
    static constexpr int kYears = 10000;
    static constexpr int kOdd = 9999; ///< a year that is none, or before 1900 or after 2099
    enum Pair { kFine, kLeapDay, kNoDay, kNoMonth };

    /// 1 to 31; 32: no day.
    static int dayOf(int value) { return value >= 1 && value <= 31 ? value : 32; }

    static int pairOf(State state)
    {
        static constexpr std::array kLengths{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        const int day = state / kHundred;
        const int month = state % kHundred;
        if (month < 1 || month > 12 || day > 31) {
            return kNoMonth;
        }
        if (day > kLengths.at(static_cast<std::size_t>(month - 1))) {
            return kNoDay;
        }
        return day == 29 && month == 2 ? kLeapDay : kFine;
    }
};

/// Four digits, the first not 0, and two letters, not SA, SD or SS.
class Postcode : public Grammar
{
public:
    [[nodiscard]] State after(State state, std::size_t cell, char character) const override
    {
        if (cell == 0) {
            return character == '0' ? kOdd : kStart;
        }
        if (cell == 4 && character == 'S') {
            return state | kAfterS;
        }
        const bool isForbidden = character == 'A' || character == 'D' || character == 'S';
        return cell == 5 && (state & kAfterS) != 0 && isForbidden ? state | kOdd : state;
    }

    [[nodiscard]] double likelihood(State end) const override
    {
        return (end & kOdd) != 0 ? kOddPostcode : 1.0;
    }

    [[nodiscard]] std::string name() const override { return "postcode"; }

private:
    static constexpr State kAfterS = 1;
    static constexpr State kOdd = 2;
};

/// Begins with 0 or +, and has no other +.
class Phone : public Grammar
{
public:
    [[nodiscard]] State after(State state, std::size_t /*cell*/, char character) const override
    {
        if (character == ' ' || state == kOdd) {
            return state;
        }
        if (state == kStart) {
            return character == '0' || character == '+' ? kBegun : kOdd;
        }
        return character == '+' ? kOdd : kBegun;
    }

    [[nodiscard]] double likelihood(State end) const override { return end == kOdd ? kOddPhone : 1.0; }
    [[nodiscard]] std::string name() const override { return "telefoonnummer"; }

private:
    static constexpr State kBegun = 1;
    static constexpr State kOdd = 2;
};

/// A minus stands before all digits.
class Amount : public Grammar
{
public:
    [[nodiscard]] State after(State state, std::size_t /*cell*/, char character) const override
    {
        if (character == ' ' || state == kOdd) {
            return state;
        }
        return character == '-' && state != kStart ? kOdd : kBegun;
    }

    [[nodiscard]] double likelihood(State end) const override { return end == kOdd ? kOddAmount : 1.0; }
    [[nodiscard]] std::string name() const override { return "bedrag"; }

private:
    static constexpr State kBegun = 1;
    static constexpr State kOdd = 2;
};

} // namespace

std::unique_ptr<const Grammar> grammarOf(const form::Field& field)
{
    switch (field.kind) {
    case form::FieldKind::bsn:
    case form::FieldKind::rsin:
        return std::make_unique<Elfproef>();
    case form::FieldKind::date:
        return field.groups == std::vector{2, 2, 4} ? std::make_unique<Calendar>() : nullptr;
    case form::FieldKind::postcode:
        return std::make_unique<Postcode>();
    case form::FieldKind::phone:
        return std::make_unique<Phone>();
    case form::FieldKind::money:
        return std::make_unique<Amount>();
    default:
        return nullptr;
    }
}

} // namespace scanstraat::rules
