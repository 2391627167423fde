#!/bin/sh
# Publishes the library for ODC, and makes {name}.zip of it.
set -eu
cd "$(dirname "$0")"
rm -rf bin/publish {name}.zip
dotnet publish {name}.csproj -c Release -r linux-x64 --self-contained false -o bin/publish
cd bin/publish
zip -q -r ../../{name}.zip .
