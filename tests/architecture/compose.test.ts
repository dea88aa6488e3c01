import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeConfig as describeApi, loadConfig as loadApiConfig } from '@plume/api'
import { describeConfig as describeWorker, loadConfig as loadWorkerConfig } from '@plume/worker'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { commands } from '../../services/cli/src/command-table.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8')

const word = z.string().min(1)
/** The part of the Compose specification that the file uses; anything else is a slip. */
const composeSchema = z.strictObject({
  name: word,
  'x-plume': z.unknown(),
  services: z.record(
    word,
    z.strictObject({
      image: word,
      build: z.literal('.').optional(),
      command: z.array(word).optional(),
      environment: z.record(word, z.string()).default({}),
      volumes: z.array(z.string().regex(/^[a-z]+:\/[\w/]+$/)).default([]),
      tmpfs: z.array(word).optional(),
      secrets: z.array(word).default([]),
      networks: z.array(word).min(1),
      ports: z.array(word).default([]),
      depends_on: z
        .record(
          word,
          z.strictObject({
            condition: z.enum(['service_healthy', 'service_completed_successfully']),
          }),
        )
        .default({}),
      healthcheck: z
        .strictObject({
          test: z.tuple([z.enum(['CMD', 'CMD-SHELL'])], word),
          interval: word,
          timeout: word,
          retries: z.int(),
          start_period: word.optional(),
        })
        .optional(),
      restart: z.enum(['unless-stopped', 'on-failure']),
      init: z.literal(true).optional(),
      cap_drop: z.array(word).optional(),
      security_opt: z.array(word).optional(),
      stop_grace_period: word.optional(),
    }),
  ),
  networks: z.record(word, z.strictObject({ internal: z.literal(true).optional() })),
  volumes: z.record(word, z.strictObject({})),
  secrets: z.record(word, z.strictObject({ file: word })),
})

const file = composeSchema.parse(
  parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }),
)
const services = Object.entries(file.services).map(([name, service]) => ({ name, ...service }))

type ServiceName = 'database' | 'redis' | 'migrate' | 'api' | 'worker'
function service(name: ServiceName) {
  const found = services.find((each) => each.name === name)
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`)
  return found
}

/** `${NAME:-default}` as Compose reads it where nobody set NAME. */
const interpolated = (value: string) => value.replace(/\$\{\w+:-([^}]*)\}/g, '$1')

describe.each(services)('$name', ({ name, ...each }) => {
  test('uses only volumes, secrets and networks that are declared', () => {
    for (const volume of each.volumes)
      expect(file.volumes).toHaveProperty(volume.split(':')[0] ?? '')
    for (const secret of each.secrets) expect(file.secrets).toHaveProperty([secret])
    for (const network of each.networks) expect(file.networks).toHaveProperty(network)
  })

  test('waits only for services that can become what it waits for', () => {
    for (const [target, { condition }] of Object.entries(each.depends_on)) {
      const awaited = services.find((other) => other.name === target)
      expect(awaited, target).toBeDefined()
      if (condition === 'service_healthy') expect(awaited?.healthcheck, target).toBeDefined()
      else expect(awaited?.restart, target).toBe('on-failure')
    }
  })

  test('holds no secret but through files it was given', () => {
    for (const [option, value] of Object.entries(each.environment)) {
      if (/PASSWORD|SECRET|TOKEN|_KEY$|(DATABASE|REDIS)_URL/.test(option)) {
        expect(option).toMatch(/_FILE$/)
      }
      expect(value, option).not.toMatch(/:\/\/[^/]*:[^/]*@/)
    }
    const text = JSON.stringify([each.environment, each.command, each.healthcheck])
    const read = [...text.matchAll(/\/run\/secrets\/([\w-]+)/g)].map((match) => match[1])
    expect([...new Set(read)].sort()).toEqual([...each.secrets].sort())
  })

  test('runs an image of a named version', () => {
    expect(each.image).toMatch(/^[a-z]+:\d+\.\d+(\.\d+)?(-bookworm)?$/)
  })

  test(`is seen from outside ${name === 'api' ? 'on this machine only' : 'by nobody'}`, () => {
    if (name !== 'api') return expect([each.ports, each.networks]).toEqual([[], ['inside']])
    for (const port of each.ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/)
  })
})

test('every declared volume, secret and network is used', () => {
  const used = (kind: 'volumes' | 'secrets' | 'networks') => [
    ...new Set(services.flatMap((each) => each[kind].map((item) => item.split(':')[0]))),
  ]
  for (const kind of ['volumes', 'secrets', 'networks'] as const) {
    expect(used(kind).sort(), kind).toEqual(Object.keys(file[kind]).sort())
  }
})

test('only the network of the API leads out', () => {
  expect(file.networks).toEqual({ inside: { internal: true }, front: {} })
})

describe('Plume’s own services', () => {
  const directory = mkdtempSync(join(tmpdir(), 'plume-compose-'))
  afterAll(() => rmSync(directory, { recursive: true }))

  /** The environment as in the container, with files that can be read here. */
  function environmentOf(name: 'api' | 'worker'): Record<string, string> {
    const entries = Object.entries(service(name).environment).map(([option, value]) => {
      if (!/_URL_FILE$/.test(option)) return [option, interpolated(value)]
      const path = join(directory, `${name}-${option}`)
      writeFileSync(path, `${option.split('_')[0]?.toLowerCase()}://somewhere/plume\n`)
      return [option, path]
    })
    return Object.fromEntries(entries)
  }

  const known = [
    { name: 'api', describe: describeApi, load: loadApiConfig },
    { name: 'worker', describe: describeWorker, load: loadWorkerConfig },
  ] as const

  test.each(known)('$name is given options that it knows, in a form it accepts', (each) => {
    const options = each
      .describe()
      .flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name]))
    for (const option of Object.keys(service(each.name).environment)) {
      expect(['TZ', ...options]).toContain(option)
    }
    expect(each.load(environmentOf(each.name)).databaseUrl).toBe('database://somewhere/plume')
  })

  test('share the recordings, their keys and the database', () => {
    const shared = (name: 'api' | 'worker') => {
      const { environment, volumes } = service(name)
      const { BLOB_DIR, KEYRING_FILE, DATABASE_URL_FILE } = environment
      return { BLOB_DIR, KEYRING_FILE, DATABASE_URL_FILE, volumes }
    }
    expect(shared('api')).toEqual(shared('worker'))
    expect(shared('api').volumes).toEqual([`blobs:${shared('api').BLOB_DIR}`])
    expect(shared('api').KEYRING_FILE).toBe('/run/secrets/keyring')
  })

  test('listen where the port and the health check look', () => {
    const { environment, ports, healthcheck } = service('api')
    expect(environment.PLUME_HOST).toBe('0.0.0.0')
    expect(ports[0]?.split(':')[2]).toBe(environment.PLUME_PORT)
    expect(healthcheck?.test.join(' ')).toContain(`127.0.0.1:${environment.PLUME_PORT}/api/health`)
  })

  test.each(['migrate', 'api', 'worker'] as const)('%s runs a command that plume has', (name) => {
    const [command, ...rest] = service(name).command ?? []
    expect(commands.map((each) => each.name)).toContain(command)
    expect(rest).toEqual([])
  })

  test.each(['migrate', 'api', 'worker'] as const)('%s gets no right it does not need', (name) => {
    expect(service(name)).toMatchObject({
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    })
  })

  test('a stopping worker gets longer than its jobs do', () => {
    const { stop_grace_period: grace = '0s' } = service('worker')
    expect(Number.parseInt(grace, 10) * 1000).toBeGreaterThan(loadWorkerConfig({}).stopMs + 5000)
  })
})

describe('health checks', () => {
  /** What each image has: the official images' own programs, and Node in ours. */
  const programs: Readonly<Record<string, RegExp>> = {
    postgres: /^pg_isready /,
    redis: /^REDISCLI_AUTH="\$\$\(cat [\w/-]+\)" redis-cli ping \| grep -q PONG$/,
    plume: /^node -e fetch\(/,
  }

  test.each(services.filter(({ healthcheck }) => healthcheck))(
    '$name asks with a program that its image has',
    (each) => {
      const [, ...command] = each.healthcheck?.test ?? []
      expect(command.join(' ')).toMatch(programs[each.image.split(':')[0] ?? ''] ?? /^$/)
    },
  )

  test('the one in JavaScript parses', () => {
    const script = service('api').healthcheck?.test.at(-1) ?? ''
    expect(() => new Function(script)).not.toThrow()
  })
})

describe('Redis', () => {
  const command = service('redis').command?.join(' ') ?? ''

  test('keeps what it was given across a restart, and throws nothing away for room', () => {
    expect(command).toContain('--appendonly yes --appendfsync everysec')
    expect(command).toContain('--maxmemory-policy noeviction')
  })

  test('asks for a password that is no argument of its process', () => {
    expect(command).toContain("printf 'requirepass %s\\n'")
    expect(command).not.toMatch(/--requirepass/)
  })
})

describe('the image', () => {
  const packageJson = z
    .object({ packageManager: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

  test('is made with the package manager of package.json', () => {
    expect(dockerfile).toContain(`npm install --global ${packageJson.packageManager}`)
  })

  test('runs as a user of its own, whose number the secret files name', () => {
    const lines = dockerfile.split('\n')
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER plume'])
    expect(dockerfile).toContain('useradd --uid 10001')
  })

  test('is built from an image of a named version', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map((match) => match[1])
    for (const base of bases) expect(base).toMatch(/^(tools|node:20-bookworm-slim)$/)
  })

  test('starts the command line that the services are commands of', () => {
    expect(dockerfile).toContain('ENTRYPOINT ["node", "services/cli/bin/plume.mjs"]')
  })

  test('never sees a checkout’s data, keys or secrets', () => {
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n')
    expect(ignored).toEqual(
      expect.arrayContaining([
        '.plume',
        '.git',
        '**/node_modules',
        '**/secrets',
        '**/keyring*.json',
      ]),
    )
  })
})
