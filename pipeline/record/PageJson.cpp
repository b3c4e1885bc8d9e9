// SPDX-License-Identifier: EUPL-1.2
#include "record/PageJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace scanstraat::record {

namespace {

using Json = nlohmann::ordered_json;
using reading::FieldReading;
using reading::PageReading;

double rounded(double value, int digits)
{
    const double factor = std::pow(10.0, digits);
    const double result = std::round(value * factor) / factor;
    return std::isfinite(result) ? result + 0.0 : 0.0; // + 0.0: no minus zero
}

/// Four digits, cut off: what is not certain must not be written as 1. Digits that were written before stay.
double probability(double value)
{
    constexpr double kSteps = 1e4;
    const double within = std::clamp(value, 0.0, 1.0);
    const double nearest = std::round(within * kSteps);
    const double cut = (nearest / kSteps > within ? nearest - 1.0 : nearest) / kSteps;
    return std::isfinite(cut) ? cut : 0.0;
}

Json toJson(const RectMm& box)
{
    return Json::array({rounded(box.x, 3), rounded(box.y, 3), rounded(box.width, 3), rounded(box.height, 3)});
}

Json toJson(const std::vector<reading::Alternative>& alternatives)
{
    Json result = Json::array();
    for (const reading::Alternative& one : alternatives) {
        result.push_back({{"value", one.value}, {"confidence", probability(one.probability)}});
    }
    return result;
}

Json toJson(const reading::BoxReading& box)
{
    const double sure = *std::max_element(box.probabilities.begin(), box.probabilities.end());
    return {{"state", toString(box.state)}, {"confidence", probability(sure)}, {"box", toJson(box.box)}};
}

Json toJson(const reading::CharacterReading& character)
{
    Json result{{"text", character.text}, {"confidence", probability(character.probability)}};
    if (!character.alternatives.empty()) {
        result["alternatives"] = toJson(character.alternatives);
    }
    result["box"] = toJson(character.box);
    return result;
}

Json toJson(const FieldReading& field, const PageReading& page)
{
    Json result{{"value", field.value},
                {"raw", field.raw},
                {"state", toString(field.state)},
                {"confidence", probability(field.confidence)},
                {"alternatives", toJson(field.alternatives)},
                {"file", page.source.file},
                {"page", page.source.page},
                {"formPage", page.number},
                {"box", toJson(field.box)}};
    if (!field.boxes.empty()) {
        result["boxes"] = Json::object();
        for (const reading::BoxReading& box : field.boxes) {
            result["boxes"][box.option] = toJson(box);
        }
    }
    if (!field.characters.empty()) {
        result["characters"] = Json::array();
        for (const reading::CharacterReading& character : field.characters) {
            result["characters"].push_back(toJson(character));
        }
    }
    for (const reading::Evidence& evidence : field.evidence) {
        Json one{{"source", evidence.source}};
        if (!evidence.seen.empty()) {
            one["seen"] = evidence.seen;
        }
        result["evidence"].push_back(std::move(one));
    }
    if (field.place) {
        result["table"] = {
            {"id", field.place->table}, {"row", field.place->row}, {"column", field.place->column}};
    }
    if (!field.picture.empty()) {
        result["picture"] = field.picture;
    }
    result["reasons"] = field.reasons;
    return result;
}

Json toJson(const reading::Registration& registration)
{
    Json map = Json::array();
    for (std::size_t i = 0; i < registration.mmToPixel.size(); ++i) {
        map.push_back(rounded(registration.mmToPixel[i], i % 3 == 2 ? 3 : 6));
    }
    Json marks = Json::array();
    for (const PointMm& mark : registration.marks) {
        marks.push_back({rounded(mark.x, 2), rounded(mark.y, 2)});
    }
    return {{"mmToPixel", std::move(map)},
            {"residualMm", rounded(registration.residualMm, 4)},
            {"marks", std::move(marks)},
            {"linesSought", registration.linesSought},
            {"linesFound", registration.linesFound},
            {"lineResidualMm", rounded(registration.lineResidualMm, 4)},
            {"uncertaintyMm", rounded(registration.uncertaintyMm, 4)},
            {"skewDegrees", rounded(registration.skewDegrees, 4)},
            {"orientation", registration.orientation},
            {"scaleX", rounded(registration.scaleX, 5)},
            {"scaleY", rounded(registration.scaleY, 5)}};
}

Json toJson(const reading::ScanQuality& quality)
{
    Json result = Json::object();
    for (const reading::QualityValue& one : quality) {
        result[toString(one.measure)] = {{"value", rounded(one.value, 3)},
                                         {isLeast(one.measure) ? "least" : "most", rounded(one.limit, 3)},
                                         {"good", one.isGood()}};
    }
    return result;
}

/// The value whose name in files is `name`, of the first `count` values of an enumeration.
template <typename Enum>
Enum fromName(const std::string& name, int count)
{
    for (int i = 0; i < count; ++i) {
        if (toString(static_cast<Enum>(i)) == name) {
            return static_cast<Enum>(i);
        }
    }
    throw std::invalid_argument("unknown name \"" + name + "\"");
}

RectMm rectOf(const Json& json)
{
    return {json.at(0).get<double>(), json.at(1).get<double>(), json.at(2).get<double>(),
            json.at(3).get<double>()};
}

std::vector<reading::Alternative> alternativesOf(const Json& json)
{
    std::vector<reading::Alternative> result;
    for (const Json& one : json) {
        result.push_back({one.at("value").get<std::string>(), one.at("confidence").get<double>()});
    }
    return result;
}

reading::BoxReading boxOf(const std::string& option, const Json& json)
{
    reading::BoxReading box;
    box.option = option;
    box.box = rectOf(json.at("box"));
    box.state = fromName<reading::MarkState>(json.at("state").get<std::string>(), reading::kMarkStates);
    box.probabilities[static_cast<std::size_t>(box.state)] = json.at("confidence").get<double>();
    return box;
}

reading::CharacterReading characterOf(const Json& json)
{
    reading::CharacterReading character;
    character.text = json.at("text").get<std::string>();
    character.probability = json.at("confidence").get<double>();
    character.box = rectOf(json.at("box"));
    if (json.contains("alternatives")) {
        character.alternatives = alternativesOf(json.at("alternatives"));
    }
    return character;
}

reading::Registration registrationOf(const Json& json)
{
    reading::Registration result;
    for (std::size_t i = 0; i < result.mmToPixel.size(); ++i) {
        result.mmToPixel[i] = json.at("mmToPixel").at(i).get<double>();
    }
    result.residualMm = json.at("residualMm").get<double>();
    for (const Json& mark : json.at("marks")) {
        result.marks.push_back({mark.at(0).get<double>(), mark.at(1).get<double>()});
    }
    result.linesSought = json.at("linesSought").get<int>();
    result.linesFound = json.at("linesFound").get<int>();
    result.lineResidualMm = json.at("lineResidualMm").get<double>();
    result.uncertaintyMm = json.at("uncertaintyMm").get<double>();
    result.skewDegrees = json.at("skewDegrees").get<double>();
    result.orientation = json.at("orientation").get<int>();
    result.scaleX = json.at("scaleX").get<double>();
    result.scaleY = json.at("scaleY").get<double>();
    return result;
}

reading::ScanQuality qualityOf(const Json& json)
{
    reading::ScanQuality result;
    for (const auto& [name, one] : json.items()) {
        const auto measure = fromName<reading::QualityMeasure>(name, reading::kQualityMeasures.size());
        result.push_back({measure, one.at("value").get<double>(),
                          one.at(isLeast(measure) ? "least" : "most").get<double>()});
    }
    return result;
}

Json attachmentJson(const reading::Attachment& attachment)
{
    Json result{{"kind", attachment.kind}};
    if (!attachment.kindName.empty()) {
        result["kindName"] = attachment.kindName;
    }
    result["confidence"] = probability(attachment.confidence);
    result["numbers"] = Json::array();
    for (const reading::AttachmentNumber& number : attachment.numbers) {
        result["numbers"].push_back({{"value", number.text()},
                                     {"confidence", probability(number.confidence)},
                                     {"vNumber", number.isVNumber}});
    }
    if (!attachment.question.empty()) {
        result["question"] = attachment.question;
    }
    if (!attachment.field.empty()) {
        result["field"] = attachment.field;
    }
    if (!attachment.annex.empty()) {
        result["annex"] = attachment.annex;
    }
    return result;
}

reading::Attachment attachmentOf(const Json& json)
{
    reading::Attachment attachment;
    attachment.kind = json.at("kind").get<std::string>();
    attachment.confidence = json.at("confidence").get<double>();
    for (const Json& one : json.at("numbers")) {
        reading::AttachmentNumber number;
        for (const char digit : one.at("value").get<std::string>()) {
            number.digits.push_back({{}, std::string(1, digit), 1.0, {}});
        }
        number.confidence = one.at("confidence").get<double>();
        number.isVNumber = one.at("vNumber").get<bool>();
        attachment.numbers.push_back(std::move(number));
    }
    attachment.kindName = json.value("kindName", "");
    attachment.question = json.value("question", "");
    attachment.field = json.value("field", "");
    attachment.annex = json.value("annex", "");
    return attachment;
}

} // namespace

nlohmann::ordered_json toJson(const std::vector<reading::Finding>& findings)
{
    Json result = Json::array();
    for (const reading::Finding& finding : findings) {
        Json one{{"code", finding.code}, {"message", finding.message}};
        if (!finding.fieldId.empty()) {
            one["field"] = finding.fieldId;
        }
        if (!finding.forms.empty()) {
            one["forms"] = finding.forms;
        }
        if (finding.formPage != 0) {
            one["formPage"] = finding.formPage;
        }
        one["review"] = finding.review;
        if (!finding.detail.empty()) {
            one["detail"] = finding.detail;
        }
        result.push_back(std::move(one));
    }
    return result;
}

nlohmann::ordered_json toJson(const PageReading& page)
{
    Json result{{"file", page.source.file}, {"page", page.source.page}, {"class", toString(page.pageClass)}};
    if (!page.form.empty()) {
        result["form"] = page.form;
        result["edition"] = page.edition;
        result["number"] = page.number;
        result["identifiedBy"] = page.identifiedBy;
        result["identityConfidence"] = probability(page.identityConfidence);
    }
    result["widthPixels"] = page.widthPixels;
    result["heightPixels"] = page.heightPixels;
    result["dpi"] = rounded(page.dpi, 2);
    if (page.registration.isKnown()) {
        result["registration"] = toJson(page.registration);
    }
    if (!page.quality.empty()) {
        result["quality"] = toJson(page.quality);
    }
    if (page.attachment) {
        result["attachment"] = attachmentJson(*page.attachment);
    }
    result["findings"] = toJson(page.findings);
    return result;
}

nlohmann::ordered_json fieldsToJson(const PageReading& page)
{
    Json fields = Json::object();
    for (const FieldReading& field : page.fields) {
        fields[field.fieldId] = toJson(field, page);
    }
    return fields;
}

reading::FieldReading fieldOf(const std::string& id, const nlohmann::ordered_json& json)
{
    reading::FieldReading field;
    field.fieldId = id;
    field.value = json.at("value").get<std::string>();
    field.raw = json.at("raw").get<std::string>();
    field.state =
        fromName<reading::FieldState>(json.at("state").get<std::string>(), reading::kFieldStates.size());
    field.confidence = json.at("confidence").get<double>();
    field.alternatives = alternativesOf(json.at("alternatives"));
    field.box = rectOf(json.at("box"));
    field.reasons = json.at("reasons").get<std::vector<std::string>>();
    if (json.contains("boxes")) {
        for (const auto& [option, box] : json.at("boxes").items()) {
            field.boxes.push_back(boxOf(option, box));
        }
    }
    if (json.contains("characters")) {
        for (const Json& character : json.at("characters")) {
            field.characters.push_back(characterOf(character));
        }
    }
    if (json.contains("table")) {
        const Json& place = json.at("table");
        field.place =
            reading::TablePlace{place.at("id").get<std::string>(), place.at("row").get<std::string>(),
                                place.at("column").get<std::string>()};
    }
    field.picture = json.value("picture", "");
    for (const Json& evidence : json.value("evidence", Json::array())) {
        field.evidence.push_back({evidence.at("source").get<std::string>(), evidence.value("seen", "")});
    }
    return field;
}

std::vector<reading::Finding> findingsOf(const nlohmann::ordered_json& json)
{
    std::vector<reading::Finding> result;
    for (const Json& one : json) {
        result.push_back({one.at("code").get<std::string>(), one.at("message").get<std::string>(),
                          one.value("field", ""), one.at("review").get<bool>(), one.value("detail", "")});
        result.back().forms = one.value("forms", std::vector<std::string>());
        result.back().formPage = one.value("formPage", 0);
    }
    return result;
}

reading::PageReading pageOf(const nlohmann::ordered_json& json)
{
    reading::PageReading page;
    page.source.file = json.at("file").get<std::string>();
    page.source.page = json.at("page").get<int>();
    page.pageClass =
        fromName<reading::PageClass>(json.at("class").get<std::string>(), reading::kPageClasses.size());
    page.form = json.value("form", "");
    page.edition = json.value("edition", "");
    page.number = json.value("number", 0);
    page.identifiedBy = json.value("identifiedBy", "");
    page.identityConfidence = json.value("identityConfidence", 0.0);
    page.widthPixels = json.at("widthPixels").get<int>();
    page.heightPixels = json.at("heightPixels").get<int>();
    page.dpi = json.at("dpi").get<double>();
    if (json.contains("registration")) {
        page.registration = registrationOf(json.at("registration"));
    }
    if (json.contains("quality")) {
        page.quality = qualityOf(json.at("quality"));
    }
    if (json.contains("attachment")) {
        page.attachment = attachmentOf(json.at("attachment"));
    }
    page.findings = findingsOf(json.at("findings"));
    return page;
}

} // namespace scanstraat::record
