// SPDX-License-Identifier: EUPL-1.2
// States decide which row of the table (domain.md, 'From marks to answers') applies; the confidence is the
// probability, of all that the group's boxes can be, of what that row means.
#include "marks/AnswerTable.h"

#include <algorithm>

namespace scanstraat::marks {

namespace {

using reading::BoxReading;
using reading::FieldState;
using reading::MarkState;
using Boxes = std::span<const BoxReading>;

/// Indices of the boxes in that state.
std::vector<std::size_t> inState(Boxes boxes, MarkState state)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].state == state) {
            found.push_back(i);
        }
    }
    return found;
}

struct Marks
{
    std::vector<std::size_t> crossed;
    std::vector<std::size_t> blackened;
    std::vector<std::size_t> recrossed;
    std::vector<std::size_t> unclear;
    std::vector<std::size_t> chosen; ///< crossed and recrossed, in the order of the template
};

Marks sortOut(Boxes boxes)
{
    Marks marks{inState(boxes, MarkState::crossed),
                inState(boxes, MarkState::blackened),
                inState(boxes, MarkState::recrossed),
                inState(boxes, MarkState::unclear),
                {}};
    std::merge(marks.crossed.begin(), marks.crossed.end(), marks.recrossed.begin(), marks.recrossed.end(),
               std::back_inserter(marks.chosen));
    return marks;
}

/// "1e, 2e en 4e vakje"
std::string listed(const std::vector<std::size_t>& indices)
{
    std::string text;
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const char* separator = i == 0 ? "" : i + 1 == indices.size() ? " en " : ", ";
        text += separator + std::to_string(indices[i] + 1) + "e";
    }
    return text + " vakje";
}

/// "2e vakje zwart gemaakt, 1e vakje aangekruist"
std::string describe(const Marks& marks)
{
    std::string text;
    const auto add = [&text](const std::vector<std::size_t>& indices, const std::string& what) {
        if (!indices.empty()) {
            text += (text.empty() ? "" : ", ") + listed(indices) + " " + what;
        }
    };
    add(marks.blackened, "zwart gemaakt");
    add(marks.recrossed, "zwart gemaakt en opnieuw aangekruist");
    add(marks.crossed, "aangekruist");
    add(marks.unclear, "onduidelijk");
    return text;
}

std::string valueOf(Boxes boxes, const std::vector<std::size_t>& chosen)
{
    std::string value;
    for (const std::size_t index : chosen) {
        value += (value.empty() ? "" : ",") + boxes[index].option;
    }
    return value;
}

/// Single options that are not the answer, the likeliest first; at most three that are worth a look.
std::vector<reading::Alternative> alternativesOf(Boxes boxes, const GroupPosterior& posterior,
                                                 const std::string& value)
{
    constexpr double kWorthALook = 0.001;
    std::vector<reading::Alternative> result;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const double chance = posterior.justMarked(std::span(&i, 1));
        if (boxes[i].option != value && chance >= kWorthALook) {
            result.push_back({boxes[i].option, chance});
        }
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto& a, const auto& b) { return a.probability > b.probability; });
    result.resize(std::min<std::size_t>(result.size(), 3));
    return result;
}

struct Decision
{
    std::vector<std::size_t> chosen;
    FieldState state = FieldState::unsure;
    std::string reason; ///< why somebody must look
};

/// No box is crossed or crossed again.
Decision withoutChoice(const Marks& marks)
{
    if (marks.blackened.empty()) {
        return {{}, FieldState::empty, ""};
    }
    if (marks.blackened.size() == 1) {
        return {marks.blackened, FieldState::unsure, "Alleen zwart gemaakt, niet aangekruist"};
    }
    return {{}, FieldState::unsure, "Alleen zwart gemaakte vakjes"};
}

Decision decideMarks(const form::Field& field, const Marks& marks)
{
    if (!marks.unclear.empty()) {
        return {{}, FieldState::unsure, "Onduidelijk teken"};
    }
    if (marks.chosen.empty()) {
        return withoutChoice(marks);
    }
    if (marks.chosen.size() > 1 && !field.multiple) {
        return field.firstCounts ? Decision{{marks.chosen.front()},
                                            FieldState::unsure,
                                            "Meer dan één aangekruist; de eerste telt"}
                                 : Decision{{}, FieldState::unsure, "Meer dan één aangekruist"};
    }
    if (!marks.recrossed.empty()) {
        return {marks.chosen, FieldState::unsure, "Zwart gemaakt vakje is opnieuw aangekruist"};
    }
    return {marks.chosen, marks.blackened.empty() ? FieldState::read : FieldState::correctedByApplicant, ""};
}

/// Probability that the decision holds; a proposal from a black box counts half: many people fill in a box to
/// choose it, the form says that it withdraws.
double confidenceOf(const GroupPosterior& posterior, const Marks& marks, const Decision& decision)
{
    if (decision.state == FieldState::empty) {
        return posterior.allEmpty();
    }
    if (marks.chosen.empty() && decision.chosen.size() == 1) {
        return 0.5 * posterior.justBlackened(decision.chosen.front());
    }
    return posterior.justMarked(decision.chosen);
}

} // namespace

Answer AnswerTable::decide(const form::Field& field, Boxes boxes, const GroupPosterior& posterior) const
{
    const Marks marks = sortOut(boxes);
    const Decision decision = decideMarks(field, marks);
    Answer answer;
    answer.value = valueOf(boxes, decision.chosen);
    answer.state = decision.state;
    answer.confidence = confidenceOf(posterior, marks, decision);
    answer.alternatives = alternativesOf(boxes, posterior, answer.value);
    const bool corrected = decision.state == FieldState::correctedByApplicant;
    if (reading::isAccepted(decision.state) && answer.confidence < acceptFrom_) {
        answer.state = FieldState::unsure;
        answer.reasons.emplace_back("Niet zeker genoeg gelezen");
    }
    if (!decision.reason.empty()) {
        answer.reasons.push_back(decision.reason);
    }
    if (corrected || !decision.reason.empty()) {
        answer.reasons.push_back(describe(marks));
    }
    return answer;
}

} // namespace scanstraat::marks
