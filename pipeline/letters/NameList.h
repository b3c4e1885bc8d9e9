// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace scanstraat::letters {

/// Names that are likely in a kind of field, as a tree of their characters.
class NameList
{
public:
    using Node = int;
    static constexpr Node kRoot = 0;
    static constexpr Node kNone = -1; ///< no name begins so

    /// `names` in capitals, UTF-8. One with marks or hyphens counts without them, too.
    explicit NameList(std::span<const std::string_view> names);

    /// `token` as LineRecogniser has it: marks behind their letters.
    [[nodiscard]] Node after(Node node, char32_t token) const;
    [[nodiscard]] bool isName(Node node) const;
    [[nodiscard]] std::size_t size() const { return size_; } ///< names with all their ways to be written

private:
    void add(const std::u32string& tokens);

    struct Branch
    {
        std::map<char32_t, Node> next;
        bool isName = false;
    };

    std::vector<Branch> branches_;
    std::size_t size_ = 0;
};

} // namespace scanstraat::letters
