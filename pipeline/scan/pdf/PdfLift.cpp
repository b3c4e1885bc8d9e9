// SPDX-License-Identifier: EUPL-1.2
// ISO 32000-1, sections 7.4 (filters) and 8.9.5 (image dictionaries). JPEG and G4 stay packed: our own
// decoders read them.
#include "scan/pdf/PdfLift.h"

#include "scan/pdf/BoundedSink.h"

#include <algorithm>
#include <array>

namespace scanstraat::scan {

namespace {

Bytes toBytes(const std::shared_ptr<Buffer>& buffer)
{
    return {buffer->getBuffer(), buffer->getBuffer() + buffer->getSize()};
}

/// The integer under a key, or `otherwise` when there is none.
long long integerOr(QPDFObjectHandle dictionary, const std::string& key, long long otherwise)
{
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isInteger() ? value.getIntValue() : otherwise;
}

bool isTrue(QPDFObjectHandle dictionary, const std::string& key)
{
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isBool() && value.getBoolValue();
}

std::string filterName(QPDFObjectHandle dictionary)
{
    QPDFObjectHandle filter = dictionary.getKey("/Filter");
    if (filter.isArray() && filter.getArrayNItems() == 1) {
        filter = filter.getArrayItem(0);
    }
    return filter.isName() ? filter.getName() : filter.isNull() ? "" : "several";
}

/// An empty dictionary when the picture has none.
QPDFObjectHandle decodeParameters(QPDFObjectHandle dictionary)
{
    QPDFObjectHandle parameters = dictionary.getKey("/DecodeParms");
    if (parameters.isArray() && parameters.getArrayNItems() == 1) {
        parameters = parameters.getArrayItem(0);
    }
    return parameters.isDictionary() ? parameters : QPDFObjectHandle::newDictionary();
}

/// 0: neither grey nor RGB.
int channelsOf(QPDFObjectHandle space)
{
    if (space.isArray() && space.getArrayNItems() == 2 &&
        space.getArrayItem(0).isNameAndEquals("/ICCBased") && space.getArrayItem(1).isStream()) {
        const long long channels = integerOr(space.getArrayItem(1).getDict(), "/N", 0);
        return channels == 1 || channels == 3 ? static_cast<int>(channels) : 0;
    }
    if (space.isArray() && space.getArrayNItems() > 0) {
        space = space.getArrayItem(0); // [/CalGray <<...>>]
    }
    if (space.isNameAndEquals("/DeviceGray") || space.isNameAndEquals("/CalGray")) {
        return 1;
    }
    return space.isNameAndEquals("/DeviceRGB") || space.isNameAndEquals("/CalRGB") ? 3 : 0;
}

/// Per sample; 0: not stated. Fax pictures may leave it out.
int bitsOf(QPDFObjectHandle dictionary)
{
    const int unstated = filterName(dictionary) == "/CCITTFaxDecode" ? 1 : 0;
    return static_cast<int>(std::clamp(integerOr(dictionary, "/BitsPerComponent", unstated), 0LL, 16LL));
}

/// Neither masked, nor inverted, nor in another file, nor on a layer that can be switched off.
bool isPlain(QPDFObjectHandle dictionary)
{
    constexpr std::array<const char*, 6> kSpecial{"/Decode", "/SMask", "/SMaskInData", "/Mask", "/F", "/OC"};
    return !isTrue(dictionary, "/ImageMask") &&
           std::ranges::all_of(kSpecial, [&](const char* key) { return dictionary.getKey(key).isNull(); });
}

/// G4 with the geometry of the picture: that is all that a TIFF strip can say.
bool isGroup4(QPDFObjectHandle dictionary, const PdfImage& image)
{
    constexpr long long kDefaultColumns = 1728;
    QPDFObjectHandle parameters = decodeParameters(dictionary);
    const long long rows = integerOr(parameters, "/Rows", 0);
    return image.bits == 1 && image.channels == 1 && integerOr(parameters, "/K", 0) < 0 &&
           integerOr(parameters, "/Columns", kDefaultColumns) == image.width &&
           (rows == 0 || rows == image.height) && !isTrue(parameters, "/EncodedByteAlign") &&
           !isTrue(parameters, "/EndOfLine");
}

/// A predictor must work on rows of the picture: qpdf reserves memory for the rows that it states.
bool hasOwnRows(QPDFObjectHandle dictionary, const PdfImage& image)
{
    QPDFObjectHandle parameters = decodeParameters(dictionary);
    return integerOr(parameters, "/Predictor", 1) == 1 ||
           (integerOr(parameters, "/Columns", 1) == image.width &&
            integerOr(parameters, "/Colors", 1) == image.channels &&
            integerOr(parameters, "/BitsPerComponent", 8) == image.bits);
}

bool hasPlainSamples(QPDFObjectHandle dictionary, const PdfImage& image)
{
    const std::string filter = filterName(dictionary);
    const bool unpacks = filter == "/FlateDecode" || filter == "/LZWDecode" || filter.empty();
    const bool grey = image.channels == 1 && (image.bits == 8 || image.bits == 1);
    const bool rgb = image.channels == 3 && image.bits == 8;
    return unpacks && (grey || rgb) && hasOwnRows(dictionary, image);
}

/// False for parameters of the compression that qpdf does not know.
bool canUnpack(QPDFObjectHandle picture)
{
    bool filters = false;
    picture.pipeStreamData(nullptr, &filters, 0, qpdf_dl_generalized, true);
    return filters;
}

/// The samples of all rows, fewer where the stream is cut off or damaged.
Bytes unpack(QPDFObjectHandle picture, const PdfImage& image)
{
    BoundedSink sink(image.stride() * static_cast<std::size_t>(image.height));
    picture.pipeStreamData(&sink, 0, qpdf_dl_generalized, true);
    return sink.take();
}

/// Fills packing and data; false where only a full renderer does it right.
bool fill(QPDFObjectHandle picture, PdfImage& image)
{
    QPDFObjectHandle dictionary = picture.getDict();
    const std::string filter = filterName(dictionary);
    if (filter == "/DCTDecode") {
        image.packing = PdfPacking::jpeg;
        image.data = toBytes(picture.getRawStreamData());
        return image.channels != 0;
    }
    if (filter == "/CCITTFaxDecode") {
        image.packing = PdfPacking::group4;
        image.zeroIsBlack = !isTrue(decodeParameters(dictionary), "/BlackIs1");
        image.data = toBytes(picture.getRawStreamData());
        return isGroup4(dictionary, image);
    }
    if (!hasPlainSamples(dictionary, image) || !canUnpack(picture)) {
        return false;
    }
    image.data = unpack(picture, image);
    return true;
}

/// A side of the picture. Bounded, so that the product of two sides fits a long long.
long long side(QPDFObjectHandle dictionary, const std::string& key, const ScanLimits& limits)
{
    return std::min(integerOr(dictionary, key, 0), limits.maxPixels + 1);
}

} // namespace

Result<std::optional<PdfImage>, ScanProblem> liftPdfImage(QPDFObjectHandle picture, const ScanLimits& limits)
{
    QPDFObjectHandle dictionary = picture.getDict();
    const long long width = side(dictionary, "/Width", limits);
    const long long height = side(dictionary, "/Height", limits);
    if (width <= 0 || height <= 0) {
        return std::optional<PdfImage>();
    }
    if (auto problem = checkSize(width, height, limits)) {
        return Failure{*problem};
    }
    PdfImage image;
    image.width = static_cast<int>(width);
    image.height = static_cast<int>(height);
    image.bits = bitsOf(dictionary);
    image.channels = channelsOf(dictionary.getKey("/ColorSpace"));
    return isPlain(dictionary) && fill(picture, image) ? std::optional(std::move(image)) : std::nullopt;
}

} // namespace scanstraat::scan
