import fc from 'fast-check'
import { expect, test } from 'vitest'
import { englishSounds } from './english-sounds.ts'
import { frenchSounds } from './french-sounds.ts'
import { soundDistance } from './sound-distance.ts'
import { createSoundIndex } from './sound-index.ts'

test.each([
  ['cisplatin', 'sisplatin'],
  ['psoriasis', 'soriasis'],
  ['chlorpheniramine', 'clorfeniramine'],
  ['hemorrhage', 'hemorage'],
  ['pneumothorax', 'numotorax'],
  ['cephalexin', 'sephalexin'],
])('%s and %s sound the same in English', (a, b) => {
  expect(englishSounds(b)).toBe(englishSounds(a))
})

test.each([
  ['echographie', 'ecographie'],
  ['hypothyroidie', 'ipotiroidie'],
  ['abces', 'absces'],
  ['cholecystectomie', 'colecistectomie'],
  ['trachees', 'trachee'],
])('%s and %s sound the same in French', (a, b) => {
  expect(frenchSounds(b)).toBe(frenchSounds(a))
})

const sounds = fc.string({ unit: fc.constantFrom(...'aeioupbtdkgfvszSJCmnlrwjh'), maxLength: 20 })

test('the distance is 0 for the same, the same both ways, and never above 1', () => {
  fc.assert(
    fc.property(sounds, sounds, (a, b) => {
      expect(soundDistance(a, a)).toBe(0)
      expect(soundDistance(a, b)).toBeCloseTo(soundDistance(b, a), 10)
      expect(soundDistance(a, b)).toBeLessThanOrEqual(1)
    }),
  )
})

test('up to a limit the distance is the same as without one, and beyond it is beyond', () => {
  const limits = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(sounds, sounds, limits, (a, b, limit) => {
      const whole = soundDistance(a, b)
      const limited = soundDistance(a, b, limit)
      if (whole <= limit) expect(limited).toBe(whole)
      else expect(limited).toBeGreaterThan(limit)
    }),
    { numRuns: 2000 },
  )
})

test('a vowel or a voice misheard is nearer than another consonant', () => {
  expect(soundDistance('lizinoprol', 'lizinopril')).toBeLessThan(
    soundDistance('lizinopril', 'lizinotril'),
  )
  expect(soundDistance('bat', 'pat')).toBeLessThan(soundDistance('bat', 'lat'))
})

test('the index gives back every word for its own sounds, and with one consonant changed', () => {
  const words = ['metoprolol', 'lizinopril', 'warfarin', 'siprofloksasin']
  const index = createSoundIndex(words)
  const near = (sounds: string) => {
    const shown: number[] = []
    index.near(sounds, (number) => shown.push(number))
    return shown
  }
  for (const [at, word] of words.entries()) {
    expect(near(word)).toContain(at)
    expect(near(word.replace('r', 't'))).toContain(at)
    expect(new Set(near(word)).size).toBe(near(word).length)
  }
  expect(near('kaka')).toEqual([])
})
