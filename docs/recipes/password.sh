#!/bin/sh
# Writes a line of a password file for nginx (auth_basic), asking for the password: password.sh NAME >>/etc/nginx/reviews.htpasswd
# PASSWORD in the environment is taken where nobody can be asked.
set -eu
name=${1:?usage: password.sh NAME}
case $name in
  *[!A-Za-z0-9._-]*)
    echo "a name is letters, digits and . _ -" >&2
    exit 2
    ;;
esac
# On a line of its own, so that nothing is written where it fails.
password=$(openssl passwd -apr1 ${PASSWORD:+"$PASSWORD"})
[ -n "$password" ]
printf '%s:%s\n' "$name" "$password"
