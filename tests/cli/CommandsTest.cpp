// SPDX-License-Identifier: EUPL-1.2
// The commands beside `run`.
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

constexpr double kSheetWidthMm = 210.0;
constexpr double kSheetHeightMm = 297.0;

/// A box in millimetres of the sheet.
void expectOnTheSheet(const nlohmann::json& box)
{
    const double x = box.at("x");
    const double y = box.at("y");
    EXPECT_GE(x, 0) << box;
    EXPECT_GE(y, 0) << box;
    EXPECT_LE(x + box.at("width").get<double>(), kSheetWidthMm) << box;
    EXPECT_LE(y + box.at("height").get<double>(), kSheetHeightMm) << box;
}

TEST(TemplateCommand, ListsTheForms)
{
    const Outcome outcome = scanstraat({"template", "list", "--json"});

    ASSERT_EQ(outcome.code, 0) << outcome.err;
    std::vector<std::string> ids;
    for (const auto& form : nlohmann::json::parse(outcome.out)) {
        ids.push_back(form.at("id"));
    }
    EXPECT_THAT(ids, testing::IsSupersetOf({"6009", "7101", "7112", "7116"}));
}

TEST(TemplateCommand, ChecksTheTemplatesOfTheRepository)
{
    const Outcome outcome = scanstraat({"template", "check"});

    EXPECT_EQ(outcome.code, 0) << outcome.out << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("6009"));
}

TEST(TemplateCommand, FindsWhatIsWrongInATemplate)
{
    const TemporaryFolder folder;
    std::string text = readBytes(fs::path(SCANSTRAAT_SOURCE_DIR) / "templates/7101/template.json");
    const std::string unit = "\"unit\": \"mm\"";
    writeBytes(folder / "template.json", text.replace(text.find(unit), unit.size(), "\"unit\": \"inch\""));

    const Outcome outcome = scanstraat({"template", "check", folder / "template.json"});

    EXPECT_EQ(outcome.code, 6);
    EXPECT_THAT(outcome.out, ContainsRegex("template.json:[0-9]+: .*unit"));
}

TEST(TemplateCommand, PrintsEveryPageOfAFormOnA4)
{
    const TemporaryFolder folder;

    ASSERT_EQ(scanstraat({"template", "print", "6009", "--out", folder / "6009.pdf"}).code, 0);

    const Outcome info = runProgram({"pdfinfo", folder / "6009.pdf"});
    EXPECT_THAT(info.out, ContainsRegex("Pages: +12\n"));
    EXPECT_THAT(info.out, ContainsRegex("Page size: +595[.0-9]* x 841[.0-9]* pts"));
}

TEST(TemplateCommand, ShowsAdjustmentFieldsAndFieldsWithTheirBoxesInMillimetres)
{
    const Outcome outcome = scanstraat({"template", "show", "6009", "--json"});

    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const nlohmann::json form = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(form.at("id"), "6009");
    EXPECT_EQ(form.at("unit"), "mm");
    ASSERT_EQ(form.at("pages").size(), 12);
    std::size_t fields = 0;
    for (const auto& page : form.at("pages")) {
        EXPECT_GE(page.at("adjustmentFields").size(), 3);
        for (const auto& field : page.value("fields", nlohmann::json::array())) {
            expectOnTheSheet(field.at("box"));
            ++fields;
        }
    }
    EXPECT_GT(fields, 0);
}

TEST(TemplateCommand, ShowsWhichAnnexesAFormNeedsAndInventsNone)
{
    const Outcome text = scanstraat({"template", "show", "6009"});
    const Outcome json = scanstraat({"template", "show", "6009", "--json"});
    const Outcome none = scanstraat({"template", "show", "7101"});

    EXPECT_THAT(text.out, HasSubstr("\nannexes\n  7101: from 12 years on (6009.1.5)\n"));
    EXPECT_EQ(nlohmann::json::parse(json.out).at("annexes").at(0).at("anyOf").at(0), "7101");
    EXPECT_EQ(none.out.find("annexes"), std::string::npos);
}

TEST(TemplateCommand, LeavesTheFileAsItIsWhereAnOutlineIsBroken)
{
    const TemporaryFolder folder;
    writeBytes(folder / "outline.yaml", "id: 90\n");
    writeBytes(folder / "template.json", "of before");

    const Outcome outcome =
        scanstraat({"template", "compose", folder / "outline.yaml", "--out", folder / "template.json"});

    EXPECT_EQ(outcome.code, 6) << outcome.err;
    EXPECT_EQ(readBytes(folder / "template.json"), "of before");
}

TEST(TemplateCommand, DoesNotInventAForm)
{
    const Outcome outcome = scanstraat({"template", "show", "9999"});

    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("there is no form \"9999\""));
}

TEST(BenchCommand, PrintsTheCostOfAPageInDecodes)
{
    const Outcome outcome = scanstraat({"bench", goodScan()});

    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, ContainsRegex("page cost +[0-9]+[.][0-9]+ decodes"));
    EXPECT_THAT(outcome.err, IsEmpty());
}

TEST(BenchCommand, NamesAFileThatCannotBeReadAndGivesEmptyListsAndCode3)
{
    const TemporaryFolder folder;
    writeBytes(folder / "leeg.tif", "");

    const Outcome outcome = scanstraat({"bench", "--json", folder / "leeg.tif"});

    EXPECT_EQ(outcome.code, 3) << outcome.err;
    EXPECT_THAT(outcome.err, ContainsRegex("scanstraat: leeg.tif: .*empty"));
    EXPECT_EQ(nlohmann::json::parse(outcome.out),
              (nlohmann::json{{"groups", nlohmann::json::array()}, {"pages", nlohmann::json::array()}}));
}

TEST(BenchCommand, NamesAPageThatFailedAndMeasuresTheOthers)
{
    const TemporaryFolder folder;
    fs::copy_file(goodScan(), folder / "goed.tif");
    writeWhiteScan(folder / "stip.tif", 3, 1);

    const Outcome outcome = scanstraat({"bench", "--json", folder / ""});

    EXPECT_EQ(outcome.code, 3) << outcome.err;
    EXPECT_THAT(outcome.err, ContainsRegex("scanstraat: stip.tif, page 1: .*3 x 1 pixels"));
    EXPECT_EQ(nlohmann::json::parse(outcome.out).at("pages").size(), kGoodPages);
}

TEST(BenchCommand, AFolderWithoutScansIsNothingToRead)
{
    const TemporaryFolder folder;
    writeBytes(folder / "lijst.txt", "geen scan");

    const Outcome outcome = scanstraat({"bench", folder / ""});

    EXPECT_EQ(outcome.code, 4);
    EXPECT_THAT(outcome.err, HasSubstr("no scans found"));
    EXPECT_THAT(outcome.out, IsEmpty());
}

TEST(SynthCommand, ShowsNoProgressWhereNobodyLooks)
{
    const TemporaryFolder folder;

    const Outcome outcome = runProgram({SCANSTRAAT_SYNTH_PROGRAM, "--out", folder / "set", "--form", "7116",
                                        "--count", "1", "--difficulty", "easy"});

    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_THAT(outcome.err, IsEmpty());
}

TEST(VersionCommand, PrintsTheVersion)
{
    const Outcome outcome = scanstraat({"version"});

    EXPECT_EQ(outcome.code, 0);
    EXPECT_THAT(outcome.out, ContainsRegex("^scanstraat [0-9]+[.][0-9]+[.][0-9]+\n$"));
}

TEST(EvaluateCommand, ComparesRecordsWithTheTruth)
{
    const TemporaryFolder folder;
    ASSERT_EQ(scanstraat({"run", goodScans(), "--out", folder / "output", "--no-report"}).code, 0);

    const Outcome outcome = scanstraat({"evaluate", "--truth", goodScans().parent_path() / "truth",
                                        "--records", folder / "output", "--json"});

    EXPECT_EQ(outcome.code, 0) << outcome.err;
    const nlohmann::json figures = nlohmann::json::parse(outcome.out).at("figures");
    EXPECT_EQ(figures.at("pages"), kGoodPages);
    EXPECT_EQ(figures.at("pages-identified"), 1.0);
    EXPECT_EQ(figures.at("pages-lost"), 0);
    EXPECT_EQ(figures.at("boxes-accepted-wrong"), 0);
    EXPECT_GT(figures.at("fields"), 0);
    EXPECT_GT(figures.at("fields-right"), 0.8);
}

TEST(EvaluateCommand, FailsBelowWhatIsRequired)
{
    const TemporaryFolder folder;
    ASSERT_EQ(scanstraat({"run", goodScans(), "--out", folder / "output", "--no-report"}).code, 0);

    const Outcome outcome = scanstraat({"evaluate", "--truth", goodScans().parent_path() / "truth",
                                        "--records", folder / "output", "--require", "fields-right=1.01"});

    EXPECT_EQ(outcome.code, 7) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("wanted at least 1.01"));
}

TEST(EvaluateCommand, LearnsACalibrationAndPutsTheNextOneOnTop)
{
    const TemporaryFolder folder;
    ASSERT_EQ(scanstraat({"run", goodScans(), "--out", folder / "output", "--no-report"}).code, 0);
    const auto calibrate = [&] {
        return scanstraat({"evaluate", "--truth", goodScans().parent_path() / "truth", "--records",
                           folder / "output", "--calibrate", folder / "calibration.json"})
            .code;
    };

    ASSERT_EQ(calibrate(), 0);
    const nlohmann::json first = nlohmann::json::parse(readBytes(folder / "calibration.json"));
    ASSERT_EQ(calibrate(), 0);
    const nlohmann::json second = nlohmann::json::parse(readBytes(folder / "calibration.json"));

    EXPECT_EQ(first.at("schema"), "scanstraat/calibration/1");
    for (const std::string kind : {"v-number", "name"}) {
        EXPECT_GT(first.at("kinds").at(kind).at("slope"), 0.0);
        EXPECT_GE(first.at("kinds").at(kind).at("acceptFrom"), 0.95);
    }
    EXPECT_NE(first.at("version"), second.at("version"));
}

TEST(EvaluateCommand, LeavesABrokenCalibrationAsItIs)
{
    const TemporaryFolder folder;
    ASSERT_EQ(scanstraat({"run", goodScans(), "--out", folder / "output", "--no-report"}).code, 0);
    writeBytes(folder / "calibration.json", "{");

    const Outcome outcome =
        scanstraat({"evaluate", "--truth", goodScans().parent_path() / "truth", "--records",
                    folder / "output", "--calibrate", folder / "calibration.json"});

    EXPECT_EQ(outcome.code, 6);
    EXPECT_THAT(outcome.err, HasSubstr("calibration.json"));
    EXPECT_EQ(readBytes(folder / "calibration.json"), "{");
}

} // namespace
} // namespace scanstraat::test
