#!/usr/bin/env bash
# Lays FandolFang, which stands for 仿宋, where fonts.conf looks for it. Debian has the face only inside a package of
# TeX, which is taken apart instead of installed. Does nothing when the face is there already.
set -euo pipefail

fonts="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/.output/fonts"
face=FandolFang-Regular.otf
[[ -s "$fonts/$face" ]] && exit 0

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
# apt downloads as a user of its own, who must be let in.
chmod 777 "$work"
cd "$work"
apt-get download -qq texlive-lang-chinese
dpkg-deb --fsys-tarfile texlive-lang-chinese_*.deb |
  tar -x -O "./usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/$face" >"$face"
mkdir -p "$fonts"
mv "$face" "$fonts/$face"
