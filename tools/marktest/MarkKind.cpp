// SPDX-License-Identifier: EUPL-1.2
#include "MarkKind.h"

#include "base/Error.h"

#include <algorithm>

namespace scanstraat::marktest {

const std::vector<MarkKind>& markKinds()
{
    static const std::vector<MarkKind> kinds = [] {
        std::vector<MarkKind> all;
        for (auto part : {emptyKinds(), crossedKinds(), blackKinds(), unclearKinds()}) {
            std::ranges::move(part, std::back_inserter(all));
        }
        return all;
    }();
    return kinds;
}

std::size_t kindNamed(const std::string& name)
{
    const auto found = std::ranges::find(markKinds(), name, &MarkKind::name);
    if (found == markKinds().end()) {
        throw Error("no mark is called " + name);
    }
    return static_cast<std::size_t>(found - markKinds().begin());
}

} // namespace scanstraat::marktest
