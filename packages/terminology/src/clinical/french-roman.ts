import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { isFrenchCount } from '../numbers/french-count.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close } from '../reading/match-atoms.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import { wordSet } from '../reading/word-set.ts'
import { type RomanNoun, romanRule } from './roman-nouns.ts'

const arabicStages = wordSet(`
  rénale rénal néphropathie irc pression plaie plaies escarre escarres ulcère décubitus talon sacrum hypertension sommeil
`)
const romanClasses = wordSet(`
  nyha fonctionnelle killip mallampati asa angine angle york ccs lupique antiarythmique
`)
/**
 * Stages of cancer, classes of heart failure, cranial nerves, clotting factors. Types of diabetes and grades are
 * Arabic.
 */
const nouns = indexPhrases<RomanNoun>([
  ['stade', { most: 4, except: arabicStages, hasLetter: true }],
  ['classe', { most: 6, only: romanClasses }],
  ['classe fonctionnelle', { most: 4 }],
  ['nerf crânien', { most: 12, isList: true }],
  ['nerfs crâniens', { most: 12, isList: true }],
  ['nyha', { most: 4, name: 'NYHA' }],
  ['n y h a', { most: 4, name: 'NYHA' }],
  ['asa', { most: 6, name: 'ASA' }],
  ['dérivation', { most: 3, isList: true }],
  ['dérivations', { most: 3, isList: true }],
  ['facteur', { most: 13, notBefore: wordSet('fois') }],
  ['angiotensine', { most: 2 }],
  ['bipolaire', { most: 2 }],
  ['bipolaire type', { most: 2 }],
  ['bipolaire de type', { most: 2 }],
  ['killip', { most: 4, name: 'Killip' }],
  ['mallampati', { most: 4, name: 'Mallampati' }],
  ['mallampati classe', { most: 4, name: 'Mallampati classe' }],
  ['billroth', { most: 2, name: 'Billroth' }],
  ['mobitz', { most: 2, name: 'Mobitz' }],
  ['mobitz type', { most: 2, name: 'Mobitz type' }],
  ['le fort', { most: 3, name: 'Le Fort' }],
  ['salter harris', { most: 5, name: 'Salter-Harris' }],
])

/** « stade deux point cinq » goes on; « stade deux point » ends the sentence. */
const goesOn = (atoms: readonly Atom[], to: number) =>
  /^(?:virgule|point|sur)$/.test(close(atoms, to)) && frenchRunAt(atoms, to + 1).length > 0

export const frenchRomanRule = romanRule({
  nouns,
  runAt: frenchRunAt,
  joints: new Map(['et', 'ou', 'à'].map((word) => [word, 'word'] as const)),
  saysMore: (atoms, from, to) =>
    isFrenchCount(atoms, from, to) || goesOn(atoms, to) || frenchUnitAt(atoms, to) !== null,
  isLetter: (atoms, at) =>
    close(atoms, at + 1) === '' || /^(?:du|de|des|et|ou|avec)$/.test(close(atoms, at + 1)),
  spelled: /nyha$/,
})
