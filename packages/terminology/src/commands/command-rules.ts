import { readReplace } from '../corrections/replace-named.ts'
import type { Language } from '../reading/reading.ts'
import type { Rule } from '../reading/rule.ts'
import { readCommand } from './read-command.ts'
import { readEscape } from './read-escape.ts'
import { readUnitAfterBlank } from './read-unit-after-blank.ts'

/** The rules of the commands that change other words; asked before all others, the way out of them first. */
export function commandRules({
  escapes,
  replace,
  commands,
  units,
}: Pick<Language, 'escapes' | 'replace' | 'commands' | 'units'>): readonly Rule[] {
  return [
    { begins: new Set(escapes.keys()), read: readEscape },
    { begins: new Set(replace.opens.keys()), read: readReplace },
    { begins: new Set(commands.keys()), read: readCommand },
    { begins: new Set(units.keys()), read: readUnitAfterBlank },
  ]
}
