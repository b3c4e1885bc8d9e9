// SPDX-License-Identifier: EUPL-1.2
#include "ChoiceMaker.h"

namespace scanstraat::synth {

namespace {

using reading::MarkState;

std::vector<std::string> inState(const form::Field& field, const Answer& answer, MarkState state)
{
    std::vector<std::string> ids;
    for (const form::Option& option : field.options) {
        if (answer.boxes.at(option.id) == state) {
            ids.push_back(option.id);
        }
    }
    return ids;
}

/// Any other option than `wanted`.
std::size_t other(const form::Field& field, std::size_t wanted, Random& random)
{
    const std::size_t step = 1 + random.index(field.options.size() - 1);
    return (wanted + step) % field.options.size();
}

void judgeAnyOf(const form::Field& field, Answer& answer)
{
    bool blackened = false;
    for (const form::Option& option : field.options) {
        const MarkState state = answer.boxes.at(option.id);
        blackened = blackened || state == MarkState::blackened;
        if (state == MarkState::crossed || state == MarkState::recrossed) {
            answer.value += (answer.value.empty() ? "" : ",") + option.id;
        }
    }
    answer.corrected = blackened && !answer.value.empty();
}

void judgeOneOf(const form::Field& field, Answer& answer)
{
    const auto crossed = inState(field, answer, MarkState::crossed);
    const auto blackened = inState(field, answer, MarkState::blackened);
    const auto recrossed = inState(field, answer, MarkState::recrossed);
    if (crossed.size() == 1) {
        answer.value = crossed.front();
        answer.corrected = !blackened.empty();
    } else if (crossed.size() > 1) {
        answer.value = field.firstCounts ? crossed.front() : "";
    } else if (recrossed.size() == 1) {
        answer.value = recrossed.front();
        answer.corrected = true;
    } else if (recrossed.empty() && blackened.size() == 1) {
        answer.value = blackened.front();
    }
}

} // namespace

Answer leaveChoice(const form::Field& field)
{
    Answer answer;
    for (const form::Option& option : field.options) {
        answer.boxes[option.id] = MarkState::empty;
    }
    return answer;
}

void judgeChoice(const form::Field& field, Answer& answer)
{
    answer.value.clear();
    answer.corrected = false;
    if (field.multiple) {
        judgeAnyOf(field, answer);
    } else {
        judgeOneOf(field, answer);
    }
}

Answer markChoice(const form::Field& field, std::size_t wanted, Difficulty difficulty, Random& random)
{
    Answer answer = leaveChoice(field);
    const auto box = [&](std::size_t index) -> MarkState& { return answer.boxes[field.options[index].id]; };
    enum Way { kOne, kCorrected, kRecrossed, kOnlyBlackened, kSeveral, kNone };
    const double odd = choose(difficulty, 0.0, 0.015, 0.03);
    const bool alone = field.options.size() < 2;
    const auto way = random.weighted({0.88, alone ? 0.0 : choose(difficulty, 0.05, 0.07, 0.12), odd * 0.7,
                                      odd, alone ? 0.0 : odd, choose(difficulty, 0.005, 0.02, 0.03)});
    switch (way) {
    case kOne:
        box(wanted) = MarkState::crossed;
        break;
    case kCorrected:
        box(other(field, wanted, random)) = MarkState::blackened;
        box(wanted) = MarkState::crossed;
        break;
    case kRecrossed:
        box(wanted) = MarkState::recrossed;
        break;
    case kOnlyBlackened:
        box(wanted) = MarkState::blackened;
        break;
    case kSeveral:
        box(other(field, wanted, random)) = MarkState::crossed;
        box(wanted) = MarkState::crossed;
        break;
    default:
        break;
    }
    if (field.multiple && way == kOne) {
        for (std::size_t i = 0; i < field.options.size(); ++i) {
            if (i != wanted && random.chance(0.5 / double(field.options.size()))) {
                box(i) = MarkState::crossed;
            }
        }
    }
    judgeChoice(field, answer);
    return answer;
}

} // namespace scanstraat::synth
