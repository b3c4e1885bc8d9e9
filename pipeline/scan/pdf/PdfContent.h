// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <qpdf/QPDFPageObjectHelper.hh>

#include <optional>

namespace scanstraat::scan {

/// A picture and where the page shows it.
struct PlacedPicture
{
    QPDFObjectHandle stream;
    double widthPt = 0.0;  ///< along the picture's rows
    double heightPt = 0.0; ///< along its columns
    int quarterTurns = 0;  ///< clockwise, 0 to 3: from the picture's pixels to the page as seen
};

/// The part of the page that is seen, in points, not turned. A page without a box is a US Letter, as
/// poppler has it.
[[nodiscard]] QPDFObjectHandle::Rectangle visibleBox(QPDFPageObjectHelper& page);

/// The picture that is all there is to see on the page, and that fills it. None where there is anything
/// else: text, lines, a second or an inline picture, an annotation, a filled-in field, transparency.
/// Invisible text, as recognition of letters leaves it, does not count. In doubt: none.
[[nodiscard]] std::optional<PlacedPicture> onlyPicture(QPDFPageObjectHelper& page);

} // namespace scanstraat::scan
