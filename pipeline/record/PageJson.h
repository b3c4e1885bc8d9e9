// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/PageReading.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace scanstraat::record {

/// A page as `pages` of docs/record.schema.json has it: without its fields.
[[nodiscard]] nlohmann::ordered_json toJson(const reading::PageReading& page);

/// The page's fields by their id, as `fields` of docs/record.schema.json.
[[nodiscard]] nlohmann::ordered_json fieldsToJson(const reading::PageReading& page);

[[nodiscard]] nlohmann::ordered_json toJson(const std::vector<reading::Finding>& findings);

/// The same the other way round. Throw std::invalid_argument or nlohmann::json::exception with what is wrong.
/// Of a box's probabilities only that of its state is kept.
[[nodiscard]] reading::PageReading pageOf(const nlohmann::ordered_json& json);
[[nodiscard]] reading::FieldReading fieldOf(const std::string& id, const nlohmann::ordered_json& json);
[[nodiscard]] std::vector<reading::Finding> findingsOf(const nlohmann::ordered_json& json);

} // namespace scanstraat::record
