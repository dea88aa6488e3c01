import type { Token } from '../reading/token.ts'
import { wordSet } from '../reading/word-set.ts'

const titles = wordSet(`
  dr dre doctor doctors drs mr mrs ms miss prof professor
  docteur docteure docteurs me mme mlle m monsieur madame professeur professeure
`)

/** "Dr", « docteure »: the name of a person follows. */
export function isTitleWord(atom: string | undefined): boolean {
  return titles.has(atom ?? '')
}

export function isTitle(token: Token | undefined): boolean {
  return token?.atoms.length === 1 && isTitleWord(token.atoms[0])
}
