// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <optional>

namespace scanstraat::marks {

/// Hue and colourfulness of ink, however dark it is or how thinly it covers: what Cb and Cr (each -0.5..0.5)
/// differ from the paper's where ink of this colour lets no light back. Black and pencil are near 0, blue
/// ballpoint has a cb of about 0.25.
struct InkColour
{
    double cb = 0.0;
    double cr = 0.0;

    /// 0: grey.
    [[nodiscard]] double strength() const;
    [[nodiscard]] double distanceTo(const InkColour& other) const;
};

/// Mean colour of the ink in a cut-out. `chroma`: as RegisteredPage::cutChroma gives it; `dark`: darkness
/// against paper, 8-bit; `ink`: where ink is (not 0). All of one size. Nothing where the scan has no colours
/// or too little ink to tell (a dozen pixels).
[[nodiscard]] std::optional<InkColour> inkColourOf(const cv::Mat& chroma, const cv::Mat& dark,
                                                   const cv::Mat& ink);

} // namespace scanstraat::marks
