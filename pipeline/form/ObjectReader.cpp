// SPDX-License-Identifier: EUPL-1.2
#include "form/ObjectReader.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::form {

ObjectReader::ObjectReader(const JsonNode& node, std::string what, std::vector<Problem>& problems)
    : node_(node), what_(std::move(what)), problems_(problems)
{
    if (node.type != JsonNode::Type::object) {
        problem(node.line, "must be an object, but is " + describe(node.type));
    }
}

void ObjectReader::problem(int line, const std::string& message)
{
    problems_.push_back({line, what_ + " " + message});
}

const JsonNode* ObjectReader::find(const std::string& key)
{
    asked_.insert(key);
    const auto found = std::find(node_.keys.begin(), node_.keys.end(), key);
    return found == node_.keys.end() ? nullptr : &node_.items[found - node_.keys.begin()];
}

const JsonNode* ObjectReader::findTyped(const std::string& key, JsonNode::Type type)
{
    const JsonNode* node = find(key);
    if (node != nullptr && node->type != type) {
        problem(node->line,
                "has a \"" + key + "\" that is " + describe(node->type) + "; it must be " + describe(type));
        return nullptr;
    }
    return node;
}

const JsonNode* ObjectReader::require(const std::string& key, JsonNode::Type type)
{
    if (find(key) == nullptr) {
        problem(node_.line, "misses the key \"" + key + "\" (" + describe(type) + ")");
        return nullptr;
    }
    return findTyped(key, type);
}

std::string ObjectReader::text(const std::string& key)
{
    const JsonNode* node = require(key, JsonNode::Type::text);
    return node == nullptr ? "" : node->text;
}

std::string ObjectReader::textOr(const std::string& key, const std::string& fallback)
{
    const JsonNode* node = findTyped(key, JsonNode::Type::text);
    return node == nullptr ? fallback : node->text;
}

double ObjectReader::number(const std::string& key)
{
    const JsonNode* node = require(key, JsonNode::Type::number);
    return node == nullptr ? 0.0 : node->number;
}

double ObjectReader::numberOr(const std::string& key, double fallback)
{
    const JsonNode* node = findTyped(key, JsonNode::Type::number);
    return node == nullptr ? fallback : node->number;
}

int ObjectReader::integer(const std::string& key)
{
    const JsonNode* node = require(key, JsonNode::Type::number);
    if (node == nullptr) {
        return 0;
    }
    constexpr double kLargest = 1e6;
    if (node->number != std::floor(node->number) || std::abs(node->number) > kLargest) {
        problem(node->line, "has a \"" + key + "\" that is not a whole number");
        return 0;
    }
    return static_cast<int>(node->number);
}

bool ObjectReader::flag(const std::string& key)
{
    const JsonNode* node = require(key, JsonNode::Type::boolean);
    return node != nullptr && node->boolean;
}

bool ObjectReader::flagOr(const std::string& key, bool fallback)
{
    const JsonNode* node = findTyped(key, JsonNode::Type::boolean);
    return node == nullptr ? fallback : node->boolean;
}

RectMm ObjectReader::rectangle()
{
    return {number("x"), number("y"), number("width"), number("height")};
}

PointMm ObjectReader::point()
{
    return {number("x"), number("y")};
}

const std::vector<JsonNode>& ObjectReader::list(const std::string& key, bool required)
{
    static const std::vector<JsonNode> kNone;
    const JsonNode* node =
        required ? require(key, JsonNode::Type::array) : findTyped(key, JsonNode::Type::array);
    return node == nullptr ? kNone : node->items;
}

void ObjectReader::finish()
{
    std::set<std::string> seen;
    for (std::size_t index = 0; index < node_.keys.size(); ++index) {
        const std::string& name = node_.keys[index];
        const int line = node_.items[index].line;
        if (!asked_.contains(name)) {
            problem(line, "has the unknown key \"" + name + "\"");
        }
        if (!seen.insert(name).second) {
            problem(line, "has the key \"" + name + "\" twice");
        }
    }
}

} // namespace scanstraat::form
