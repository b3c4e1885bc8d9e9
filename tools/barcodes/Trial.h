// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/PageRunner.h"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace scanstraat::barcodes {

enum class Reader { ours, zxing, zbar };
constexpr std::array kReaders{Reader::ours, Reader::zxing, Reader::zbar};

enum class Answer { right, wrong, nothing };

/// What one reader made of one page.
struct Attempt
{
    Answer answer = Answer::nothing;
    double milliseconds = 0.0; ///< CPU; ours: of the barcode alone, on a page whose place is known
};

/// One page with a barcode, read in three ways.
struct Case
{
    std::string scan;   ///< file and page, or what was drawn
    std::string group;  ///< what was done to it; empty: not known
    std::string became; ///< what our run made of the page
    std::array<Attempt, kReaders.size()> attempts{};

    [[nodiscard]] const Attempt& of(Reader reader) const
    {
        return attempts.at(static_cast<std::size_t>(reader));
    }
};

/// Reads the barcode of pages of one file after the other. Not thread safe.
class Trial
{
public:
    /// `equipment` must outlive the trial.
    explicit Trial(const app::Equipment& equipment);

    /// `index` counts from 0. Throws scanstraat::Error with ExitCode::usage where the file has no such page.
    [[nodiscard]] Case run(const std::filesystem::path& file, int index, const form::Page& page,
                           const std::string& form);

private:
    [[nodiscard]] Attempt readOurs(const app::PageResult& result, const form::Page& page,
                                   const std::string& form) const;

    const app::Equipment& equipment_;
    app::PageRunner runner_;
};

} // namespace scanstraat::barcodes
