// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ident/LayoutPrint.h"
#include "ident/PrintFollower.h"

#include <span>
#include <vector>

namespace scanstraat::ident {

/// Finds where a sheet lies by what is printed on it alone, for scans without adjustment fields. Const
/// member functions are thread safe.
class LayoutSearch
{
public:
    /// `pages` must outlive the search.
    explicit LayoutSearch(std::span<const LayoutPrint* const> pages);

    /// Ways in which one of the pages may lie in the scan, likest first, at most three; empty where nothing
    /// looks like one. Right to a millimetre or two, mostly to half a millimetre; in any quarter turn, skewed
    /// up to 10 degrees, printed at 0.92 to 1.05 of its size. The registrations have a map and no marks.
    [[nodiscard]] std::vector<reading::Registration> find(const PageInk& ink) const;

private:
    struct Pose;
    struct Guess;

    [[nodiscard]] std::vector<Guess> guess(const PageInk& ink) const;
    void guessIn(const cv::Mat& observed, const Pose& pose, std::vector<Guess>& guesses) const;
    [[nodiscard]] double similarity(std::size_t page, const cv::Mat& cells) const;

    std::vector<const LayoutPrint*> pages_;
    std::vector<PrintFollower> followers_; ///< with cells of 4 mm
    std::vector<cv::Mat> weighted_; ///< of each page: weight times deviation from the mean, cells of 8 mm
    std::vector<cv::Mat> weights_;
    std::vector<double> norms_;
};

} // namespace scanstraat::ident
