// SPDX-License-Identifier: EUPL-1.2
#include "attachments/AttachmentKinds.h"

#include "base/Error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace scanstraat::attachments {

namespace {

/// Signs of a machine readable zone stand in longer words.
bool isOn(const std::string& wanted, std::span<const std::string> words)
{
    const bool isPart = wanted.find('<') != std::string::npos;
    return std::ranges::any_of(words, [&](const std::string& word) {
        return isPart ? word.find(wanted) != std::string::npos : word == wanted;
    });
}

} // namespace

AttachmentKinds::AttachmentKinds(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw Error(file.string() + ": cannot be read; install the models beside the program",
                    ExitCode::installation);
    }
    try {
        const auto json = nlohmann::json::parse(in);
        if (json.at("schema") != "scanstraat/attachments/1") {
            throw Error(file.string() + ": the schema is not scanstraat/attachments/1",
                        ExitCode::installation);
        }
        for (const auto& one : json.at("kinds")) {
            kinds_.push_back({one.at("id").get<std::string>(), one.at("name").get<std::string>(),
                              one.at("annexes").get<std::vector<std::string>>(),
                              one.at("words").get<std::map<std::string, double>>()});
        }
        otherWeight_ = json.at("otherWeight").get<double>();
        mostConfidence_ = json.at("mostConfidence").get<double>();
    } catch (const nlohmann::json::exception& e) {
        throw Error(file.string() + ": not a list of kinds of attachments: " + e.what(),
                    ExitCode::installation);
    }
}

KindGuess AttachmentKinds::guess(std::span<const std::string> words) const
{
    KindGuess best{nullptr, 0.0};
    double most = otherWeight_;
    double sum = std::exp(otherWeight_);
    for (const AttachmentKind& kind : kinds_) {
        double weight = 0.0;
        for (const auto& [word, one] : kind.words) {
            weight += isOn(word, words) ? one : 0.0;
        }
        sum += std::exp(weight);
        if (weight > most) {
            most = weight;
            best.kind = &kind;
        }
    }
    best.confidence = std::min(mostConfidence_, std::exp(most) / sum);
    return best;
}

} // namespace scanstraat::attachments
