# Publishes the library for ODC, and makes {name}.zip of it.
$ErrorActionPreference = "Stop"
Set-Location $PSScriptRoot
Remove-Item -Recurse -Force -ErrorAction SilentlyContinue bin/publish, {name}.zip
dotnet publish {name}.csproj -c Release -r linux-x64 --self-contained false -o bin/publish
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
Compress-Archive -Path bin/publish/* -DestinationPath {name}.zip
