// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "marks/BoxCutter.h"
#include "marks/Evidence.h"
#include "net/Network.h"
#include "reading/FieldReading.h"

#include <filesystem>
#include <string>

namespace scanstraat::marks {

/// The state of a box as the small network of models/marks.onnx sees it, as calibrated probabilities. Trained
/// by tools/train/marks/train_marks.py.
class MarkNet
{
public:
    /// Reads marks.onnx and marks.json in `models`. Throws scanstraat::Error with ExitCode::installation when
    /// one is missing, broken, or made for other clues.
    explicit MarkNet(const std::filesystem::path& models);

    /// For a box whose neighbours are not known, with the states as frequent as frequencies() says. Not
    /// thread safe.
    [[nodiscard]] reading::StateProbabilities classify(const BoxCut& cut, const Clues& clues);

    /// The same for a box that isBlank().
    [[nodiscard]] const reading::StateProbabilities& blank() const { return blank_; }

    /// How often each state occurs on forms.
    [[nodiscard]] const reading::StateProbabilities& frequencies() const { return frequencies_; }
    [[nodiscard]] const std::string& version() const { return version_; }
    /// Least probability of a state that is not called unclear.
    [[nodiscard]] double unclearBelow() const { return unclearBelow_; }
    /// Least probability of an answer that nobody needs to look at.
    [[nodiscard]] double acceptFrom() const { return acceptFrom_; }

private:
    net::Network net_;
    cv::Mat planes_; ///< both planes of a cut, filled anew for each
    cv::Mat clues_;
    std::string version_;
    reading::StateProbabilities frequencies_{};
    reading::StateProbabilities blank_{};
    /// Added to the outputs: from the states of training to those of forms.
    reading::StateProbabilities bias_{};
    double temperature_ = 1.0;
    double unclearBelow_ = 1.0;
    double acceptFrom_ = 1.0;
};

} // namespace scanstraat::marks
