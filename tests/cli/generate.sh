#!/usr/bin/env bash
# What belie generate prints, taken by the program it is for: the man page by groff, completions by each shell, which must
# then complete command lines with them. Exit status 77 when that program is missing.
#   generate.sh man|bash|zsh|fish BELIE
set -u
what=$1
program=$(realpath "$2") || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/work"
ln -s "$program" "$scratch/bin/belie"
BELIE_RULES=$(realpath "$(dirname "$0")/../../fixtures/cli/rules")
PATH=$scratch/bin:$PATH LC_ALL=C.UTF-8
export PATH LC_ALL BELIE_RULES
cd "$scratch/work" || exit 2
touch draft.md 'prior coverage.txt'
mkdir desk
failed=0 checked=0

expect() { # NAME EXPECTED ACTUAL
  checked=$((checked + 1))
  [[ $2 == "$3" ]] && return
  printf 'not as expected: %s\n  expected: %q\n  got:      %q\n' "$1" "$2" "$3"
  failed=1
}

needs() { # PROGRAM
  command -v "$1" >/dev/null && return
  echo "skipped: $1 is missing"
  exit 77
}

formats() { belie check --help | sed -n '/^Each FORMAT/,$s/^  \([a-z]*\) .*/\1/p' | sort | tr '\n' ' '; }

check_man() {
  needs groff
  expect 'groff has nothing to warn of' '' "$(groff -man -ww -z ../page 2>&1)"
  groff -man -Tascii -P-cbu ../page >../shown
  for word in $(belie --help | sed -n '/^Commands/,/^Options/s/^  \([a-z-]*\) .*/\1/p'); do
    expect "a section on $word" 1 "$(grep -c "^   belie $word$" ../shown)"
    for option in $(belie "$word" --help | grep -o '^ *\(-.,\)\? *--[a-z-]*' | grep -o -- '--.*'); do
      expect "$word $option" yes "$(grep -q -- "$option\b" ../shown && echo yes)"
    done
  done
  for format in $(formats); do expect "format $format" yes "$(grep -q "^ *$format\b" ../shown && echo yes)"; done
}

in_bash() { # WORD...: what bash offers for the last one
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
  _belie
  printf '%s\n' "${COMPREPLY[@]}" | sort | tr '\n' ' '
}

check_bash() {
  bash -n ../page || failed=1
  # shellcheck disable=SC1091
  source ../page
  expect 'the function is bound' 'complete -F _belie belie' "$(complete -p belie)"
  expect 'commands' 'check claims compare config ' "$(in_bash belie c)"
  expect 'options' '--show-waived --since ' "$(in_bash belie check --s)"
  expect 'no options of other commands' ' ' "$(in_bash belie claims --s)"
  expect 'formats' "$(formats)" "$(in_bash belie check --format '')"
  expect 'by the letter' 'jsonl junit ' "$(in_bash belie check -f j | sed 's/json //')"
  expect 'behind an equals sign' 'sarif ' "$(in_bash belie check --format = sa)"
  expect 'right behind it' 'jsonl text ' "$(in_bash belie claims --format =)"
  expect 'the formats of claims' 'jsonl text ' "$(in_bash belie claims --format '')"
  expect 'files' 'desk draft.md prior coverage.txt ' "$(in_bash belie check '')"
  expect 'a file with a space' 'prior coverage.txt ' "$(in_bash belie check --against p)"
  expect 'folders' 'desk ' "$(in_bash belie check --rules '')"
  expect 'a value that cannot be guessed' ' ' "$(in_bash belie check --since '')"
  expect 'actions' 'refresh remove ' "$(in_bash belie archive re)"
  expect 'files behind an action' 'desk draft.md ' "$(in_bash belie archive add d)"
  expect 'stages' 'mentions ' "$(in_bash belie dump --stage m)"
  expect 'rules' 'bridge/length bridge/vote ' "$(in_bash belie explain-rule b)"
  expect 'nothing for what is no command' ' ' "$(in_bash belie chekc '')"
}

check_zsh() {
  needs zsh
  zsh -n ../page || failed=1
  cat >../drive <<'END'
zmodload zsh/zpty
zpty line zsh -f -i
zpty -w line 'autoload -U compinit; compinit -u -d ../dump; compdef _belie belie; source ../page 2>/dev/null; compdef _belie belie'
zpty -w line 'taken() { print -r -- "taken:$BUFFER:"; BUFFER=; zle .accept-line }; zle -N accept-line taken; print ready-$((1 + 1))'
zpty -r line said '*ready-2*'
zpty -w -n line $'belie che\t--form\tsar\t\n'
zpty -r line said '*taken:belie*:*'
print -r -- $said
zpty -d line
END
  # In a terminal of its own, where the tab key is pressed.
  expect 'zsh completes' 'belie check --format sarif' "$(zsh -f ../drive | tr -d '\r' | sed -n 's/.*taken:\(belie.*[^ ]\) *:.*/\1/p' | head -n 1)"
}

in_fish() { fish --no-config -c "source ../page; complete -C '$1'" | cut -f 1 | sort | tr '\n' ' '; }

check_fish() {
  needs fish
  export HOME=$scratch
  fish -n ../page || failed=1
  expect 'commands' 'check claims compare config ' "$(in_fish 'belie c')"
  expect 'options' '--show-waived --since ' "$(in_fish 'belie check --s')"
  expect 'formats' "$(formats)" "$(in_fish 'belie check --format ')"
  expect 'the formats of claims' 'jsonl text ' "$(in_fish 'belie claims --format ')"
  expect 'actions' 'refresh remove ' "$(in_fish 'belie archive re')"
  expect 'files' 'desk/ draft.md ' "$(in_fish 'belie check d')"
  expect 'rules' 'bridge/length bridge/vote ' "$(in_fish 'belie explain-rule b')"
}

belie generate "$what" --no-config >../page || exit 1
"check_$what"
echo "$checked things looked at"
exit $((failed || checked == 0))
