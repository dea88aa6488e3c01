import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { isFrenchCount } from '../numbers/french-count.ts'
import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
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
  ['nyha', { most: 4, name: 'NYHA' }],
  ['nyha classe', { most: 4, name: 'NYHA classe' }],
  ['asa', { most: 6, name: 'ASA' }],
  ['killip', { most: 4, name: 'Killip' }],
  ['mallampati', { most: 4, name: 'Mallampati' }],
  ['mallampati classe', { most: 4, name: 'Mallampati classe' }],
  ['billroth', { most: 2, name: 'Billroth' }],
  ['mobitz', { most: 2, name: 'Mobitz' }],
  ['mobitz type', { most: 2, name: 'Mobitz type' }],
  ['le fort', { most: 3, name: 'Le Fort' }],
  ['salter harris', { most: 5, name: 'Salter-Harris' }],
])

export const frenchRomanRule = romanRule({
  nouns,
  runAt: frenchRunAt,
  joints: new Map(['et', 'ou', 'à'].map((word) => [word, 'word'] as const)),
  saysMore: (atoms, from, to) =>
    isFrenchCount(atoms, from, to) ||
    close(atoms, to) === 'sur' ||
    frenchUnitAt(atoms, to) !== null ||
    frenchNumeralAt(atoms, from)?.isWhole !== true,
  isLetter: (atoms, at) =>
    close(atoms, at + 1) === '' || /^(?:du|de|des|et|ou|avec)$/.test(close(atoms, at + 1)),
  spelled: /nyha$/,
})
