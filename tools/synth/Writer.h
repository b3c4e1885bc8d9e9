// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "LetterShape.h"
#include "Random.h"

#include <memory>
#include <optional>
#include <string>

namespace scanstraat::synth {

/// The hand of one person: draws single characters. Deterministic in `random`.
class Writer
{
public:
    virtual ~Writer() = default;
    Writer() = default;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// As named in truth files: "glyphs:unipen/123" or "font:Rufscript".
    [[nodiscard]] virtual std::string name() const = 0;

    /// Width of this hand's strokes as a share of a capital's height; 0: takes any pen.
    [[nodiscard]] virtual double strokeShare() const = 0;

    /// Not a hand but a machine: every letter the same, all on one line.
    [[nodiscard]] virtual bool isMachine() const { return false; }

    /// A character without marks (an ASCII character); none when this hand does not have it.
    [[nodiscard]] virtual std::optional<LetterShape> draw(char character, const LetterStyle& style,
                                                          Random& random) = 0;
};

/// Makes up the hands of the applicants.
class WriterSource
{
public:
    virtual ~WriterSource() = default;
    WriterSource() = default;
    WriterSource(const WriterSource&) = delete;
    WriterSource& operator=(const WriterSource&) = delete;

    [[nodiscard]] virtual std::unique_ptr<Writer> next(Random& random) = 0;
};

/// Where a character that is not a capital or digit stands: share of a capital's height of the middle
/// of its ink over the writing line, and the share of its own height. None for capitals and digits.
struct SignPlace
{
    double middle = 0.5;
    double height = 1.0;
};
[[nodiscard]] std::optional<SignPlace> signPlace(char character);

/// A sign drawn with plain strokes, for hands that lack it: - . , : / + ' @ ( ) & _
[[nodiscard]] std::optional<LetterShape> drawPlainSign(char character, const LetterStyle& style,
                                                       Random& random);

} // namespace scanstraat::synth
