// SPDX-License-Identifier: EUPL-1.2
#include "app/SeparatorCommand.h"

#include "app/Options.h"
#include "app/SeparatorOption.h"
#include "base/Error.h"
#include "print/FormPrinter.h"
#include "print/SeparatorSheet.h"

#include <iostream>
#include <vector>

namespace scanstraat::app {

namespace {

namespace po = boost::program_options;
using Words = std::vector<std::string>;

po::options_description describeOptions()
{
    po::options_description options(
        "scanstraat separator print --out FILE.pdf: a sheet to lay between two applications, A4, true size");
    options.add_options()("help,h", "show this text")("command", po::value<Words>(), "print")(
        "out,o", po::value<std::string>(),
        "file to write")("kind,k", po::value<Words>(),
                         "code39:TEXT or patch:1, 2, 3, 4, 6 or T, one of each at most; "
                         "default: code39:SCHEIDING and patch:T");
    return options;
}

print::SeparatorPrint readKind(const po::variables_map& values)
{
    const Words words =
        values.count("kind") > 0 ? values["kind"].as<Words>() : Words{"code39:SCHEIDING", "patch:T"};
    const ident::SeparatorCodes codes = parseSeparators(words);
    if (codes.code39.size() > 1 || codes.patches.size() > 1 ||
        codes.code39.size() + codes.patches.size() == 0) {
        throw Error("separator: --kind takes one code39:TEXT, one patch:CODE, or both", ExitCode::usage);
    }
    print::SeparatorPrint print;
    if (!codes.code39.empty()) {
        print.code39 = codes.code39.front();
    }
    if (!codes.patches.empty()) {
        print.patch = codes.patches.front();
    }
    if (print.code39.size() > print::kLongestSeparatorText) {
        throw Error("separator: --kind code39:" + print.code39 + " does not fit the sheet; at most " +
                        std::to_string(print::kLongestSeparatorText) + " characters do",
                    ExitCode::usage);
    }
    return print;
}

} // namespace

int runSeparatorCommand(std::span<const std::string> arguments)
{
    const po::options_description description = describeOptions();
    const po::variables_map values = parseOptions(arguments, description, "command", -1);
    if (values.count("help") > 0) {
        std::cout << description;
        return static_cast<int>(ExitCode::success);
    }
    if (values.count("command") == 0 || values["command"].as<Words>() != Words{"print"}) {
        throw Error("separator has one command: print; see scanstraat separator --help", ExitCode::usage);
    }
    if (values.count("out") == 0) {
        throw Error("separator print needs --out FILE", ExitCode::usage);
    }
    print::printForm(print::separatorSheet(readKind(values)), outOption(values, "separator print"));
    return static_cast<int>(ExitCode::success);
}

} // namespace scanstraat::app
