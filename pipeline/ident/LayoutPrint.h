// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "page/RegisteredPage.h"

#include <opencv2/core.hpp>

namespace scanstraat::ident {

/// Where ink stands on a scan, seen from a distance. Black areas larger than anything printed, such as the
/// scanner's bed, are none.
class PageInk
{
public:
    /// `image` must be wide and high enough for a page: 64 pixels.
    explicit PageInk(const page::PageImage& image);

    /// Ink on the grid of a page that lies so (32-bit float, 0..1).
    [[nodiscard]] cv::Mat grid(reading::Registration registration) const;

    /// Likewise for any area of the form and any cell size in mm, not blurred.
    [[nodiscard]] cv::Mat cells(reading::Registration registration, const RectMm& area, double cellMm) const;

    /// On the same grid 255 where the cell lies in the scan and in no such black area, else 0 (8-bit).
    [[nodiscard]] cv::Mat visible(const reading::Registration& registration) const;

    /// The ink itself: paper 255, full ink 0; its dpi is its own.
    [[nodiscard]] const page::PageImage& picture() const { return ink_; }
    /// Pixels of the scan per pixel of the picture.
    [[nodiscard]] double shrink() const { return shrink_; }

private:
    page::PageImage ink_;
    cv::Mat solid_; ///< 255 in black areas, likewise
    double shrink_ = 1.0;
};

/// Where ink stands on a page, on a grid of 2 mm cells, blurred by about a cell: a page's fingerprint.
class LayoutPrint
{
public:
    static constexpr double kCellMm = 2.0;

    /// What a filled-in copy of the page is expected to look like. Answers are masked out.
    explicit LayoutPrint(const form::Page& page);

    /// Correlation of a scan's PageInk::grid with this page outside its answers, -1..1. The right page has
    /// 0.94 and more as printed, wrong ones up to 0.66 (tests/unit/ident/LayoutPrintTest.cpp).
    [[nodiscard]] double similarity(const cv::Mat& observed) const;

    /// Square millimetres of ink where this page prints nothing and nobody is asked to write, in
    /// PageInk::grid.
    [[nodiscard]] double foreignInk(const cv::Mat& observed) const;

    /// Ink shares up to the darkest that counts: a stamp or a black corner must not outweigh a page of text.
    [[nodiscard]] static cv::Mat clipped(const cv::Mat& ink);

    /// Share of this page's print (outside its answers, where `visible`) of which PageInk::grid shows
    /// nothing, 0..1: something lies over it, or it was torn off.
    [[nodiscard]] double missingPrint(const cv::Mat& observed, const cv::Mat& visible) const;

    /// What PageInk::grid is expected to be, clipped.
    [[nodiscard]] const cv::Mat& printed() const { return printed_; }
    /// 1 outside answers and marks, else 0.
    [[nodiscard]] const cv::Mat& weight() const { return weight_; }

    /// Means of `pool` by `pool` cells of such a grid; what lies beyond it is empty.
    [[nodiscard]] static cv::Mat pooled(const cv::Mat& grid, cv::Size size, int pool);

private:
    cv::Mat printed_;
    cv::Mat expected_; ///< deviation from the mean, weighted
    double expectedNorm_ = 0.0;
    cv::Mat free_; ///< 1 where nothing is printed and nothing asked for, else 0
    cv::Mat weight_;
    double total_ = 0.0;
};

} // namespace scanstraat::ident
