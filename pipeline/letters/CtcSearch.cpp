// SPDX-License-Identifier: EUPL-1.2
#include "letters/CtcSearch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <unordered_map>

namespace scanstraat::letters {

namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();
constexpr double kLeastLog = -9.0;    ///< a token that is less likely at a place is not followed there
constexpr double kLeastInBeam = 12.0; ///< nats behind the best prefix

double added(double one, double other)
{
    if (one < other) {
        std::swap(one, other);
    }
    return one == kNever ? kNever : one + std::log1p(std::exp(other - one));
}

/// A text so far. They make a tree: each has the one without its last token as its parent.
struct Prefix
{
    std::size_t parent = 0;
    int token = -1; ///< index in the alphabet; -1: nothing yet
    LinePrior::State state;
    double prior = 0.0; ///< log
};

/// How likely the places up to now show a prefix and nothing else: those that end in a blank, and those that
/// end in its last token.
struct Ways
{
    double blank = kNever;
    double token = kNever;

    [[nodiscard]] double all() const { return added(blank, token); }
};

class Search
{
public:
    Search(const std::u32string& alphabet, const LinePrior& prior, std::size_t beam)
        : alphabet_(alphabet), prior_(prior), beam_(beam), prefixes_(1)
    {
        alive_[0] = {0.0, kNever};
    }

    void step(const float* logs)
    {
        const std::size_t blank = alphabet_.size();
        std::vector<std::pair<int, double>> tokens;
        for (std::size_t i = 0; i < blank; ++i) {
            if (logs[i] > kLeastLog) {
                tokens.emplace_back(static_cast<int>(i), logs[i]);
            }
        }
        std::unordered_map<std::size_t, Ways> next;
        for (const auto& [id, ways] : alive_) {
            const double all = ways.all();
            const int last = prefixes_[id].token;
            Ways& same = next[id];
            same.blank = added(same.blank, all + logs[blank]);
            if (last >= 0) {
                same.token = added(same.token, ways.token + logs[last]);
            }
            for (const auto& [token, log] : tokens) {
                const double before = token == last ? ways.blank : all;
                if (before == kNever) {
                    continue;
                }
                if (const auto longer = child(id, token)) {
                    Ways& grown = next[*longer];
                    grown.token = added(grown.token, before + log);
                }
            }
        }
        keepBest(std::move(next));
    }

    [[nodiscard]] LineTexts result() const
    {
        LineTexts result;
        double best = kNever;
        double shown = kNever;
        for (const auto& [id, ways] : alive_) {
            const double log = ways.all() + prefixes_[id].prior + prior_.gainOfEnd(prefixes_[id].state);
            result.texts.push_back({textOf(id), log});
            best = std::max(best, log);
            shown = added(shown, ways.all());
        }
        double sum = 0.0;
        for (LineText& text : result.texts) {
            text.probability = std::exp(text.probability - best);
            sum += text.probability;
        }
        for (LineText& text : result.texts) {
            text.probability /= sum;
        }
        std::ranges::sort(result.texts, [](const LineText& one, const LineText& other) {
            return one.probability != other.probability ? one.probability > other.probability
                                                        : one.tokens < other.tokens;
        });
        result.allowed = std::min(1.0, std::exp(shown));
        return result;
    }

private:
    /// The prefix with one token more; none where that may not stand there.
    std::optional<std::size_t> child(std::size_t id, int token)
    {
        const auto [known, isNew] = children_.try_emplace({id, token}, std::nullopt);
        if (isNew) {
            const char32_t character = alphabet_[static_cast<std::size_t>(token)];
            const Prefix& prefix = prefixes_[id];
            if (prior_.allows(prefix.state, character)) {
                const double log = prefix.prior + prior_.gain(prefix.state, character);
                known->second = prefixes_.size();
                prefixes_.push_back({id, token, prior_.after(prefix.state, character), log});
            }
        }
        return known->second;
    }

    void keepBest(std::unordered_map<std::size_t, Ways> next)
    {
        std::vector<std::pair<double, std::size_t>> order;
        for (const auto& [id, ways] : next) {
            order.emplace_back(-(ways.all() + prefixes_[id].prior), id);
        }
        std::ranges::sort(order);
        alive_.clear();
        for (const auto& [cost, id] : order) {
            if (alive_.size() == beam_ || cost > order.front().first + kLeastInBeam) {
                break;
            }
            alive_[id] = next[id];
        }
    }

    [[nodiscard]] std::u32string textOf(std::size_t id) const
    {
        std::u32string text;
        for (; prefixes_[id].token >= 0; id = prefixes_[id].parent) {
            text += alphabet_[static_cast<std::size_t>(prefixes_[id].token)];
        }
        std::ranges::reverse(text);
        return text;
    }

    const std::u32string& alphabet_;
    const LinePrior& prior_;
    std::size_t beam_;
    std::vector<Prefix> prefixes_;
    std::map<std::pair<std::size_t, int>, std::optional<std::size_t>> children_;
    std::map<std::size_t, Ways> alive_;
};

/// Gives what is written like something else to that where only that may stand in the field.
cv::Mat withAlikes(const cv::Mat& logs, const std::u32string& alphabet, const LinePrior& prior)
{
    constexpr std::array<std::pair<char32_t, char32_t>, 4> kAlike{
        {{U'0', U'O'}, {U'1', U'I'}, {U'2', U'Z'}, {U'5', U'S'}}};
    cv::Mat result = logs.clone();
    for (const auto& [digit, letter] : kAlike) {
        const std::size_t one = alphabet.find(digit);
        const std::size_t other = alphabet.find(letter);
        const bool mayDigit = prior.allows({}, digit);
        if (mayDigit == prior.allows({}, letter) || one == std::u32string::npos ||
            other == std::u32string::npos) {
            continue;
        }
        const auto to = static_cast<int>(mayDigit ? one : other);
        const auto from = static_cast<int>(mayDigit ? other : one);
        for (int place = 0; place < result.rows; ++place) {
            auto* row = result.ptr<float>(place);
            row[to] = static_cast<float>(added(row[to], row[from]));
        }
    }
    return result;
}

} // namespace

std::u32string bestPath(const cv::Mat& logs, const std::u32string& alphabet)
{
    const auto blank = static_cast<int>(alphabet.size());
    std::u32string text;
    int last = blank;
    for (int place = 0; place < logs.rows; ++place) {
        const auto* row = logs.ptr<float>(place);
        const auto best = static_cast<int>(std::max_element(row, row + logs.cols) - row);
        if (best != blank && best != last) {
            text += alphabet[static_cast<std::size_t>(best)];
        }
        last = best;
    }
    return text;
}

LineTexts searchLine(const cv::Mat& logs, const std::u32string& alphabet, const LinePrior& prior,
                     std::size_t beam)
{
    const cv::Mat seen = withAlikes(logs, alphabet, prior);
    Search search(alphabet, prior, beam);
    for (int place = 0; place < seen.rows; ++place) {
        search.step(seen.ptr<float>(place));
    }
    return search.result();
}

std::vector<Places> placesOf(const std::u32string& tokens, const cv::Mat& logs,
                             const std::u32string& alphabet)
{
    // States: blank, token, blank, token, ..., blank.
    std::vector<int> classes{static_cast<int>(alphabet.size())};
    for (const char32_t token : tokens) {
        classes.push_back(static_cast<int>(alphabet.find(token)));
        classes.push_back(static_cast<int>(alphabet.size()));
    }
    const std::size_t states = classes.size();
    std::vector<std::vector<char>> steps(static_cast<std::size_t>(logs.rows), std::vector<char>(states, 0));
    std::vector<double> best(states, kNever);
    for (int place = 0; place < logs.rows; ++place) {
        const auto* row = logs.ptr<float>(place);
        std::vector<double> next(states, kNever);
        for (std::size_t s = 0; s < states; ++s) {
            const bool maySkip = s >= 2 && s % 2 == 1 && classes[s] != classes[s - 2];
            for (std::size_t back = 0; back <= (maySkip ? 2U : 1U) && back <= s; ++back) {
                const double before = place == 0 ? (s <= 1 && back == 0 ? 0.0 : kNever) : best[s - back];
                if (before > next[s]) {
                    next[s] = before;
                    steps[static_cast<std::size_t>(place)][s] = static_cast<char>(back);
                }
            }
            next[s] += row[classes[s]];
        }
        best = std::move(next);
    }
    std::vector<Places> places(tokens.size(), {-1, -1});
    std::size_t state = states > 1 && best[states - 2] > best[states - 1] ? states - 2 : states - 1;
    for (int place = logs.rows - 1; place >= 0; --place) {
        if (state % 2 == 1) {
            Places& of = places[state / 2];
            of.first = place;
            of.last = of.last < 0 ? place : of.last;
        }
        state -= static_cast<std::size_t>(steps[static_cast<std::size_t>(place)][state]);
    }
    return places;
}

std::vector<TokenBelief> beliefsOf(const std::vector<LineText>& texts)
{
    if (texts.empty()) {
        return {};
    }
    const std::u32string& best = texts.front().tokens;
    std::vector<TokenBelief> beliefs(best.size());
    std::vector<std::map<char32_t, double>> others(best.size());
    for (const LineText& text : texts) {
        const std::size_t shorter = std::min(best.size(), text.tokens.size());
        std::size_t head = 0;
        while (head < shorter && best[head] == text.tokens[head]) {
            ++head;
        }
        std::size_t tail = 0;
        while (tail < shorter - head &&
               best[best.size() - 1 - tail] == text.tokens[text.tokens.size() - 1 - tail]) {
            ++tail;
        }
        const bool aligns = text.tokens.size() == best.size();
        for (std::size_t i = 0; i < best.size(); ++i) {
            const bool agrees = i < head || i >= best.size() - tail || (aligns && best[i] == text.tokens[i]);
            if (agrees) {
                beliefs[i].probability += text.probability;
            } else if (aligns) {
                others[i][text.tokens[i]] += text.probability;
            }
        }
    }
    for (std::size_t i = 0; i < best.size(); ++i) {
        beliefs[i].others.assign(others[i].begin(), others[i].end());
        std::ranges::stable_sort(beliefs[i].others, std::greater{}, &std::pair<char32_t, double>::second);
    }
    return beliefs;
}

} // namespace scanstraat::letters
