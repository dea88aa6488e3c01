import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findSpeechEngines } from '@plume/speech'
import { afterAll, describe, expect, test } from 'vitest'
import { callPlume } from '../../../tests/support/plume-call.ts'
import { runPlume } from '../../../tests/support/plume-process.ts'
import { commands } from './command-table.ts'

/** The real program, as a shell starts it: for what depends on being a process. */
const plumeProgram = fileURLToPath(new URL('../bin/plume.mjs', import.meta.url))
const samples = fileURLToPath(new URL('../../../samples', import.meta.url))
const sample = join(samples, 'chest-xray.wav')

const directory = mkdtempSync(join(tmpdir(), 'plume-cli-'))
afterAll(() => rmSync(directory, { recursive: true }))

const environment = { PATH: process.env.PATH, TMPDIR: directory, PLUME_DATA_DIR: directory }

const plume = (args: readonly string[], input = '') =>
  callPlume({ folder: directory, input }, ...args)

const engines = await findSpeechEngines({})
/** A recogniser takes its time, and more on a busy machine. */
const patiently = { timeout: 180_000 }
const withEngine = engines.some(({ capabilities }) => capabilities.languages.includes('en'))
const heard = withEngine ? '' : ' (skipped: PocketSphinx is not installed)'

test('lists every command, and ends with 0', async () => {
  const { status, stdout } = await runPlume({ folder: directory }, 'help')
  expect(status).toBe(0)
  for (const { name, summary } of commands)
    expect(stdout).toMatch(new RegExp(`  ${name} +${summary}`))
})

test('tells the version', async () => {
  const told = await runPlume({ folder: directory }, '--version')
  expect(told).toMatchObject({ status: 0, stdout: '0.1.0\n' })
})

test('ends as the service ended that it ran', async () => {
  const place = { folder: directory, more: { PLUME_MISSPELT: '1' } }
  const { status, stderr } = await runPlume(place, 'worker')
  expect(status).toBe(1)
  expect(stderr).toContain('PLUME_MISSPELT')
})

test.each([[[]], [['transmogrify']], [['probe', 'x.wav', '--loud']]])(
  'ends with 2 and nothing on standard output when called with %j',
  async (args) => {
    const { status, stdout, stderr } = await plume(args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).not.toBe('')
  },
)

describe.concurrent('refusals', () => {
  const letter = join(directory, 'letter.wav')
  writeFileSync(letter, 'Dear Sir or Madam')

  test.each([
    ['a file that is not there', ['probe', join(directory, 'none.wav')], 'file-not-found'],
    ['a directory', ['decode', directory, '-o', join(directory, 'x.wav')], 'not-a-file'],
    ['a text file named .wav', ['probe', letter], 'not-audio'],
    ['a text file to decode', ['decode', letter, '-o', join(directory, 'x.wav')], 'not-audio'],
    [
      'a template there is not',
      ['report', letter, '--template', 'haiku', '-o', join(directory, 'x.html')],
      'unknown-template',
    ],
    [
      'a short password',
      ['user', 'add', 'jane', '--name', 'J', '--role', 'doctor'],
      'password-too-short',
    ],
  ])('%s ends with 1 and one line that names the code', async (_what, args, code) => {
    const { status, stdout, stderr } = await plume(args, 'short\n')
    expect(stderr).toMatch(new RegExp(`^${code}: [^\\n]+\\.\\n$`))
    expect(status).toBe(1)
    expect(stdout).toBe('')
  })

  test('leaves no half-written file behind', async () => {
    await plume(['decode', letter, '-o', join(directory, 'never.wav')])
    expect(readdirSync(directory).filter((name) => name.includes('never'))).toEqual([])
  })
})

describe.concurrent('normalize', () => {
  test('gives one line for each line, in order', async () => {
    const { status, stdout } = await plume(
      ['normalize', '--locale', 'en-CA'],
      'the lungs are clear period\n\nheart size is normal period\n',
    )
    expect(status).toBe(0)
    expect(stdout.split('\n')).toEqual(['The lungs are clear.', '', 'Heart size is normal.', ''])
  })

  test('prints a break inside an utterance as two characters', async () => {
    const { stdout } = await plume(
      ['normalize', '--locale', 'en-CA'],
      'lungs are clear period new paragraph heart is normal period\n',
    )
    expect(stdout).toBe('Lungs are clear.\\n\\nHeart is normal.\n')
  })

  test('adds neither capital nor full stop to a fragment', async () => {
    const { stdout } = await plume(
      ['normalize', '--locale', 'en-CA', '--fragment'],
      'the lungs are clear\n',
    )
    expect(stdout).toBe('the lungs are clear\n')
  })

  test('gives one object a line, whose runs are its text', async () => {
    const { stdout } = await plume(
      ['normalize', '--locale', 'fr-CA', '--json'],
      'poumons clairs point à la ligne coeur normal point\n',
    )
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(1)
    const written = JSON.parse(lines[0] ?? '')
    expect(Object.keys(written)).toEqual(['text', 'runs', 'suggestions', 'findings'])
    expect(written.text).toContain('\n')
    expect(written.runs.map(({ text }: { text: string }) => text).join('')).toBe(written.text)
    expect(written).toMatchObject({ suggestions: [], findings: [] })
  })

  test('answers a line before the next one comes', async () => {
    const child = spawn(process.execPath, [plumeProgram, 'normalize', '--locale', 'en-CA'], {
      env: environment,
    })
    child.stdout.setEncoding('utf8')
    child.stdin.write('the lungs are clear period\n')
    const [answer] = await once(child.stdout, 'data')
    expect(answer).toBe('The lungs are clear.\n')
    child.stdin.end()
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  test('is quiet when its reader goes away', async () => {
    const child = spawn(process.execPath, [plumeProgram, 'normalize', '--locale', 'en-CA'], {
      env: environment,
    })
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      errors += piece
    })
    child.stdin.on('error', () => undefined)
    child.stdin.write('lungs clear period\n'.repeat(20_000))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [code] = await once(child, 'exit')
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
  })
})

describe.concurrent('lint', () => {
  test('gives a line for each finding, and none for a text in which nothing is wrong', async () => {
    const { status, stdout } = await plume(
      ['lint', '--locale', 'en-CA'],
      'Warfarin 5 mg daily.\nFindings: Left knee.\\nImpression: Right knee.\nWarfarin 5.0 mg daily.\n',
    )
    expect(status).toBe(0)
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^2:34-44 high laterality-contradiction "Right knee" /)
    expect(lines[1]).toMatch(/^3:9-12 high trailing-zero "5.0" -> "5" .*\(Joint Commission/)
  })

  test('answers an object with an array of findings, and knows the patient', async () => {
    const { stdout } = await plume(
      ['lint', '--locale', 'fr-CA', '--json'],
      '{"text":"La prostate est normale.","patient":{"sex":"female","age":54}}\n{"text":"Normal."}\n',
    )
    const [first, second] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(first).toMatchObject([
      { kind: 'sex-contradiction', start: 3, end: 11, text: 'prostate' },
    ])
    expect(second).toEqual([])
  })

  test.each(['not JSON', '{"text":"Marked","patient":{"sex":"Marked"}}'])(
    'names the line that is no text, and none of its words: %s',
    async (line) => {
      const { status, stdout, stderr } = await plume(
        ['lint', '--locale', 'en-CA', '--json'],
        `{"text":"Normal."}\n${line}\n`,
      )
      expect({ status, stdout }).toEqual({ status: 1, stdout: '[]\n' })
      expect(stderr).toMatch(/^bad-line: line 2 /)
      expect(stderr).not.toContain('Marked')
    },
  )
})

test('lists the templates, each once for a language', async () => {
  const { stdout } = await plume(['templates', 'list', '--json'])
  const names = JSON.parse(stdout).map(
    (each: { id: string; locale: string }) => each.id + each.locale,
  )
  expect(names).toContain('chest-xrayen-CA')
  expect(new Set(names).size).toBe(names.length)
})

describe.concurrent('a recording', () => {
  test('is probed', async () => {
    const { status, stdout } = await plume(['probe', sample, '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      container: 'wav',
      sampleRateHz: 16_000,
      channels: 1,
    })
  })

  test('is decoded to a WAV that is probed as what it should be', async () => {
    const output = join(directory, 'decoded.wav')
    expect(await plume(['decode', sample, '-o', output])).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse((await plume(['probe', output, '--json'])).stdout)).toMatchObject({
      codec: 'pcm_s16le',
      sampleRateHz: 16_000,
      channels: 1,
    })
  })

  test.skipIf(!withEngine)(`is transcribed, with times inside it${heard}`, patiently, async () => {
    const { status, stdout } = await plume(['transcribe', sample, '--json'])
    expect(status).toBe(0)
    const { words, durationMs } = JSON.parse(stdout)
    expect(words.length).toBeGreaterThan(10)
    expect(words.at(-1).endMs).toBeLessThanOrEqual(durationMs)
  })

  test('in a language that no engine knows is refused', async () => {
    const { status, stderr } = await plume(['transcribe', sample, '--language', 'fr'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/^engine-unavailable: [^\n]+\n$/)
  })

  test.skipIf(!withEngine).each(['html', 'json'])(
    `becomes a report as .%s${heard}`,
    patiently,
    async (ending) => {
      const output = join(directory, `report.${ending}`)
      const patient = join(directory, 'patient.json')
      writeFileSync(patient, JSON.stringify({ id: 'P-1001', name: 'Jane Roe' }))
      const args = [
        'report',
        sample,
        '--template',
        'chest-xray',
        '--patient',
        patient,
        '-o',
        output,
      ]
      const { status, stdout, stderr } = await plume(args)
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
      expect(stderr).toMatch(/^decode\nrecognise\n/)
      expect(stderr).toContain('not for clinical use')
      expect(readFileSync(output, 'utf8')).toContain('Jane Roe')
    },
  )
})

test.skipIf(!withEngine)(
  `says when the language of a report is not clear, and what it is taken for${heard}`,
  patiently,
  async () => {
    const output = join(directory, 'in-doubt.json')
    const args = ['report', sample, '--template', 'chest-xray', '--language', 'auto', '-o', output]
    const { status, stderr } = await plume(args)
    expect(status).toBe(0)
    expect(stderr).toContain('language not clear: taken for en')
    expect(JSON.parse(readFileSync(output, 'utf8'))).toBeTypeOf('object')
  },
)

test('ends with 2 when a report is to be in two languages', async () => {
  const args = ['--template', 'chest-xray', '--language', 'fr', '-o', join(directory, 'x.html')]
  const { status, stderr } = await plume(['report', sample, ...args])
  expect(status).toBe(2)
  expect(stderr).toContain('--locale')
})

test.skipIf(!withEngine)(`ends by Ctrl-C itself and leaves nothing behind${heard}`, async () => {
  const alone = mkdtempSync(join(directory, 'interrupted-'))
  // Beside the cache of tsx, which runs the TypeScript.
  const leftBehind = () => readdirSync(alone).filter((name) => !name.startsWith('tsx-'))
  const output = join(alone, 'report.html')
  const args = [plumeProgram, 'report', sample, '--template', 'chest-xray', '-o', output]
  const child = spawn(process.execPath, args, { env: { ...environment, TMPDIR: alone } })
  child.stderr.setEncoding('utf8')
  for await (const line of child.stderr) {
    if (!String(line).includes('recognise')) continue
    expect(leftBehind()).toHaveLength(1)
    child.kill('SIGINT')
    break
  }
  expect(await once(child, 'exit')).toEqual([null, 'SIGINT'])
  expect(leftBehind()).toEqual([])
})
