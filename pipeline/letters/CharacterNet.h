// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/CharacterClassifier.h"
#include "net/Network.h"

#include <filesystem>

namespace scanstraat::letters {

/// A convolutional network of models/ in ONNX, run by OpenCV.
class CharacterNet : public CharacterClassifier
{
public:
    /// `temperature` divides the network's outputs before the softmax (Guo et al., 2017). Throws
    /// scanstraat::Error with ExitCode::installation when the file is missing or no network.
    CharacterNet(const std::filesystem::path& onnx, std::string alphabet, double temperature);

    [[nodiscard]] const std::string& alphabet() const override { return alphabet_; }
    [[nodiscard]] std::vector<std::vector<float>> classify(std::span<const cv::Mat> glyphs) override;

private:
    net::Network net_;
    std::string alphabet_;
    double temperature_;
};

} // namespace scanstraat::letters
