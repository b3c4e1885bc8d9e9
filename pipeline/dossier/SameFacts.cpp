// SPDX-License-Identifier: EUPL-1.2
// Places with as many characters are laid over each other, and in each position the character is taken that
// all readings together find the likeliest. That works for combs and for lines; a name that one form asks for
// in parts is compared as these parts one after the other.
#include "dossier/SameFacts.h"

#include "base/Utf8.h"
#include "dossier/RecordSearch.h"
#include "dossier/Templates.h"
#include "record/NormalForm.h"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>

namespace scanstraat::dossier {

namespace {

using reading::CharacterReading;
using reading::FieldReading;
using reading::FieldState;

constexpr std::string_view kSameAs = "same-as:";
constexpr std::string_view kSameFact = "zelfde gegeven: ";
constexpr double kUnnamed = 1e-4;     ///< probability of a character that a reading does not name
constexpr double kImpossible = 0.002; ///< of a character: the places do not say the same
constexpr double kClear = 0.9;        ///< confidence of a reading that others may make surer
/// Share of its doubt that is left to a reading when another one agrees: one hand writes the same letter
/// badly everywhere. Of 359 agreeing fields of development scans 4 were wrong where 11.4 were to be expected:
/// 0.35.
constexpr double kLeftOfDoubt = 0.5;
constexpr double kMostByOthers = 0.9; ///< confidence of what only other places say: never accepted

/// One answer, and where it was asked for.
struct Answer
{
    FieldReading* reading = nullptr;
    const form::Field* field = nullptr;
};

/// The answers that state a fact in one place: one, or a name's parts.
using Statement = std::vector<Answer>;

std::vector<CharacterReading*> charactersOf(const Statement& statement)
{
    std::vector<CharacterReading*> characters;
    for (const Answer& answer : statement) {
        for (CharacterReading& character : answer.reading->characters) {
            characters.push_back(&character);
        }
    }
    return characters;
}

double probabilityOf(const CharacterReading& character, const std::string& text)
{
    if (character.text == text) {
        return std::max(character.probability, kUnnamed);
    }
    const auto named = std::ranges::find(character.alternatives, text, &reading::Alternative::value);
    return named == character.alternatives.end() ? kUnnamed : std::max(named->probability, kUnnamed);
}

/// What all statements, which have as many characters, say together, and how sure that is.
struct Together
{
    std::vector<std::string> texts;
    std::vector<double> shares; ///< of each text among those that any of them names
};

/// None where they cannot all say the same.
std::optional<Together> together(const std::vector<std::vector<CharacterReading*>>& statements)
{
    Together result;
    for (std::size_t i = 0; i < statements.front().size(); ++i) {
        std::map<std::string, double> weights;
        for (const auto& statement : statements) {
            weights[statement[i]->text] = 1.0;
            for (const reading::Alternative& alternative : statement[i]->alternatives) {
                weights[alternative.value] = 1.0;
            }
        }
        double sum = 0.0;
        for (auto& [text, weight] : weights) {
            for (const auto& statement : statements) {
                weight *= probabilityOf(*statement[i], text);
            }
            sum += weight;
        }
        const auto best = std::ranges::max_element(weights, {}, [](const auto& one) { return one.second; });
        const bool isPossible = std::ranges::all_of(statements, [&](const auto& statement) {
            return probabilityOf(*statement[i], best->first) >= kImpossible;
        });
        if (!isPossible) {
            return std::nullopt;
        }
        result.texts.push_back(best->first);
        result.shares.push_back(best->second / sum);
    }
    return result;
}

/// "vraag 2.1 van 7101"
std::string placeOf(const Statement& statement)
{
    const form::Field& field = *statement.front().field;
    return "vraag " + field.question + " van " + field.id.substr(0, field.id.find('.'));
}

/// The written text with its characters as they are now.
std::string rawOf(const Answer& answer)
{
    std::string raw;
    std::size_t next = 0;
    const std::vector<CharacterReading>& characters = answer.reading->characters;
    if (answer.field->writing == form::Writing::comb) {
        for (const CharacterReading& character : characters) {
            raw += character.text.empty() ? " " : character.text;
        }
        raw.erase(raw.find_last_not_of(' ') + 1);
        return raw;
    }
    for (const char c : answer.reading->raw) {
        if (c == ' ' || c == '\n') {
            raw += c;
        } else if (!continuesCharacter(c) && next < characters.size()) {
            raw += characters[next++].text;
        }
    }
    return raw;
}

void makeSurer(FieldReading& reading, const std::string& source)
{
    const bool isDone = std::ranges::any_of(
        reading.evidence, [](const reading::Evidence& one) { return one.source.starts_with(kSameFact); });
    if (reading.confidence < kClear || isDone) {
        return;
    }
    reading.confidence = 1.0 - (1.0 - reading.confidence) * kLeftOfDoubt;
    reading.evidence.push_back({source, {}});
    if (reading.state == FieldState::unsure && reading.confidence >= reading.acceptFrom) {
        reading.state = FieldState::read;
        reading.reasons.clear();
    }
}

/// Findings about the value that a field no longer has.
void dropRuleFindings(reading::Record& record, const std::string& fieldId)
{
    for (reading::PageReading& page : record.pages) {
        std::erase_if(page.findings, [&](const reading::Finding& finding) {
            return finding.fieldId == fieldId &&
                   (finding.code.starts_with("field.invalid.") || finding.code.starts_with("field.date."));
        });
    }
}

/// Takes over what the others say, for a person to confirm; nothing where that breaks the field's rule.
void takeOver(reading::Record& record, const Answer& answer, std::span<const std::string> texts,
              std::span<const double> shares, const std::string& source)
{
    FieldReading changed = *answer.reading;
    double share = 1.0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        CharacterReading& character = changed.characters[i];
        if (character.text == texts[i]) {
            continue;
        }
        const double own = probabilityOf(character, texts[i]);
        std::erase_if(character.alternatives, [&](const auto& one) { return one.value == texts[i]; });
        character.alternatives.insert(character.alternatives.begin(),
                                      {character.text, character.probability});
        character.text = texts[i];
        character.probability = own;
        share *= shares[i];
    }
    changed.raw = rawOf({&changed, answer.field});
    const record::NormalForm normal = record::normalForm(changed, *answer.field);
    if (!normal.problem.empty() || changed.raw == answer.reading->raw) {
        return;
    }
    changed.value = normal.value;
    changed.state = FieldState::unsure;
    changed.confidence = std::min(kMostByOthers, share);
    changed.evidence.push_back({source, answer.reading->raw});
    std::erase(changed.reasons, record::normalForm(*answer.reading, *answer.field).problem);
    changed.reasons.insert(changed.reasons.begin(), source + "; geschreven lijkt: " + answer.reading->raw);
    *answer.reading = std::move(changed);
    dropRuleFindings(record, answer.reading->fieldId);
}

void weigh(reading::Record& record, const std::vector<Statement>& statements)
{
    std::vector<std::vector<CharacterReading*>> characters;
    for (const Statement& statement : statements) {
        characters.push_back(charactersOf(statement));
    }
    const auto all = together(characters);
    if (!all) {
        return;
    }
    std::vector<bool> says;
    for (const auto& one : characters) {
        says.push_back(std::ranges::equal(one, all->texts, {}, &CharacterReading::text));
    }
    for (std::size_t i = 0; i < statements.size(); ++i) {
        std::size_t witness = 0;
        while (witness < statements.size() && (witness == i || !says[witness])) {
            ++witness;
        }
        if (witness == statements.size()) {
            continue;
        }
        const std::string source = std::string(kSameFact) + placeOf(statements[witness]);
        std::size_t first = 0;
        for (const Answer& answer : statements[i]) {
            const std::size_t count = answer.reading->characters.size();
            if (says[i]) {
                makeSurer(*answer.reading, source);
            } else if (answer.reading->state == FieldState::unsure) {
                takeOver(record, answer, std::span(all->texts).subspan(first, count),
                         std::span(all->shares).subspan(first, count), source);
            }
            first += count;
        }
    }
}

/// The answers to fields joined by '+'; none when one of them is not read, or by a reader that accepts
/// nothing: what its probabilities are worth is not learned yet, and is to be learned from its own readings.
std::optional<Statement> statementOf(reading::Record& record, std::span<const form::FormTemplate> templates,
                                     const std::string& fields)
{
    Statement statement;
    std::istringstream ids(fields);
    std::string id;
    while (std::getline(ids, id, '+')) {
        FieldReading* reading = findReading(record, id);
        const form::FormTemplate* form = findTemplate(templates, id.substr(0, id.find('.')));
        const form::Field* field = form == nullptr ? nullptr : form::findField(*form, id);
        const bool isRead = reading != nullptr &&
                            (reading->state == FieldState::read || reading->state == FieldState::unsure) &&
                            reading->acceptFrom < 1.0;
        if (!isRead || field == nullptr || reading->characters.empty()) {
            return std::nullopt;
        }
        statement.push_back({reading, field});
    }
    return statement;
}

/// Ids of the fields that state each fact; the key is what "same-as" names.
std::map<std::string, std::vector<std::string>> factsOf(std::span<const form::FormTemplate> templates)
{
    std::map<std::string, std::vector<std::string>> facts;
    for (const form::FormTemplate& form : templates) {
        for (const form::Page& page : form.pages) {
            for (const form::Field& field : page.fields) {
                for (const std::string& validator : field.validators) {
                    if (validator.starts_with(kSameAs)) {
                        std::vector<std::string>& places = facts[validator.substr(kSameAs.size())];
                        places.push_back(field.id);
                    }
                }
            }
        }
    }
    for (auto& [base, places] : facts) {
        places.insert(places.begin(), base);
    }
    return facts;
}

} // namespace

void weighSameFacts(reading::Record& record, std::span<const form::FormTemplate> templates)
{
    for (const auto& [base, places] : factsOf(templates)) {
        std::map<std::size_t, std::vector<Statement>> bySize;
        for (const std::string& place : places) {
            if (const auto statement = statementOf(record, templates, place)) {
                bySize[charactersOf(*statement).size()].push_back(*statement);
            }
        }
        for (const auto& [size, statements] : bySize) {
            if (statements.size() > 1) {
                weigh(record, statements);
            }
        }
    }
}

} // namespace scanstraat::dossier
