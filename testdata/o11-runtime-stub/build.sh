#!/bin/sh
# usage: build.sh OUT.dll
#
# Compiles a stand-in for the OutSystems 11 platform runtime: our own code, made
# of the few members that the sources of an extension refer to, so that a
# generated extension can be compiled and run without a platform server.
# It is as strict as the platform where that is known, and never more generous.
set -eu
out=$(realpath "$1")
cd "$(dirname "$0")"
mcs -nologo -target:library -sdk:4.7.2 -warn:4 -warnaserror \
    -r:System.Data -r:System.Xml -out:"$out" ./*.cs
