// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/LineRecogniser.h"
#include "net/Network.h"

#include <filesystem>
#include <vector>

namespace scanstraat::letters {

/// A convolutional network of models/ in ONNX, run by OpenCV.
class LineNet : public LineRecogniser
{
public:
    /// `temperature` divides the network's outputs before the softmax (Guo et al., 2017). Throws
    /// scanstraat::Error with ExitCode::installation when the file is missing or no network.
    LineNet(const std::filesystem::path& onnx, std::u32string alphabet, double temperature);

    [[nodiscard]] const std::u32string& alphabet() const override { return alphabet_; }
    [[nodiscard]] cv::Mat read(const cv::Mat& line) override;

private:
    /// The same network for lines up to a width: OpenCV plans its memory anew for every other one.
    struct Sized
    {
        int width = 0;
        net::Network net;
    };

    std::u32string alphabet_;
    double temperature_;
    std::vector<Sized> nets_; ///< by width, ascending
};

} // namespace scanstraat::letters
