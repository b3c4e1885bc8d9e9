// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Writer.h"

#include <string>
#include <vector>

namespace scanstraat::synth {

/// Families of Debian packages (fonts-bwht, fonts-humor-sans, fonts-rufscript) whose capitals, digits and
/// signs look like block letters of a pen. Not for training. Left out after a look: Breip (its J is an
/// S, its 6 a C), Because We Mentor (its R is a K), DKG Handwriting (doubled strokes), Femke Klaver (hollow
/// capitals).
[[nodiscard]] std::vector<std::string> defaultHandwritingFonts();

/// Hands that write with installed fonts, each letter a bit different.
class FontWriters : public WriterSource
{
public:
    /// `fonts`: a folder with font files, a list of families with commas between, or empty for the
    /// default. Throws scanstraat::Error when a family is not installed (the message names the packages).
    explicit FontWriters(const std::string& fonts);

    [[nodiscard]] std::unique_ptr<Writer> next(Random& random) override;

private:
    std::vector<std::string> families_;
};

/// Machines that type with installed fonts, as people do who fill the form in on a screen.
class TypeWriters : public WriterSource
{
public:
    /// `families`: with commas between. Throws scanstraat::Error when one is not installed.
    explicit TypeWriters(const std::string& families);

    [[nodiscard]] std::unique_ptr<Writer> next(Random& random) override;

private:
    std::vector<std::string> families_;
};

} // namespace scanstraat::synth
