// SPDX-License-Identifier: EUPL-1.2
// Writes the record that check_schema.py checks: write_sample_record FOLDER
#include "SampleRecord.h"

#include "record/RecordWriter.h"

int main(int argc, char** argv)
{
    if (argc != 2) {
        return 2;
    }
    scanstraat::reading::Record record = scanstraat::record::sampleRecord();
    record.id = "sample";
    scanstraat::record::writeRecord(record, argv[1]);
    return 0;
}
