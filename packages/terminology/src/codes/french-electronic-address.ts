import { frenchNumberWords } from '../numbers/french-cardinal.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import { wordSet } from '../reading/word-set.ts'
import { electronicAddressRule } from './electronic-address.ts'

/** A « site » and a « page » may be of an operation or a chart; « examen normal point pdf joint » is two sentences. */
const siteFrame = wordSet('web internet url fichier')

/**
 * « jean point tremblay arobase exemple point ca », « trois w point exemple point org ». « Point » ends a sentence too: a
 * page without its `www` must be announced, or end as nothing else does.
 */
export const frenchElectronicAddressRule = electronicAddressRule({
  joiners: indexPhrases([
    ['point', '.'],
    ['tiret bas', '_'],
    ['tiret du bas', '_'],
    ['souligné', '_'],
    ['underscore', '_'],
    ['tiret', '-'],
    ["trait d'union", '-'],
    ['plus', '+'],
  ]),
  at: indexPhrases([
    ['arobase', '@'],
    ['arrobas', '@'],
    ['a commercial', '@'],
    ['à commercial', '@'],
    ['at', '@'],
  ]),
  slash: indexPhrases([
    ['slash', '/'],
    ['barre oblique', '/'],
  ]),
  colon: indexPhrases([['deux points', ':']]),
  letters: indexPhrases([
    ['trois w', 'www'],
    ['3 w', 'www'],
    ['trois double v', 'www'],
    ['w w w', 'www'],
  ]),
  topLevels: wordSet(`
    com org net edu info gouv ca qc québec quebec fr be ch lu eu us uk de it es io tn ma dz sn ci tv biz
    html htm php pdf doc docx xls xlsx csv txt jpg jpeg png gif zip xml json exe
  `),
  neverNames: wordSet(`
    arobase point slash le la les un une des du de et ou à a au aux est sont en par pour sur sous dans avec
    sans lui nous vous moi eux ce cet cette ces mon ma mes son sa ses notre votre leur il elle on
    adresse courriel site écrire visiter consulter virgule
  `),
  numberWords: frenchNumberWords,
  runAt: frenchRunAt,
  isMailbox: () => true,
  isPage: (domain, before) =>
    /(?:\.(?:com|org|html?)|\.qc\.ca|\.gouv\.fr)$/.test(domain) ||
    before.some((word) => siteFrame.has(word)),
  pointsInMailbox: 1,
})
