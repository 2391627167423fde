# Makes {name}.zip, the package for ODC.
dotnet publish "$PSScriptRoot/{name}.csproj" -c Release
exit $LASTEXITCODE
