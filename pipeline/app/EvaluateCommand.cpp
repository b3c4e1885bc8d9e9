// SPDX-License-Identifier: EUPL-1.2
#include "app/EvaluateCommand.h"

#include "app/FileWriter.h"
#include "base/Error.h"
#include "evaluate/CalibrationFit.h"
#include "evaluate/Evaluator.h"
#include "evaluate/Requirements.h"

#include <boost/program_options.hpp>

#include <iostream>

namespace scanstraat::app {

namespace {

namespace po = boost::program_options;

constexpr const char* kUsage = R"(usage: scanstraat evaluate --truth DIR --records DIR [OPTION...]

Compares the records of a run with the truth of scanstraat-synth, page by page.

)";

po::options_description describeOptions()
{
    po::options_description options("Options");
    options.add_options()                                                                       //
        ("help,h", "show this help")                                                            //
        ("truth", po::value<std::string>(), "folder with truth files, or the one above truth/") //
        ("records", po::value<std::string>(), "folder with records, or the one above records/") //
        ("json", "write JSON")                                                                  //
        ("require", po::value<std::string>(),
         "figures that must be met: fields-right=0.95,boxes-accepted-wrong=0, or a file with one a line") //
        ("calibrate", po::value<std::string>(),
         "the calibration.json that the run used: make it fit these fields; missing: begin anew");
    return options;
}

po::variables_map parse(std::span<const std::string> arguments, const po::options_description& options)
{
    try {
        po::variables_map values;
        const std::vector<std::string> words(arguments.begin(), arguments.end());
        po::store(po::command_line_parser(words).options(options).positional({}).run(), values);
        po::notify(values);
        return values;
    } catch (const po::error& error) {
        throw Error(std::string(error.what()) + "; see scanstraat evaluate --help", ExitCode::usage);
    }
}

std::string requireFolder(const po::variables_map& values, const std::string& option)
{
    if (values.count(option) == 0) {
        throw Error("evaluate needs --" + option + " DIR; see scanstraat evaluate --help", ExitCode::usage);
    }
    return values[option].as<std::string>();
}

void recalibrate(const evaluate::Report& report, const std::filesystem::path& file)
{
    const reading::Calibration used =
        std::filesystem::exists(file) ? reading::Calibration(file) : reading::Calibration();
    writeFile(file, evaluate::fitCalibration(report, used).toJson());
}

} // namespace

int runEvaluateCommand(std::span<const std::string> arguments)
{
    const po::options_description options = describeOptions();
    const po::variables_map values = parse(arguments, options);
    if (values.count("help") > 0) {
        std::cout << kUsage << options;
        return static_cast<int>(ExitCode::success);
    }
    std::vector<evaluate::Requirement> requirements;
    if (values.count("require") > 0) {
        requirements = evaluate::parseRequirements(values["require"].as<std::string>());
    }
    const evaluate::Report report =
        evaluate::evaluate(requireFolder(values, "truth"), requireFolder(values, "records"));
    if (values.count("calibrate") > 0) {
        recalibrate(report, values["calibrate"].as<std::string>());
    }
    const std::vector<std::string> failures = evaluate::unmet(report, requirements);
    std::cout << (values.count("json") > 0 ? evaluate::toJson(report) : evaluate::toText(report));
    for (const std::string& failure : failures) {
        std::cerr << "scanstraat evaluate: " << failure << '\n';
    }
    return static_cast<int>(failures.empty() ? ExitCode::success : ExitCode::evaluationFailed);
}

} // namespace scanstraat::app
