// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "scan/Decode.h"

#include <qpdf/Pipeline.hh>

#include <algorithm>
#include <stdexcept>

namespace scanstraat::scan {

/// The end of a qpdf pipeline: keeps the first `room` bytes and stops the decoding there, so that a
/// small stream that unpacks to gigabytes costs no memory.
class BoundedSink : public Pipeline
{
public:
    explicit BoundedSink(std::size_t room) : Pipeline("bounded sink", nullptr), room_(room) {}

    void write(unsigned char const* data, std::size_t count) override
    {
        const std::size_t taken = std::min(count, room_ - bytes_.size());
        bytes_.insert(bytes_.end(), data, data + taken);
        if (taken < count) {
            overfull_ = true;
            throw std::length_error("stream longer than expected"); // qpdf ends the pipeline
        }
    }
    void finish() override {}

    [[nodiscard]] bool overfull() const { return overfull_; }
    [[nodiscard]] Bytes take() { return std::move(bytes_); }

private:
    std::size_t room_;
    Bytes bytes_;
    bool overfull_ = false;
};

} // namespace scanstraat::scan
