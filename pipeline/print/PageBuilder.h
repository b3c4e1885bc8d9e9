// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "print/Typesetter.h"

#include <string>
#include <vector>

namespace scanstraat::print {

/// Rounds to a hundredth of a millimetre: what templates hold.
[[nodiscard]] double rounded(double mm);
[[nodiscard]] RectMm rounded(const RectMm& area);

/// Puts printed matter on a page; all places are rounded on the way.
class PageBuilder
{
public:
    explicit PageBuilder(form::Page& page) : page_(page) {}

    [[nodiscard]] form::Page& page() { return page_; }

    /// One run of text in one line; returns its width.
    double text(PointMm baseline, const std::string& words, const TextStyle& style, bool white = false);
    void textEndingAt(PointMm baseline, const std::string& words, const TextStyle& style);

    /// Lines below each other from the first baseline, at most `widthMm` wide; returns how many there are.
    int wrapped(PointMm baseline, const std::string& words, const TextStyle& style, double widthMm);

    /// Paragraphs with their list signs and bold marks (see Outline); returns the y below the last line.
    double paragraphs(PointMm top, const std::vector<std::string>& texts, double widthMm);

    void box(const RectMm& area, double lineMm, std::optional<double> grey = std::nullopt);
    void line(PointMm from, PointMm to, double widthMm);

private:
    form::Page& page_;
};

/// Distance of two baselines.
[[nodiscard]] double leadingMm(const TextStyle& style);
/// Height of a capital.
[[nodiscard]] double capitalMm(const TextStyle& style);

inline constexpr TextStyle kBody{9.0, false};
inline constexpr TextStyle kBodyBold{9.0, true};
inline constexpr TextStyle kLabel{9.5, false};
inline constexpr TextStyle kLabelBold{9.5, true};
inline constexpr TextStyle kCaption{8.0, false};
inline constexpr TextStyle kSection{11.0, true};
inline constexpr TextStyle kSubsection{9.5, true};
inline constexpr TextStyle kTitle{16.0, true};

} // namespace scanstraat::print
