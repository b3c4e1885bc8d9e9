// SPDX-License-Identifier: EUPL-1.2
#include "Case.h"

#include <algorithm>
#include <cstdio>

namespace scanstraat::marktest {

reading::MarkState BoxCase::truth() const
{
    return markKinds()[kind].truth;
}

reading::MarkState BoxCase::likeliest() const
{
    return static_cast<reading::MarkState>(std::ranges::max_element(probabilities) - probabilities.begin());
}

double BoxCase::belief() const
{
    return *std::ranges::max_element(probabilities);
}

std::string toCsv(const std::vector<BoxCase>& boxes)
{
    std::string text = "set,page,form,field,option,kind,truth,scan,pen,side_mm,round,lost,page_read,state";
    for (std::size_t i = 0; i < reading::kMarkStates; ++i) {
        text += ",p_" + toString(static_cast<reading::MarkState>(i));
    }
    text += ",field_state,field_accepted,verdict\n";
    for (const BoxCase& box : boxes) {
        char numbers[160] = {};
        std::snprintf(numbers, sizeof numbers, "%.2f,%d,%d,%d", box.sideMm, box.round ? 1 : 0,
                      box.lost ? 1 : 0, box.pageRead ? 1 : 0);
        text += toString(box.page.set) + "," + std::to_string(box.page.page) + "," + box.page.form + "," +
                box.field + "," + box.option + ",\"" + markKinds()[box.kind].name + "\"," +
                toString(box.truth()) + "," + toString(box.page.scan) + "," + box.page.pen + "," + numbers +
                "," + toString(box.state);
        for (const double probability : box.probabilities) {
            std::snprintf(numbers, sizeof numbers, ",%.5f", probability);
            text += numbers;
        }
        text += "," + toString(box.fieldState) + (reading::isAccepted(box.fieldState) ? ",1," : ",0,") +
                (box.isRight()           ? "right"
                 : box.isAcceptedWrong() ? "wrong"
                                         : "review") +
                "\n";
    }
    return text;
}

} // namespace scanstraat::marktest
