import { readFileSync } from 'node:fs'
import { describeConfig as describeApi } from '@plume/api'
import { describeConfig as describeWorker } from '@plume/worker'
import { expect, test } from 'vitest'

const document = readFileSync(
  new URL('../../docs/operations/configuration.md', import.meta.url),
  'utf8',
)

const services = [
  { service: 'api', options: describeApi() },
  { service: 'worker', options: describeWorker() },
]

/** `| name | services | default | sentence |`, from the document. */
const documented = document.split('\n').flatMap((line) => {
  const [, name = '', readBy = '', byDefault = '', sentence = ''] = line
    .split('|')
    .map((cell) => cell.trim())
  const option = /^`([A-Z_]+)`$/.exec(name)?.[1]
  return option === undefined ? [] : [{ name: option, readBy, default: byDefault, sentence }]
})

/** The same rows, from what the services read. */
const names = [...new Set(services.flatMap(({ options }) => options.map((option) => option.name)))]
const read = names.map((name) => {
  const readers = services.flatMap(({ service, options }) =>
    options.filter((option) => option.name === name).map((option) => ({ service, option })),
  )
  return {
    name,
    readBy: readers.map(({ service }) => service).join(', '),
    defaults: readers.map(({ option }) => option.default ?? '–'),
    sentences: readers.map(({ option }) => option.sentence),
  }
})

test('docs/operations/configuration.md lists the options that there are, each once', () => {
  expect(documented.map(({ name }) => name).sort()).toEqual([...names].sort())
})

test.each(read)('$name is documented as the services read it', (option) => {
  const row = documented.find(({ name }) => name === option.name)
  expect(row?.readBy).toBe(option.readBy)
  for (const byDefault of option.defaults) expect(row?.default).toBe(byDefault)
  for (const sentence of option.sentences) expect(row?.sentence).toBe(sentence)
})

test('docs/operations/configuration.md names every option that may come from a file', () => {
  const secrets = services.flatMap(({ options }) =>
    options.filter(({ secret }) => secret).map(({ name }) => name),
  )
  for (const name of secrets) expect(document).toMatch(new RegExp(`\`${name}\`[^|]*\`_FILE\``))
})
