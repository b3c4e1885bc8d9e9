// SPDX-License-Identifier: EUPL-1.2
#include "net/Network.h"

#include "base/Error.h"

#include <opencv2/dnn.hpp>

namespace scanstraat::net {

class Network::Net
{
public:
    explicit Net(cv::dnn::Net net) : value(std::move(net)) {}
    cv::dnn::Net value;
};

namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& problem)
{
    throw Error(file.string() + ": " + problem, ExitCode::installation);
}

cv::dnn::Net load(const std::filesystem::path& file)
{
    if (!std::filesystem::is_regular_file(file)) {
        refuse(file, "the model is missing; reinstall, or train it with tools/train");
    }
    try {
        return cv::dnn::readNetFromONNX(file.string());
    } catch (const cv::Exception& error) {
        refuse(file, "is no network that OpenCV can run (" + error.err + ")");
    }
}

} // namespace

Network::Network(std::filesystem::path onnx)
    : file_(std::move(onnx)), net_(std::make_unique<Net>(load(file_)))
{
}

Network::~Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;

cv::Mat Network::run(std::initializer_list<Input> inputs)
{
    try {
        for (const Input& input : inputs) {
            net_->value.setInput(input.value, input.name);
        }
        return net_->value.forward();
    } catch (const cv::Exception& error) {
        refuse(file_, "the network does not take what it is given; train it again with tools/train (" +
                          error.err + ")");
    }
}

} // namespace scanstraat::net
