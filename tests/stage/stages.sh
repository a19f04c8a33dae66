#!/bin/sh
# What each stage hands on for the texts of fixtures/stage, held against the files beside them: headline.txt has
# headline.blocks, headline.tokens, … With --accept, takes what is printed as right.
#   stages.sh BELIE [--accept]
set -u
BELIE=$(realpath "$1") || exit 2
cd "$(dirname "$0")/../.." || exit 2
BELIE_RULES=fixtures/cli/rules LC_ALL=C.UTF-8
export BELIE_RULES LC_ALL
ran=0 failed=0
for text in fixtures/stage/*.txt fixtures/stage/*.md; do
    for stage in blocks sentences tokens clauses mentions claims; do
        golden=${text%.*}.$stage ran=$((ran + 1))
        if [ "${2-}" = --accept ]; then
            "$BELIE" dump --stage "$stage" "$text" >"$golden" || exit 2
        elif ! "$BELIE" dump --stage "$stage" "$text" | diff -u "$golden" -; then
            echo "$golden: differs" && failed=$((failed + 1))
        fi
    done
done
echo "$ran dumps, $failed differ"
[ "$ran" -gt 0 ] && [ "$failed" -eq 0 ]
