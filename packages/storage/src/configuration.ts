import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Failure } from '@plume/records'
import { z } from 'zod'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** Options that every process on the same data must be given alike. */
export const storageOptions = {
  DATABASE_URL: z
    .string()
    .optional()
    .describe('Postgres to join. Without it, the embedded Postgres in PLUME_DATA_DIR.'),
  PLUME_DATA_DIR: z
    .string()
    .optional()
    .describe('Where Plume keeps its own files. As root /var/lib/plume, else .plume beside it.'),
  BLOB_DIR: z.string().optional().describe('Recordings, encrypted. Default PLUME_DATA_DIR/blobs.'),
  KEYRING_FILE: z
    .string()
    .optional()
    .describe('Keys of the recordings. Default PLUME_DATA_DIR/keyring.json.'),
  PLUME_TEMPLATES_DIR: z
    .string()
    .optional()
    .describe('Report templates of this site. Default PLUME_DATA_DIR/templates.'),
}

export type StoragePlace = {
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly blobDir: string
  readonly keyringFile: string
  readonly templatesDir: string
}

/** The places that `storageOptions` name, with their defaults. */
export function settlePlace(
  values: z.infer<z.ZodObject<typeof storageOptions>>,
  asRoot = process.getuid?.() === 0,
): StoragePlace {
  const dataDir = resolve(
    values.PLUME_DATA_DIR ?? (asRoot ? '/var/lib/plume' : join(repository, '.plume')),
  )
  return {
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir,
    blobDir: resolve(values.BLOB_DIR ?? join(dataDir, 'blobs')),
    keyringFile: resolve(values.KEYRING_FILE ?? join(dataDir, 'keyring.json')),
    templatesDir: resolve(values.PLUME_TEMPLATES_DIR ?? join(dataDir, 'templates')),
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Parses the environment once against a service's options. A secret may come from the file that
 * `<NAME>_FILE` names. Throws `invalid-configuration` with one line for each thing that is wrong; a
 * PLUME_ name that nobody knows is wrong too, because a misspelt option would silently do nothing.
 */
export function readOptions<Shape extends z.ZodRawShape>(
  options: z.ZodObject<Shape>,
  env: Environment,
  about: {
    readonly secrets: readonly string[]
    /** PLUME_ names of other programs, which may stand in the same environment. */
    readonly ofOthers: RegExp
  },
): z.infer<z.ZodObject<Shape>> {
  const { values, problems } = withSecretsFromFiles(withoutEmpty(env), about.secrets)
  const parsed = options.safeParse(values)
  const unknown = Object.keys(env)
    .filter((name) => name.startsWith('PLUME_') && !name.endsWith('_FILE'))
    .filter((name) => !(name in options.shape) && !about.ofOthers.test(name))
    .map((name) => `${name}: there is no such option`)
  const wrong = [
    ...unknown,
    ...problems,
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
  ]
  if (parsed.success && wrong.length === 0) return parsed.data
  throw new Failure(
    'invalid-configuration',
    `the configuration is wrong:\n${wrong.map((line) => `  ${line}`).join('\n')}`,
    { retryable: false },
  )
}

export type OptionDescription = {
  readonly name: string
  readonly sentence: string
  readonly default: string | null
  readonly secret: boolean
}

/** Name, sentence and default of every option, for the documentation. */
export function describeOptions(
  options: z.ZodObject<z.ZodRawShape>,
  secrets: readonly string[],
): readonly OptionDescription[] {
  return Object.entries(options.shape).map(([name, schema]) => ({
    name,
    sentence: z.globalRegistry.get(schema)?.description ?? '',
    default: schema instanceof z.ZodDefault ? String(schema.def.defaultValue) : null,
    secret: secrets.includes(name),
  }))
}

function withoutEmpty(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
}

function withSecretsFromFiles(
  env: Record<string, string>,
  secrets: readonly string[],
): { readonly values: Record<string, string>; readonly problems: readonly string[] } {
  const values = { ...env }
  const problems: string[] = []
  for (const name of secrets) {
    const file = env[`${name}_FILE`]
    if (file === undefined) continue
    if (env[name] !== undefined) {
      problems.push(`${name} and ${name}_FILE are both set; keep one`)
      continue
    }
    try {
      values[name] = readFileSync(file, 'utf8').trim()
    } catch {
      problems.push(`${name}_FILE: the file cannot be read`)
    }
  }
  return { values, problems }
}
