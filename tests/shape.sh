#!/usr/bin/env bash
# No C function above 120 lines, no file of code above 800.
# Usage: shape.sh ROOT    prints each that is; status 1 if there is any
set -euo pipefail
cd "${1:?usage: shape.sh ROOT}"

find src include tests -name '*.[ch]' -o -name '*.sh' -o -name '*.py' | LC_ALL=C sort | xargs awk '
  function ended() { if (lines > 800) { print file ": " lines " lines"; wrong = 1 } }
  FNR == 1 { ended(); file = FILENAME; start = 0 }
  { lines = FNR }
  /^[^ \t#}].*\)[^;=]*\{$/ || (/^ .*\) \{$/ && signature) { start = FNR }
  { signature = /^[^ \t#}\/].*[(,]$/ || (signature && /^ .*,$/) }
  /^}/ && start {
    if (FNR - start >= 120) { print FILENAME ":" start ": a function of " FNR - start + 1 " lines"; wrong = 1 }
    functions++
    start = 0
  }
  END { ended(); print NR " lines, " functions " functions"; exit wrong || !functions }'
