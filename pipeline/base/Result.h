// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <stdexcept>
#include <utility>
#include <variant>

namespace scanstraat {

/// Carries the error of a failed call into a Result: `return Failure{PageProblem::noMarks};`
template <typename E>
struct Failure
{
    E error;
};

template <typename E>
Failure(E) -> Failure<E>;

/// A value, or the reason why paper did not give one. What the machine does wrong is thrown
/// as scanstraat::Error instead.
template <typename T, typename E>
class [[nodiscard]] Result
{
public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Failure<E> failure) : content_(std::in_place_index<1>, std::move(failure.error)) {}

    [[nodiscard]] bool hasValue() const noexcept { return content_.index() == 0; }
    explicit operator bool() const noexcept { return hasValue(); }

    /// Throws std::bad_variant_access when there is no value.
    [[nodiscard]] T& value() & { return std::get<0>(content_); }
    [[nodiscard]] const T& value() const& { return std::get<0>(content_); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(content_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    /// Throws std::bad_variant_access when there is a value.
    [[nodiscard]] const E& error() const { return std::get<1>(content_); }

private:
    std::variant<T, E> content_;
};

} // namespace scanstraat
