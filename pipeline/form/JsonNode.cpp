// SPDX-License-Identifier: EUPL-1.2
//
// nlohmann-json parses, but keeps no positions. It takes its characters one by one from an iterator, so an
// iterator that counts line ends knows the line of every event. A number ends with the character after it:
// when that is a line end, the event still belongs to the line before.
#include "form/JsonNode.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <iterator>
#include <utility>

namespace scanstraat::form {

namespace {

/// Where the parser is: shared by all copies of the iterator.
struct Progress
{
    int line = 1;
    bool afterLineEnd = false;

    [[nodiscard]] int eventLine() const { return afterLineEnd ? line - 1 : line; }
};

class CountingIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, Progress* progress) : at_(at), progress_(progress) {}

    reference operator*() const { return *at_; }
    CountingIterator& operator++()
    {
        progress_->afterLineEnd = *at_ == '\n';
        progress_->line += progress_->afterLineEnd ? 1 : 0;
        ++at_;
        return *this;
    }
    CountingIterator operator++(int)
    {
        const CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
    bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

private:
    const char* at_;
    Progress* progress_;
};

/// Receives the parser's events and grows the tree. The stack holds the open arrays and objects; only the
/// last of them grows, so pointers to its ancestors stay good.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json>
{
public:
    explicit TreeBuilder(const Progress& progress) : progress_(progress) {}

    [[nodiscard]] JsonNode takeRoot() { return std::move(root_); }
    [[nodiscard]] const Problem& problem() const { return problem_; }

    bool null() override
    {
        add(JsonNode::Type::null);
        return true;
    }
    bool boolean(bool value) override
    {
        add(JsonNode::Type::boolean).boolean = value;
        return true;
    }
    bool number_integer(number_integer_t value) override
    {
        return number_float(static_cast<double>(value), "");
    }
    bool number_unsigned(number_unsigned_t value) override
    {
        return number_float(static_cast<double>(value), "");
    }
    bool number_float(number_float_t value, const string_t&) override
    {
        add(JsonNode::Type::number).number = value;
        return true;
    }
    bool string(string_t& value) override
    {
        add(JsonNode::Type::text).text = value;
        return true;
    }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override
    {
        open_.push_back(&add(JsonNode::Type::object));
        return true;
    }
    bool key(string_t& value) override
    {
        key_ = value;
        return true;
    }
    bool end_object() override
    {
        open_.pop_back();
        return true;
    }
    bool start_array(std::size_t) override
    {
        open_.push_back(&add(JsonNode::Type::array));
        return true;
    }
    bool end_array() override { return end_object(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error) override
    {
        const std::string text = error.what();
        const std::size_t detail = text.find("syntax error");
        problem_ = {progress_.eventLine(),
                    "not JSON: " + (detail == std::string::npos ? text : text.substr(detail))};
        return false;
    }

private:
    JsonNode& add(JsonNode::Type type)
    {
        JsonNode node;
        node.type = type;
        node.line = progress_.eventLine();
        if (open_.empty()) {
            root_ = std::move(node);
            return root_;
        }
        JsonNode& parent = *open_.back();
        if (parent.type == JsonNode::Type::object) {
            parent.keys.push_back(key_);
        }
        return parent.items.emplace_back(std::move(node));
    }

    const Progress& progress_;
    JsonNode root_;
    std::vector<JsonNode*> open_;
    std::string key_;
    Problem problem_;
};

} // namespace

Result<JsonNode, Problem> parseJson(std::string_view document)
{
    Progress progress;
    TreeBuilder builder(progress);
    const CountingIterator begin(document.data(), &progress);
    const CountingIterator end(document.data() + document.size(), &progress);
    if (!nlohmann::json::sax_parse(begin, end, &builder)) {
        return Failure{builder.problem()};
    }
    return builder.takeRoot();
}

std::string describe(JsonNode::Type type)
{
    switch (type) {
    case JsonNode::Type::null:
        return "null";
    case JsonNode::Type::boolean:
        return "true or false";
    case JsonNode::Type::number:
        return "a number";
    case JsonNode::Type::text:
        return "a text";
    case JsonNode::Type::array:
        return "a list";
    case JsonNode::Type::object:
        return "an object";
    }
    return "nothing";
}

} // namespace scanstraat::form
