// SPDX-License-Identifier: EUPL-1.2
#include "reading/PageReading.h"

namespace scanstraat::reading {

std::string toString(PageClass pageClass)
{
    constexpr auto kNames = std::to_array<const char*>(
        {"form", "attachment", "blank", "unknown", "rejected", "failed", "separator", "cover", "needless"});
    static_assert(kNames.size() == kPageClasses.size());
    return kNames.at(static_cast<std::size_t>(pageClass));
}

bool isFormPage(const PageReading& page)
{
    return page.pageClass == PageClass::form || page.pageClass == PageClass::cover ||
           page.pageClass == PageClass::needless;
}

} // namespace scanstraat::reading
