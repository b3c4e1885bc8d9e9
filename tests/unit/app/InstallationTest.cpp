// SPDX-License-Identifier: EUPL-1.2
#include "app/Installation.h"

#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace scanstraat::app {
namespace {

namespace fs = std::filesystem;

class InstallationSearch : public testing::Test
{
protected:
    test::TemporaryFolder folder;

    void SetUp() override
    {
        for (const std::string name : {"home/templates", "home/models", "mine"}) {
            fs::create_directories(folder / name);
        }
        setenv("SCANSTRAAT_HOME", (folder / "home").c_str(), 1); // NOLINT(concurrency-mt-unsafe): one thread
    }
    void TearDown() override { unsetenv("SCANSTRAAT_HOME"); } // NOLINT(concurrency-mt-unsafe)

    static void expectInstallationError(const fs::path& templates, const fs::path& models,
                                        const std::string& message)
    {
        try {
            (void)findInstallation(templates, models);
            ADD_FAILURE() << "nothing thrown";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ExitCode::installation);
            EXPECT_THAT(error.what(), testing::HasSubstr(message));
        }
    }
};

TEST_F(InstallationSearch, FindsWhatTheEnvironmentNames)
{
    const Installation found = findInstallation({}, {});

    EXPECT_EQ(found.templates, folder / "home/templates");
    EXPECT_EQ(found.models, folder / "home/models");
    EXPECT_EQ(templatesFolder(), folder / "home/templates");
}

TEST_F(InstallationSearch, PrefersWhatTheUserNames)
{
    const Installation found = findInstallation(folder / "mine", {});

    EXPECT_EQ(found.templates, folder / "mine");
    EXPECT_EQ(found.models, folder / "home/models");
}

TEST_F(InstallationSearch, DoesNotLookElsewhereWhenTheNamedFolderIsMissing)
{
    expectInstallationError(folder / "nowhere", {}, "nowhere: no such folder of templates");
    expectInstallationError({}, folder / "nowhere", "nowhere: no such folder of models");
}

TEST_F(InstallationSearch, SaysWhereItSearched)
{
    fs::remove(folder / "home/models");
    const std::string searched = folder / "home/models";
    try {
        const Installation found = findInstallation({}, {});
        EXPECT_NE(found.models, searched) << "the checkout that the test was built in";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::installation);
        EXPECT_THAT(error.what(),
                    testing::AllOf(testing::HasSubstr(searched), testing::HasSubstr("--models")));
    }
}

} // namespace
} // namespace scanstraat::app
