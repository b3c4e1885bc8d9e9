// SPDX-License-Identifier: EUPL-1.2
#include "reading/Calibration.h"

#include "base/Error.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <iomanip>
#include <sstream>

namespace scanstraat::reading {

namespace {

using nlohmann::json;

constexpr const char* kSchema = "scanstraat/calibration/1";

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& problem)
{
    throw Error(file.string() + ": " + problem, ExitCode::installation);
}

Curve curveOf(const json& values)
{
    return {values.at("slope").get<double>(), values.at("offset").get<double>(),
            values.at("acceptFrom").get<double>()};
}

} // namespace

double Curve::probability(double believed) const
{
    if (believed <= 0.0 || believed >= 1.0) {
        return believed;
    }
    const double logOdds = std::log(believed / (1.0 - believed));
    return 1.0 / (1.0 + std::exp(-(slope * logOdds + offset)));
}

Calibration::Calibration(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    if (!stream) {
        refuse(file,
               "the calibration is missing; reinstall, or make it with scanstraat evaluate --calibrate");
    }
    try {
        const json model = json::parse(stream);
        if (model.at("schema").get<std::string>() != kSchema) {
            refuse(file, std::string("is no ") + kSchema);
        }
        version_ = model.at("version").get<std::string>();
        for (const auto& [name, values] : model.at("kinds").items()) {
            const Curve curve = curveOf(values);
            if (!(curve.slope > 0.0) || !(curve.acceptFrom >= 0.0 && curve.acceptFrom <= 1.0) ||
                !std::isfinite(curve.offset)) {
                refuse(file, name + ": slope must be above 0 and acceptFrom 0 to 1");
            }
            curves_[name] = curve;
        }
    } catch (const json::exception& error) {
        refuse(file, error.what());
    }
}

const Curve& Calibration::of(const std::string& kind) const
{
    static const Curve nothingKnown;
    const auto found = curves_.find(kind);
    return found == curves_.end() ? nothingKnown : found->second;
}

std::string Calibration::toJson() const
{
    json kinds = json::object();
    for (const auto& [kind, curve] : curves_) {
        const auto rounded = [](double value) { return std::round(value * 1e5) / 1e5; };
        kinds[kind] = {{"slope", rounded(curve.slope)},
                       {"offset", rounded(curve.offset)},
                       {"acceptFrom", rounded(curve.acceptFrom)}};
    }
    // FNV-1a: equal figures give an equal version.
    std::uint32_t digest = 2166136261U;
    for (const char character : kinds.dump()) {
        digest = (digest ^ static_cast<unsigned char>(character)) * 16777619U;
    }
    std::ostringstream version;
    version << "calibration " << std::hex << std::setw(8) << std::setfill('0') << digest;
    const json model{{"schema", kSchema}, {"version", version.str()}, {"kinds", kinds}};
    return model.dump(1) + "\n";
}

} // namespace scanstraat::reading
