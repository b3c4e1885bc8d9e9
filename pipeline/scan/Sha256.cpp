// SPDX-License-Identifier: EUPL-1.2
#include "scan/Sha256.h"

#include "base/Error.h"

#include <openssl/evp.h>

#include <array>

namespace scanstraat::scan {

std::string sha256(std::span<const std::uint8_t> bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
        throw Error("SHA-256 failed in libcrypto");
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    for (unsigned int i = 0; i < size; ++i) {
        hex += kDigits[digest.at(i) >> 4U];
        hex += kDigits[digest.at(i) & 15U];
    }
    return hex;
}

} // namespace scanstraat::scan
