// SPDX-License-Identifier: EUPL-1.2
#include "ident/PrintedLineReader.h"

#include "base/Error.h"
#include "ident/PrintedLine.h"
#include "net/Network.h"
#include "net/Softmax.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <span>
#include <vector>

namespace scanstraat::ident {

namespace {

namespace fs = std::filesystem;

/// Glyphs that the network gets in one go. Always as many: OpenCV plans its memory anew whenever that
/// number changes.
constexpr int kBatch = 16;

struct Settings
{
    std::string version;
    std::string alphabet;
    double temperature = 1.0; ///< divides the network's outputs before the softmax (Guo et al., 2017)
    double acceptance = 1.0;
};

[[noreturn]] void refuse(const fs::path& path, const std::string& problem)
{
    throw Error(path.string() + ": " + problem, ExitCode::installation);
}

Settings readSettings(const fs::path& path)
{
    std::ifstream stream(path);
    if (!stream) {
        refuse(path, "the model's description is missing; reinstall, or train it with tools/train");
    }
    Settings settings;
    try {
        const nlohmann::json json = nlohmann::json::parse(stream);
        settings = {json.at("version").get<std::string>(), json.at("alphabet").get<std::string>(),
                    json.at("temperature").get<double>(), json.at("acceptance").get<double>()};
    } catch (const nlohmann::json::exception& error) {
        refuse(path, error.what());
    }
    if (!(settings.temperature > 0.0)) {
        refuse(path, "temperature must be above 0");
    }
    if (!(settings.acceptance >= 0.0 && settings.acceptance <= 1.0)) {
        refuse(path, "acceptance must be 0 to 1");
    }
    return settings;
}

/// The likeliest class of a row of scores, and its probability.
std::pair<std::size_t, double> likeliest(const cv::Mat& scores, double temperature)
{
    std::vector<double> probabilities(scores.begin<float>(), scores.end<float>());
    net::softmax(probabilities, temperature);
    const auto best = std::ranges::max_element(probabilities);
    return {static_cast<std::size_t>(best - probabilities.begin()), *best};
}

struct Character
{
    char letter = '?';
    double probability = 0.0;
};

/// Leaves out what is no character and stands apart behind the line. At its start it may be a page number.
std::span<const Character> withoutDirt(std::span<const Character> characters,
                                       std::span<const PrintedGlyph> glyphs)
{
    constexpr int kApart = kLineEm / 2;
    while (characters.size() > 1 && characters.back().letter == '?' &&
           glyphs[characters.size() - 1].left - glyphs[characters.size() - 2].right > kApart) {
        characters = characters.first(characters.size() - 1);
    }
    return characters;
}

} // namespace

class PrintedLineReader::Engine
{
public:
    explicit Engine(const fs::path& folder)
        : settings(readSettings(folder / "print.json")), net_(folder / "print.onnx")
    {
        const int classes = static_cast<int>(settings.alphabet.size()) + 1;
        if (const cv::Mat scores = run({}); scores.rows != kBatch || scores.cols != classes) {
            refuse(net_.file(), "the network has " + std::to_string(scores.cols) + " classes, print.json " +
                                    std::to_string(classes));
        }
    }

    /// Scores of up to kBatch glyphs, one a row.
    cv::Mat run(std::span<const PrintedGlyph> glyphs)
    {
        cv::Mat batch = cv::Mat::zeros(kBatch * kPrintRows, kPrintColumns, CV_32F);
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            const int top = static_cast<int>(i) * kPrintRows;
            glyphs[i].picture.convertTo(batch.rowRange(top, top + kPrintRows), CV_32F, 1.0 / 255.0);
        }
        return net_.run({{"", batch.reshape(1, {kBatch, 1, kPrintRows, kPrintColumns})}});
    }

    PrintedText read(std::span<const PrintedGlyph> glyphs)
    {
        std::vector<Character> characters;
        for (std::size_t first = 0; first < glyphs.size(); first += kBatch) {
            const auto some = glyphs.subspan(first, std::min<std::size_t>(kBatch, glyphs.size() - first));
            const cv::Mat scores = run(some);
            for (int i = 0; i < static_cast<int>(some.size()); ++i) {
                characters.push_back(characterOf(likeliest(scores.row(i), settings.temperature)));
            }
        }
        PrintedText result{{}, 1.0};
        for (const Character& character : withoutDirt(characters, glyphs)) {
            result.text += character.letter;
            result.probability *= character.probability;
        }
        return result.text.empty() ? PrintedText{} : result;
    }

    Settings settings;

private:
    [[nodiscard]] Character characterOf(const std::pair<std::size_t, double>& likely) const
    {
        const auto& [index, probability] = likely;
        return index < settings.alphabet.size() ? Character{settings.alphabet[index], probability}
                                                : Character{};
    }

    net::Network net_;
};

PrintedLineReader::PrintedLineReader(const fs::path& modelsFolder)
    : engine_(std::make_unique<Engine>(modelsFolder))
{
}

PrintedLineReader::~PrintedLineReader() = default;
PrintedLineReader::PrintedLineReader(PrintedLineReader&&) noexcept = default;
PrintedLineReader& PrintedLineReader::operator=(PrintedLineReader&&) noexcept = default;

PrintedText PrintedLineReader::read(const cv::Mat& grey)
{
    return engine_->read(cutGlyphs(grey));
}

double PrintedLineReader::acceptance() const
{
    return engine_->settings.acceptance;
}

const std::string& PrintedLineReader::version() const
{
    return engine_->settings.version;
}

} // namespace scanstraat::ident
