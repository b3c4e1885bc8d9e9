#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Shows that check_layers.py finds wrong includes and accepts right ones.

usage: check_layers_test.py CHECK_LAYERS_PY
"""
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = sys.argv.pop(1)


def check(file, text):
    """Exit code and output for a repository with one file."""
    with tempfile.TemporaryDirectory() as root:
        path = pathlib.Path(root, "pipeline", file)
        path.parent.mkdir(parents=True)
        path.write_text("// SPDX-License-Identifier: EUPL-1.2\n" + text + "\n", encoding="utf-8")
        done = subprocess.run([sys.executable, CHECK, root], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout


class LayerCheck(unittest.TestCase):
    def refuses(self, file, text, message):
        code, output = check(file, text)
        self.assertEqual(code, 1, output)
        self.assertIn(f"pipeline/{file}:2: ", output)
        self.assertIn(message, output)

    def accepts(self, file, text):
        self.assertEqual(check(file, text), (0, ""))

    def test_a_stage_may_not_include_another(self):
        self.refuses("align/X.cpp", '#include "marks/MarkReader.h"', "align may not include marks/")

    def test_the_base_may_not_include_what_builds_on_it(self):
        self.refuses("base/X.h", '#include "form/FormTemplate.h"', "base may not include")

    def test_an_indented_include_counts(self):
        self.refuses("ident/X.cpp", '  #  include "letters/LetterReader.h"', "ident may not include")

    def test_a_folder_inside_a_layer_is_private_to_it(self):
        self.refuses("app/X.cpp", '#include "scan/pdf/PdfLift.h"', "private to scan")
        self.accepts("scan/X.cpp", '#include "scan/pdf/PdfLift.h"')

    def test_only_private_headers_show_a_library(self):
        self.refuses("scan/X.h", "#include <qpdf/QPDF.hh>", "belongs in a .cpp file")
        self.accepts("scan/pdf/X.h", "#include <qpdf/QPDF.hh>")

    def test_private_folders_are_checked_as_well(self):
        self.refuses("align/deep/X.cpp", '#include "marks/MarkReader.h"', "align may not include marks/")

    def test_opencv_stays_out_of_the_record(self):
        self.refuses("record/X.cpp", "#include <opencv2/core.hpp>", "without OpenCV")

    def test_headers_include_the_core_of_opencv_at_most(self):
        self.refuses("align/X.h", "#include <opencv2/imgproc.hpp>", "only opencv2/core.hpp")
        self.accepts("align/X.h", "#include <opencv2/core.hpp>")
        self.accepts("align/X.cpp", "#include <opencv2/imgproc.hpp>")

    def test_engines_stay_out_of_headers(self):
        self.refuses("ident/X.h", "#include <ZXing/ReadBarcode.h>", "belongs in a .cpp file")

    def test_only_app_starts_threads(self):
        self.refuses("scan/X.cpp", "#include <thread>", "only app starts threads")
        self.accepts("app/X.cpp", "#include <thread>")

    def test_an_unknown_folder_is_refused(self):
        code, output = check("gadget/X.cpp", "")
        self.assertEqual(code, 1)
        self.assertIn("gadget: unknown folder", output)

    def test_what_the_layers_allow_is_accepted(self):
        self.accepts("marks/X.cpp", '#include "page/RegisteredPage.h"')
        self.accepts("marks/X.cpp", '#include "marks/MarkReader.h"')
        self.accepts("app/X.cpp", '#include "marks/MarkReader.h"')


if __name__ == "__main__":
    unittest.main()
