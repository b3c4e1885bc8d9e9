// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "marks/MarkFeatures.h"
#include "reading/FieldReading.h"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace scanstraat::marks {

/// Multinomial logistic model over the features: each feature gives its standardised value and hinge
/// terms max(0, z - knot). Trained by tools/train/marks/train_marks.py.
class MarkModel
{
public:
    using Probabilities = std::array<double, reading::kMarkStates>;

    /// Reads models/marks.json. Throws scanstraat::Error with ExitCode::installation.
    explicit MarkModel(const std::filesystem::path& file);

    /// In the order of reading::MarkState, summing to 1. Thread safe.
    [[nodiscard]] Probabilities probabilities(const MarkFeatures& features) const;

    /// The likeliest state, or unclear when none is likely enough.
    [[nodiscard]] reading::MarkState decide(const Probabilities& probabilities) const;

    [[nodiscard]] const std::string& version() const { return version_; }
    [[nodiscard]] double acceptFrom() const { return acceptFrom_; }

private:
    struct Input
    {
        double mean = 0.0;
        double scale = 1.0;
        std::vector<double> knots;
    };

    std::string version_;
    std::array<Input, kFeatures> inputs_;
    std::array<std::vector<double>, reading::kMarkStates> weights_; ///< first the constant term
    double unclearBelow_ = 0.9; ///< least probability of a state that is not called unclear
    double acceptFrom_ = 0.99;  ///< least confidence of an answer that nobody needs to look at

    [[nodiscard]] std::vector<double> terms(const MarkFeatures& features) const;
};

} // namespace scanstraat::marks
