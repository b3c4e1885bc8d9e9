// SPDX-License-Identifier: EUPL-1.2
#include "ident/PrintedLineReader.h"

#include "DrawnLine.h"
#include "base/Error.h"
#include "ident/PrintedLine.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::ident {
namespace {

using testing::HasSubstr;

const std::filesystem::path kModels = std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "models";

PrintedLineReader& reader()
{
    static PrintedLineReader instance(kModels);
    return instance;
}

/// The message with which a copy of the model is refused; `spoil` gets its folder.
template <typename Spoil>
std::string refusal(Spoil spoil)
{
    const test::TemporaryFolder folder;
    for (const std::string name : {"print.onnx", "print.json"}) {
        std::filesystem::copy_file(kModels / name, folder / name);
    }
    spoil(folder.path());
    try {
        const PrintedLineReader refused(folder.path());
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::installation);
        return error.what();
    }
    return "";
}

TEST(PrintedLineReader, ReadsTheFormsOwnTypeAtEveryResolution)
{
    for (const double dpi : {200, 240, 300, 400}) {
        for (const bool bitonal : {false, true}) {
            for (const std::string text : {"10   6009-2025/1", "3   7101-03", "28   4178-1936/5"}) {
                std::string wanted = text;
                std::erase(wanted, ' ');

                const PrintedText read = reader().read(test::cutLine({text, "Open Sans", dpi, bitonal}));

                EXPECT_EQ(read.text, wanted) << dpi << " dpi, bitonal " << bitonal;
                EXPECT_GT(read.probability, 0.5) << dpi << " dpi, bitonal " << bitonal;
            }
        }
    }
}

TEST(PrintedLineReader, ReadsOtherTypefaces)
{
    for (const std::string family :
         {"DejaVu Sans", "DejaVu Serif", "Liberation Sans", "Liberation Serif", "Roboto"}) {
        const PrintedText read = reader().read(test::cutLine({"12   6009-2025/3.a", family, 300}));

        EXPECT_EQ(read.text, "126009-2025/3.a") << family;
    }
}

TEST(PrintedLineReader, IsSureOfACleanFooter)
{
    EXPECT_GE(reader().read(test::cutLine({"10   6009-2025/1"})).probability, reader().acceptance());
}

TEST(PrintedLineReader, ALongLineIsReadWhole)
{
    EXPECT_EQ(reader().read(test::cutLine({"0123456789 0123456789 0123456789"})).text,
              "012345678901234567890123456789");
}

TEST(PrintedLineReader, DirtBehindTheLineIsLeftOut)
{
    cv::Mat line = test::cutLine({"10   6009-2025/1"});
    cv::line(line, {426, 30}, {440, 66}, cv::Scalar(40), 3);
    cv::line(line, {440, 30}, {426, 66}, cv::Scalar(40), 3);
    cv::line(line, {424, 48}, {444, 48}, cv::Scalar(40), 3);

    EXPECT_EQ(reader().read(line).text, "106009-2025/1");
}

TEST(PrintedLineReader, PaperHoldsNoText)
{
    const PrintedText read = reader().read(cv::Mat(kLineAbove + kLineBelow, 500, CV_8UC1, cv::Scalar(230)));

    EXPECT_EQ(read.text, "");
    EXPECT_EQ(read.probability, 0.0);
}

TEST(PrintedLineReader, GarbageIsNotReadAsText)
{
    cv::RNG random(7);
    for (int i = 0; i < 40; ++i) {
        cv::Mat line(kLineAbove + kLineBelow, 500, CV_8UC1, cv::Scalar(240));
        for (int stroke = 0; stroke < 14; ++stroke) {
            const cv::Point from(random.uniform(20, 480), random.uniform(15, 75));
            const cv::Point to = from + cv::Point(random.uniform(-40, 40), random.uniform(-30, 30));
            cv::line(line, from, to, cv::Scalar(40), random.uniform(1, 6));
        }

        EXPECT_LT(reader().read(line).probability, 0.5) << "garbage " << i;
    }
}

TEST(PrintedLineReader, CapitalsAreNoCharactersOfItsAlphabet)
{
    EXPECT_LT(reader().read(test::cutLine({"FORMULIER GRATIS"})).probability, 0.5);
}

TEST(PrintedLineReader, NamesTheFileThatIsMissingOrBroken)
{
    namespace fs = std::filesystem;
    for (const std::string name : {"print.onnx", "print.json"}) {
        EXPECT_THAT(refusal([&](const fs::path& folder) { fs::remove(folder / name); }), HasSubstr(name));
        EXPECT_THAT(refusal([&](const fs::path& folder) {
                        fs::resize_file(folder / name, fs::file_size(folder / name) / 2);
                    }),
                    HasSubstr(name));
    }
}

TEST(PrintedLineReader, RefusesADescriptionThatDoesNotFit)
{
    const auto described = [](const std::string& json) {
        return refusal([&](const auto& folder) { test::writeBytes(folder / "print.json", json); });
    };

    EXPECT_THAT(described(R"({"version":"p","alphabet":"01","temperature":1,"acceptance":0.8})"),
                testing::AllOf(HasSubstr("print.onnx"), HasSubstr("classes")));
    EXPECT_THAT(described(R"({"version":"p","alphabet":"01","temperature":0,"acceptance":0.8})"),
                HasSubstr("temperature"));
    EXPECT_THAT(described(R"({"version":"p","alphabet":"01","temperature":1,"acceptance":8})"),
                HasSubstr("acceptance"));
}

} // namespace
} // namespace scanstraat::ident
