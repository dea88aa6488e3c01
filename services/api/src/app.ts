import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import {
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { describeRoute, securitySchemes } from './describe-route.ts'
import { answerMalformed, handleError, handleNotFound } from './error-handler.ts'
import type { Needs } from './needs.ts'
import { logRequests } from './request-log.ts'
import { addRoutes } from './routes/add-routes.ts'
import { guardSessions } from './session-guard.ts'

/** Reports are text: this is a few hundred pages with all their provenance. */
const bodyLimit = 8 * 1024 * 1024
/** A connection on which nothing moves for this long is given up, in milliseconds. */
const idleConnectionMs = 120_000
const workstation = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** The API with everything around it, in the order in which a request meets it. */
export async function buildApp(
  needs: Needs,
  options: { readonly logger: FastifyBaseLogger },
): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    connectionTimeout: idleConnectionMs,
    clientErrorHandler: answerMalformed,
    frameworkErrors: handleError,
    trustProxy: needs.config.trustProxy.length > 0 ? [...needs.config.trustProxy] : false,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(handleError)

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    hsts: needs.config.secureCookies,
  })
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
  await app.register(multipart, {
    // The plugin would cut a file at the limit for JSON, silently; the store has the site's limit.
    limits: {
      fileSize: Number.POSITIVE_INFINITY,
      fieldSize: 20_000,
      fields: 20,
      files: 1,
      parts: 21,
    },
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Plume',
        version: '0.1.0',
        description: 'Medical dictation: from recording to signed report.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: { securitySchemes: securitySchemes(needs.config) },
    },
    transform: describeRoute,
    transformObject: jsonSchemaTransformObject,
  })
  logRequests(app)
  guardSessions(app, needs)
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  addRoutes(app, needs)
  await serveWorkstation(app)
  return app
}

/** The built web pages, if they were built. Every page address is the one page of the workstation. */
async function serveWorkstation(app: FastifyInstance): Promise<void> {
  if (!existsSync(workstation)) {
    app.setNotFoundHandler(handleNotFound)
    return
  }
  await app.register(fastifyStatic, {
    root: workstation,
    schemaHide: true,
    decorateReply: true,
    // Pages are small, and ranges bring errors of their own.
    acceptRanges: false,
    setHeaders: (reply, path) => {
      // Built files are named by their content; the page that names them is not.
      const lasting = relative(workstation, path).startsWith('assets')
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/')
    if (isPage && request.headers.accept?.includes('text/html')) return reply.sendFile('index.html')
    return handleNotFound(request, reply)
  })
}
