// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Geometry.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace scanstraat::reading {

/// State of one checkbox; see domain.md, 'From marks to answers'.
enum class MarkState { empty, crossed, blackened, recrossed, unclear };
constexpr std::size_t kMarkStates = 5;
using StateProbabilities = std::array<double, kMarkStates>; ///< in the order of MarkState, summing to 1

/// State of a field's value. `read` and `correctedByApplicant` and `empty` are accepted;
/// `unsure` and `unreadable` go to review; `verified` was confirmed by a person.
enum class FieldState { read, empty, unsure, unreadable, correctedByApplicant, verified };
inline constexpr std::array kFieldStates{FieldState::read,
                                         FieldState::empty,
                                         FieldState::unsure,
                                         FieldState::unreadable,
                                         FieldState::correctedByApplicant,
                                         FieldState::verified};

struct Alternative
{
    std::string value;
    double probability = 0.0;
};

/// One checkbox.
struct BoxReading
{
    std::string option;
    RectMm box;
    MarkState state = MarkState::unclear;
    StateProbabilities probabilities{};
};

/// One written character: the best guess first; `text` is UTF-8, empty for an empty cell.
struct CharacterReading
{
    RectMm box;
    std::string text;
    double probability = 0.0;
    std::vector<Alternative> alternatives;
};

/// What beside the picture took part in a reading.
struct Evidence
{
    std::string source; ///< Dutch: "elfproef", "kalender", "spelling", "zelfde gegeven op 7101, vraag 2.1"
    std::string seen;   ///< what the picture alone would have been read as; empty: the same, made surer
};

/// Where a field stands in a table of its form.
struct TablePlace
{
    std::string table; ///< unique in the form
    std::string row;
    std::string column;
};

/// What was read in one field. `raw` is what stands on paper, `value` its normal form.
struct FieldReading
{
    std::string fieldId;
    RectMm box;
    std::string raw;
    std::string value;
    FieldState state = FieldState::unreadable;
    double confidence = 0.0; ///< probability that `value` is right, 0..1
    double acceptFrom = 1.0; ///< confidence from which its reader accepts it; not kept in the record
    std::vector<Alternative> alternatives;
    std::vector<CharacterReading> characters;
    std::vector<BoxReading> boxes;
    std::vector<Evidence> evidence;
    std::vector<std::string> reasons; ///< Dutch, for the reviewer: why it is unsure or corrected
    std::optional<TablePlace> place;  ///< none: in no table
    std::string picture; ///< of a signature, stamp or photo: path of its cut-out below the output folder
};

[[nodiscard]] std::string toString(MarkState state);
[[nodiscard]] std::string toString(FieldState state);
[[nodiscard]] bool isAccepted(FieldState state);

/// At most, for a value that breaks a rule or contradicts another one.
inline constexpr double kContradictedConfidence = 0.5;

/// Sends a field to review: an accepted state becomes unsure (but not `verified`), the confidence is capped
/// at kContradictedConfidence, and the reason, in Dutch, is added once.
void doubt(FieldReading& reading, const std::string& reason);

} // namespace scanstraat::reading
