// SPDX-License-Identifier: EUPL-1.2
#include "letters/NameList.h"

#include "letters/Diacritics.h"

#include <algorithm>

namespace scanstraat::letters {

NameList::NameList(std::span<const std::string_view> names) : branches_(1)
{
    for (const std::string_view name : names) {
        std::u32string tokens = tokensOf(name);
        add(tokens);
        std::erase_if(tokens, isCombining);
        add(tokens);
        std::ranges::replace(tokens, U'-', U' ');
        add(tokens);
    }
}

void NameList::add(const std::u32string& tokens)
{
    Node node = kRoot;
    for (const char32_t token : tokens) {
        const auto place = static_cast<std::size_t>(node);
        const auto [known, isNew] =
            branches_[place].next.try_emplace(token, static_cast<Node>(branches_.size()));
        node = known->second;
        if (isNew) {
            branches_.emplace_back();
        }
    }
    Branch& last = branches_[static_cast<std::size_t>(node)];
    size_ += last.isName ? 0 : 1;
    last.isName = true;
}

NameList::Node NameList::after(Node node, char32_t token) const
{
    if (node == kNone) {
        return kNone;
    }
    const auto& next = branches_[static_cast<std::size_t>(node)].next;
    const auto found = next.find(token);
    return found == next.end() ? kNone : found->second;
}

bool NameList::isName(Node node) const
{
    return node != kNone && branches_[static_cast<std::size_t>(node)].isName;
}

} // namespace scanstraat::letters
