// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace scanstraat::form {

/// Something that is wrong in a file, with its line (from 1).
struct Problem
{
    int line = 1;
    std::string message;
};

/// A JSON value that knows the line on which it stands.
struct JsonNode
{
    enum class Type { null, boolean, number, text, array, object };

    Type type = Type::null;
    int line = 1; ///< of its first character, from 1
    bool boolean = false;
    double number = 0.0;
    std::string text;
    std::vector<JsonNode> items;   ///< array: its items; object: the values of its keys
    std::vector<std::string> keys; ///< object: one for each item, in file order; keys may repeat
};

/// Reads a JSON document; the Problem says where and why it is not JSON.
[[nodiscard]] Result<JsonNode, Problem> parseJson(std::string_view document);

/// "an object", "a number", ...: for messages.
[[nodiscard]] std::string describe(JsonNode::Type type);

} // namespace scanstraat::form
