// SPDX-License-Identifier: EUPL-1.2
#include "marks/MarkReader.h"

#include "base/Error.h"
#include "marks/BoxCutter.h"
#include "marks/RegionReader.h"

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
        box.probabilities = model_.probabilities(measureMark(cuts[i]));
        box.state = model_.decide(box.probabilities);
        result.boxes.push_back(std::move(box));
    }
    Answer answer = answers_.decide(field, result.boxes);
    result.raw = describe(result.boxes);
    result.value = std::move(answer.value);
    result.state = answer.state;
    result.confidence = answer.confidence;
    result.alternatives = std::move(answer.alternatives);
    result.reasons = std::move(answer.reasons);
    return result;
}

} // namespace scanstraat::marks
