// SPDX-License-Identifier: EUPL-1.2
#include "ident/SeparatorSheet.h"

#include "ident/PatchReader.h"

#include <algorithm>

namespace scanstraat::ident {

bool SeparatorCodes::hasCode39(const std::string& text) const
{
    return std::ranges::find(code39, text) != code39.end();
}

std::string SeparatorCodes::patchOn(const page::PageImage& image) const
{
    if (patches.empty()) {
        return {};
    }
    const std::optional<form::PatchCode> code = readPatchCode(image);
    const bool separates = code && std::ranges::find(patches, *code) != patches.end();
    return separates ? "patch:" + form::toString(*code) : "";
}

} // namespace scanstraat::ident
