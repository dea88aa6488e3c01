#!/bin/sh
# Speaks the `spoken` text of each sample again, with Debian's flite, espeak-ng, sox and jq:
#   apt-get install flite espeak-ng sox jq && sh samples/make-samples.sh
set -eu
cd "$(dirname "$0")"
for metadata in *.json; do
  name=${metadata%.json}
  raw=$(mktemp --suffix .wav)
  case $(jq -r .locale "$metadata") in
    en-*) flite -voice slt --setf duration_stretch=1.1 -t "$(jq -r .spoken "$metadata")" -o "$raw" ;;
    fr-*) jq -r .spoken "$metadata" | espeak-ng -v fr -s 140 -w "$raw" ;;
  esac
  # No dither and no date: the same text gives the same bytes.
  sox -D "$raw" -r 16000 -c 1 -b 16 "$name.wav"
  rm "$raw"
done
