// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "page/RegisteredPage.h"

#include <opencv2/core.hpp>

namespace scanstraat::ident {

/// Where ink stands on a scan, seen from a distance.
class PageInk
{
public:
    /// `image` must be wide and high enough for a page: 60 pixels.
    explicit PageInk(const page::PageImage& image);

    /// Ink on the grid of a page that lies so (32-bit float, 0..1).
    [[nodiscard]] cv::Mat grid(reading::Registration registration) const;

private:
    page::PageImage ink_; ///< paper 255, full ink 0
    double shrink_ = 1.0; ///< pixels of the scan per pixel of `ink_`
};

/// Where ink stands on a page, on a grid of 2 mm cells, blurred by about a cell: a page's fingerprint.
class LayoutPrint
{
public:
    /// What a filled-in copy of the page is expected to look like. Answers are masked out.
    explicit LayoutPrint(const form::Page& page);

    /// Correlation of a scan's PageInk::grid with this page outside its answers, -1..1. The right page has
    /// 0.94 and more as printed, wrong ones up to 0.66 (tests/unit/ident/LayoutPrintTest.cpp).
    [[nodiscard]] double similarity(const cv::Mat& observed) const;

    /// Square millimetres of ink where this page prints nothing and nobody is asked to write, in
    /// PageInk::grid.
    [[nodiscard]] double foreignInk(const cv::Mat& observed) const;

private:
    cv::Mat expected_; ///< deviation from the mean, weighted
    double expectedNorm_ = 0.0;
    cv::Mat free_;   ///< 1 where nothing is printed and nothing asked for, else 0
    cv::Mat weight_; ///< 1 outside answers and marks, else 0
    double total_ = 0.0;
};

} // namespace scanstraat::ident
