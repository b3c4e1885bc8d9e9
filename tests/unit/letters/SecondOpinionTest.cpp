// SPDX-License-Identifier: EUPL-1.2
#include "letters/SecondOpinion.h"

#include "base/Error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::letters {
namespace {

using Answers = std::vector<std::vector<float>>;

/// Gives for a glyph the answer whose number is its first pixel, and keeps those numbers.
class PreparedClassifier : public CharacterClassifier
{
public:
    PreparedClassifier(std::string alphabet, Answers answers)
        : alphabet_(std::move(alphabet)), answers_(std::move(answers))
    {
    }

    [[nodiscard]] const std::string& alphabet() const override { return alphabet_; }

    [[nodiscard]] Answers classify(std::span<const cv::Mat> glyphs) override
    {
        Answers result;
        for (const cv::Mat& glyph : glyphs) {
            asked_.push_back(glyph.at<uchar>(0, 0));
            result.push_back(answers_.at(static_cast<std::size_t>(asked_.back())));
        }
        return result;
    }

    [[nodiscard]] const std::vector<int>& asked() const { return asked_; }

private:
    std::string alphabet_;
    Answers answers_;
    std::vector<int> asked_;
};

/// A quick and a thorough classifier over 0, O and A, and what they are asked.
struct Pair
{
    Pair(Answers quick, Answers thorough)
    {
        auto first = std::make_unique<PreparedClassifier>("0OA", std::move(quick));
        auto second = std::make_unique<PreparedClassifier>("0OA", std::move(thorough));
        thoroughClassifier = second.get();
        opinion = std::make_unique<SecondOpinion>(std::move(first), std::move(second), 0.9);
    }

    [[nodiscard]] Answers classify(int count) const
    {
        std::vector<cv::Mat> glyphs;
        for (int i = 0; i < count; ++i) {
            glyphs.emplace_back(kGlyphSide, kGlyphSide, CV_8UC1, cv::Scalar(i));
        }
        return opinion->classify(glyphs);
    }

    std::unique_ptr<SecondOpinion> opinion;
    const PreparedClassifier* thoroughClassifier = nullptr;
};

TEST(SecondOpinion, ASureAnswerStandsAlone)
{
    const Pair pair({{0.02F, 0.01F, 0.95F, 0.02F}}, {{0.0F, 0.0F, 0.0F, 1.0F}});

    EXPECT_THAT(pair.classify(1), testing::ElementsAre(testing::ElementsAre(0.02F, 0.01F, 0.95F, 0.02F)));
    EXPECT_THAT(pair.thoroughClassifier->asked(), testing::IsEmpty());
}

TEST(SecondOpinion, OnlyDoubtfulGlyphsAreAskedAboutTwiceAndAveraged)
{
    const std::vector<float> sure{0.0F, 0.0F, 1.0F, 0.0F};
    const Pair pair({sure, {0.5F, 0.0F, 0.5F, 0.0F}, sure}, {{}, {0.25F, 0.0F, 0.75F, 0.0F}, {}});

    const Answers answers = pair.classify(3);

    EXPECT_THAT(pair.thoroughClassifier->asked(), testing::ElementsAre(1));
    EXPECT_THAT(answers[0], testing::ElementsAreArray(sure));
    EXPECT_THAT(answers[1], testing::ElementsAre(0.375F, 0.0F, 0.625F, 0.0F));
    EXPECT_THAT(answers[2], testing::ElementsAreArray(sure));
}

TEST(SecondOpinion, NothingIsAskedAboutNothing)
{
    const Pair pair({}, {});

    EXPECT_THAT(pair.classify(0), testing::IsEmpty());
}

TEST(SecondOpinion, DifferentAlphabetsAreRefused)
{
    EXPECT_THROW(SecondOpinion(std::make_unique<PreparedClassifier>("01", Answers{}),
                               std::make_unique<PreparedClassifier>("0O", Answers{}), 0.9),
                 Error);
}

} // namespace
} // namespace scanstraat::letters
