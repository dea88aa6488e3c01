import { allergyClasses } from './allergy-classes.ts'
import { doseRows } from './dose-table.ts'
import { type Phrases, phrases } from './phrases.ts'

/** What an allergy, or a drug, is of: classes by their names, and the drug itself. */
export type AllergyTo = { readonly classes: readonly string[]; readonly drug: string | null }

/** The drugs of the dose table, and those of a class. */
const drugs = new Map<string, AllergyTo>([
  ...doseRows.flatMap(({ name, names }) =>
    names.map((each) => [each, { classes: [], drug: name }] as const),
  ),
  ...allergyClasses.flatMap(({ name, members }) =>
    members.map((member) => [member, { classes: [name], drug: member }] as const),
  ),
])

/** Every name that an allergy is given. */
export const allergens: Phrases<AllergyTo> = phrases(
  new Map<string, AllergyTo>([
    ...drugs,
    ...allergyClasses.flatMap(({ name, names }) =>
      names.map((each) => [each, { classes: [name], drug: null }] as const),
    ),
  ]),
)

/** The drugs that may be ordered. */
export const orderable: Phrases<AllergyTo> = phrases(drugs)
