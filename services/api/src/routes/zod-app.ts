import { type ErrorCode, errorCatalogue, errorReply } from '@plume/contracts'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'

/** The same app, with requests and replies typed by their zod schemas. */
export function zodApp(app: FastifyInstance) {
  return app.withTypeProvider<ZodTypeProvider>()
}

export const idParams = z.strictObject({ id: z.uuid() })

/** Response schemas for the errors a route may answer, by their status in the catalogue. */
export function errors(
  ...codes: readonly ErrorCode[]
): Readonly<Record<number, typeof errorReply>> {
  return Object.fromEntries(codes.map((code) => [errorCatalogue[code].status, errorReply]))
}
