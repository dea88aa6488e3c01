export const addOnNames = ['whisper-node', 'transformers'] as const
export type AddOnName = (typeof addOnNames)[number]

/** A package of the npm registry that runs an engine, and that no hospital gets without asking for it. */
export type AddOn = {
  readonly name: AddOnName
  readonly package: string
  readonly version: string
  readonly licence: string
  /** On disk with all that it needs, measured after `npm ci`. */
  readonly bytes: number
  /** Every package that it needs, by version and SHA-512: a `package-lock.json`. */
  readonly lockFile: URL
}

const table: Readonly<Record<AddOnName, Omit<AddOn, 'name' | 'lockFile'>>> = {
  'whisper-node': { package: 'whisper-node', version: '1.1.1', licence: 'MIT', bytes: 12e6 },
  transformers: {
    package: '@huggingface/transformers',
    version: '4.3.1',
    licence: 'Apache-2.0',
    bytes: 474e6,
  },
}

export function addOnOf(name: AddOnName): AddOn {
  const lockFile = new URL(`./${name}.lock.json`, import.meta.url)
  return { name, ...table[name], lockFile }
}

export function isAddOnName(value: unknown): value is AddOnName {
  return addOnNames.some((name) => name === value)
}
