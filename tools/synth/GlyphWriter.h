// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "GlyphStore.h"
#include "LabelCheck.h"
#include "Writer.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace scanstraat::synth {

/// Hands put together from stored pictures of real handwriting: one person's letters and digits, and
/// what that person did not write from another one with strokes as thick.
class GlyphWriters : public WriterSource
{
public:
    /// Throws as loadGlyphs does.
    explicit GlyphWriters(const std::filesystem::path& root);

    /// The writer uses the pictures of this object: it must live longer.
    [[nodiscard]] std::unique_ptr<Writer> next(Random& random) override;

private:
    /// One person, or a whole source whose writers are not known.
    struct Hand
    {
        const GlyphSource* source = nullptr;
        std::string name;
        const GlyphsByCharacter* glyphs = nullptr;
        bool onePerson = true;
        int capitals = 0; ///< different ones
        int digits = 0;
        int signs = 0;
        double strokeShare = 0.0;
    };

    void addHand(const GlyphSource& source, std::int32_t writer, const GlyphsByCharacter& glyphs);
    const Hand& pickPrimary(Random& random) const;
    const Hand* pickDonor(int Hand::*content, int least, double strokeShare, Random& random) const;

    std::vector<GlyphSource> sources_;
    LabelCheck check_;
    std::vector<Hand> hands_;
};

} // namespace scanstraat::synth
