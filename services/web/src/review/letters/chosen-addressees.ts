import type { CorrespondentReply } from '@plume/contracts'

/** In order: a letter is written to the first, and the others get a copy. */
export type Chosen = readonly CorrespondentReply[]

export function withChosen(chosen: Chosen, person: CorrespondentReply): Chosen {
  return chosen.some(({ id }) => id === person.id) ? chosen : [...chosen, person]
}

export function withFirst(chosen: Chosen, id: string): Chosen {
  const first = chosen.filter((person) => person.id === id)
  return [...first, ...chosen.filter((person) => person.id !== id)]
}

/** As the server asks for them; null while nobody is chosen. */
export function addresseesOf(chosen: Chosen) {
  const [to, ...copies] = chosen
  return to ? { to: to.id, copies: copies.map(({ id }) => id) } : null
}
