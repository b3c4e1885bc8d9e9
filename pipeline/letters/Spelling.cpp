// SPDX-License-Identifier: EUPL-1.2
// The file holds a row of costs for each context of 0 to 3 symbols that was frequent enough, one character a
// symbol. A context without a row uses that of its last symbols; loading resolves this for all contexts.
#include "letters/Spelling.h"

#include "base/Error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace scanstraat::letters {

namespace {

constexpr std::string_view kSymbolOrder = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_";
constexpr char kFirstLevel = '0'; ///< of cost 0
constexpr char kLastLevel = '~';

nlohmann::json readJson(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    if (!stream) {
        throw Error(file.string() + ": the spelling model is missing; reinstall, or make it with "
                                    "tools/train/train_spelling.py",
                    ExitCode::installation);
    }
    return nlohmann::json::parse(stream);
}

bool isLevel(char level)
{
    return level >= kFirstLevel && level <= kLastLevel;
}

void require(bool holds, const std::string& what)
{
    if (!holds) {
        throw Error(what, ExitCode::installation);
    }
}

} // namespace

Spelling::Spelling(const std::filesystem::path& file)
try {
    const nlohmann::json json = readJson(file);
    version_ = json.at("version").get<std::string>();
    const auto step = json.at("step").get<float>();
    require(step > 0.0F && step < 1.0F, file.string() + ": step must be between 0 and 1");
    require(json.at("symbols") == kSymbolOrder,
            file.string() + ": symbols must be " + std::string(kSymbolOrder));
    RowOfContext rowOf;
    for (const auto& [context, levels] : json.at("contexts").items()) {
        const auto text = levels.get<std::string>();
        require(text.size() == kSymbols && std::ranges::all_of(text, isLevel),
                file.string() + ": context \"" + context + "\" must have 27 levels from 0 to ~");
        rowOf[context] = static_cast<std::uint16_t>(rows_.size());
        std::ranges::transform(text, rows_.emplace_back().begin(),
                               [&](char level) { return step * static_cast<float>(level - kFirstLevel); });
    }
    require(rowOf.contains(""), file.string() + ": the context \"\" is missing");
    require(rows_.size() <= kContexts, file.string() + ": there are too many contexts");
    resolve(rowOf);
} catch (const nlohmann::json::exception& error) {
    throw Error(file.string() + ": " + error.what(), ExitCode::installation);
}

void Spelling::resolve(const RowOfContext& rowOf)
{
    rowOfContext_.resize(kContexts);
    for (std::size_t i = 0; i < kContexts; ++i) {
        std::string context{kSymbolOrder[i / kSymbols / kSymbols], kSymbolOrder[i / kSymbols % kSymbols],
                            kSymbolOrder[i % kSymbols]};
        while (!rowOf.contains(context)) {
            context.erase(0, 1);
        }
        rowOfContext_[i] = rowOf.at(context);
    }
}

double Spelling::cost(std::string_view context, char next) const
{
    return rows_[rowOfContext_[indexOf(context)]][indexOf(next)];
}

std::size_t Spelling::indexOf(char symbol)
{
    return symbol == kEdge ? kSymbols - 1 : static_cast<std::size_t>(symbol - 'A');
}

std::size_t Spelling::indexOf(std::string_view context)
{
    return (indexOf(context[0]) * kSymbols + indexOf(context[1])) * kSymbols + indexOf(context[2]);
}

} // namespace scanstraat::letters
