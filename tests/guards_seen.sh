#!/usr/bin/env bash
# That layers.sh and shape.sh see what they should, and only that: each on trees made to be right or wrong.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0

expect() { # EXPECTED GUARD WHERE WHAT: the guard must refuse the tree and name WHERE, or allow it and name nothing
  local got=allowed
  "$here/$2" "$tree" >"$tree/out" || got=refused
  local named=0
  grep -q "^$3: " "$tree/out" && named=1
  [[ $got == "$1" && $named == $([[ $1 == refused ]] && echo 1 || echo 0) ]] && return
  echo "$2 on $4: $got, should be $1"
  cat "$tree/out"
  failed=1
}

while read -r expected file include; do
  rm -rf "$tree/src"
  mkdir -p "$tree/src/$(dirname "$file")"
  printf '#include %s\n' "$include" >"$tree/src/$file"
  expect "$expected" layers.sh "src/$file:1" "$file including $include"
done <<'CASES'
allowed match/a.c "match/match.h"
allowed match/a.c "segment/segment.h"
allowed match/a.c "rules/rules.h"
allowed match/a.c "base/text.h"
allowed claim/a.c "match/match.h"
allowed rules/a.c "document/document.h"
allowed library/a.c "rules/list.h"
allowed pipeline.c "claim/keep.h"
allowed cli/a.c <belie/belie.h>
allowed cli/a.c "cli/options.h"
refused match/a.c <yaml.h>
refused library/a.c <cmark.h>
refused document/a.c <cjson/cJSON.h>
refused base/a.c "document/document.h"
refused document/a.c "segment/segment.h"
refused segment/a.h "match/match.h"
refused match/a.c "claim/claim.h"
refused match/a.c "rules/loading.h"
refused match/a.c "pipeline.h"
refused claim/a.c "compare/compare.h"
refused compare/a.c "report/output.h"
refused compare/a.c "library/check.h"
refused cli/a.c "base/text.h"
refused cli/a.c "pipeline.h"
refused cli/a.c <belie/check.h>
refused pipeline.c "report/output.h"
refused elsewhere/a.c "base/text.h"
CASES

function_of() { # LINES SIGNATURE...
  printf '%s\n' "${@:2}"
  for ((i = $#; i < $1; i++)); do echo '    call();'; done
  echo '}'
}
rm -rf "$tree/src"
mkdir -p "$tree"/{src,include,tests}
while read -r expected lines line signature; do
  mapfile -t parts < <(sed 's/ \\n /\n/' <<<"$signature")
  function_of "$lines" "${parts[@]}" >"$tree/src/a.c"
  expect "$expected" shape.sh "src/a.c:$line" "a function of $lines lines: $signature"
done <<'CASES'
allowed 3 1 int f(void) {
allowed 120 1 int f(void) {
refused 121 1 int f(void) {
refused 150 1 static struct text *read_it(const char *path) {
refused 150 2 static bool read_it(const char *path, \n                    size_t length) {
CASES
for lines in 800 801; do
  function_of 10 'int f(void) {' >"$tree/src/a.c"
  while (($(wc -l <"$tree/src/a.c") < lines)); do echo 'int a;' >>"$tree/src/a.c"; done
  expect "$([[ $lines == 800 ]] && echo allowed || echo refused)" shape.sh src/a.c "a file of $lines lines"
done
exit $failed
