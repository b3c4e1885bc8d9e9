// SPDX-License-Identifier: EUPL-1.2
#include "marks/MarkReader.h"

#include "base/Error.h"
#include "marks/BoxCutter.h"
#include "marks/RegionReader.h"

#include <optional>

namespace scanstraat::marks {

namespace {

/// "man: crossed, vrouw: empty"
std::string describe(const std::vector<reading::BoxReading>& boxes)
{
    std::string text;
    for (const reading::BoxReading& box : boxes) {
        if (box.state != reading::MarkState::empty) {
            text += (text.empty() ? "" : ", ") + box.option + ": " + toString(box.state);
        }
    }
    return text;
}

/// Whole frames have 0.97 and more, in 2,352 boxes of default difficulty; fluid and tape take it away.
constexpr double kLeastFrame = 0.5;

/// Sides of the box. The smallest of 599 crosses and ticks has 0.45; dust of 0.4 mm has 0.12.
constexpr double kLeastMark = 0.25;

/// What the model cannot know: it learned from boxes that have their frame, and from marks of people.
std::optional<std::string> doubtOf(const BoxCut& cut, const MarkFeatures& features, reading::MarkState state)
{
    if (cut.frameSeen < kLeastFrame) {
        return "rand niet gevonden (afgedekt of weggelakt)";
    }
    const double extent = features[static_cast<std::size_t>(Feature::extent)];
    if (state == reading::MarkState::crossed && extent < kLeastMark) {
        return "teken zo klein als vuil";
    }
    return std::nullopt;
}

/// Leaves half of the belief to what the model does not know.
void makeUnclear(reading::BoxReading& box)
{
    for (double& probability : box.probabilities) {
        probability /= 2;
    }
    box.probabilities[static_cast<std::size_t>(reading::MarkState::unclear)] += 0.5;
    box.state = reading::MarkState::unclear;
}

} // namespace

MarkReader::MarkReader(const std::filesystem::path& modelsFolder)
    : model_(modelsFolder / "marks.json"), answers_(model_.acceptFrom())
{
}

std::string MarkReader::version() const
{
    return "marks " + model_.version();
}

reading::FieldReading MarkReader::read(const page::RegisteredPage& page, const form::Field& field) const
{
    switch (field.writing) {
    case form::Writing::checkboxes:
        return readBoxes(page, field);
    case form::Writing::region:
        return readRegion(page, field);
    default:
        throw Error("field " + field.id + ": the mark reader reads checkboxes and regions only");
    }
}

reading::FieldReading MarkReader::readBoxes(const page::RegisteredPage& page, const form::Field& field) const
{
    reading::FieldReading result;
    result.fieldId = field.id;
    result.box = field.box;
    const std::vector<BoxCut> cuts = cutBoxes(page, field);
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        reading::BoxReading box;
        box.option = field.options[i].id;
        box.box = field.options[i].box;
        const MarkFeatures features = measureMark(cuts[i]);
        box.probabilities = model_.probabilities(features);
        box.state = model_.decide(box.probabilities);
        if (const auto doubt = doubtOf(cuts[i], features, box.state)) {
            makeUnclear(box);
            result.reasons.push_back(std::to_string(i + 1) + "e vakje: " + *doubt);
        }
        result.boxes.push_back(std::move(box));
    }
    Answer answer = answers_.decide(field, result.boxes);
    result.raw = describe(result.boxes);
    result.value = std::move(answer.value);
    result.state = answer.state;
    result.confidence = answer.confidence;
    result.alternatives = std::move(answer.alternatives);
    result.reasons.insert(result.reasons.end(), answer.reasons.begin(), answer.reasons.end());
    return result;
}

} // namespace scanstraat::marks
