#!/bin/sh
# Rebuilds every test assembly from src/. Two runs give the same bytes.
# Needs mono's mcs and ilasm (6.8 made the committed files) and python3.
set -eu
export LC_ALL=C # globs, and so the order of the types, must not depend on the locale
cd "$(dirname "$0")"

finish() {
    python3 reproducible.py "$1.dll"
    chmod 644 "$1.dll"
}

build() {
    name=$1
    shift
    mcs -nologo -codepage:utf8 -target:library -sdk:4.7.2 -warn:4 -warnaserror \
        -out:"$name.dll" -doc:"$name.xml" "$@" src/"$name"/*.cs
    finish "$name"
}

build MortgageLib
build Banking.Contracts
build Banking -r:Banking.Contracts.dll
build EntityFramework
build Shop -r:EntityFramework.dll -r:System.ComponentModel.DataAnnotations -r:System.Data -r:System.Data.Linq
# In the next four not every member is documented: that, too, is a case to test.
build RoundTrip -nowarn:1591
build Constructs -nowarn:1591 -unsafe -r:Microsoft.CSharp
build Rules -nowarn:1591 -r:System.Numerics -r:System.Xml -r:System.Xml.Linq
build Rarities -nowarn:1591

build Lending
# An extension as Integration Studio compiles it: its .xif is put together in the tests.
stub=$(mktemp -d)/OutSystems.Stub.dll
sh o11-runtime-stub/build.sh "$stub"
build OutSystems.NssLoans -nowarn:1591 -r:Lending.dll -r:"$stub"
rm -r "$(dirname "$stub")" Lending.xml OutSystems.NssLoans.xml

assemble() {
    ilasm -quiet -dll -output:"$1.dll" src/"$1"/"$1".il
    finish "$1"
}

assemble Oddities
assemble Signatures

# What only later compilers know needs the toolset: TOOLSET=DIR, made by tests/support/toolset/setup.sh DIR.
if [ -n "${TOOLSET:-}" ]; then
    "$TOOLSET/csc" -target:library -langversion:latest -nullable:enable -optimize -deterministic -warnaserror \
        -nowarn:1591 -pathmap:"$PWD=." -doc:Modern.xml -out:Modern.dll src/Modern/*.cs
    chmod 644 Modern.dll
else
    echo "TOOLSET is not set: Modern.dll stays as it is" >&2
fi

# What the compilers of F# and Visual Basic make needs the SDK: SDK=DIR, made by tests/support/sdk/setup.sh DIR TOOLSET.
if [ -n "${SDK:-}" ]; then
    roslyn=$(dirname "$SDK"/dotnet-root/sdk/*/Roslyn)
    "$SDK/fsc" --nologo --target:library --noframework --nocopyfsharpcore --targetprofile:netstandard \
        --optimize+ --deterministic+ --debug- --warnaserror+ --pathmap:"$PWD=." \
        -r:"$roslyn/ref/netstandard.dll" -r:"$roslyn/FSharp/FSharp.Core.dll" \
        --doc:FSharp.xml -o:FSharp.dll src/FSharp/Domain.fs src/FSharp/Functions.fs src/FSharp/Classes.fs
    framework=$(dirname "$(command -v mono)")/../lib/mono/4.7.2-api
    "$SDK/vbc" -nologo -noconfig -target:library -optimize -deterministic -debug- -warnaserror \
        -sdkpath:"$framework" -vbruntime:"$framework/Microsoft.VisualBasic.dll" \
        -r:"$framework/System.dll" -r:"$framework/System.Core.dll" -imports:System,Microsoft.VisualBasic \
        -rootnamespace:VisualBasic -define:_MYTYPE=\"Windows\" -optioninfer+ \
        -doc:VisualBasic.xml -out:VisualBasic.dll src/VisualBasic/*.vb
    chmod 644 FSharp.dll VisualBasic.dll
else
    echo "SDK is not set: FSharp.dll and VisualBasic.dll stay as they are" >&2
fi

# It is read for its facts, not translated, so it needs no documentation.
mcs -nologo -target:library -sdk:4.7.2 -warn:4 -nowarn:649,1591 -out:Attributes.dll src/Attributes/*.cs
finish Attributes
