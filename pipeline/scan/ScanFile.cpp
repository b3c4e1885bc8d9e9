// SPDX-License-Identifier: EUPL-1.2
#include "scan/ScanFile.h"

#include "scan/Decode.h"
#include "scan/PdfSource.h"
#include "scan/Sha256.h"
#include "scan/TiffSource.h"

#include <leptonica/allheaders.h>
#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <mutex>
#include <string_view>

namespace scanstraat::scan {

namespace {

/// The libraries' own messages name no file; ours do.
void silenceLibraries()
{
    static std::once_flag once;
    std::call_once(once, [] {
        setMsgSeverity(L_SEVERITY_NONE);
        TIFFSetErrorHandler(nullptr);
        TIFFSetWarningHandler(nullptr);
    });
}

class SingleImage : public PageSource
{
public:
    SingleImage(Bytes file, const ScanLimits& limits) : file_(std::move(file)), limits_(limits) {}

    [[nodiscard]] int pageCount() const override { return 1; }

    [[nodiscard]] Result<page::PageImage, ScanProblem> readPage(int /*index*/) const override
    {
        auto raw = decodePngOrJpeg(file_, limits_);
        if (!raw) {
            return Failure{raw.error()};
        }
        return normalise(std::move(*raw), limits_);
    }

private:
    Bytes file_;
    ScanLimits limits_;
};

bool startsWith(const Bytes& file, std::string_view magic)
{
    return file.size() >= magic.size() &&
           std::equal(magic.begin(), magic.end(), file.begin(),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

bool isTiff(const Bytes& file)
{
    using namespace std::string_view_literals;
    return startsWith(file, "II*\0"sv) || startsWith(file, "MM\0*"sv) || startsWith(file, "II+\0"sv) ||
           startsWith(file, "MM\0+"sv);
}

bool isPdf(const Bytes& file)
{
    constexpr std::string_view kMagic = "%PDF-";
    constexpr std::size_t kSearched = 1024; // ISO 32000-1, implementation note 13
    const auto end = file.begin() + static_cast<std::ptrdiff_t>(std::min(file.size(), kSearched));
    return std::search(file.begin(), end, kMagic.begin(), kMagic.end()) != end;
}

Result<Bytes, ScanProblem> slurp(const std::filesystem::path& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream stream(path, std::ios::binary);
    if (error || !stream) {
        return Failure{ScanProblem{ScanProblemCode::cannotOpen,
                                   "the file cannot be opened; check that it exists and may be read"}};
    }
    Bytes file(size);
    stream.read(reinterpret_cast<char*>(file.data()), static_cast<std::streamsize>(size));
    if (stream.bad() || stream.gcount() != static_cast<std::streamsize>(file.size())) {
        return Failure{ScanProblem{ScanProblemCode::cannotOpen, "reading the file failed; check the disk"}};
    }
    if (file.empty()) {
        return Failure{
            ScanProblem{ScanProblemCode::empty, "the file is empty (0 bytes); scan the sheet again"}};
    }
    return file;
}

Result<std::unique_ptr<const PageSource>, ScanProblem> openSource(const std::filesystem::path& path,
                                                                  Bytes file, const ScanLimits& limits)
{
    using namespace std::string_view_literals;
    if (isTiff(file)) {
        return openTiff(std::move(file), limits);
    }
    if (startsWith(file, "\x89PNG"sv) || startsWith(file, "\xFF\xD8\xFF"sv)) {
        return std::unique_ptr<const PageSource>(std::make_unique<SingleImage>(std::move(file), limits));
    }
    if (isPdf(file)) {
        return openPdf(path, std::move(file), limits);
    }
    return Failure{ScanProblem{ScanProblemCode::notAScan,
                               "the content is neither TIFF, PDF, PNG nor JPEG, whatever the name says"}};
}

} // namespace

std::string toString(ScanProblemCode code)
{
    constexpr std::array<const char*, kScanProblemCodes> kNames{"cannot-open", "empty",    "not-a-scan",
                                                                "truncated",   "damaged",  "encrypted",
                                                                "too-large",   "no-pages", "helper-missing"};
    return kNames.at(static_cast<std::size_t>(code));
}

Result<ScanFile, ScanProblem> ScanFile::open(const std::filesystem::path& path, ScanLimits limits)
{
    silenceLibraries();
    auto file = slurp(path);
    if (!file) {
        return Failure{file.error()};
    }
    std::string digest = scan::sha256(*file);
    auto source = openSource(path, std::move(*file), limits);
    if (!source) {
        return Failure{source.error()};
    }
    return ScanFile(std::move(*source), std::move(digest));
}

Result<page::PageImage, ScanProblem> ScanFile::readPage(int index) const
{
    try {
        return source_->readPage(index);
    } catch (const cv::Exception& error) {
        return Failure{ScanProblem{ScanProblemCode::damaged,
                                   "the picture library could not read this page: " + error.err}};
    }
}

bool hasScanExtension(const std::filesystem::path& path)
{
    std::string extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    constexpr std::array<std::string_view, 6> kExtensions{".tif", ".tiff", ".pdf", ".png", ".jpg", ".jpeg"};
    return std::ranges::find(kExtensions, extension) != kExtensions.end();
}

} // namespace scanstraat::scan
