import { readReportText } from '../read-report-text.ts'
import type { Grammar } from './generate-texts.ts'

/** What of a lexicon's entry counts here. */
export type SpokenTerm = {
  readonly form: string
  readonly class: string
  /** Other ways in which it is said. */
  readonly spoken: readonly string[]
}

/** The list of the frames to which terms of a class belong. Others stand in no frame. */
const listOfClass: Readonly<Record<string, string>> = {
  'drug-ingredient': 'moredrug',
  'drug-brand': 'moredrug',
  anatomy: 'structure',
  condition: 'condition2',
  finding: 'finding',
  procedure: 'procedure',
  test: 'labtest',
  organism: 'organism',
  device: 'device',
}

/** Terms of a lexicon as lists of words that are said, named as in the frames. */
export function lexiconLists(terms: readonly SpokenTerm[]): Grammar {
  const lists = new Map<string, string[]>()
  for (const term of terms) {
    const name = listOfClass[term.class]
    const said = readReportText(saidAs(term)).flat().join(' ')
    if (name === undefined || said === '') continue
    const list = lists.get(name)
    if (list) list.push(said)
    else lists.set(name, [said])
  }
  return Object.fromEntries(lists)
}

/** What is said for a term, where one says it so. */
export function saidAs({ spoken, form }: SpokenTerm): string {
  return spoken[0] ?? form
}

/**
 * The grammar with longer lists. What it had stays at least as likely as what is added: its own words are those that
 * doctors use every day.
 */
export function withLists(grammar: Grammar, lists: Grammar): Grammar {
  const longer = Object.entries(lists).map(([name, added]) => {
    const own = grammar[name] ?? []
    const times = own.length > 0 ? Math.ceil(added.length / own.length) : 0
    return [name, [...Array.from({ length: times }, () => own).flat(), ...added]] as const
  })
  return { ...grammar, ...Object.fromEntries(longer) }
}
