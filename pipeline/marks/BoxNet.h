// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "marks/BoxCutter.h"
#include "marks/Evidence.h"
#include "net/Network.h"
#include "reading/FieldReading.h"

#include <array>
#include <filesystem>

namespace scanstraat::marks {

/// What a network puts out for each state, before it is calibrated.
using Scores = std::array<double, reading::kMarkStates>;

/// One network that sees a box: both planes of its cut and its clues.
class BoxNet
{
public:
    /// Throws scanstraat::Error with ExitCode::installation when the file is missing, broken, or made for
    /// other clues or states.
    explicit BoxNet(const std::filesystem::path& onnx);

    /// Not thread safe.
    [[nodiscard]] Scores score(const BoxCut& cut, const Clues& clues);

private:
    net::Network net_;
    cv::Mat planes_; ///< both planes of a cut, filled anew for each
    cv::Mat clues_;
};

} // namespace scanstraat::marks
