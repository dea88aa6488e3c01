import { createInterface } from 'node:readline/promises'
import {
  type ImportFormat,
  isLexiconClass,
  lexiconClasses,
  type Suggested,
  suggestClass,
} from '@plume/terminology'
import type { Terminal } from '../command.ts'
import { Refused, WrongUsage } from '../refused.ts'
import type { Survey } from './survey-list.ts'

/** `--map` as it was given: classes of categories, and whether the others are as suggested. */
export type GivenMap = {
  readonly classes: ReadonlyMap<string, Suggested>
  readonly restAsSuggested: boolean
}

/** Reads `brand=drug-brand,n_products=ignore,suggested`. */
export function parseMap(text: string): GivenMap {
  const classes = new Map<string, Suggested>()
  let restAsSuggested = false
  for (const pair of text.split(',').filter((each) => each !== '')) {
    const equals = pair.lastIndexOf('=')
    if (pair === 'suggested') restAsSuggested = true
    else classes.set(pair.slice(0, Math.max(equals, 0)).trim(), classNamed(pair.slice(equals + 1)))
  }
  if (classes.has('')) throw new WrongUsage('--map is CATEGORY=CLASS, or suggested')
  return { classes, restAsSuggested }
}

function classNamed(name: string): Suggested {
  const plain = name.trim()
  if (plain === 'ignore' || isLexiconClass(plain)) return plain
  throw new WrongUsage(`there is no class ${plain}; there are ${lexiconClasses.join(', ')}, ignore`)
}

/**
 * The class of every category of a list. A person says it, with `--map` or at the terminal: no list reaches
 * the lexicon on a guess.
 */
export async function mapClasses(
  survey: Survey,
  format: ImportFormat,
  given: GivenMap,
  terminal: Terminal,
): Promise<ReadonlyMap<string, Suggested>> {
  const strange = [...given.classes.keys()].find((name) => !survey.categories.has(name))
  if (strange !== undefined) {
    throw new WrongUsage(
      `the list has no category ${strange}; it has ${[...survey.categories.keys()].join(', ')}`,
    )
  }
  const open = [...survey.categories.keys()].filter((name) => !given.classes.has(name))
  const suggested = new Map(
    open.map(
      (name) => [name, suggestClass(format, name, survey.categories.get(name)?.samples)] as const,
    ),
  )
  if (given.restAsSuggested || open.length === 0) return new Map([...given.classes, ...suggested])
  if (terminal.stdin.isTTY && terminal.stdout.isTTY) {
    return new Map([...given.classes, ...(await ask(suggested, survey, terminal))])
  }
  throw refuseUnmapped(suggested)
}

async function ask(
  suggested: ReadonlyMap<string, Suggested>,
  survey: Survey,
  { stdin, stdout }: Terminal,
): Promise<ReadonlyMap<string, Suggested>> {
  const answers = new Map<string, Suggested>()
  const terminal = createInterface({ input: stdin, output: stdout })
  try {
    stdout.write(`Classes: ${lexiconClasses.join(', ')}, ignore\n`)
    for (const [name, suggestion] of suggested) {
      const { count = 0, samples = [] } = survey.categories.get(name) ?? {}
      const question = `${name} (${count}, such as ${samples.join('; ')}) [${suggestion}]: `
      const answer = (await terminal.question(question)).trim()
      answers.set(name, answer === '' ? suggestion : classNamed(answer))
    }
  } finally {
    terminal.close()
  }
  return answers
}

const shownCategories = 12

function refuseUnmapped(suggested: ReadonlyMap<string, Suggested>): Refused {
  const pairs = [...suggested].map(([name, suggestion]) => `${name}=${suggestion}`)
  const shown = pairs.slice(0, shownCategories).join(',')
  const more = pairs.length > shownCategories ? ` and ${pairs.length - shownCategories} more` : ''
  return new Refused(
    'classes-not-mapped',
    `the list has categories whose class nobody has named: ${[...suggested.keys()].slice(0, shownCategories).join(', ')}${more}`,
    `Look at what they are with --dry-run, then name them: --map "${shown}"${more ? ',suggested' : ''}, or all as suggested: --map suggested`,
  )
}
