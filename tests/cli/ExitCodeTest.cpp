// SPDX-License-Identifier: EUPL-1.2
// The exit codes of README.md, with the message that goes with them.
#include "Program.h"
#include "Scans.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::test {
namespace {

namespace fs = std::filesystem;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class ExitCodes : public testing::Test
{
protected:
    TemporaryFolder folder;
    fs::path output = folder / "output";

    /// Runs the good scans; nothing may be on stdout or in the output folder when that fails.
    void expectFailure(const std::vector<std::string>& options, int code, const std::string& message) const
    {
        std::vector<std::string> arguments{"run", goodScans(), "--out", output};
        arguments.insert(arguments.end(), options.begin(), options.end());
        expectRefusal(arguments, code, message);
    }

    void expectRefusal(const std::vector<std::string>& arguments, int code, const std::string& message) const
    {
        const Outcome outcome = scanstraat(arguments);
        EXPECT_EQ(outcome.code, code) << outcome.err;
        EXPECT_THAT(outcome.err, StartsWith("scanstraat: "));
        EXPECT_THAT(outcome.err, ContainsRegex(message));
        EXPECT_THAT(outcome.out, IsEmpty());
        EXPECT_THAT(filesIn(output), IsEmpty());
    }

    /// A copy of the templates with `from` in the template of form 7101 replaced by `to`.
    [[nodiscard]] fs::path breakTemplate(const std::string& from, const std::string& to) const
    {
        const fs::path copy = folder / "templates";
        fs::copy(fs::path(SCANSTRAAT_SOURCE_DIR) / "templates", copy, fs::copy_options::recursive);
        const fs::path file = copy / "7101/template.json";
        std::string text = readBytes(file);
        const std::size_t at = text.find(from);
        if (at == std::string::npos) {
            throw std::runtime_error("template 7101 has no " + from);
        }
        writeBytes(file, text.replace(at, from.size(), to));
        return copy;
    }

    /// A copy of the models, to be broken.
    [[nodiscard]] fs::path copyModels() const
    {
        fs::copy(fs::path(SCANSTRAAT_SOURCE_DIR) / "models", folder / "models", fs::copy_options::recursive);
        return folder / "models";
    }
};

TEST_F(ExitCodes, NoCommandIsWrongUse)
{
    expectRefusal({}, 2, "no command");
}

TEST_F(ExitCodes, AnUnknownCommandIsWrongUse)
{
    expectRefusal({"lees"}, 2, "unknown command \"lees\"");
}

TEST_F(ExitCodes, AnUnknownOptionIsWrongUse)
{
    expectFailure({"--snel"}, 2, "--snel");
}

TEST_F(ExitCodes, ANumberOfJobsThatIsNoneIsWrongUse)
{
    expectFailure({"--jobs", "veel"}, 2, "jobs");
    expectFailure({"--jobs", "-1"}, 2, "--jobs -1 is outside 0 to 256");
}

TEST_F(ExitCodes, ADateThatDoesNotExistIsWrongUse)
{
    expectFailure({"--scan-date", "2025-02-30"}, 2, "2025-02-30");
}

TEST_F(ExitCodes, ARunWithoutInputIsWrongUse)
{
    expectRefusal({"run", "--out", output}, 2, "no input");
}

TEST_F(ExitCodes, ARunWithoutOutputFolderIsWrongUse)
{
    expectRefusal({"run", goodScans()}, 2, "--out DIR");
}

TEST_F(ExitCodes, AScanDateBeforeTheFormsIsWrongUse)
{
    expectFailure({"--scan-date", "24-02-01"}, 2, "24-02-01");
    expectFailure({"--scan-date", "1999-12-31"}, 2, "before 2000");
}

TEST_F(ExitCodes, AnEmptyOutputNameIsWrongUse)
{
    expectRefusal({"run", goodScans(), "--out", ""}, 2, "--out is empty");
    expectRefusal({"template", "print", "7101", "--out", ""}, 2, "--out is empty");
}

TEST_F(ExitCodes, ARequirementThatIsNoFiniteNumberIsWrongUse)
{
    expectRefusal(
        {"evaluate", "--truth", folder / "t", "--records", folder / "r", "--require", "fields-right=nan"}, 2,
        "finite number");
}

TEST_F(ExitCodes, NumbersThatScansCannotBeMadeByAreWrongUse)
{
    const std::vector<std::vector<std::string>> wrong{{"--count", "0"},          {"--count", "-1"},
                                                      {"--pages", "-1"},         {"--first", "0"},
                                                      {"--first", "2147483647"}, {"over"}};
    for (const std::vector<std::string>& options : wrong) {
        std::vector<std::string> command{SCANSTRAAT_SYNTH_PROGRAM, "--out", output};
        command.insert(command.end(), options.begin(), options.end());

        const Outcome outcome = runProgram(command);

        EXPECT_EQ(outcome.code, 2) << options.front();
        EXPECT_THAT(outcome.err, StartsWith("scanstraat-synth: "));
        EXPECT_FALSE(fs::exists(output));
    }
}

TEST_F(ExitCodes, AFolderWithoutTemplateIsABrokenInstallation)
{
    expectRefusal({"template", "check", folder / ""}, 6, "template.json:1: cannot be read");
}

TEST_F(ExitCodes, HelpNeedsNoInstallation)
{
    const Outcome outcome =
        runProgram({"/usr/bin/env", "-u", "SCANSTRAAT_HOME", "/bin/sh", "-c",
                    "cp \"$0\" \"$1\" && \"$1\" template --help", SCANSTRAAT_PROGRAM, folder / "scanstraat"});

    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("compose OUTLINE"));
}

TEST_F(ExitCodes, HelpIsNoError)
{
    const Outcome outcome = scanstraat({"--help"});

    EXPECT_EQ(outcome.code, 0);
    EXPECT_THAT(outcome.out, HasSubstr("usage: scanstraat"));
    EXPECT_THAT(outcome.err, IsEmpty());
}

TEST_F(ExitCodes, AnInputThatDoesNotExistIsNothingToRead)
{
    expectRefusal({"run", folder / "nergens.tif", "--out", output}, 4, "nergens.tif: no such file or folder");
    EXPECT_FALSE(fs::exists(output));
}

TEST_F(ExitCodes, AFolderWithoutScansIsNothingToRead)
{
    fs::create_directory(folder / "leeg");
    writeBytes(folder / "leeg/lijst.txt", "geen scan");

    expectRefusal({"run", folder / "leeg", "--out", output}, 4, "leeg: no scans found");
    EXPECT_FALSE(fs::exists(output));
}

TEST_F(ExitCodes, AnOutputFolderBelowAFileCannotBeWritten)
{
    writeBytes(folder / "bestand", "");

    expectRefusal({"run", goodScans(), "--out", folder / "bestand/output"}, 5,
                  "bestand/output: cannot be written");
}

TEST_F(ExitCodes, AFileInPlaceOfTheOutputFolderCannotBeWritten)
{
    writeBytes(folder / "bestand", "mijn tekst");

    expectRefusal({"run", goodScans(), "--out", folder / "bestand"}, 5, "bestand: cannot be written");
    EXPECT_EQ(readBytes(folder / "bestand"), "mijn tekst");
}

TEST_F(ExitCodes, AFolderOfRecordsThatNoRunWroteIsNotReplaced)
{
    fs::create_directories(folder / "thuis/records");
    writeBytes(folder / "thuis/records/plaat.flac", "muziek");

    expectRefusal({"run", goodScans(), "--out", folder / "thuis"}, 5, "plaat.flac: no run wrote this");
    EXPECT_EQ(readBytes(folder / "thuis/records/plaat.flac"), "muziek");
}

TEST_F(ExitCodes, AFullStandardOutputIsAnOutputThatCannotBeWritten)
{
    const Outcome outcome = runProgram({"/bin/sh", "-c", SCANSTRAAT_PROGRAM " template list > /dev/full"});

    EXPECT_EQ(outcome.code, 5);
    EXPECT_THAT(outcome.err, HasSubstr("standard output"));
}

TEST_F(ExitCodes, ATemplateThatIsNoJsonIsNamedWithItsLine)
{
    expectFailure({"--templates", breakTemplate("\"pages\":", "\"pages\"")}, 6,
                  "7101/template.json:[0-9]+: ");
}

TEST_F(ExitCodes, ATemplateWithoutMeaningIsNamedWithItsLine)
{
    expectFailure({"--templates", breakTemplate("\"unit\": \"mm\"", "\"unit\": \"inch\"")}, 6,
                  "7101/template.json:[0-9]+: .*unit");
}

TEST_F(ExitCodes, AFolderWithoutTemplatesIsABrokenInstallation)
{
    fs::create_directory(folder / "leeg");

    expectFailure({"--templates", folder / "leeg"}, 6, "leeg: holds no templates");
    expectFailure({"--templates", folder / "nergens"}, 6, "nergens: no such folder of templates");
}

/// Models without which nothing is read.
const std::vector<std::string> kModelFiles{"letters.onnx",     "digits-quick.onnx", "digits-thorough.onnx",
                                           "letters.json",     "lines.onnx",        "lines.json",
                                           "calibration.json", "marks-quick.onnx",  "marks-thorough.onnx",
                                           "marks.json",       "print.onnx",        "print.json"};

TEST_F(ExitCodes, AMissingModelIsABrokenInstallation)
{
    for (const std::string& name : kModelFiles) {
        const fs::path models = copyModels();
        fs::remove(models / name);

        expectFailure({"--models", models}, 6, name);
        fs::remove_all(models);
    }
}

TEST_F(ExitCodes, ABrokenModelIsABrokenInstallation)
{
    for (const std::string& name : kModelFiles) {
        const fs::path models = copyModels();
        fs::resize_file(models / name, fs::file_size(models / name) / 2);

        expectFailure({"--models", models}, 6, name);
        fs::remove_all(models);
    }
}

} // namespace
} // namespace scanstraat::test
