// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace scanstraat::letters {

/// How common a sequence of capitals is: the probability of a letter after the three before it, from
/// models/spelling.json. Every sequence is possible. Immutable, may be shared by threads.
class Spelling
{
public:
    static constexpr char kEdge = '_'; ///< before the first and after the last letter of a word
    static constexpr std::size_t kContext = 3;

    /// Throws scanstraat::Error with ExitCode::installation naming the file when it is missing or broken.
    explicit Spelling(const std::filesystem::path& file);

    /// -ln of the probability of `next` after `context`: kContext symbols, each A-Z or kEdge, as is `next`.
    [[nodiscard]] double cost(std::string_view context, char next) const;

    /// "spelling 38f5d6ab"
    [[nodiscard]] const std::string& version() const { return version_; }

private:
    static constexpr std::size_t kSymbols = 27;
    static constexpr std::size_t kContexts = kSymbols * kSymbols * kSymbols;

    using RowOfContext = std::unordered_map<std::string, std::uint16_t>;

    /// Finds the row of every context of kContext symbols.
    void resolve(const RowOfContext& rowOf);
    static std::size_t indexOf(char symbol);
    static std::size_t indexOf(std::string_view context);

    std::string version_;
    std::vector<std::array<float, kSymbols>> rows_;
    std::vector<std::uint16_t> rowOfContext_; ///< of all kContexts
};

} // namespace scanstraat::letters
