import { readReplace } from '../corrections/replace-named.ts'
import type { Language } from '../reading/reading.ts'
import { letters, type Rule } from '../reading/rule.ts'
import type { ItemWords } from './item-phrases.ts'
import { readCommand } from './read-command.ts'
import { readEscape } from './read-escape.ts'
import { readItem } from './read-item.ts'
import { readLikeness, readSpelling } from './read-spelling.ts'
import { readUnitAfterBlank } from './read-unit-after-blank.ts'

/** The rules of the commands that change other words; asked before all others, the way out of them first. */
export function commandRules({
  escapes,
  replace,
  commands,
  units,
  items,
  spelling,
}: Pick<Language, 'escapes' | 'replace' | 'commands' | 'units' | 'spelling'> & {
  readonly items: ItemWords['phrases']
}): readonly Rule[] {
  return [
    { begins: new Set(escapes.keys()), read: readEscape },
    { begins: new Set(replace.opens.keys()), read: readReplace },
    { begins: new Set(commands.keys()), read: readCommand },
    { begins: new Set(units.keys()), read: readUnitAfterBlank },
    { begins: new Set(items.keys()), read: readItem },
    { begins: new Set(spelling.opens.keys()), read: readSpelling },
    { begins: letters, read: readLikeness },
  ]
}
