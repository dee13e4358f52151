// Reads alone, reports and other files that cannot be read.
#include "tests/golden/bad_input/bad.h"

namespace bad_input {

std::vector<Bad> bad_files() {
  return {
      {"a .zip that is none", [] { scratch::write("p.zip", "PK"); }, judge("p.zip"), 65, {"p.zip"}},
      {"reads that are not there", [] {}, judge("reads.ndjson"), 65, {"reads.ndjson", "no such file"}},
      {"no reads", [] { scratch::write("reads.ndjson", "\n\n"); }, judge("reads.ndjson"), 65, {"reads.ndjson", "found none"}},
      {"lines of which none is a read",
       [] { scratch::write("reads.ndjson", "[1]\nnull\n" + kRead.substr(0, 40)); },
       judge("reads.ndjson"),
       65,
       {"reads.ndjson", "found none"}},
      {"an array of reads",
       [] { scratch::write("reads.ndjson", "[\n" + kRead + ",\n" + kRead + "\n]\n"); },
       judge("reads.ndjson"),
       65,
       {"reads.ndjson, line 1", "one read a line", "array"}},
      {"reads behind a byte order mark",
       [] { scratch::write("reads.ndjson", "\xef\xbb\xbf" + kRead + "\n" + kRead); },
       judge("reads.ndjson"),
       65,
       {"reads.ndjson, line 1", "byte order mark"}},
      {"events where reads should be",
       [] { scratch::write("reads.ndjson", kPass + "\n"); },
       judge("reads.ndjson"),
       65,
       {"line 1", "manifest.json"}},
      {"a table without rows", [] { scratch::write("reads.csv", "vrm,time\n"); }, judge("reads.csv"), 65, {"reads.csv", "no read"}},
      {"a column of another name",
       [] { scratch::write("reads.csv", "vmr,time\nA,B\n"); },
       judge("reads.csv"),
       65,
       {"reads.csv, row 1, column 1", "'vmr'"}},
      {"a column twice", [] { scratch::write("reads.csv", "vrm,vrm\nA,B\n"); }, judge("reads.csv"), 65, {"reads.csv, row 1, column 2"}},
      {"a row with too many cells",
       [] { scratch::write("reads.csv", "vrm,time\nA,B\nA,B,C\n"); },
       judge("reads.csv"),
       65,
       {"reads.csv, row 3, column 3"}},
      {"a row with too few cells",
       [] { scratch::write("reads.csv", "vrm,time\nA,B\nA\n"); },
       judge("reads.csv"),
       65,
       {"reads.csv, row 3, column 2", "found 1"}},
      {"a quote that is not closed",
       [] { scratch::write("reads.csv", "vrm,time\n\"A,B\n"); },
       judge("reads.csv"),
       65,
       {"reads.csv, row 2", "quote"}},
      {"a quote out of place",
       [] { scratch::write("reads.csv", "vrm,time\nA\"B,C\n"); },
       judge("reads.csv"),
       65,
       {"reads.csv, row 2", "quote"}},
      {"an image that is not beside the table",
       [] { scratch::write("reads.csv", "vrm,plate_patch\nA,p.jpg\n"); },
       judge("reads.csv"),
       65,
       {"reads.csv, row 2, column 2", "'p.jpg'"}},
      {"an image elsewhere",
       [] { scratch::write("reads.csv", "vrm,plate_patch\nA,../p.jpg\n"); },
       judge("reads.csv"),
       65,
       {"row 2, column 2", "../p.jpg"}},
      {"an image in place of its name",
       [] { scratch::write("reads.csv", "vrm,plate_patch\nA,/9j/4AAQSkZJRg" + std::string(400, 'A') + "\n"); },
       judge("reads.csv"),
       65,
       {"row 2, column 2", "the name of a file", "..."}},
      {"a report to be written over its evidence",
       [] {
         fs::create_directory("run");
         fs::current_path("run");
         pack(kPass + "\n" + kSent + "\n");
         fs::rename("pack", "evidence");
         fs::current_path("..");
       },
       {"judge", "run/evidence", "--out", "run", "--force"},
       64,
       {"run/evidence is what is judged", "another folder"}},
      {"evidence of nobody's report in the way of one",
       [] {
         scratch::write("reads.ndjson", kRead);
         fs::create_directories("out/evidence");
       },
       judge("reads.ndjson", {"--force"}),
       64,
       {"out/evidence", "another folder"}},
      {"a folder for inspections",
       [] {
         scratch::write("reads.ndjson", kRead);
         fs::create_directory("seen");
       },
       judge("reads.ndjson", {"--inspections", "seen"}),
       65,
       {"seen: expected a plain file"}},
      {"a file of another kind", [] { scratch::write("reads.txt", kRead); }, judge("reads.txt"), 65, {"reads.txt"}},
      {"a class that there is not",
       [] { scratch::write("reads.ndjson", kRead); },
       judge("reads.ndjson", {"--class", "fixed"}),
       64,
       {"--class", "static"}},
      {"a role that nobody has",
       [] { scratch::write("reads.ndjson", kRead); },
       judge("reads.ndjson", {"--role", "gateway"}),
       64,
       {"gateway"}},
      {"a profile that there is not",
       [] { scratch::write("reads.ndjson", kRead); },
       judge("reads.ndjson", {"--profile", "harsh"}),
       64,
       {"harsh"}},
      {"a selection that takes nothing",
       [] { scratch::write("reads.ndjson", kRead); },
       judge("reads.ndjson", {"--select", "99"}),
       4,
       {"99"}},
      {"a report.json that is none", [] { scratch::write("report.json", "{}"); }, {"verify", "report.json"}, 65, {"report.json"}},
      {"a folder that is no pack",
       [] {
         fs::create_directory("pack");
         scratch::write("pack/x", "mine");
       },
       {"purge", "pack"},
       65,
       {"manifest.json"}},
  };
}

}  // namespace bad_input
