// SPDX-License-Identifier: EUPL-1.2
// Cut-outs and clues of all boxes first, then the network for every box that is not plainly blank, then the
// hand that marked the page, then the boxes of a group together.
#include "marks/MarkReader.h"

#include "marks/BlankBox.h"
#include "marks/BoxCutter.h"

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

/// A cross that the scan shows nothing of looks like an empty box.
void considerLost(StateProbabilities& probabilities, double lostShare, const StateProbabilities& frequencies)
{
    constexpr auto kEmpty = static_cast<std::size_t>(MarkState::empty);
    constexpr auto kCrossed = static_cast<std::size_t>(MarkState::crossed);
    const double lost = probabilities[kEmpty] * lostShare * frequencies[kCrossed] / frequencies[kEmpty];
    probabilities[kCrossed] += lost;
    for (double& probability : probabilities) {
        probability /= 1.0 + lost;
    }
}

std::string dutch(std::size_t state)
{
    static const std::array<std::string, reading::kMarkStates> kWords{
        "leeg", "aangekruist", "zwart gemaakt", "zwart gemaakt en opnieuw aangekruist", "iets anders"};
    return kWords.at(state);
}

/// Why a box is unclear.
std::string doubtOf(const BoxCut& cut, double lostShare, const StateProbabilities& probabilities)
{
    constexpr double kPale = 0.01; ///< of the crosses lost: worth a word
    if (cut.frameSeen < kLeastFrame) {
        return "rand niet gevonden (afgedekt of weggelakt)";
    }
    std::array<std::size_t, reading::kMarkStates> order{0, 1, 2, 3, 4};
    std::ranges::sort(order, std::greater{}, [&](std::size_t state) { return probabilities.at(state); });
    if (order[0] == static_cast<std::size_t>(MarkState::unclear)) {
        return "teken naast of om het vakje, half gevuld of doorgehaald";
    }
    if (lostShare > kPale && order[0] == static_cast<std::size_t>(MarkState::empty) &&
        order[1] == static_cast<std::size_t>(MarkState::crossed)) {
        return "waarschijnlijk leeg, maar het schrift is te licht voor een zwart-witscan";
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

PageMarks MarkReader::marksOf(std::span<const Box> boxes, const form::Page& layout)
{
    PageMarks marks;
    std::size_t next = 0;
    for (const form::Field& field : layout.fields) {
        if (field.writing != form::Writing::checkboxes) {
            continue;
        }
        double bare = 1.0;
        for (const Box& box : boxes.subspan(next, field.options.size())) {
            const double empty = box.probabilities[static_cast<std::size_t>(MarkState::empty)];
            marks.seen += 1.0 - empty;
            marks.halfSeen += isHalfSeen(box.probabilities) ? 1 : 0;
            bare *= empty;
        }
        marks.bareGroups += field.multiple || field.options.size() < 2 ? 0.0 : bare;
        next += field.options.size();
    }
    return marks;
}

MarkReader::MarkReader(const std::filesystem::path& models) : net_(models), answers_(net_.acceptFrom()) {}

const std::string& MarkReader::version() const
{
    return net_.version();
}

std::vector<reading::FieldReading> MarkReader::read(const page::RegisteredPage& page,
                                                    const form::Page& layout)
{
    std::vector<BoxCut> cuts = cutPage(page, layout);
    const std::vector<Clues> clues =
        cuts.empty() ? std::vector<Clues>{} : cluesOf(page, tracePen(page, layout), cuts);
    std::vector<Box> boxes;
    boxes.reserve(cuts.size());
    for (BoxCut& cut : cuts) {
        boxes.push_back({std::move(cut)});
    }
    const Company company = judge(boxes, clues, layout);
    std::vector<reading::FieldReading> readings;
    std::size_t next = 0;
    for (const form::Field& field : layout.fields) {
        if (field.writing == form::Writing::checkboxes) {
            const std::size_t count = field.options.size();
            readings.push_back(readBoxes(field, std::span(boxes).subspan(next, count), company));
            next += count;
        }
    }
    return readings;
}

MarkReader::Company MarkReader::judge(std::vector<Box>& boxes, std::span<const Clues> clues,
                                      const form::Page& layout)
{
    HandPosterior hand = net_.anyHand();
    std::vector<StateProbabilities> ifOdd;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        Box& box = boxes[i];
        if (isBlank(box.cut)) {
            box.probabilities = net_.blank(Hand::usual);
            ifOdd.push_back(net_.blank(Hand::odd));
        } else {
            const Scores scores = net_.score(box.cut, clues[i]);
            box.probabilities = net_.probabilities(scores, Hand::usual);
            ifOdd.push_back(net_.probabilities(scores, Hand::odd));
        }
        hand.add(box.probabilities);
    }
    const double odd = hand.odd();
    const Company company{odd, mixed(net_.frequencies(Hand::usual), net_.frequencies(Hand::odd), odd)};
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        boxes[i].probabilities = mixed(boxes[i].probabilities, ifOdd[i], odd);
    }
    PageMarks marks = marksOf(boxes, layout);
    marks.odd = odd;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        StateProbabilities& probabilities = boxes[i].probabilities;
        boxes[i].lostShare = net_.lostInk().share(clues[i], marks);
        considerLost(probabilities, boxes[i].lostShare, company.frequencies);
        if (boxes[i].cut.frameSeen < kLeastFrame) {
            doubtFrame(probabilities);
        }
    }
    return company;
}

reading::FieldReading MarkReader::readBoxes(const form::Field& field, std::span<const Box> boxes,
                                            const Company& company) const
{
    constexpr double kMostlyOdd = 0.5;
    std::vector<StateProbabilities> seen;
    std::ranges::transform(boxes, std::back_inserter(seen), &Box::probabilities);
    const GroupPosterior posterior(seen, company.frequencies,
                                   field.multiple ? GroupKind::anyOf : GroupKind::oneOf, company.odd);
    bool doubted = false;
    reading::FieldReading result;
    result.fieldId = field.id;
    result.box = field.box;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        BoxReading box{field.options[i].id, field.options[i].box, MarkState::unclear, posterior.box(i)};
        box.state = decide(box.probabilities, net_.unclearBelow());
        if (box.state == MarkState::unclear) {
            doubted = true;
            result.reasons.push_back(std::to_string(i + 1) + "e vakje: " +
                                     doubtOf(boxes[i].cut, boxes[i].lostShare, box.probabilities));
        }
        result.boxes.push_back(std::move(box));
    }
    if (doubted && company.odd > kMostlyOdd) {
        result.reasons.emplace_back("veel ongewone tekens op deze pagina");
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
