// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>

namespace scanstraat::net {

/// A network of models/ in ONNX, run by OpenCV on one core. Not thread safe: one per thread.
class Network
{
public:
    struct Input
    {
        std::string name; ///< of the network's input; may be empty when it has one
        cv::Mat value; ///< 32-bit float, one sample or a batch; always of one size: OpenCV plans its memory
                       ///< anew whenever that changes
    };

    /// Throws scanstraat::Error with ExitCode::installation when the file is missing or no network.
    explicit Network(std::filesystem::path onnx);
    ~Network();
    Network(Network&&) noexcept;
    Network& operator=(Network&&) noexcept;

    /// The network's output, one row a sample, valid until the next run. Throws scanstraat::Error with
    /// ExitCode::installation when the network does not take such inputs.
    [[nodiscard]] cv::Mat run(std::initializer_list<Input> inputs);

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

private:
    class Net;
    std::filesystem::path file_;
    std::unique_ptr<Net> net_;
};

} // namespace scanstraat::net
