#!/bin/sh
# Usage: sh check.sh ENTRY PROOF KEY     with openssl, sed, od and a shell; needs no network
set -eu
entry=$1 proof=$2 key=$3
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
line() { sed -n "$1p" "$proof"; }
sha() { openssl dgst -sha256 -binary; }

# 1. The leaf: SHA-256 over a zero byte and the entry.
{ printf '\000'; cat "$entry"; } | sha > "$work/node"

# 2. Up the tree: each hash of the proof is the neighbour at the left or at the right.
index=$(sed -n 's/^index //p' "$proof")
blank=$(sed -n '/^$/{=;q}' "$proof")
size=$(line $((blank + 2)))
at=$index last=$((size - 1))
for hash in $(sed -n "/^index /,/^\$/{/^index /d;/^\$/d;p}" "$proof"); do
  [ "$last" -gt 0 ] || { echo "the proof is too long"; exit 1; }
  printf '%s' "$hash" | openssl base64 -d -A > "$work/sibling"
  if [ $((at % 2)) -eq 1 ] || [ "$at" -eq "$last" ]; then
    { printf '\001'; cat "$work/sibling" "$work/node"; } | sha > "$work/next"
    while [ $((at % 2)) -eq 0 ] && [ "$at" -gt 0 ]; do at=$((at / 2)) last=$((last / 2)); done
  else
    { printf '\001'; cat "$work/node" "$work/sibling"; } | sha > "$work/next"
  fi
  mv "$work/next" "$work/node"
  at=$((at / 2)) last=$((last / 2))
done
[ "$last" -eq 0 ] || { echo "the proof is too short"; exit 1; }
root=$(openssl base64 -A < "$work/node")
[ "$root" = "$(line $((blank + 3)))" ] || { echo "the entry does not lead to the root"; exit 1; }
echo "the entry is leaf $index of the $size under the root $root"

# 3. The signature: Ed25519 over the three lines of the checkpoint.
name=$(sed 's/+.*//' "$key")
[ "$name" = "$(line $((blank + 1)))" ] || { echo "the checkpoint is of another ledger"; exit 1; }
sed -n "$((blank + 1)),$((blank + 3))p" "$proof" > "$work/text"
{ printf '\060\052\060\005\006\003\053\145\160\003\041\000'
  sed 's/^[^+]*+[^+]*+//' "$key" | openssl base64 -d -A | tail -c 32; } > "$work/public"
grep "^— $name " "$proof" | head -n 1 | sed 's/.* //' | openssl base64 -d -A | tail -c 64 > "$work/signature"
openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/public" -rawin -in "$work/text" -sigfile "$work/signature"
