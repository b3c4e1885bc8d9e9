// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "align/InkPieces.h"
#include "align/MarkShapeModel.h"
#include "page/PageImage.h"

#include <optional>
#include <span>
#include <vector>

namespace scanstraat::align {

/// Resolution of a picture in both directions.
struct Resolution
{
    Dpi x;
    Dpi y;
};

/// Tells a picture's resolution by its marks, whatever the file says: by at least three things that look like
/// the marks, have one size and lie as far apart as that size demands. The sheet must take half of the
/// picture's longer side. Pixels may be uneven as those of a coarse fax (204 x 98 dpi).
class ResolutionFinder
{
public:
    explicit ResolutionFinder(const page::PageImage& image);

    /// A usual resolution (100 to 600 dpi) where a print of 0.91 to 1.06 times its size explains the rest,
    /// else as the marks have it, to about 1 %; what lies there must still be checked. None where no three
    /// marks fit.
    [[nodiscard]] std::optional<Resolution> find(std::span<const Mark> marks) const;

    /// By two marks alone, where no three fit: at most two, the likeliest first, none that is the file's own.
    /// Likewise, to a few percent and often wrong: holes and bullets may lie so, too.
    [[nodiscard]] std::vector<Resolution> guess(std::span<const Mark> marks) const;

private:
    std::vector<InkPiece> pieces_; ///< in pixels of the overview
    cv::Size size_;                ///< of the overview
    double shrink_ = 1.0;          ///< pixels of the image per pixel of the overview
    double dpi_ = 0.0;             ///< of the image, by its file
};

} // namespace scanstraat::align
