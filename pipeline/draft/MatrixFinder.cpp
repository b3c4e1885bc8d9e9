// SPDX-License-Identifier: EUPL-1.2
#include "draft/MatrixFinder.h"

#include "draft/TextSigns.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::draft {

namespace {

constexpr double kSameRowMm = 0.9;
constexpr double kSameColumnMm = 0.9;
constexpr double kHighestStepMm = 30.0; ///< from row to row
constexpr double kHeadReachMm = 14.0;   ///< from the first row's boxes up to the lowest line of the heads
constexpr double kMostHalfMm = 20.0;    ///< of a column's width

/// Boxes of each height, from top to bottom; within a row from left to right.
std::vector<ChoiceGroup> rowsOf(const std::vector<Checkbox>& boxes)
{
    std::vector<Checkbox> sorted = boxes;
    std::ranges::sort(sorted, {}, [](const Checkbox& box) { return box.outer.centre().y; });
    std::vector<ChoiceGroup> rows;
    for (const Checkbox& box : sorted) {
        const double y = box.outer.centre().y;
        if (rows.empty() || y - rows.back().front().outer.centre().y > kSameRowMm) {
            rows.emplace_back();
        }
        rows.back().push_back(box);
    }
    for (ChoiceGroup& row : rows) {
        std::ranges::sort(row, {}, [](const Checkbox& box) { return box.outer.x; });
    }
    return rows;
}

bool sameColumns(const ChoiceGroup& a, const ChoiceGroup& b)
{
    return a.size() == b.size() && b.front().outer.y - a.front().outer.y < kHighestStepMm &&
           std::ranges::equal(a, b, [](const Checkbox& one, const Checkbox& other) {
               return std::abs(one.outer.centre().x - other.outer.centre().x) < kSameColumnMm;
           });
}

/// Whether a box has a text of its own: between it and the next one, or right behind the last one.
bool hasOwnText(const ChoiceGroup& row, const std::vector<TextWord>& words)
{
    constexpr double kBehindMm = 9.0;
    return std::ranges::any_of(words, [&](const TextWord& word) {
        const double y = word.area.centre().y;
        const double x = word.area.x;
        return hasLetters(word.text) && y > row.front().outer.y - 0.8 &&
               y < row.front().outer.bottom() + 0.8 && x > row.front().outer.x &&
               x < row.back().outer.right() + kBehindMm;
    });
}

/// The words above a column, line by line upwards while the lines follow closely.
class HeadReader
{
public:
    HeadReader(const std::vector<TextWord>& words, const ChoiceGroup& row) : words_(words), row_(row) {}

    std::string read(std::size_t column, double& top) const
    {
        std::vector<const TextWord*> above;
        for (const TextWord& word : words_) {
            const double away = std::abs(word.area.centre().x - row_[column].outer.centre().x);
            if (hasLetters(word.text) && away < halfWidth(column) &&
                word.area.bottom() < row_[column].outer.y + 0.5) {
                above.push_back(&word);
            }
        }
        std::ranges::sort(above, std::greater(), [](const TextWord* word) { return word->area.bottom(); });
        std::vector<const TextWord*> head;
        double low = row_[column].outer.y;
        double reach = kHeadReachMm;
        for (const TextWord* word : above) {
            const double gap = low - word->area.bottom();
            if (gap > reach) {
                break;
            }
            head.push_back(word);
            low = std::min(low, word->area.y);
            reach = 0.7 * word->area.height;
        }
        if (!head.empty()) {
            top = std::min(top, low);
        }
        return joined(head);
    }

private:
    [[nodiscard]] double halfWidth(std::size_t column) const
    {
        const double x = row_[column].outer.centre().x;
        double half = kMostHalfMm;
        if (column > 0) {
            half = std::min(half, (x - row_[column - 1].outer.centre().x) / 2);
        }
        if (column + 1 < row_.size()) {
            half = std::min(half, (row_[column + 1].outer.centre().x - x) / 2);
        }
        return half;
    }

    static std::string joined(std::vector<const TextWord*> words)
    {
        std::ranges::sort(words, [](const TextWord* a, const TextWord* b) {
            const double rowA = std::round(a->area.centre().y);
            const double rowB = std::round(b->area.centre().y);
            return std::pair(rowA, a->area.x) < std::pair(rowB, b->area.x);
        });
        std::string text;
        for (const TextWord* word : words) {
            text += (text.empty() ? "" : " ") + word->text;
        }
        return labelText(text);
    }

    const std::vector<TextWord>& words_;
    const ChoiceGroup& row_;
};

/// Fills in the heads; false where a column has none.
bool readHeads(const std::vector<TextWord>& words, Matrix& matrix)
{
    const ChoiceGroup& first = matrix.rows.front();
    const HeadReader reader(words, first);
    matrix.headTop = first.front().outer.y;
    for (std::size_t column = 0; column < first.size(); ++column) {
        matrix.heads.push_back(reader.read(column, matrix.headTop));
    }
    return std::ranges::none_of(matrix.heads, &std::string::empty);
}

} // namespace

std::vector<Matrix> takeMatrices(const PageFindings& page, std::vector<Checkbox>& boxes)
{
    const std::vector<ChoiceGroup> rows = rowsOf(boxes);
    std::vector<Matrix> matrices;
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t end = first + 1;
        while (end < rows.size() && sameColumns(rows[end - 1], rows[end])) {
            ++end;
        }
        Matrix matrix;
        matrix.rows.assign(rows.begin() + static_cast<std::ptrdiff_t>(first),
                           rows.begin() + static_cast<std::ptrdiff_t>(end));
        const bool isGrid = end - first >= 2 && rows[first].size() >= 2 &&
                            std::ranges::none_of(
                                matrix.rows, [&](const ChoiceGroup& r) { return hasOwnText(r, page.words); });
        if (isGrid && readHeads(page.words, matrix)) {
            matrices.push_back(std::move(matrix));
        }
        first = end;
    }
    std::erase_if(boxes, [&](const Checkbox& box) {
        return std::ranges::any_of(matrices, [&](const Matrix& matrix) {
            return std::ranges::any_of(matrix.rows, [&](const ChoiceGroup& row) {
                return std::ranges::any_of(row, [&](const Checkbox& one) { return one.outer == box.outer; });
            });
        });
    });
    return matrices;
}

void removeCorners(const std::vector<Matrix>& matrices, AnswerPlaces& places)
{
    std::erase_if(places.places, [&](const WritePlace& place) {
        const bool isCorner = std::ranges::any_of(matrices, [&](const Matrix& matrix) {
            constexpr double kSlackMm = 2.5; // between a cell's line and its text or box
            const RectMm& first = matrix.rows.front().front().outer;
            return place.frameMm > 0 && place.box.right() < first.x + 1.0 &&
                   place.box.y < matrix.headTop + kSlackMm && place.box.bottom() > matrix.headTop &&
                   place.box.bottom() < first.y + kSlackMm;
        });
        if (isCorner) {
            Frame frame;
            frame.middle = place.box;
            frame.lineMm = place.frameMm;
            places.printedFrames.push_back(frame);
        }
        return isCorner;
    });
}

} // namespace scanstraat::draft
