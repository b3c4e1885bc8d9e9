// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "marks/GroupPosterior.h"
#include "reading/FieldReading.h"

#include <span>
#include <string>
#include <vector>

namespace scanstraat::marks {

/// What the marks of one choice field mean.
struct Answer
{
    std::string value; ///< option id, ids joined by ',' in the order of the template, or empty: none
    reading::FieldState state = reading::FieldState::unsure;
    double confidence = 0.0;
    std::vector<reading::Alternative> alternatives;
    std::vector<std::string> reasons; ///< Dutch
};

/// From marks to answers: a cross chooses, a black box is withdrawn, and what the form does not foresee
/// goes to review (only black boxes, several crosses, a black box marked again, an unclear mark).
class AnswerTable
{
public:
    /// Answers with less confidence than `acceptFrom` go to review.
    explicit AnswerTable(double acceptFrom) : acceptFrom_(acceptFrom) {}

    /// `boxes`: one an option of `field`, in its order; `posterior`: of the same boxes. Thread safe.
    [[nodiscard]] Answer decide(const form::Field& field, std::span<const reading::BoxReading> boxes,
                                const GroupPosterior& posterior) const;

private:
    double acceptFrom_;
};

} // namespace scanstraat::marks
