import { macroSchema, putMacroBody } from '@plume/contracts'
import { isMacroName, type Macro, readMacroBody } from '@plume/report-templates'
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
  const problems = [
    ...(isMacroName(macro.name) ? [] : [{ path: '/name', problem: 'no letter or digit' }]),
    ...macro.spoken.flatMap((name, index) =>
      isMacroName(name) ? [] : [{ path: `/spoken/${index}`, problem: 'no letter or digit' }],
    ),
    // Our own sentences: nothing of the text is repeated.
    ...readMacroBody(macro.body).problems.map(({ message }) => ({
      path: '/body',
      problem: message,
    })),
  ]
  if (problems.length > 0) throw new RefusedRequest('invalid-request', problems)
}
