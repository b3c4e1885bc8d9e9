// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "marks/BoxNet.h"
#include "marks/HandPosterior.h"
#include "marks/LostInk.h"
#include "reading/FieldReading.h"

#include <array>
#include <filesystem>
#include <string>

namespace scanstraat::marks {

/// The state of a box as the networks of models/ see it, and what makes calibrated probabilities of that. A
/// quick network sees every box; where it does not surely see an empty one, a thorough one is asked as well:
/// two that learned apart are seldom wrong about the same mark. Trained by tools/train/marks/train_marks.py.
class MarkNet
{
public:
    /// Reads marks-quick.onnx, marks-thorough.onnx and marks.json in `models`. Throws scanstraat::Error with
    /// ExitCode::installation when one is missing, broken, or made for other clues.
    explicit MarkNet(const std::filesystem::path& models);

    /// What the networks put out for a box, a weighted mean where both were asked. Not thread safe.
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

    BoxNet quick_;
    BoxNet thorough_;
    std::string version_;
    double thoroughWeight_ = 1.0; ///< of the mean of both
    double surelyEmpty_ = 0.0;    ///< lead of the quick network's score from which it is believed alone
    std::array<Calibration, kHands> calibrations_{};
    double oddPages_ = 0.0;
    LostInk lostInk_;
    double unclearBelow_ = 1.0;
    double acceptFrom_ = 1.0;
};

} // namespace scanstraat::marks
