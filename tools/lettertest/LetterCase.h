// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace scanstraat::lettertest {

/// One comb or field of lines: how it was filled in, what its record says, and what Tesseract reads alone.
struct LetterCase
{
    std::string set; ///< name of its folder
    std::string application;
    std::string field;
    std::string kind; ///< name of the field kind
    std::string scan; ///< "bitonal 200 dpi"
    std::string pen;  ///< "pencil", or "typed"
    bool isComb = false;
    bool isFilled = false;
    bool isRight = false; ///< the record's value is the true one
    bool isAccepted = false;
    double confidence = 0.0;
    std::size_t lines = 1; ///< on paper
    std::string value;     ///< of the record
    std::string written;   ///< on paper; combs without spaces, lines with single ones, like the next two
    std::string read;
    std::string printed; ///< what Tesseract alone reads

    [[nodiscard]] bool isTyped() const { return pen == "typed"; }
};

/// CPU time of reading fields with something on paper.
struct ReadingTime
{
    std::size_t fields = 0;
    std::size_t lines = 0;
    std::size_t characters = 0; ///< on paper
    double milliseconds = 0.0;
};

/// All that the report tells.
struct Cases
{
    std::vector<LetterCase> fields;
    std::size_t unreadPages = 0; ///< form pages that no record has as such: their fields count as not read
    ReadingTime combs;
    ReadingTime lines;
};

} // namespace scanstraat::lettertest
