// SPDX-License-Identifier: EUPL-1.2
#include "app/SeparatorOption.h"

#include "base/Error.h"

#include <algorithm>

namespace scanstraat::app {

namespace {

constexpr const char* kCode39 = "code39:";
constexpr const char* kPatch = "patch:";
constexpr const char* kCode39Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";

[[noreturn]] void refuse(const std::string& word, const std::string& why)
{
    throw Error("separator \"" + word + "\": " + why, ExitCode::usage);
}

std::string code39Of(const std::string& word)
{
    std::string text = word.substr(std::string(kCode39).size());
    if (text.empty()) {
        refuse(word, "name the text of the barcode: code39:TEXT");
    }
    const std::size_t bad = text.find_first_not_of(kCode39Characters);
    if (bad != std::string::npos) {
        refuse(word, std::string("Code 39 has no '") + text[bad] +
                         "'; it has digits, capitals, space and - . $ / + %");
    }
    return text;
}

form::PatchCode patchOf(const std::string& word)
{
    const auto code = form::patchCodeFrom(word.substr(std::string(kPatch).size()));
    if (!code) {
        refuse(word, "there is no such patch code; known are 1, 2, 3, 4, 6 and T");
    }
    return *code;
}

} // namespace

ident::SeparatorCodes parseSeparators(const std::vector<std::string>& words)
{
    ident::SeparatorCodes codes{{}, {}};
    for (const std::string& word : words) {
        if (word == "none") {
            if (words.size() > 1) {
                refuse(word, "stands alone, or not at all");
            }
        } else if (word.starts_with(kCode39)) {
            codes.code39.push_back(code39Of(word));
        } else if (word.starts_with(kPatch)) {
            codes.patches.push_back(patchOf(word));
        } else {
            refuse(word, "is none of code39:TEXT, patch:1 to patch:T, none");
        }
    }
    return codes;
}

std::string separatorText(const ident::SeparatorCodes& codes)
{
    std::string text;
    for (const std::string& code : codes.code39) {
        text += (text.empty() ? "" : ", ") + std::string(kCode39) + code;
    }
    for (const form::PatchCode code : codes.patches) {
        text += (text.empty() ? "" : ", ") + std::string(kPatch) + form::toString(code);
    }
    return text.empty() ? "none" : text;
}

void requireApart(const ident::SeparatorCodes& codes, std::span<const form::FormTemplate> templates)
{
    for (const form::FormTemplate& form : templates) {
        for (const form::Page& page : form.pages) {
            if (page.barcode && codes.hasCode39(page.barcode->payload)) {
                refuse(kCode39 + page.barcode->payload, "is the barcode of form " + form.id);
            }
        }
    }
}

} // namespace scanstraat::app
