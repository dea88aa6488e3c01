import { expect, test } from 'vitest'
import { nearestNames } from './nearest-names.ts'

const templates = ['chest-xray', 'ct-head', 'consultation', 'operative-note', 'emergency-note']

test.each<[string, readonly string[]]>([
  ['chest-xry', ['chest-xray']],
  ['Chest X-ray', ['chest-xray']],
  ['ct', ['ct-head']],
  ['consult', ['consultation']],
  ['note', ['emergency-note', 'operative-note']],
  ['haiku', []],
  ['', []],
])('%j was likeliest meant as %j', (meant, likeliest) => {
  expect([...nearestNames(meant, templates)].sort()).toEqual([...likeliest].sort())
})

test('each name once, and no more than were asked for', () => {
  expect(nearestNames('note', ['note-a', 'note-a', 'note-b', 'note-c', 'note-d'], 2)).toEqual([
    'note-a',
    'note-b',
  ])
})
