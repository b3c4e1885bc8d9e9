// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace scanstraat::lettertest {

/// Which characters are read as which. A character that was not read at all is read as "", one that does not
/// stand on paper was written as "".
class Confusion
{
public:
    struct Pair
    {
        std::string written;
        std::string read;
        int count = 0;
    };

    /// Two texts in UTF-8, character by character along the alignment with the fewest differences.
    void add(const std::string& written, const std::string& read);

    [[nodiscard]] int characters() const { return characters_; } ///< written
    [[nodiscard]] int errors() const { return errors_; }         ///< replaced, missing or invented

    /// What was misread, the most frequent first.
    [[nodiscard]] std::vector<Pair> mistakes() const;

    /// How often a character was written.
    [[nodiscard]] int written(const std::string& character) const;

    /// Every character that was written or read, sorted; without "".
    [[nodiscard]] std::vector<std::string> alphabet() const;

    [[nodiscard]] int count(const std::string& written, const std::string& read) const;

private:
    std::map<std::pair<std::string, std::string>, int> counts_;
    int characters_ = 0;
    int errors_ = 0;
};

} // namespace scanstraat::lettertest
