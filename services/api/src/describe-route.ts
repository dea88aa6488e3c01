import { uploadFields } from '@plume/contracts'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Needs } from './needs.ts'
import { cookieName, type Policy } from './session-guard.ts'

type Transform = typeof jsonSchemaTransform

/** How callers prove who they are, for the OpenAPI description. */
export function securitySchemes(config: Needs['config']) {
  return {
    session: { type: 'apiKey', in: 'cookie', name: cookieName(config) },
    csrfToken: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
  } as const
}

/**
 * A route's schema for the OpenAPI description, with what its zod schemas do not say: the proof that
 * its policy asks for, and the form that an upload is.
 */
export const describeRoute: Transform = (document) => {
  const { schema, url } = jsonSchemaTransform(document)
  const { config, method } = document.route
  const form = schema.consumes?.includes('multipart/form-data') ? { body: uploadForm() } : {}
  const security = proof(config?.policy ?? 'public', String(method))
  return { schema: { ...schema, ...form, security }, url }
}

function proof(policy: Policy, method: string) {
  if (policy === 'public') return []
  return method === 'GET' ? [{ session: [] }] : [{ session: [], csrfToken: [] }]
}

function uploadForm(): object {
  const { $schema: _dialect, ...fields } = z.toJSONSchema(uploadFields, { io: 'input' })
  return {
    ...fields,
    properties: { ...fields.properties, audio: { type: 'string', format: 'binary' } },
    required: [...(fields.required ?? []), 'audio'],
  }
}
