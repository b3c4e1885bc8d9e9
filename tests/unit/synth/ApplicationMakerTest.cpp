// SPDX-License-Identifier: EUPL-1.2
#include "ApplicationMaker.h"
#include "TestForm.h"
#include "base/Error.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

namespace scanstraat::synth {
namespace {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::stringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

class ApplicationMakerTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        folder_ =
            fs::path(::testing::TempDir()) / ::testing::UnitTest::GetInstance()->current_test_info()->name();
    }
    void TearDown() override { fs::remove_all(folder_); }

    void make(const std::string& name, std::uint64_t seed, int count, bool isBlank = false)
    {
        MakerOptions options;
        options.out = folder_ / name;
        options.form = "9999";
        options.seed = seed;
        options.format = FormatChoice::g4;
        options.isBlank = isBlank;
        ApplicationMaker maker(options, forms_, words_, writers_);
        for (int i = 1; i <= count; ++i) {
            maker.make(i);
        }
    }

    [[nodiscard]] nlohmann::json truth(const std::string& name) const
    {
        return nlohmann::json::parse(bytesOf(folder_ / name / "truth" / "app-0001.json"));
    }

    fs::path folder_;
    std::vector<form::FormTemplate> forms_{testForm()};
    WordLists words_ = loadWordLists(fs::path(SCANSTRAAT_SOURCE_DIR) / "tools/synth/data");
    BarWriters writers_;
};

TEST_F(ApplicationMakerTest, SameSeedGivesTheSameBytes)
{
    make("one", 5, 1);
    make("two", 5, 1);

    EXPECT_EQ(bytesOf(folder_ / "one/scans/app-0001.tif"), bytesOf(folder_ / "two/scans/app-0001.tif"));
    EXPECT_EQ(bytesOf(folder_ / "one/truth/app-0001.json"), bytesOf(folder_ / "two/truth/app-0001.json"));
}

TEST_F(ApplicationMakerTest, OtherSeedGivesAnotherApplicant)
{
    make("one", 5, 1);
    make("two", 6, 1);

    EXPECT_NE(truth("one")["fields"]["9999.1"]["value"], truth("two")["fields"]["9999.1"]["value"]);
}

TEST_F(ApplicationMakerTest, BsnIsMarkedInvalidExactlyWhereItFailsTheElfproef)
{
    make("many", 7, 40);

    int wrong = 0;
    for (const auto& entry : fs::directory_iterator(folder_ / "many/truth")) {
        const auto fields = nlohmann::json::parse(bytesOf(entry.path()))["fields"];
        if (!fields.contains("9999.1")) {
            continue; // left empty
        }
        const bool valid = fields["9999.1"]["valid"];
        EXPECT_EQ(valid, passesElfproef(fields["9999.1"]["value"].get<std::string>()));
        wrong += valid ? 0 : 1;
    }
    EXPECT_GT(wrong, 0);
    EXPECT_LT(wrong, 12);
}

TEST_F(ApplicationMakerTest, TruthNamesPageAndBoxes)
{
    make("one", 5, 1);

    const auto json = truth("one");

    EXPECT_EQ(json["schema"], "scanstraat/truth/1");
    EXPECT_EQ(json["pages"][0]["form"], "9999");
    EXPECT_EQ(json["pages"][0]["mmToPixel"].size(), 6u);
    EXPECT_EQ(json["fields"]["9999.2"]["boxes"].size(), 3u);
}

TEST_F(ApplicationMakerTest, ABlankFormHasPagesAndNoFields)
{
    make("a", 7, 1);
    make("b", 7, 1, true);

    EXPECT_FALSE(truth("a").at("fields").empty());
    EXPECT_TRUE(truth("b").at("fields").empty());
    EXPECT_EQ(truth("b").at("pages").size(), truth("a").at("pages").size());
}

TEST_F(ApplicationMakerTest, UnknownFormIsAnError)
{
    MakerOptions options;
    options.out = folder_;
    options.form = "1234";

    EXPECT_THROW(ApplicationMaker(options, forms_, words_, writers_), Error);
}

} // namespace
} // namespace scanstraat::synth
