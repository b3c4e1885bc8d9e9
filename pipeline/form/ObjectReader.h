// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Geometry.h"
#include "form/JsonNode.h"

#include <set>
#include <string>
#include <vector>

namespace scanstraat::form {

/// Takes the members of one JSON object by name and notes what is missing, of the wrong type, or unknown.
/// After a problem the reader goes on with a default, so that one look finds all that is wrong.
class ObjectReader
{
public:
    /// `what` names the object in messages: `field "6009.1.1"`. Both references must outlive the reader.
    ObjectReader(const JsonNode& node, std::string what, std::vector<Problem>& problems);

    ObjectReader(const ObjectReader&) = delete;
    ObjectReader& operator=(const ObjectReader&) = delete;

    [[nodiscard]] std::string text(const std::string& key);
    [[nodiscard]] std::string textOr(const std::string& key, const std::string& fallback);
    [[nodiscard]] double number(const std::string& key);
    [[nodiscard]] double numberOr(const std::string& key, double fallback);
    [[nodiscard]] int integer(const std::string& key);
    [[nodiscard]] bool flag(const std::string& key);
    [[nodiscard]] bool flagOr(const std::string& key, bool fallback);

    /// The members x, y, width and height of this object.
    [[nodiscard]] RectMm rectangle();
    /// The members x and y of this object.
    [[nodiscard]] PointMm point();

    /// The member, whatever its type; nullptr, and no problem, when it is not there.
    [[nodiscard]] const JsonNode* find(const std::string& key);
    /// The member that must be there and have that type; nullptr otherwise.
    [[nodiscard]] const JsonNode* require(const std::string& key, JsonNode::Type type);
    /// The items of a list; none when the key is missing, which is a problem if it is `required`.
    [[nodiscard]] const std::vector<JsonNode>& list(const std::string& key, bool required);

    /// Notes every member that nobody asked for, and every key that stands twice.
    void finish();

    void problem(int line, const std::string& message);
    [[nodiscard]] int line() const { return node_.line; }
    [[nodiscard]] const std::string& what() const { return what_; }
    void rename(std::string what) { what_ = std::move(what); }

private:
    [[nodiscard]] const JsonNode* findTyped(const std::string& key, JsonNode::Type type);

    const JsonNode& node_;
    std::string what_;
    std::vector<Problem>& problems_;
    std::set<std::string> asked_;
};

} // namespace scanstraat::form
