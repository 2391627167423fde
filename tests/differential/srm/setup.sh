#!/usr/bin/env bash
# setup.sh DEST TOOLSET: what the comparison with System.Reflection.Metadata needs.
#
# Downloads three packages with libraries of vendors, and the compiler and runtime, whose files are compared, too:
#   DEST/dump FILE...   prints the facts of assemblies as System.Reflection.Metadata reads them
#   DEST/files.txt      the .NET files in the packages, one for each content
# Needs what the setup of the toolset needs.
set -euo pipefail
dest=${1:?usage: setup.sh DEST TOOLSET}
toolset=${2:?usage: setup.sh DEST TOOLSET}
here=$(cd "$(dirname "$0")" && pwd)
bash "$here/../../support/toolset/setup.sh" "$toolset"
mkdir -p "$dest"
dest=$(cd "$dest" && pwd)
toolset=$(cd "$toolset" && pwd)
[ ! -e "$dest/files.txt" ] || exit 0

packages=$dest/packages
mkdir -p "$dest/downloads" "$packages"
pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --dest "$dest/downloads" \
  --platform manylinux1_x86_64 --platform any --python-version 3.11 \
  fisher-py==2.0.2 pythonnet==3.2.1 gumui==0.1.3
for archive in "$dest"/downloads/*; do
  python3 -m zipfile -e "$archive" "$packages/$(basename "$archive")"
done
rm -r "$dest/downloads"

"$toolset/csc" -langversion:latest -nullable:enable -optimize -out:"$dest/DumpSrm.dll" "$here/DumpSrm.cs"
printf '#!/usr/bin/env bash\nexec %s "$@"\n' "$(printf '%q ' "$toolset/run" "$dest/DumpSrm.dll")" > "$dest/dump"
chmod +x "$dest/dump"
python3 "$here/managed.py" "$toolset/packages" "$packages" > "$dest/files.new"
mv "$dest/files.new" "$dest/files.txt"
