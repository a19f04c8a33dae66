#!/usr/bin/env bash
# Input that no program should be given: each is named on standard error or passed over, the articles beside it are
# still checked, the exit status is that of the worst, and nothing takes long.
#   bad.sh BELIE
set -uo pipefail
belie=$(realpath "$1")
cd "$(dirname "$(realpath "$0")")/../.." || exit 2
export BELIE_RULES=$PWD/fixtures/cli/rules LC_ALL=C.UTF-8
scratch=$(mktemp -d) || exit 2
trap 'chmod -R u+rwx "$scratch"; rm -rf "$scratch"' EXIT
good=fixtures/cli/articles
cases=0
failed=0

fail() {
  echo "$name: $1"
  sed 's/^/    /' "$scratch/stderr" | head -n 5
  failed=$((failed + 1))
}

# expect NAME STATUS MESSAGE COMMAND...: an empty MESSAGE stands for nothing on standard error
expect() {
  name=$1
  local status=$2 message=$3
  shift 3
  cases=$((cases + 1))
  timeout 60 "$@" </dev/null >"$scratch/stdout" 2>"$scratch/stderr"
  local got=$?
  ((got == status)) || fail "exit status $got, should be $status"
  if [[ -z $message ]]; then
    [[ ! -s $scratch/stderr ]] || fail 'wrote to standard error'
  else
    grep -qE -- "$message" "$scratch/stderr" || fail "no message like “$message”"
  fi
}

# The same beside two articles that contradict each other: those are found all the same.
expect_beside() { # NAME STATUS MESSAGE FILE
  expect "$1" "$2" "$3" "$belie" check "$4" "$good"/morning.txt "$good"/evening.md
  grep -q '^error: contradiction' "$scratch/stdout" || fail 'the articles beside it were not checked'
}

cd_file() { printf '%s/%s' "$scratch" "$1"; }

printf 'Putin r\xe9jects the plan\n' >"$(cd_file latin1.txt)"
expect_beside 'not UTF-8' 2 'latin1\.txt:1:.*UTF-8' "$(cd_file latin1.txt)"
printf 'over\xc0\xaflong and a surrogate \xed\xa0\x80\n' >"$(cd_file overlong.txt)"
expect_beside 'UTF-8 that is none' 2 'overlong\.txt:1:.*UTF-8' "$(cd_file overlong.txt)"
head -c 65536 "$belie" >"$(cd_file program.txt)"
expect_beside 'a program' 2 'program\.txt:1:' "$(cd_file program.txt)"
printf 'Moscow\0rejects\n' >"$(cd_file nul.txt)"
expect_beside 'a NUL byte' 2 'nul\.txt:1:' "$(cd_file nul.txt)"
: >"$(cd_file empty.txt)"
expect_beside 'an empty file' 1 '' "$(cd_file empty.txt)"
printf ' \t\r\n\xc2\xa0\xe2\x80\x83\n\n' >"$(cd_file white.txt)"
expect_beside 'white space' 1 '' "$(cd_file white.txt)"
printf '\xef\xbb\xbf' >"$(cd_file mark.txt)"
expect_beside 'a byte order mark alone' 1 '' "$(cd_file mark.txt)"
truncate -s 1G "$(cd_file huge.txt)"
expect_beside 'a gigabyte' 2 'huge\.txt' "$(cd_file huge.txt)"
expect_beside 'a missing file' 2 'nowhere\.txt.*[Nn]o such file' "$(cd_file nowhere.txt)"
ln -s nothing.txt "$(cd_file dangling.txt)"
expect_beside 'a link to nothing' 2 'dangling\.txt.*[Nn]o such file' "$(cd_file dangling.txt)"
ln -s loop.txt "$(cd_file loop.txt)"
expect_beside 'a link to itself' 2 'loop\.txt' "$(cd_file loop.txt)"
expect_beside 'a device' 1 '' /dev/null
mkdir "$(cd_file folder)"
echo 'not an article' >"$(cd_file folder/notes.pdf)"
expect_beside 'a folder without articles' 1 '' "$(cd_file folder)"
if [[ $(id -u) != 0 ]]; then
  echo text >"$(cd_file closed.txt)"
  chmod 0 "$(cd_file closed.txt)"
  expect_beside 'an unreadable file' 2 'closed\.txt.*[Pp]ermission' "$(cd_file closed.txt)"
fi

# A file that vanishes, or grows, while it is being read.
vanish() {
  mkfifo "$(cd_file gone.txt)"
  (exec 3>"$(cd_file gone.txt)"; rm "$(cd_file gone.txt)"; printf 'Half a sent' >&3) &
  "$belie" check "$(cd_file gone.txt)" "$good"/morning.txt "$good"/evening.md
}
export -f vanish cd_file
export belie good scratch
expect 'a file that vanishes' 1 '' bash -c vanish
mkdir "$(cd_file fleeting)"
for i in $(seq 150); do cp "$good"/morning.txt "$(cd_file fleeting)/$i.txt"; done
rm -f "$(cd_file fleeting)"/3*.txt &
timeout 60 "$belie" check "$(cd_file fleeting)" >/dev/null 2>"$scratch/stderr"
got=$?
name='files that vanish'
cases=$((cases + 1))
((got <= 2)) || fail "exit status $got"
wait

# Depth and size in Markdown, in front matter and in plain text.
repeat() { yes -- "$1" 2>/dev/null | head -n "$2" | tr -d '\n'; }
{ repeat '> ' 20000; echo deep; } >"$(cd_file quotes.md)"
{ repeat '- ' 20000; echo deep; } >"$(cd_file lists.md)"
{ repeat '[' 50000; repeat ']()' 50000; } >"$(cd_file links.md)"
{ repeat '*a _b ' 20000; } >"$(cd_file stress.md)"
{ repeat '`' 30000; echo; repeat '`a' 30000; } >"$(cd_file ticks.md)"
{ repeat '<a ' 30000; } >"$(cd_file tags.md)"
for file in quotes lists links stress ticks tags; do
  expect_beside "Markdown: $file" 1 '' "$(cd_file $file.md)"
done
{ printf -- '---\ntitle: '; repeat '[' 5000; printf '\n---\nText.\n'; } >"$(cd_file front.md)"
expect 'front matter that is too deep' 2 'front\.md:[0-9]+:' "$belie" check "$(cd_file front.md)" "$good"/clean.txt
{ printf -- '---\na: &a [x, x]\n'; for c in b c d e f g h i; do printf '%s: &%s [*a, *a, *a, *a]\n' $c $c; done
  printf 'title: *a\n---\nText.\n'; } >"$(cd_file alias.md)"
expect 'front matter with aliases' 0 '' "$belie" check "$(cd_file alias.md)" "$good"/clean.txt
{ repeat 'word ' 400000; } >"$(cd_file endless.txt)"
expect_beside 'a sentence without end' 1 '' "$(cd_file endless.txt)"
{ repeat 'x' 3000000; } >"$(cd_file word.txt)"
expect_beside 'a word without end' 1 '' "$(cd_file word.txt)"
{ repeat '“((' 200000; } >"$(cd_file open.txt)"
expect_beside 'quotations and brackets that never end' 1 '' "$(cd_file open.txt)"
{ repeat '9' 100000; printf ' percent of 1'; repeat ',000' 50000; echo ' people'; } >"$(cd_file digits.txt)"
expect_beside 'figures without end' 1 '' "$(cd_file digits.txt)"
{ repeat '$.-%' 200000; } >"$(cd_file signs.txt)"
expect_beside 'signs alone' 1 '' "$(cd_file signs.txt)"

# Rule packs.
pack() { # NAME: a pack of what comes on standard input
  mkdir -p "$scratch/$1"
  cat >"$scratch/$1/rules.yaml"
}
{ echo 'words: {a: &a [x]'; for c in b c d e f g; do echo ", $c: &$c [*a, *a]"; done; echo '}'; } | pack aliases
expect 'a pack with aliases' 2 'rules\.yaml:1:' "$belie" check --rules "$scratch/aliases" "$good"/clean.txt
{ printf 'words: '; repeat '{a: ' 20000; } | pack depth
expect 'a pack that is too deep' 2 'rules\.yaml:1:' "$belie" check --rules "$scratch/depth" "$good"/clean.txt
{ printf 'words: {a: ["'; repeat 'x' 8000000; printf '"]}\n'; } | pack scalar
expect 'a pack with a huge scalar' 0 '' "$belie" check --rules "$scratch/scalar" "$good"/clean.txt
mkdir "$scratch/large"
truncate -s 1G "$scratch/large/rules.yaml"
expect 'a pack of a gigabyte' 2 'rules\.yaml' "$belie" check --rules "$scratch/large" "$good"/clean.txt
{ printf 'propositions:\n  - id: p\n    ask: x\n    time: fixed\n    states: [a]\n    values: {v: {means: [a]}}\n    rules:\n'
  printf '      - id: r\n        value: v\n        examples: [{text: T, claims: []}]\n        phrases: ["'
  repeat '(' 20000; printf 'a'; repeat ')' 20000; printf '"]\n'; } | pack brackets
expect 'a phrase that is too deep' 2 'rules\.yaml:' "$belie" check --rules "$scratch/brackets" "$good"/clean.txt
printf 'words: {a: [x]}\nwords: {b: [x]}\n' | pack twice
expect 'a key that stands twice' 2 'rules\.yaml:2:1' "$belie" check --rules "$scratch/twice" "$good"/clean.txt
mkdir "$scratch/nothing"
expect 'a pack without files' 2 'nothing' "$belie" check --rules "$scratch/nothing" "$good"/clean.txt
expect 'a pack that is not there' 2 'nowhere' "$belie" check --rules "$scratch/nowhere" "$good"/clean.txt

# Configs: what is wrong with one is said with its name, and then nothing is checked.
config() { # NAME: the config of a folder of that name, from standard input
  mkdir -p "$scratch/desk/$1"
  cp "$good"/morning.txt "$scratch/desk/$1"
  cat >"$scratch/desk/$1/.belie.yaml"
}
expect_refused() { # NAME MESSAGE FOLDER
  expect "$1" 2 "$2" "$belie" check "$scratch/desk/$3/morning.txt"
  [[ ! -s $scratch/stdout ]] || fail 'something was checked'
}
config folder </dev/null
rm "$scratch/desk/folder/.belie.yaml"
mkdir "$scratch/desk/folder/.belie.yaml"
expect_refused 'a config that is a folder' '\.belie\.yaml: is a directory' folder
expect 'a named config that is a folder' 2 'is a directory' "$belie" check --config "$scratch/desk" "$good"/clean.txt
printf 'outlet: caf\xe9\n' | config latin1
expect_refused 'a config that is not UTF-8' '\.belie\.yaml:1:12: not UTF-8' latin1
printf 'outlet: "a\\0b"\n' | config nul
expect_refused 'a config with a NUL' '\.belie\.yaml:1:9: a NUL' nul
head -c 65536 "$belie" | config program
expect_refused 'a program as config' '\.belie\.yaml:[0-9]*:' program
head -c 65536 /dev/zero | config zero
expect_refused 'NUL bytes as config' '\.belie\.yaml:1:' zero
printf 'rules: &a [x]\narchives: *a\n' | config aliases
expect_refused 'a config with aliases' '\.belie\.yaml:1:8: an anchor is not allowed in a config' aliases
{ printf 'severities: '; repeat '{relations: ' 20000; } | config depth
expect_refused 'a config that is too deep' '\.belie\.yaml:1:' depth
{ printf 'rules: ['; repeat 'x, ' 200000; printf ']\n'; } | config items
expect_refused 'a config with too many items' '"rules" has more than' items
{ echo 'severities:'; echo '  propositions:'; for i in $(seq 20000); do echo "    p$i: off"; done; } | config names
expect_refused 'a config with many propositions' '\.belie\.yaml:3:5: there is no proposition "p1"' names
{ printf 'severities: {propositions: {'; repeat 'x' 1000000; printf ': off}}\n'; } | config name
expect_refused 'a proposition with a huge name' '\.belie\.yaml:1:' name
{ printf 'outlet: "'; repeat 'x' 2000000; printf '"\n'; } | config large
expect_refused 'a config of two megabytes' '\.belie\.yaml: larger than 1 MiB' large
printf 'outlet: "\\e[31m\\n\\u202e"\nfail-level: "\\e[2J"\n' | config escapes
expect_refused 'a config with escapes' '^[^[:cntrl:]]*fail-level "\?\[2J"' escapes
printf 'outlet: "\\e[31m\\n\\u202e"\n' | config colours
expect 'an outlet with escapes' 0 '' "$belie" config "$scratch/desk/colours"
! grep -q $'\e\|\u202e' "$scratch/stdout" || fail 'what it printed can move a cursor'
config link </dev/null
ln -sf nothing "$scratch/desk/link/.belie.yaml"
expect_refused 'a config that leads nowhere' '\.belie\.yaml.*[Nn]o such file' link
ln -sf .belie.yaml "$scratch/desk/link/.belie.yaml"
expect_refused 'a config that leads to itself' '\.belie\.yaml' link
rm "$scratch/desk/link/.belie.yaml"
mkfifo "$scratch/desk/link/.belie.yaml"
expect_refused 'a config that is a pipe' '\.belie\.yaml: is not a file' link
expect 'no config there' 2 'nowhere\.yaml.*[Nn]o such file' "$belie" check --config nowhere.yaml "$good"/clean.txt
expect 'an empty name of a config' 2 'belie|read' "$belie" check --config '' "$good"/clean.txt
if [[ $(id -u) != 0 ]]; then
  config closed </dev/null
  chmod 0 "$scratch/desk/closed/.belie.yaml"
  expect_refused 'a config that may not be read' '\.belie\.yaml.*[Pp]ermission' closed
fi
gone() { mkdir "$scratch/gone" && cd "$scratch/gone" && rmdir "$scratch/gone" && "$belie" rules list >/dev/null; }
export -f gone
expect 'a current folder that is gone' 0 '' bash -c gone

# Lines for compare.
printf '{"key":"zz"}\n' >"$(cd_file bad.jsonl)"
expect 'a line that is no claim' 2 'bad\.jsonl:1' "$belie" compare "$(cd_file bad.jsonl)"
{ repeat '[' 100000; echo; } >"$(cd_file deep.jsonl)"
expect 'a line that is too deep' 2 'deep\.jsonl:1' "$belie" compare "$(cd_file deep.jsonl)"
head -c 100000 /dev/zero >"$(cd_file zero.jsonl)"
expect 'lines of NUL bytes' 2 'zero\.jsonl' "$belie" compare "$(cd_file zero.jsonl)"

# Waivers and baselines.
expect_waivers() { # NAME STATUS MESSAGE FILE
  expect "$1" "$2" "$3" "$belie" check --waivers "$4" "$good"/morning.txt "$good"/evening.md
  grep -q '^error: contradiction' "$scratch/stdout" || fail 'the articles were not checked'
}
expect_waivers 'waivers that are not there' 2 'nowhere\.yaml.*no such file' "$(cd_file nowhere.yaml)"
expect_waivers 'a folder for waivers' 2 'folder: is a directory' "$(cd_file folder)"
: >"$(cd_file empty.yaml)"
expect_waivers 'no waivers' 1 '' "$(cd_file empty.yaml)"
echo 'waivers: []' >"$(cd_file map.yaml)"
expect_waivers 'waivers that are no list' 2 'map\.yaml:1:1: waivers are a list' "$(cd_file map.yaml)"
printf -- '- {id: [\n' >"$(cd_file open.yaml)"
expect_waivers 'waivers that are no YAML' 2 'open\.yaml:2:1: not YAML' "$(cd_file open.yaml)"
printf -- '- &a {id: 0123456789abcdef, reason: x}\n- *a\n' >"$(cd_file anchor.yaml)"
expect_waivers 'waivers with an anchor' 2 'anchor\.yaml:1:3: an anchor is not allowed' "$(cd_file anchor.yaml)"
printf -- '- {id: 0123456789abcdef, reason: x, reason: y}\n' >"$(cd_file double.yaml)"
expect_waivers 'a waiver with two reasons' 2 'double\.yaml:1:37: duplicate key' "$(cd_file double.yaml)"
printf -- '- {id: 0123456789abcdef, reason: x\xff}\n' >"$(cd_file latin1.yaml)"
expect_waivers 'waivers that are not UTF-8' 2 'latin1\.yaml:1:.*UTF-8' "$(cd_file latin1.yaml)"
yes -- '- {id: x, reason: y}' | head -n 20000 >"$(cd_file many.yaml)"
expect_waivers 'masses of malformed waivers' 2 'many\.yaml:101:3: more than 100' "$(cd_file many.yaml)"
{ echo 'Council approves bridge'; yes '<!-- belie: waive -->' | head -n 100000; } >"$(cd_file comments.txt)"
expect_beside 'masses of malformed comments' 1 '' "$(cd_file comments.txt)"
{ echo '# Council approves bridge'; yes 'a <!-- belie: waive --> b' | head -n 100000; } >"$(cd_file comments.md)"
expect_beside 'masses of malformed comments in Markdown' 1 '' "$(cd_file comments.md)"
repeat '<!-- ' 300000 >"$(cd_file endless-comment.txt)"
expect_beside 'a comment that never ends' 1 '' "$(cd_file endless-comment.txt)"
expect 'a date that is none' 2 'SOURCE_DATE_EPOCH' env SOURCE_DATE_EPOCH=today "$belie" check "$good"/clean.txt
expect 'a date beyond all calendars' 2 'SOURCE_DATE_EPOCH' env SOURCE_DATE_EPOCH=99999999999999999999 "$belie" check "$good"/clean.txt

expect_baseline() { # NAME MESSAGE FILE: it is refused, and stays as it was
  local before=
  [[ -f $3 ]] && before=$(cksum <"$3")
  expect "$1" 2 "$2" "$belie" check --baseline "$3" --prune-baseline "$good"/morning.txt "$good"/evening.md
  grep -q '^error: contradiction' "$scratch/stdout" || fail 'the articles were not checked'
  [[ ! -f $3 || $(cksum <"$3") == "$before" ]] || fail 'the baseline was changed'
}
expect_baseline 'a baseline that is not there' 'nowhere\.json.*no such file' "$(cd_file nowhere.json)"
expect_baseline 'a folder for a baseline' 'folder: is a directory' "$(cd_file folder)"
: >"$(cd_file empty.json)"
expect_baseline 'an empty baseline' 'empty\.json: empty' "$(cd_file empty.json)"
printf '{"baseline":1,"findings":[\n<<<<<<< HEAD\n]}\n' >"$(cd_file merge.json)"
expect_baseline 'a baseline with a conflict of git in it' 'merge\.json:2:1: not JSON' "$(cd_file merge.json)"
"$belie" check --format json "$good" >"$(cd_file report.json)"
expect_baseline 'a report for a baseline' 'report\.json: not what --write-baseline writes' "$(cd_file report.json)"
echo '{"baseline":2,"findings":[]}' >"$(cd_file newer.json)"
expect_baseline 'a baseline of a newer belie' 'newer\.json: a baseline of version 2' "$(cd_file newer.json)"
echo '{"baseline":1,"findings":[{"id":"xyz"}]}' >"$(cd_file entry.json)"
expect_baseline 'a baseline with a bad entry' 'entry\.json: finding 1 lacks' "$(cd_file entry.json)"
echo '{"baseline":1,"findings":[]} and more' >"$(cd_file behind.json)"
expect_baseline 'something behind a baseline' 'behind\.json:1:29: something stands behind' "$(cd_file behind.json)"
{ printf '{"baseline":'; repeat '[' 100000; } >"$(cd_file deep.json)"
expect_baseline 'a baseline that is too deep' 'deep\.json:.*not JSON' "$(cd_file deep.json)"
head -c 1000 /dev/zero >"$(cd_file zero.json)"
expect_baseline 'a baseline of NUL bytes' 'zero\.json:.*not JSON' "$(cd_file zero.json)"

expect_unwritten() { # NAME MESSAGE FILE
  expect "$1" 2 "$2" "$belie" check --write-baseline "$3" "$good"/morning.txt "$good"/evening.md
  grep -q '^error: contradiction' "$scratch/stdout" || fail 'the articles were not checked'
}
expect_unwritten 'a folder to write a baseline to' 'folder: is a directory' "$(cd_file folder)"
expect_unwritten 'a baseline in a folder that is not there' 'cannot be written: no such file' "$(cd_file nowhere/known.json)"
expect_unwritten 'a baseline below a file' 'cannot be written: not a directory' "$(cd_file empty.json)/known.json"
expect_unwritten 'a device for a baseline' 'not an ordinary file' /dev/null
if [[ $(id -u) != 0 ]]; then
  mkdir "$(cd_file shut)"
  echo old >"$(cd_file shut/known.json)"
  chmod 555 "$(cd_file shut)"
  expect_unwritten 'a baseline in a folder that is shut' 'cannot be written: permission denied' "$(cd_file shut/known.json)"
  echo old >"$(cd_file read-only.json)"
  chmod 444 "$(cd_file read-only.json)"
  expect_unwritten 'a baseline that may not be written' 'cannot be written: permission denied' "$(cd_file read-only.json)"
  [[ $(cat "$(cd_file shut/known.json)" "$(cd_file read-only.json)") == $'old\nold' ]] || fail 'it was changed'
fi
"$belie" check --write-baseline "$(cd_file known.json)" "$good" >"$scratch/stdout"
ln -s known.json "$(cd_file link.json)"
chmod 640 "$(cd_file known.json)"
expect 'a link to a baseline' 0 '' "$belie" check --write-baseline "$(cd_file link.json)" "$good"
[[ -L $(cd_file link.json) && $(stat -c %a "$(cd_file known.json)") == 640 ]] || fail 'the link or the permissions are gone'
[[ -z $(find "$scratch" -name '.known*' -o -name '.link*') ]] || fail 'a temporary file was left behind'

# Output that cannot be written, and requests that make no sense.
if [[ -e /dev/full ]]; then
  full() { "$belie" "$@" >/dev/full; }
  export -f full
  for request in config "check $good" "check --format json $good" "claims $good" "claims --format jsonl $good" 'rules list' --help; do
    expect "a full disk: $request" 2 'cannot write' bash -c "full $request"
  done
fi
closed() { { sleep 0.5; "$belie" "$@"; } | :; return "${PIPESTATUS[0]}"; } # nobody reads when it writes
export -f closed
name='a closed pipe'
timeout 60 bash -c "closed claims $good" 2>"$scratch/stderr"
got=$?
cases=$((cases + 1))
((got == 2)) || fail "exit status $got, should be 2"
expect 'no command' 2 'no command' "$belie"
expect 'an unknown command' 2 'did you mean check' "$belie" chek
expect 'an unknown option' 2 'did you mean --format' "$belie" check --fromat json "$good"/clean.txt
expect 'an unknown letter' 2 'unknown option' "$belie" check -q "$good"/clean.txt
expect 'an option without its value' 2 'needs a value' "$belie" check "$good"/clean.txt --format
expect 'an option with a value too many' 2 'takes no value' "$belie" check --help=yes
expect 'a format that is none' 2 'not possible' "$belie" check --format xml "$good"/clean.txt
expect 'a number that is none' 2 'not a number' "$belie" check --threads many "$good"/clean.txt
expect 'an empty path' 2 'belie' "$belie" check ''
expect 'nothing to check' 2 'FILE' "$belie" check

echo "$cases cases, $failed failures"
((failed == 0))
