import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeConfig as describeApi, loadConfig as loadApiConfig } from '@plume/api'
import { describeConfig as describeWorker, loadConfig as loadWorkerConfig } from '@plume/worker'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { commands } from '../../services/cli/src/command-table.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8')

type Fields = Readonly<Record<string, unknown>>

function fields(value: unknown, where: string, known?: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`docker-compose.yml: ${where} is no mapping`)
  }
  const unknown = Object.keys(value).filter((name) => known && !known.includes(name))
  if (unknown.length > 0) throw new TypeError(`docker-compose.yml: ${where} has ${unknown}`)
  return { ...value }
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string') throw new TypeError(`docker-compose.yml: ${where} is no string`)
  return value
}

function texts(value: unknown, where: string): readonly string[] {
  const list: unknown = value ?? []
  if (!Array.isArray(list)) throw new TypeError(`docker-compose.yml: ${where} is no list`)
  return list.map((item: unknown) => text(item, where))
}

function mapping<Item>(
  value: unknown,
  where: string,
  read: (item: unknown, where: string) => Item,
): Readonly<Record<string, Item>> {
  return Object.fromEntries(
    Object.entries(fields(value ?? {}, where)).map(([name, item]) => [
      name,
      read(item, `${where}.${name}`),
    ]),
  )
}

/** The part of the Compose specification that the file uses; any other name is a slip. */
function readService(value: unknown, where: string) {
  const given = fields(value, where, [
    ...['image', 'build', 'command', 'environment', 'volumes', 'tmpfs', 'secrets', 'networks'],
    ...['ports', 'depends_on', 'healthcheck', 'restart', 'init', 'cap_drop', 'security_opt'],
    'stop_grace_period',
  ])
  const healthcheck =
    given.healthcheck === undefined
      ? null
      : fields(given.healthcheck, `${where}.healthcheck`, [
          ...['test', 'interval', 'timeout', 'retries', 'start_period'],
        ])
  return {
    image: text(given.image, `${where}.image`),
    restart: text(given.restart, `${where}.restart`),
    command: texts(given.command, `${where}.command`),
    environment: mapping(given.environment, `${where}.environment`, text),
    volumes: texts(given.volumes, `${where}.volumes`),
    secrets: texts(given.secrets, `${where}.secrets`),
    networks: texts(given.networks, `${where}.networks`),
    ports: texts(given.ports, `${where}.ports`),
    dependsOn: mapping(given.depends_on, `${where}.depends_on`, (item, at) =>
      text(fields(item, at, ['condition']).condition, at),
    ),
    healthcheck: healthcheck && texts(healthcheck.test, `${where}.healthcheck.test`),
    capDrop: texts(given.cap_drop, `${where}.cap_drop`),
    securityOpt: texts(given.security_opt, `${where}.security_opt`),
    graceSeconds: Number.parseInt(text(given.stop_grace_period ?? '10s', where), 10),
  }
}

function readCompose(source: string) {
  const given = fields(parse(source, { merge: true }), 'the file', [
    ...['name', 'x-plume', 'services', 'networks', 'volumes', 'secrets'],
  ])
  return {
    services: mapping(given.services, 'services', readService),
    networks: mapping(given.networks, 'networks', (item, at) => fields(item, at, ['internal'])),
    volumes: mapping(given.volumes, 'volumes', (item, at) => fields(item, at, [])),
    secrets: mapping(given.secrets, 'secrets', (item, at) =>
      text(fields(item, at, ['file']).file, at),
    ),
  }
}

const file = readCompose(readFileSync(join(root, 'docker-compose.yml'), 'utf8'))
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
    for (const [target, condition] of Object.entries(each.dependsOn)) {
      const awaited = services.find((other) => other.name === target)
      expect(awaited, target).toBeDefined()
      if (condition === 'service_healthy') expect(awaited?.healthcheck, target).not.toBeNull()
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
    expect(healthcheck?.join(' ')).toContain(`127.0.0.1:${environment.PLUME_PORT}/api/health`)
  })

  test.each(['migrate', 'api', 'worker'] as const)('%s runs a command that plume has', (name) => {
    const [command, ...rest] = service(name).command
    expect(commands.map((each) => each.name)).toContain(command)
    expect(rest).toEqual([])
  })

  test.each(['migrate', 'api', 'worker'] as const)('%s gets no right it does not need', (name) => {
    expect(service(name)).toMatchObject({
      capDrop: ['ALL'],
      securityOpt: ['no-new-privileges:true'],
    })
  })

  test('a stopping worker gets longer than its jobs do', () => {
    expect(service('worker').graceSeconds * 1000).toBeGreaterThan(
      loadWorkerConfig({}).stopMs + 5000,
    )
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
      const [, ...command] = each.healthcheck ?? []
      expect(command.join(' ')).toMatch(programs[each.image.split(':')[0] ?? ''] ?? /^$/)
    },
  )

  test('the one in JavaScript parses', () => {
    const script = service('api').healthcheck?.at(-1) ?? ''
    expect(() => new Function(script)).not.toThrow()
  })
})

describe('Redis', () => {
  const command = service('redis').command.join(' ')

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
  test('is made with the package manager of package.json', () => {
    const description = fields(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')), 'it')
    const packageManager = text(description.packageManager, 'packageManager')
    expect(dockerfile).toContain(`npm install --global ${packageManager}`)
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
