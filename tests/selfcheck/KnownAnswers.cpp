// SPDX-License-Identifier: EUPL-1.2
#include "KnownAnswers.h"

#include "AnswerLayout.h"

#include <stdexcept>

namespace scanstraat::selfcheck {

namespace {

using form::FieldKind;

std::string knownText(const form::Field& field)
{
    switch (field.kind) {
    case FieldKind::vNumber:
        return "2803457169";
    case FieldKind::bsn:
        return "123456782";
    case FieldKind::rsin:
        return "123456782L03";
    case FieldKind::kvk:
        return "60218374";
    case FieldKind::becon:
        return "572816";
    case FieldKind::date:
        return "14031986";
    case FieldKind::postcode:
        return "3542AK";
    case FieldKind::phone:
        return "0612345678";
    case FieldKind::email:
        return "JAN@DEMO.NL";
    case FieldKind::money:
        return "1250";
    case FieldKind::number:
        return "18";
    case FieldKind::country:
        return "MAROKKO";
    case FieldKind::nationality:
        return "TURKSE";
    case FieldKind::houseNumber:
        return "26";
    case FieldKind::street:
        return "DORPSSTRAAT";
    case FieldKind::place:
        return "UTRECHT";
    case FieldKind::name:
        return "JANSEN";
    case FieldKind::freeText:
        return "GEEN BEZWAAR";
    default:
        throw std::logic_error("field " + field.id + " is not written");
    }
}

synth::Answer crossed(const form::Field& field)
{
    synth::Answer answer;
    const form::Option& wanted = field.options[field.options.size() / 2];
    for (const form::Option& option : field.options) {
        answer.boxes[option.id] =
            option.id == wanted.id ? reading::MarkState::crossed : reading::MarkState::empty;
    }
    answer.value = wanted.id;
    return answer;
}

synth::Answer knownAnswer(const form::Field& field, synth::Random& random)
{
    if (field.writing == form::Writing::checkboxes) {
        return crossed(field);
    }
    synth::Answer answer;
    if (field.writing == form::Writing::region) {
        answer.present = true;
        answer.value = "present";
        return answer;
    }
    const std::string text = knownText(field);
    if (!synth::fits(field, text)) {
        throw std::logic_error("field " + field.id + " has no room for " + text);
    }
    answer = synth::laidOut(field, text, random);
    answer.value = field.kind == FieldKind::date ? "1986-03-14" : synth::normalForm(field.kind, answer);
    return answer;
}

} // namespace

std::map<std::string, synth::Answer> knownAnswers(const form::Page& page, synth::Random& random)
{
    std::map<std::string, synth::Answer> answers;
    for (const form::Field& field : page.fields) {
        answers[field.id] = knownAnswer(field, random);
    }
    return answers;
}

} // namespace scanstraat::selfcheck
