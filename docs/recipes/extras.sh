#!/bin/sh
# Writes the manual pages and the completions of a program that is built: extras.sh PROGRAM DIR
set -eu

program=$1 dir=$2
mkdir -p "$dir/man" "$dir/completions"
"$program" man >"$dir/man/debrief.1"
for command in build serve check redact approve digest search similar new init adopt import theme; do
  "$program" man "$command" >"$dir/man/debrief-$command.1"
done
"$program" completions bash >"$dir/completions/debrief.bash"
"$program" completions zsh >"$dir/completions/_debrief"
"$program" completions fish >"$dir/completions/debrief.fish"
