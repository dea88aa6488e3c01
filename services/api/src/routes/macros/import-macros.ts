import { randomUUID } from 'node:crypto'
import { importMacrosBody, importMacrosReply } from '@plume/contracts'
import { type Macro, parseMacros } from '@plume/report-templates'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { orRefuse, RefusedRequest } from '../../refused-request.ts'
import { userOf } from '../../session-guard.ts'
import { errors, zodApp } from '../zod-app.ts'
import { checkMacroOwner } from './macro-owner.ts'

/** Takes a file of macros in, all or nothing; one of the same name and locale is replaced. */
export function importMacros(app: FastifyInstance, needs: Needs): void {
  zodApp(app).post(
    '/api/macros/file',
    {
      schema: {
        summary: 'Take macros in from a file',
        tags: ['macros'],
        body: importMacrosBody,
        response: {
          200: importMacrosReply,
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
      const { authorId, content } = request.body
      await checkMacroOwner(authorId, user, needs)
      const macros = read(content)
      const taken = await needs.macros.takeIn(authorId, macros, randomUUID, (count) => ({
        kind: 'macros-imported',
        authorId,
        macros: count,
        actor: user.id,
        at: needs.now(),
      }))
      return orRefuse(taken)
    },
  )
}

function read(content: string): readonly Macro[] {
  const parsed = parseMacros(content)
  if (!('problems' in parsed)) return parsed
  throw new RefusedRequest(
    'macro-unreadable',
    // A place and our own sentence: nothing of the text is repeated.
    parsed.problems.map(({ line, column, message }) => ({
      path: `${line}:${column}`,
      problem: message,
    })),
  )
}
