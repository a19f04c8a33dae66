#!/bin/sh
# A property: however a corpus is split into archive and drafts, a check against the archive finds what a check against
# the same files does. Splits are random with fixed seeds.
#   archive_split.sh BELIE
set -u
BELIE=$(realpath "$1") || exit 2
cd "$(dirname "$0")/../.." || exit 2
SCRATCH=$(mktemp -d) || exit 2
trap 'rm -rf "$SCRATCH"' EXIT
compared=0
for seed in 1 2 3 4 5 6 7 8; do
    rm -rf "$SCRATCH"/*
    mkdir "$SCRATCH/prior"
    drafts=$(ls fixtures/articles/*.txt fixtures/bench/*.txt | awk -v seed=$seed 'BEGIN { srand(seed) } rand() < 0.3')
    [ -n "$drafts" ] || continue
    for file in fixtures/articles/*.txt fixtures/bench/*.txt; do
        case " $(echo $drafts) " in *" $file "*) ;; *) cp "$file" "$SCRATCH/prior/" ;; esac
    done
    "$BELIE" archive add "$SCRATCH/prior" --archive "$SCRATCH/archive.db" >/dev/null || exit 1
    "$BELIE" check $drafts --against "$SCRATCH/prior" --format json | grep '^{"id"' | sed 's/,$//' >"$SCRATCH/files"
    "$BELIE" check $drafts --archive "$SCRATCH/archive.db" --format json | grep '^{"id"' | sed 's/,$//' >"$SCRATCH/archived"
    if ! cmp -s "$SCRATCH/files" "$SCRATCH/archived"; then
        echo "seed $seed: other findings from the archive than from the files"
        diff "$SCRATCH/files" "$SCRATCH/archived" | cut -c1-200 | head -n 4
        exit 1
    fi
    compared=$((compared + $(wc -l <"$SCRATCH/files")))
done
echo "$compared findings compared"
[ $compared -gt 0 ]
