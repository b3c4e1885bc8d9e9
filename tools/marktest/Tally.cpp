// SPDX-License-Identifier: EUPL-1.2
#include "Tally.h"

namespace scanstraat::marktest {

std::vector<charts::Belief> beliefsOf(std::span<const BoxCase> boxes)
{
    std::vector<charts::Belief> beliefs;
    for (const BoxCase& box : boxes) {
        if (box.pageRead) {
            const reading::MarkState likeliest = box.likeliest();
            beliefs.push_back(
                {box.belief(), likeliest == box.truth(), likeliest == reading::MarkState::unclear});
        }
    }
    return beliefs;
}

void Tally::add(const BoxCase& box)
{
    ++count;
    right += box.isRight() ? 1 : 0;
    wrong += box.isAcceptedWrong() ? 1 : 0;
    review += box.isReviewed() ? 1 : 0;
    missed += box.isReviewed() && box.truth() != reading::MarkState::unclear ? 1 : 0;
}

} // namespace scanstraat::marktest
