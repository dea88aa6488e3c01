import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { runPlume } from '../../../tests/support/plume-process.ts'

const samples = fileURLToPath(new URL('../../../samples/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'plume-cli-adapt-'))
afterAll(() => rmSync(folder, { recursive: true }))

const adapt = (...args: readonly string[]) => runPlume({ folder }, 'engines', 'adapt', ...args)

test('adapts one engine, and says which', async () => {
  expect(await adapt('whisper')).toMatchObject({ status: 2 })
})

test('reads no report of the site without its consent', async () => {
  const { status, stderr } = await adapt('pocketsphinx', '--with-finalised-reports')
  expect(status).toBe(1)
  expect(stderr).toMatch(/^consent-missing: [^\n]+ Add --consent if the site allows this\.\n$/)
})

test('refuses a lexicon that is not there, and one that is no list of terms', async () => {
  expect(await adapt('pocketsphinx', '--lexicon', join(folder, 'none.csv'))).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^file-not-found: /),
  })
  writeFileSync(join(folder, 'odd.json'), '{"a":1}')
  expect(await adapt('pocketsphinx', '--lexicon', join(folder, 'odd.json'))).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^lexicon-unreadable: /),
  })
})

const hasGeneral = existsSync('/usr/share/pocketsphinx/model/en-us/en-us.lm.bin')
test.skipIf(!hasGeneral)(
  'refuses the samples as examples, and writes no model (skipped: no pocketsphinx-en-us here)',
  { timeout: 300_000 },
  async () => {
    const examples = join(folder, 'examples')
    mkdirSync(examples)
    const sample = readFileSync(join(samples, 'chest-xray.txt'), 'utf8')
    writeFileSync(join(examples, 'ours.txt'), `The ward round was long.\n${sample}`)
    const { status, stderr } = await adapt('pocketsphinx', '--examples', examples)
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /\nscored-text: \S+ours\.txt holds a text that engines are measured with\. /,
    )
    expect(readdirSync(folder)).not.toContain('engines')
  },
)
