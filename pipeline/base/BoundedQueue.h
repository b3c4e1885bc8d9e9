// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace scanstraat {

/// Hands values from producers to consumers and makes producers wait when `capacity` are in it, so
/// that memory stays flat. All member functions are thread safe.
template <typename T>
class BoundedQueue
{
public:
    explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

    /// Waits for room. False when the queue was closed: the value is dropped.
    bool push(T value)
    {
        std::unique_lock lock(mutex_);
        hasRoom_.wait(lock, [&] { return closed_ || values_.size() < capacity_; });
        if (closed_) {
            return false;
        }
        values_.push_back(std::move(value));
        hasValue_.notify_one();
        return true;
    }

    /// Waits for a value. None when the queue was closed and is empty.
    std::optional<T> pop()
    {
        std::unique_lock lock(mutex_);
        hasValue_.wait(lock, [&] { return closed_ || !values_.empty(); });
        if (values_.empty()) {
            return std::nullopt;
        }
        T value = std::move(values_.front());
        values_.pop_front();
        hasRoom_.notify_one();
        return value;
    }

    /// No more values come in; those inside can still be taken out.
    void close()
    {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
        hasValue_.notify_all();
        hasRoom_.notify_all();
    }

private:
    std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable hasRoom_;
    std::condition_variable hasValue_;
    std::deque<T> values_;
    bool closed_ = false;
};

} // namespace scanstraat
