#!/bin/sh
# Wall time of `belie check` of one draft against the five articles, start-up included: the median of 21 runs.
#   draft.sh BELIE
cd "$(dirname "$0")/../.." || exit 2
draft=fixtures/articles/002.txt
for run in $(seq 21); do
    start=$(date +%s%N)
    "$1" check --against fixtures/articles "$draft" >/dev/null
    echo $((($(date +%s%N) - start) / 1000))
done | sort -n | sed -n '11s/.*/check of one draft: & µs/p'
