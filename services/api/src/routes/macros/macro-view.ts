import type { MacroReply } from '@plume/contracts'
import type { User } from '@plume/records'
import { readMacroBody } from '@plume/report-templates'
import type { StoredMacro } from '@plume/storage'
import { mayKeepMacrosOf } from './macro-owner.ts'

export function macroView(macro: StoredMacro, user: User): MacroReply {
  return {
    id: macro.id,
    authorId: macro.authorId,
    name: macro.name,
    locale: macro.locale,
    spoken: [...macro.spoken],
    body: macro.body,
    parts: readMacroBody(macro.body).parts.map((part) =>
      part.kind === 'text' ? part : { ...part, choices: [...part.choices] },
    ),
    version: macro.version,
    changedAt: macro.changedAt.toISOString(),
    changeable: mayKeepMacrosOf(macro.authorId, user),
  }
}
