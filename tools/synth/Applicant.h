// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Numbers.h"
#include "Random.h"
#include "WordLists.h"

#include <string>

namespace scanstraat::synth {

/// The facts of one made-up person; they agree over all pages of an application. Capitals.
struct Applicant
{
    bool female = false;
    std::string surname;
    std::string firstNames;
    Day birth;
    std::string birthPlace;
    std::string birthCountry;
    std::string nationality;
    std::string street;
    std::string houseNumber;
    std::string postcode;
    std::string place;
    std::string phone;
    std::string email;
    std::string vNumber;
    std::string bsn;
    bool bsnValid = true;
    Day signedOn;
    bool selfEmployed = false;

    [[nodiscard]] std::string fullName() const { return firstNames + " " + surname; }
};

[[nodiscard]] Applicant randomApplicant(const WordLists& words, Random& random);

/// Names, addresses and numbers on their own, for the other people and firms on a form.
[[nodiscard]] std::string randomSurname(const WordLists& words, Random& random);
[[nodiscard]] std::string randomHouseNumber(Random& random);
[[nodiscard]] std::string randomPostcode(Random& random);
[[nodiscard]] std::string randomPhone(Random& random);

/// An address made of a name: "J.EL-AMRANI@GMAIL.COM".
[[nodiscard]] std::string randomEmail(const std::string& firstNames, const std::string& surname,
                                      Random& random);

} // namespace scanstraat::synth
