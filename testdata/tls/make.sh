#!/bin/sh
# Makes the certificates of the server that tests publish to, for a hundred years: an authority that nobody else
# trusts, whose key is thrown away, and a server on this machine. Needs openssl.
set -eu
cd "$(dirname "$0")"
key=$(mktemp)
request=$(mktemp)
trap 'rm -f "$key" "$request"' EXIT
new="-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
openssl req -x509 $new -keyout "$key" -out authority.pem -days 36500 -subj "/CN=dllift tests" \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign
openssl req $new -keyout server.key -out "$request" -subj "/CN=127.0.0.1"
printf 'subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth\n' |
    openssl x509 -req -in "$request" -CA authority.pem -CAkey "$key" -days 36500 -extfile /dev/stdin -out server.pem
