// SPDX-License-Identifier: EUPL-1.2
#include "form/Catalogue.h"

#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::form {
namespace {

using ::testing::HasSubstr;

std::string errorOf(const std::string& text)
{
    const scanstraat::test::TemporaryFolder folder;
    scanstraat::test::writeBytes(folder.path() / "catalogue.json", text);
    try {
        (void)loadCatalogue(folder.path());
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::installation);
        return error.what();
    }
    return "";
}

TEST(Catalogue, NamesTheFormsOfTheService)
{
    const Catalogue catalogue = loadCatalogue(std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "templates");

    for (const char* number : {"7055", "7018", "7026", "7027", "7031", "7024", "6009"}) {
        const CatalogueEntry* entry = catalogue.find(number);
        ASSERT_NE(entry, nullptr) << number;
        EXPECT_FALSE(entry->title.empty());
        EXPECT_FALSE(entry->purpose.empty());
        EXPECT_TRUE(entry->fee.has_value());
    }
    EXPECT_EQ(catalogue.find("7018")->fee->euros, 174);
    EXPECT_EQ(catalogue.find("7018")->fee->exceptions.size(), 3U);
    EXPECT_EQ(catalogue.find("9999"), nullptr);
}

TEST(Catalogue, IsEmptyWhereThereIsNone)
{
    const scanstraat::test::TemporaryFolder folder;

    EXPECT_TRUE(loadCatalogue(folder.path()).forms.empty());
}

TEST(Catalogue, SaysWhatIsWrongAndWhere)
{
    EXPECT_THAT(errorOf("{\"forms\": [\n{\"number\": \"1\"}]}"), HasSubstr("catalogue.json:2: "));
    EXPECT_THAT(errorOf("{\"forms\": [\n{\"number\": \"1\", \"title\": \"A\", \"price\": 3}]}"),
                HasSubstr("\"price\""));
    EXPECT_THAT(
        errorOf(
            "{\"forms\": [{\"number\": \"1\", \"title\": \"A\"},\n{\"number\": \"1\", \"title\": \"B\"}]}"),
        HasSubstr(":2: the catalogue names form \"1\" twice"));
    EXPECT_THAT(
        errorOf(
            "{\"forms\": [{\"number\": \"1\", \"title\": \"A\", \"fee\": {\"euros\": 1, \"exceptions\": [\n"
            "{\"euros\": 2, \"text\": \"als\", \"field\": \"1.1\"}]}}]}"),
        HasSubstr(":2: an exception of the fee of form \"1\" needs both \"field\" and \"values\""));
    EXPECT_THAT(errorOf("{"), HasSubstr("catalogue.json:1: not JSON"));
}

} // namespace
} // namespace scanstraat::form
