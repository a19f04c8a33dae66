#!/bin/sh
# Runs the command of each folder in fixtures/cli and compares what it prints, and its exit status, with the files beside
# it. With --accept, takes what it prints as right.
#   golden.sh BELIE [--accept] [NAME...]
set -u
BELIE=$(realpath "$1") || exit 2
shift
accept=no
[ "${1-}" = --accept ] && accept=yes && shift
cd "$(dirname "$0")/../.." || exit 2
BELIE_RULES=fixtures/cli/rules LC_ALL=C.UTF-8 TERM=dumb
export BELIE BELIE_RULES LC_ALL TERM
unset NO_COLOR COLUMNS
SCRATCH=$(mktemp -d) || exit 2
export SCRATCH
trap 'rm -rf "$SCRATCH"' EXIT
[ $# -gt 0 ] || set -- $(ls fixtures/cli)
failed=0 ran=0
for name; do
    folder=fixtures/cli/$name
    [ -f "$folder/command" ] || continue
    ran=$((ran + 1))
    find "$SCRATCH" -mindepth 1 -delete
    sh "$folder/command" >"$SCRATCH/stdout" 2>"$SCRATCH/stderr" </dev/null
    echo $? >"$SCRATCH/status"
    for part in stdout stderr status; do
        if [ $accept = yes ]; then
            cp "$SCRATCH/$part" "$folder/$part"
        elif ! diff -u "$folder/$part" "$SCRATCH/$part"; then
            echo "$name: $part differs"
            failed=1
        fi
    done
done
echo "$ran commands run"
[ $ran -gt 0 ] && exit $failed
exit 2
