import { macroSchema, putMacroBody } from '@plume/contracts'
import { type BodyProblem, isMacroName, type Macro, readMacroBody } from '@plume/report-templates'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { orRefuse, RefusedRequest } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, idParams, zodApp } from '../zod-app.ts'
import { checkMacroOwner } from './macro-owner.ts'
import { macroView } from './macro-view.ts'

/** Makes a macro under an id that the caller chose, or changes the one that has it: safe to send twice. */
export function putMacro(app: FastifyInstance, needs: Needs): void {
  zodApp(app).put(
    '/api/macros/:id',
    {
      schema: {
        summary: 'Make or change a macro',
        tags: ['macros'],
        params: idParams,
        body: putMacroBody,
        response: {
          200: macroSchema,
          ...errors(
            'not-signed-in',
            'not-allowed',
            'csrf-refused',
            'unknown-author',
            'macro-name-taken',
            'macro-unreadable',
            'invalid-request',
          ),
        },
      },
      config: { policy: 'edit-macros' },
    },
    async (request) => {
      const user = userOf(request)
      const { id } = request.params
      const { authorId, ...macro } = request.body
      await checkMacroOwner(authorId, user, needs)
      const before = await needs.macros.find(id)
      if (before) await checkMacroOwner(before.authorId, user, needs)
      checkMacro(macro)
      const stored = await needs.macros.put(id, authorId, macro, {
        kind: 'macro-changed',
        macroId: id,
        authorId,
        actor: user.id,
        at: needs.now(),
      })
      return macroView(orRefuse(stored), user)
    },
  )
}

/** What the schema cannot say: names that can be spoken, a text whose fill-ins can be read. */
function checkMacro(macro: Macro): void {
  const names = [
    ...(isMacroName(macro.name) ? [] : ['/name']),
    ...macro.spoken.flatMap((name, index) => (isMacroName(name) ? [] : [`/spoken/${index}`])),
  ]
  if (names.length > 0) {
    throw new RefusedRequest(
      'invalid-request',
      names.map((path) => ({ path, problem: 'no letter or digit' })),
    )
  }
  const { problems } = readMacroBody(macro.body)
  if (problems.length > 0)
    throw new RefusedRequest('macro-unreadable', placed(problems, macro.body))
}

/** A place and our own sentence: nothing of the text is repeated. */
function placed(problems: readonly BodyProblem[], body: string): RefusedRequest['problems'] {
  return problems.map(({ offset, message }) => {
    const lines = body.slice(0, offset).split('\n')
    return { path: `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`, problem: message }
  })
}
