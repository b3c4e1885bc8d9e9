// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <ctime>
#include <string_view>

namespace scanstraat::app {

enum class Stage { decode, align, ident, marks, letters, record, quality, regions, attachments };
constexpr std::size_t kStages = 9;
constexpr std::array<std::string_view, kStages> kStageNames{
    "scan", "align", "ident", "marks", "letters", "record", "quality", "regions", "attachments"};

/// CPU milliseconds that one page took in each stage, on the thread that ran it.
struct StageTimes
{
    std::array<double, kStages> milliseconds{};

    [[nodiscard]] double total() const
    {
        double sum = 0.0;
        for (const double time : milliseconds) {
            sum += time;
        }
        return sum;
    }
};

/// CPU time of the calling thread, in milliseconds.
inline double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// Adds the CPU time between construction and destruction to a stage.
class StageTimer
{
public:
    StageTimer(StageTimes& times, Stage stage)
        : time_(times.milliseconds.at(static_cast<std::size_t>(stage))), start_(threadMilliseconds())
    {
    }
    ~StageTimer() { time_ += threadMilliseconds() - start_; }
    StageTimer(const StageTimer&) = delete;
    StageTimer& operator=(const StageTimer&) = delete;

private:
    double& time_;
    double start_;
};

} // namespace scanstraat::app
