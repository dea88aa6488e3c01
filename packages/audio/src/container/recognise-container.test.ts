import { expect, test } from 'vitest'
import { recogniseContainer } from './recognise-container.ts'

const bytes = (text: string) => Buffer.from(text.padEnd(64, '\0'), 'latin1')

test.each([
  ['RIFF\0\0\0\0WAVEfmt ', { kind: 'wav' }],
  ['RF64\xff\xff\xff\xffWAVEds64', { kind: 'wav' }],
  ['BW64\xff\xff\xff\xffWAVEds64', { kind: 'wav' }],
  ['RIFF\0\0\0\0AVI LIST', { kind: 'unknown' }],
  ['\x02dss', { kind: 'dictaphone', name: 'dss' }],
  ['\x06dss', { kind: 'dictaphone', name: 'dss' }],
  ['\x03ds2', { kind: 'dictaphone', name: 'ds2' }],
  ['\x03enc', { kind: 'dictaphone', name: 'ds2' }],
  ['\x01ds2', { kind: 'unknown' }],
  ['\x11ds2', { kind: 'unknown' }],
  ['ID3\x04', { kind: 'foreign', name: 'mp3' }],
  ['\xff\xfb\x90\x00', { kind: 'foreign', name: 'mp3' }],
  ['\xff\xf1\x50\x80', { kind: 'foreign', name: 'aac' }],
  ['\xff\xff\xff\xff', { kind: 'unknown' }],
  ['\xff\xfe\x54\x00', { kind: 'unknown' }],
  ['\xff\xd8\xff\xe0\0\x10JFIF', { kind: 'unknown' }],
  ['fLaC', { kind: 'foreign', name: 'flac' }],
  ['OggS', { kind: 'foreign', name: 'ogg' }],
  ['\0\0\0\x20ftypM4A ', { kind: 'foreign', name: 'mp4' }],
  ['\0\0\0\x18ftyp3gp4', { kind: 'foreign', name: 'mp4' }],
  ['\0\0\0\x18ftypheic', { kind: 'unknown' }],
  ['\x1a\x45\xdf\xa3', { kind: 'foreign', name: 'webm' }],
  ['#!AMR\n', { kind: 'foreign', name: 'amr' }],
  ['#!AMR-WB\n', { kind: 'foreign', name: 'amr' }],
  ['\x30\x26\xb2\x75\x8e\x66\xcf\x11', { kind: 'foreign', name: 'asf' }],
  ['FORM\0\0\0\0AIFF', { kind: 'foreign', name: 'aiff' }],
  ['FORM\0\0\0\0AIFC', { kind: 'foreign', name: 'aiff' }],
  ['FORM\0\0\0\0ILBM', { kind: 'unknown' }],
  ['caff\0\x01', { kind: 'foreign', name: 'caf' }],
  ['.snd', { kind: 'foreign', name: 'au' }],
  ['%PDF-1.7', { kind: 'unknown' }],
  ['\x89PNG\r\n', { kind: 'unknown' }],
  ['#EXTM3U', { kind: 'unknown' }],
  ['', { kind: 'unknown' }],
])('%j is %j', (head, expected) => {
  expect(recogniseContainer(bytes(head))).toEqual(expected)
})
