// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "align/InkPieces.h"
#include "align/MarkShapeModel.h"
#include "page/PageImage.h"

#include <optional>
#include <vector>

namespace scanstraat::align {

/// Something that looks like an adjustment field.
struct MarkCandidate
{
    cv::Point2d centre; ///< centroid of its ink, in pixels of the scan
    double scale = 1.0; ///< its size over the mark's by the dpi of the scan
};

/// Finds what looks like one adjustment field anywhere in a page, in its overview, and measures a found one
/// exactly in the scan itself. Const member functions are thread safe.
class MarkFinder
{
public:
    /// `image` must outlive the finder.
    explicit MarkFinder(const page::PageImage& image);
    explicit MarkFinder(const page::PageImage&& image) = delete;

    [[nodiscard]] const page::PageImage& image() const { return image_; }

    /// Everything that has the mark's shape and about its size (0.75 to 1.3 times), the likest first; at
    /// most 40.
    [[nodiscard]] std::vector<MarkCandidate> find(const Mark& mark) const;

    /// Centroid of the largest piece of ink within about the mark's size of `about`, in pixels of the scan,
    /// to a fraction of a pixel; none where there is no ink or the scan ends inside it.
    [[nodiscard]] std::optional<cv::Point2d> measure(const Mark& mark, cv::Point2d about) const;

private:
    const page::PageImage& image_;
    double shrink_ = 1.0;          ///< scan pixels per overview pixel
    std::vector<InkPiece> pieces_; ///< in pixels of the overview
};

} // namespace scanstraat::align
