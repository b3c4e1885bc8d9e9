// SPDX-License-Identifier: EUPL-1.2
#include "reading/PageReading.h"

namespace scanstraat::reading {

std::string toString(PageClass pageClass)
{
    constexpr std::array<const char*, kPageClasses.size()> kNames{
        "form", "attachment", "blank", "unknown", "rejected", "failed", "separator"};
    return kNames.at(static_cast<std::size_t>(pageClass));
}

} // namespace scanstraat::reading
