// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Random.h"

#include <string>

namespace scanstraat::synth {

/// The test of eleven of BSN and RSIN: 9a+8b+7c+6d+5e+4f+3g+2h-i divisible by 11, not all zero.
[[nodiscard]] bool passesElfproef(const std::string& nineDigits);

/// `count` random digits, the first one not 0.
[[nodiscard]] std::string randomDigits(Random& random, int count);

/// Nine digits that pass the elfproef (or, with `valid` false, just fail it: one digit is wrong).
[[nodiscard]] std::string randomBsn(Random& random, bool valid);

/// A day; years 1900 to 2099. `exists` is false for days such as 31-02 that no calendar has.
struct Day
{
    int day = 1;
    int month = 1;
    int year = 1980;

    [[nodiscard]] std::string iso() const;    ///< "1985-03-07"
    [[nodiscard]] std::string digits() const; ///< "07031985"
    [[nodiscard]] bool exists() const;
};

[[nodiscard]] Day randomDay(Random& random, int firstYear, int lastYear);

/// A day that no calendar has, such as 31-02 or 31-06.
[[nodiscard]] Day impossibleDay(Random& random, int firstYear, int lastYear);

} // namespace scanstraat::synth
