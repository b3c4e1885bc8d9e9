// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace scanstraat::reading {

/// Makes what a reader believes of a field a probability that its value is right, and says from where on that
/// is enough: a straight line between log odds (Platt, 1999).
struct Curve
{
    double slope = 1.0;      ///< above 0
    double offset = 0.0;     ///< log odds
    double acceptFrom = 1.0; ///< probability; 1: nothing is accepted

    /// 0..1; 0 and 1 stay what they are.
    [[nodiscard]] double probability(double believed) const;
};

/// The curves of all kinds of fields ("v-number", "name"), from models/calibration.json. `scanstraat evaluate
/// --calibrate` writes it.
class Calibration
{
public:
    /// Nothing is known: beliefs stay as they are and nothing is accepted.
    Calibration() = default;

    /// Throws scanstraat::Error with ExitCode::installation naming the file when it is missing or broken.
    explicit Calibration(const std::filesystem::path& file);

    [[nodiscard]] const Curve& of(const std::string& kind) const;
    void set(const std::string& kind, const Curve& curve) { curves_[kind] = curve; }

    /// "calibration 4f1d02aa", the digest of its figures; empty where nothing is known
    [[nodiscard]] const std::string& version() const { return version_; }

    /// As the file has it, with a version of its own.
    [[nodiscard]] std::string toJson() const;

private:
    std::map<std::string, Curve> curves_;
    std::string version_;
};

} // namespace scanstraat::reading
