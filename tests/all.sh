#!/usr/bin/env bash
# Installs what the tests need, then runs every check of the project.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=()
command -v mono mcs monodis > /dev/null || packages+=(mono-mcs mono-devel mono-utils)
command -v ${CHROME:+"$CHROME"} chromium chromium-browser google-chrome > /dev/null || packages+=(chromium)
if [ ${#packages[@]} -gt 0 ]; then
  if command -v apt-get > /dev/null; then
    root=""
    [ "$(id -u)" -eq 0 ] || root=sudo
    $root apt-get update -qq
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${packages[@]}"
  else
    echo "apt-get is not at hand: the tests that need one of these will not run: ${packages[*]}"
  fi
fi

cargo fmt --check
cargo clippy --all-targets --all-features -- -D warnings
cargo clippy --lib --no-default-features -- -D warnings
RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --all-features
cargo test --all-features
