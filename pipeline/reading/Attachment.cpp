// SPDX-License-Identifier: EUPL-1.2
#include "reading/Attachment.h"

namespace scanstraat::reading {

std::string AttachmentNumber::text() const
{
    std::string text;
    for (const CharacterReading& digit : digits) {
        text += digit.text;
    }
    return text;
}

} // namespace scanstraat::reading
