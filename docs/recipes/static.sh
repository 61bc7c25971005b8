#!/bin/sh
# Builds one static program for Linux, and an archive of it with its manual, completions, licences and a checksum.
#
#   static.sh [TARGET]      x86_64-unknown-linux-musl, aarch64-unknown-linux-musl, or any target that rustc knows
#
# Needs: rustup target add TARGET, and a C compiler for it (Debian: musl-tools). Writes into target/package.
set -eu
cd "$(dirname "$0")/../.."

target=${1:-$(uname -m)-unknown-linux-musl}
CARGO=${CARGO:-cargo}
version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
name=debrief-$version-$target
out=target/package
program=${CARGO_TARGET_DIR:-target}/$target/release/debrief

"$CARGO" build --release --locked --target "$target" --bin debrief

rm -rf "${out:?}/$name"
mkdir -p "$out/$name/man" "$out/$name/completions"
cp "$program" README.md CHANGELOG.md LICENSE LICENSE-APACHE LICENSE-MIT "$out/$name/"
docs/recipes/extras.sh "$program" "$out/$name"

# The same files make the same archive: in order, of one time and of nobody.
tar -C "$out" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf - "$name" | gzip -n -9 >"$out/$name.tar.gz"
(cd "$out" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
echo "$out/$name.tar.gz"
