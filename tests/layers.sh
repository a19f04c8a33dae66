#!/bin/sh
# The order of the stages, kept: a folder includes only base/, the lexicon, the compiled rules and earlier stages; the
# program includes only the public headers.
#   layers.sh SOURCE-ROOT
set -u
cd "$1/src" || exit 2
failed=0

# may FOLDER EARLIER...: the includes of FOLDER's files are of itself or of the others named.
may() {
    folder=$1
    shift
    allowed="$folder belie"
    for other; do allowed="$allowed $other"; done
    for file in "$folder"/*.[ch]; do
        for include in $(sed -n 's/^ *# *include *"\([^"/]*\)\/.*/\1/p' "$file" | sort -u); do
            case " $allowed " in
            *" $include "*) ;;
            *) echo "src/$file includes $include/, which comes later or is none of its business" && failed=1 ;;
            esac
        done
    done
}

may base
may lexicon base
may document base
may rules base document lexicon
may segment base document lexicon rules
may clause base document lexicon rules segment
may match base document lexicon rules segment clause
may claim base document lexicon rules segment clause match
may compare base document lexicon rules segment clause match claim
may report base document lexicon rules segment clause match claim compare
may library base document lexicon rules segment clause match claim compare report
may cli

for folder in *; do
    [ -d "$folder" ] || continue
    case " base lexicon document rules segment clause match claim compare report library cli " in
    *" $folder "*) ;;
    *) echo "src/$folder has no place in the order of the stages" && failed=1 ;;
    esac
done

# What is included by a bare name: the standard, the system, the public headers; and libraries only where they belong.
check_library() {
    for file in $(grep -l "include <$1" */*.[ch] *.[ch] 2>/dev/null); do
        case " $2 " in
        *" ${file%/*} "*) ;;
        *) echo "src/$file includes <$1>, the business of $2" && failed=1 ;;
        esac
    done
}
check_library yaml.h "rules document"
check_library cmark.h "document"
check_library cjson/ "report"
exit $failed
