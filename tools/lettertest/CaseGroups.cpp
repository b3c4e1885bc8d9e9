// SPDX-License-Identifier: EUPL-1.2
#include "CaseGroups.h"

#include <algorithm>
#include <map>

namespace scanstraat::lettertest {

Fields those(const Cases& cases, const Condition& condition)
{
    Fields fields;
    for (const LetterCase& one : cases.fields) {
        if (condition(one)) {
            fields.push_back(&one);
        }
    }
    return fields;
}

Fields filled(const Cases& cases, bool isComb)
{
    return those(
        cases, [&](const LetterCase& one) { return one.isFilled && !one.isTyped() && one.isComb == isComb; });
}

std::size_t count(const Fields& fields, const Condition& condition)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(fields, [&](const LetterCase* one) { return condition(*one); }));
}

/// Fields by a name of theirs, sorted by it.
std::vector<std::pair<std::string, Fields>> grouped(const Fields& fields, const std::string LetterCase::*name)
{
    std::map<std::string, Fields> groups;
    for (const LetterCase* one : fields) {
        groups[one->*name].push_back(one);
    }
    return {groups.begin(), groups.end()};
}

std::string nameOf(bool isComb)
{
    return isComb ? "combs" : "lines";
}

std::vector<charts::Belief> beliefsOf(const Fields& fields)
{
    std::vector<charts::Belief> beliefs;
    for (const LetterCase* one : fields) {
        beliefs.push_back({one->confidence, one->isRight});
    }
    return beliefs;
}

Confusion confusionOf(const Fields& fields)
{
    Confusion confusion;
    for (const LetterCase* one : fields) {
        confusion.add(one->written, one->read);
    }
    return confusion;
}

} // namespace scanstraat::lettertest
