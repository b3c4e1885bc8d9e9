// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "marks/BoxCutter.h"
#include "marks/Evidence.h"
#include "marks/HandPosterior.h"
#include "marks/LostInk.h"
#include "net/Network.h"
#include "reading/FieldReading.h"

#include <array>
#include <filesystem>
#include <string>

namespace scanstraat::marks {

/// What the network puts out for each state, before it is calibrated.
using Scores = std::array<double, reading::kMarkStates>;

/// The state of a box as the small network of models/marks.onnx sees it, and what makes calibrated
/// probabilities of that. Trained by tools/train/marks/train_marks.py.
class MarkNet
{
public:
    /// Reads marks.onnx and marks.json in `models`. Throws scanstraat::Error with ExitCode::installation when
    /// one is missing, broken, or made for other clues.
    explicit MarkNet(const std::filesystem::path& models);

    /// What the network puts out for a box. Not thread safe.
    [[nodiscard]] Scores score(const BoxCut& cut, const Clues& clues);

    /// For a box whose neighbours are not known, on a page that this hand marked.
    [[nodiscard]] StateProbabilities probabilities(const Scores& scores, Hand hand) const;

    /// The same for a box that isBlank().
    [[nodiscard]] const StateProbabilities& blank(Hand hand) const
    {
        return calibrations_[indexOf(hand)].blank;
    }

    /// How often each state occurs on pages of this hand.
    [[nodiscard]] const StateProbabilities& frequencies(Hand hand) const
    {
        return calibrations_[indexOf(hand)].frequencies;
    }

    /// A page's hand, before its boxes are looked at.
    [[nodiscard]] HandPosterior anyHand() const;

    /// What black and white scans lose.
    [[nodiscard]] const LostInk& lostInk() const { return lostInk_; }

    [[nodiscard]] const std::string& version() const { return version_; }
    /// Least probability of a state that is not called unclear.
    [[nodiscard]] double unclearBelow() const { return unclearBelow_; }
    /// Least probability of an answer that nobody needs to look at.
    [[nodiscard]] double acceptFrom() const { return acceptFrom_; }

private:
    /// From outputs to probabilities on the pages of one hand.
    struct Calibration
    {
        double temperature = 1.0;
        /// Added to the outputs: from the states of training to those of such pages.
        StateProbabilities bias{};
        StateProbabilities frequencies{};
        StateProbabilities blank{};
    };

    static constexpr std::size_t indexOf(Hand hand) { return static_cast<std::size_t>(hand); }

    net::Network net_;
    cv::Mat planes_; ///< both planes of a cut, filled anew for each
    cv::Mat clues_;
    std::string version_;
    std::array<Calibration, kHands> calibrations_{};
    double oddPages_ = 0.0;
    LostInk lostInk_;
    double unclearBelow_ = 1.0;
    double acceptFrom_ = 1.0;
};

} // namespace scanstraat::marks
