#!/bin/sh
# Speaks the smoke clips again, from clips.json, with Debian's flite, espeak-ng, sox and jq:
#   apt-get install flite espeak-ng sox jq && sh services/worker/src/smoke-test/clips/make-clips.sh
set -eu
cd "$(dirname "$0")"
raw=$(mktemp --suffix .wav)
trap 'rm -f "$raw"' EXIT
say() { jq -r ".$1.spoken" clips.json; }
flite -voice slt --setf duration_stretch=1.1 -t "$(say en)" -o "$raw"
sox -D "$raw" -r 16000 -c 1 -b 16 en.wav
say fr | espeak-ng -v fr -s 130 -w "$raw"
sox -D "$raw" -r 16000 -c 1 -b 16 fr.wav
