#!/bin/sh
# Makes {name}.zip, the package for ODC.
exec dotnet publish "$(dirname "$0")/{name}.csproj" -c Release
