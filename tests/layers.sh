#!/usr/bin/env bash
# Which folder of src may include which: a stage sees the base, the lexicon, the compiled rules, itself and the stages
# before it; the program sees the public headers only. [.] is the pipeline; reports print what it hands on.
#   layers.sh ROOT    prints each include that should not be; status 1 if there is any
set -euo pipefail
cd "${1:?usage: layers.sh ROOT}/src"

declare -A may=(
  [base]="base belie/error.h"
  [lexicon]="base lexicon"
  [document]="base document"
  [yaml]="base yaml"
  [rules]="base lexicon document/document.h yaml rules"
  [segment]="base lexicon rules/rules.h document segment"
  [clause]="base lexicon rules/rules.h document segment clause"
  [match]="base lexicon rules/rules.h document segment clause match"
  [claim]="base lexicon rules/rules.h document segment clause match claim"
  [compare]="base lexicon rules/rules.h document segment clause match claim compare"
  [accept]="base rules/rules.h yaml document/document.h claim compare/compare.h accept"
  [archive]="base lexicon rules/rules.h document segment clause match claim compare archive"
  [report]="base lexicon rules/rules.h document segment clause match claim compare accept archive/archive.h report pipeline.h belie config.h"
  [.]="base lexicon rules/rules.h document segment clause match claim pipeline.h"
  [config]="base document/document.h yaml report/json_write.h report/output.h config belie"
  [library]="base lexicon yaml rules document segment clause match claim compare accept archive/archive.h report pipeline.h config library belie config.h"
  [cli]="cli belie/belie.h"
)

# Libraries, and the folders whose business they are.
declare -A home=([yaml.h]="yaml document" [cmark.h]="document" [cjson/cJSON.h]="report accept" [sqlite3.h]="archive" [lz4.h]="archive")

allowed() { # FOLDER HEADER
  local entry
  for entry in ${may[$1]}; do
    [[ $2 == "$entry" || $2 == "$entry"/* ]] && return
  done
  return 1
}

wrong=0
seen=0
while IFS=: read -r file line include; do
  folder=${file#./}
  [[ $folder == */* ]] && folder=${folder%%/*} || folder=.
  [[ $include =~ [\"\<]([^\"\>]*)[\"\>] ]] && header=${BASH_REMATCH[1]} || continue
  if [[ $include == *'<'* && $header != belie/* && ! -e $header ]]; then
    [[ " ${home[$header]:-$folder} " == *" $folder "* ]] && continue
    echo "src/${file#./}:$line: <$header> is the business of ${home[$header]}"
    wrong=$((wrong + 1))
    continue
  fi
  seen=$((seen + 1))
  if [[ -z ${may[$folder]:-} ]]; then
    echo "src/${file#./}:$line: src/$folder is not a folder that tests/layers.sh knows"
  elif ! allowed "$folder" "$header"; then
    echo "src/${file#./}:$line: src/$folder must not include $header"
  else
    continue
  fi
  wrong=$((wrong + 1))
done < <(grep -rnE --include='*.[ch]' '^ *# *include' . | LC_ALL=C sort -t: -k1,1 -k2,2n)

echo "$seen includes of this project, $wrong of them wrong"
((seen > 0 && wrong == 0))
