// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "GlyphStore.h"

#include <unordered_map>
#include <vector>

namespace scanstraat::synth {

/// Keeps wrongly labelled pictures out of the truth: about 2 % of the collections' labels are wrong.
/// A picture is doubtful when all its nearest neighbours are one other character (digits are compared
/// with digits, capitals with capitals). Drops a few ugly but right ones, too. Not thread safe.
class LabelCheck
{
public:
    /// `sources` must outlive the check.
    explicit LabelCheck(const std::vector<GlyphSource>& sources);

    [[nodiscard]] bool isDoubtful(const Glyph& glyph);

private:
    struct Reference
    {
        const Glyph* glyph = nullptr;
        cv::Mat features;
    };

    [[nodiscard]] bool compare(const Glyph& glyph) const;

    std::vector<Reference> digits_;
    std::vector<Reference> capitals_;
    std::unordered_map<const Glyph*, bool> known_;
};

/// Whether a sign of true size has the size and shape that it should have; wrong ones are mostly half a
/// sign or a slip of the pen.
[[nodiscard]] bool isPlausibleSign(const Glyph& glyph);

} // namespace scanstraat::synth
