// SPDX-License-Identifier: EUPL-1.2
// Cut-outs and clues of all boxes first, then the network for every box that is not plainly blank, then the
// boxes of a group together.
#include "marks/MarkReader.h"

#include "marks/BlankBox.h"
#include "marks/BoxCutter.h"
#include "marks/RegionReader.h"

#include <algorithm>

namespace scanstraat::marks {

namespace {

using reading::BoxReading;
using reading::MarkState;

/// "man: crossed, vrouw: empty"
std::string describe(const std::vector<BoxReading>& boxes)
{
    std::string text;
    for (const BoxReading& box : boxes) {
        if (box.state != MarkState::empty) {
            text += (text.empty() ? "" : ", ") + box.option + ": " + toString(box.state);
        }
    }
    return text;
}

/// In the drawings of tools/train/marks 0.5 % of the empty boxes have less (a thin frame that the scan lost),
/// and 97 % of those under correction fluid.
constexpr double kLeastFrame = 0.5;

/// Leaves half of the belief to what the network cannot know: it learned from boxes that have their frame.
void doubtFrame(StateProbabilities& probabilities)
{
    for (double& probability : probabilities) {
        probability /= 2;
    }
    probabilities[static_cast<std::size_t>(MarkState::unclear)] += 0.5;
}

std::string dutch(std::size_t state)
{
    static const std::array<std::string, reading::kMarkStates> kWords{
        "leeg", "aangekruist", "zwart gemaakt", "zwart gemaakt en opnieuw aangekruist", "iets anders"};
    return kWords.at(state);
}

/// Why a box is unclear.
std::string doubtOf(const BoxCut& cut, const StateProbabilities& probabilities)
{
    if (cut.frameSeen < kLeastFrame) {
        return "rand niet gevonden (afgedekt of weggelakt)";
    }
    std::array<std::size_t, reading::kMarkStates> order{0, 1, 2, 3, 4};
    std::ranges::sort(order, std::greater{}, [&](std::size_t state) { return probabilities.at(state); });
    if (order[0] == static_cast<std::size_t>(MarkState::unclear)) {
        return "teken naast of om het vakje, half gevuld of doorgehaald";
    }
    return "waarschijnlijk " + dutch(order[0]) + ", misschien " + dutch(order[1]);
}

/// The likeliest state, or unclear when none is likely enough.
MarkState decide(const StateProbabilities& probabilities, double unclearBelow)
{
    const auto best = std::ranges::max_element(probabilities);
    return *best < unclearBelow ? MarkState::unclear : static_cast<MarkState>(best - probabilities.begin());
}

/// The cuts of all boxes of a page, field after field.
std::vector<BoxCut> cutPage(const page::RegisteredPage& page, const form::Page& layout)
{
    const ExpectedPrint print(layout);
    std::vector<BoxCut> all;
    for (const form::Field& field : layout.fields) {
        if (field.writing == form::Writing::checkboxes) {
            std::ranges::move(cutBoxes(page, print, field), std::back_inserter(all));
        }
    }
    return all;
}

} // namespace

MarkReader::MarkReader(const std::filesystem::path& models) : net_(models), answers_(net_.acceptFrom()) {}

const std::string& MarkReader::version() const
{
    return net_.version();
}

std::vector<reading::FieldReading> MarkReader::read(const page::RegisteredPage& page,
                                                    const form::Page& layout)
{
    const std::vector<BoxCut> cuts = cutPage(page, layout);
    const std::vector<Clues> clues =
        cuts.empty() ? std::vector<Clues>{} : cluesOf(page, tracePen(page, layout), cuts);
    std::vector<reading::FieldReading> readings;
    std::size_t next = 0;
    for (const form::Field& field : layout.fields) {
        if (field.writing == form::Writing::checkboxes) {
            const std::size_t count = field.options.size();
            readings.push_back(readBoxes(field, std::span(cuts).subspan(next, count),
                                         std::span(clues).subspan(next, count)));
            next += count;
        } else if (field.writing == form::Writing::region) {
            readings.push_back(readRegion(page, field));
        }
    }
    return readings;
}

reading::FieldReading MarkReader::readBoxes(const form::Field& field, std::span<const BoxCut> cuts,
                                            std::span<const Clues> clues)
{
    std::vector<StateProbabilities> seen;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        seen.push_back(isBlank(cuts[i]) ? net_.blank() : net_.classify(cuts[i], clues[i]));
        if (cuts[i].frameSeen < kLeastFrame) {
            doubtFrame(seen.back());
        }
    }
    const GroupPosterior posterior(seen, net_.frequencies(),
                                   field.multiple ? GroupKind::anyOf : GroupKind::oneOf);
    reading::FieldReading result;
    result.fieldId = field.id;
    result.box = field.box;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        BoxReading box{field.options[i].id, field.options[i].box, MarkState::unclear, posterior.box(i)};
        box.state = decide(box.probabilities, net_.unclearBelow());
        if (box.state == MarkState::unclear) {
            result.reasons.push_back(std::to_string(i + 1) +
                                     "e vakje: " + doubtOf(cuts[i], box.probabilities));
        }
        result.boxes.push_back(std::move(box));
    }
    Answer answer = answers_.decide(field, result.boxes, posterior);
    result.raw = describe(result.boxes);
    result.value = std::move(answer.value);
    result.state = answer.state;
    result.confidence = answer.confidence;
    result.alternatives = std::move(answer.alternatives);
    result.reasons.insert(result.reasons.end(), answer.reasons.begin(), answer.reasons.end());
    return result;
}

} // namespace scanstraat::marks
