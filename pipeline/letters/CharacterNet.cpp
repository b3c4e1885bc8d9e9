// SPDX-License-Identifier: EUPL-1.2
#include "letters/CharacterNet.h"

#include "base/Error.h"
#include "net/Softmax.h"

namespace scanstraat::letters {

CharacterNet::CharacterNet(const std::filesystem::path& onnx, std::string alphabet, double temperature)
    : net_(onnx), alphabet_(std::move(alphabet)), temperature_(temperature)
{
    const cv::Mat blank = cv::Mat::zeros(kGlyphSide, kGlyphSide, CV_8UC1);
    const std::size_t classes = classify(std::span(&blank, 1)).at(0).size();
    if (classes != alphabet_.size() + kOtherClasses) {
        throw Error(onnx.string() + ": the network has " + std::to_string(classes) +
                        " classes, letters.json " + std::to_string(alphabet_.size() + kOtherClasses),
                    ExitCode::installation);
    }
}

std::vector<std::vector<float>> CharacterNet::classify(std::span<const cv::Mat> glyphs)
{
    // One at a time: a batch saves less on one core than its changing size costs.
    std::vector<std::vector<float>> result;
    result.reserve(glyphs.size());
    for (const cv::Mat& glyph : glyphs) {
        cv::Mat blob;
        glyph.convertTo(blob, CV_32F, 1.0 / 255.0);
        const cv::Mat outputs = net_.run({{"", blob.reshape(1, {1, 1, glyph.rows, glyph.cols})}});
        std::vector<double> probabilities(outputs.begin<float>(), outputs.end<float>());
        net::softmax(probabilities, temperature_);
        result.emplace_back(probabilities.begin(), probabilities.end());
    }
    return result;
}

} // namespace scanstraat::letters
