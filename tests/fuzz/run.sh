#!/usr/bin/env bash
# Fuzzes each harness for some seconds with clang's libFuzzer, AddressSanitizer and UBSan, from the saved inputs on.
# What breaks a harness is left in build-fuzz/; put it, made small, into fixtures/fuzz/HARNESS.
#   run.sh SECONDS [HARNESS...]
set -euo pipefail
cd "$(dirname "$(realpath "$0")")/../.."
seconds=${1:?usage: run.sh SECONDS [HARNESS...]}
shift
harnesses=("$@")
((${#harnesses[@]})) || harnesses=(document rules config compare accept archive)
export BELIE_RULES=$PWD/rules
[[ -d build-fuzz ]] || CC=clang meson setup build-fuzz -Ddefault_library=static -Db_lundef=false \
  -Db_sanitize=address,undefined -Dc_args='-fsanitize=fuzzer-no-link -fno-sanitize-recover=all -O1'
targets=()
for harness in "${harnesses[@]}"; do targets+=("fuzz-$harness"); done
ninja -C build-fuzz "${targets[@]/#/tests/fuzz/}"
failed=0
for harness in "${harnesses[@]}"; do
  mkdir -p "build-fuzz/corpus-$harness"
  dictionary=()
  [[ -f tests/fuzz/$harness.dict ]] && dictionary=(-dict="tests/fuzz/$harness.dict")
  "build-fuzz/tests/fuzz/fuzz-$harness" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -max_len=8192 \
    -print_final_stats=1 -artifact_prefix="build-fuzz/$harness-" "${dictionary[@]}" \
    "build-fuzz/corpus-$harness" "fixtures/fuzz/$harness" 2>"build-fuzz/$harness.log" || failed=1
  grep -E '^(ERROR|SUMMARY|stat::|.*runtime error)' "build-fuzz/$harness.log" | sed "s/^/$harness: /"
done
exit $failed
