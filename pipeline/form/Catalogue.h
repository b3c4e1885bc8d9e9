// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace scanstraat::form {

/// What an answer must be: the field, or the group of fields that several pages share, has one of `values`
/// (normal forms, or options of a choice). Without a field the form does not ask, and people must decide.
struct AnswerCondition
{
    std::string text; ///< Dutch, for people
    std::string field;
    std::vector<std::string> values;
};

/// Another fee than the usual one.
struct FeeException
{
    int euros = 0;
    AnswerCondition when;
};

/// What an application with a form costs ('leges'), in whole euros.
struct FeeRule
{
    int euros = 0;                        ///< where no exception holds
    std::optional<AnswerCondition> scope; ///< whom the amounts are known for; none: everybody
    std::vector<FeeException> exceptions; ///< the first that holds counts
};

/// A form of the service: known by its number, with a template or without.
struct CatalogueEntry
{
    std::string number;
    std::string title;
    std::vector<std::string> purpose; ///< Dutch: what it is for
    std::optional<FeeRule> fee;
};

/// The forms that the service has.
struct Catalogue
{
    std::vector<CatalogueEntry> forms;

    /// The form with that number; nullptr if there is none.
    [[nodiscard]] const CatalogueEntry* find(const std::string& number) const;
};

/// Reads catalogue.json in the folder of the templates; none there: an empty catalogue. Throws
/// scanstraat::Error with ExitCode::installation and messages `file:line: what is wrong`.
[[nodiscard]] Catalogue loadCatalogue(const std::filesystem::path& templates);

} // namespace scanstraat::form
