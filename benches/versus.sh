#!/usr/bin/env bash
# Measures whole programs that make the nine-number listing of examples/listing.rs, in turn in one run:
# ours, a walker written by hand for these numbers (versus/walker), and if they are there the floor and
# System.Reflection.Metadata. Says whether all give the same numbers, and prints each one's time relative
# to the walker's of the same round: minimum, median and maximum over the rounds.
#
# Usage: benches/versus.sh [FLOOR_DIR] [TOOLSET_DIR]     a Cargo package with a program; a folder with csc and run
#   LIST    a text file of paths; else the DLLs of mono's folder 4.5
#   ROUNDS  how often each program is started (12)
#   REPS    listings in one start, of which the fastest counts (12: the first ones warm up)
set -euo pipefail
cd "$(dirname "$0")/.."
floor=${1:-} toolset=${2:-} rounds=${ROUNDS:-12} reps=${REPS:-12}
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT

if [ -z "${LIST:-}" ]; then
  command -v mono > /dev/null || { echo "not run: mono is not installed, and LIST names no files"; exit 0; }
  LIST=$work/list
  ls "${MONO_LIB:-$(dirname "$(dirname "$(readlink -f "$(command -v mono)")")")/lib/mono/4.5}"/*.dll > "$LIST"
fi

declare -a names
declare -A command
add() { names+=("$1"); command[$1]=$2; }

cargo build --quiet --release --example listing
cargo build --quiet --release --manifest-path benches/versus/walker/Cargo.toml --target-dir "$target/versus"
add walker "$target/versus/release/walker"
add ours "$target/release/examples/listing"
if [ ! -f "$floor/src/main.rs" ] && ! ls "$floor"/src/bin/*.rs > /dev/null 2>&1; then
  echo "floor: not run, ${floor:-FLOOR_DIR} holds no program"
else
  cp -r "$floor" "$work/floor" && chmod -R u+w "$work/floor"
  cargo build --quiet --release --manifest-path "$work/floor/Cargo.toml" --target-dir "$target/floor"
  add floor "$target/floor/release/floor"
fi
if [ ! -x "$toolset/csc" ]; then
  echo "SRM: not run, ${toolset:-TOOLSET_DIR} holds no csc"
else
  "$toolset/csc" -unsafe -optimize+ "-out:$work/Listing.dll" benches/versus/Listing.cs
  add SRM "$toolset/run $work/Listing.dll"
fi

for name in "${names[@]}"; do
  ${command[$name]} "$LIST" 1 "$work/$name.tsv" > /dev/null
  cmp -s "$work/walker.tsv" "$work/$name.tsv" && same=equal || same=DIFFERENT
  echo "$name: the nine numbers of $(wc -l < "$work/$name.tsv") files are $same"
done

for round in $(seq "$rounds"); do
  for name in "${names[@]}"; do
    ms=$(${command[$name]} "$LIST" "$reps" | awk '{ print $4 }' | sort -n | head -1)
    echo "$round $name $ms"
  done
done | tee "$work/rows" | awk '{ row[$1] = row[$1] sprintf("  %s %7.1f", $2, $3) } END { for (i = 1; i in row; i++) print "round " i " ms" row[i] }'

for name in "${names[@]}"; do
  awk -v name="$name" '$2 == "walker" { base[$1] = $3 } $2 == name { print $3 / base[$1], $3 }' "$work/rows" | sort -n |
    awk -v name="$name" '{ ratio[NR] = $1; if (NR == 1 || $2 < best) best = $2 }
      END { printf "%-7s best %7.1f ms   ratio to the walker: min %.2f  median %.2f  max %.2f\n", name, best, ratio[1], ratio[int((NR + 1) / 2)], ratio[NR] }'
done
