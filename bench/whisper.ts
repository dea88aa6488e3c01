import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createWhisperCppEngine, findWhisperCli, hearInPieces, planRecording } from '@plume/speech'
import { bytesPerMs, openWavSamples, wavOf } from '../packages/speech/src/wav-samples.ts'
import { commandLine } from '../packages/speech/src/whisper-cpp/command-line.ts'
import { tinyShape, writeRandomWhisperModel } from '../tests/support/random-whisper-model.ts'
import { quantile } from './house.ts'

const rounds = 3
const threads = 2
const spoken = ['chest-xray', 'chest-xray-opacity', 'general-consultation', 'discharge-summary']

/**
 * What a worker does with whisper.cpp (finding speech, cutting pieces, reading words) against the bare command
 * on the same sound, with the same model and threads. The weights are by chance, of the true shape of
 * tiny.en: it takes as long as the real one, and hears nothing.
 */
export async function benchWhisper(): Promise<void> {
  const binary = await findWhisperCli({
    searchPath: process.env.PATH ?? '',
    ...(process.env.WHISPER_CLI ? { configured: process.env.WHISPER_CLI } : {}),
  })
  if (binary === null) return console.log('whisper.cpp: SKIPPED, there is no whisper-cli here')
  // As the engine's child has: on a busy machine the bare command would go first.
  setPriority(10)
  const folder = await mkdtemp(join(tmpdir(), 'plume-bench-'))
  try {
    const modelPath = join(folder, 'tiny.bin')
    await writeRandomWhisperModel(modelPath, tinyShape)
    console.log(`whisper.cpp, weights by chance in the shape of tiny.en, ${threads} threads:`)
    await compare('170 s of a synthetic voice that hardly pauses', await continuous(folder), 1.05)
    const human = await humanVoices(folder)
    if (human === null) console.log('  people reading: SKIPPED, the clips are not here')
    else await compare('123 s of people reading', human, 1.05)
    await compare('64 s with two silences of 20 s', await withSilences(folder), 0.6)

    async function compare(name: string, wavPath: string, target: number): Promise<void> {
      const [ours, bare]: [Spent[], Spent[]] = [[], []]
      for (let round = 0; round < rounds; round += 1) {
        bare.push(await timed(() => runBare(binary ?? '', modelPath, wavPath, folder)))
        ours.push(await timed(() => runOurs(binary ?? '', modelPath, wavPath, folder)))
      }
      const middle = (spent: readonly Spent[], of: keyof Spent) =>
        quantile(
          spent.map((one) => one[of]),
          0.5,
        )
      const ratio = (of: keyof Spent) => (middle(ours, of) / middle(bare, of)).toFixed(2)
      console.log(
        `  ${name}: Plume ${middle(ours, 'wallMs').toFixed(0)} ms, ` +
          `bare ${middle(bare, 'wallMs').toFixed(0)} ms, ratio ${ratio('wallMs')} ` +
          `(target at most ${target}; of processor time of the children ${ratio('cpuMs')})`,
      )
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function samplesOf(name: string): Promise<Buffer> {
  const wav = await readFile(new URL(`../samples/${name}.wav`, import.meta.url))
  return wav.subarray(44)
}

async function continuous(folder: string): Promise<string> {
  const path = join(folder, 'continuous.wav')
  const once = Buffer.concat(await Promise.all(spoken.map(samplesOf)))
  // Long enough that one piece more or less than there are windows does not decide.
  await writeFile(path, wavOf(Buffer.concat([once, once])))
  return path
}

/** Clips of people reading, one after the other without a break, where the development data are at hand. */
const readers = ['jfk', 'librivox_0870', 'librivox_0880', 'librivox_0890', 'pv_en']

async function humanVoices(folder: string): Promise<string | null> {
  const clips = new URL('../../shared/audio/speech/', import.meta.url)
  try {
    const once = await Promise.all(readers.map((name) => allSamples(new URL(`${name}.wav`, clips))))
    const path = join(folder, 'people.wav')
    await writeFile(path, wavOf(Buffer.concat([...once, ...once, ...once, ...once])))
    return path
  } catch {
    return null
  }
}

async function allSamples(wav: URL): Promise<Buffer> {
  const sound = await openWavSamples(fileURLToPath(wav))
  try {
    return await sound.read(0, sound.durationMs)
  } finally {
    await sound.close()
  }
}

async function withSilences(folder: string): Promise<string> {
  const path = join(folder, 'with-silences.wav')
  const speech = await samplesOf('general-consultation')
  const part = (n: number) => speech.subarray(n * 8000 * bytesPerMs, (n + 1) * 8000 * bytesPerMs)
  const silence = Buffer.alloc(20_000 * bytesPerMs)
  await writeFile(path, wavOf(Buffer.concat([part(0), silence, part(1), silence, part(2)])))
  return path
}

async function runBare(binary: string, modelPath: string, wavPath: string, folder: string) {
  const args = commandLine({
    modelPath,
    wavPaths: [wavPath],
    outputPaths: [join(folder, 'bare')],
    language: 'en',
    threads,
    fallback: false,
  })
  await promisify(execFile)(binary, args, { maxBuffer: 2 ** 26 })
}

async function runOurs(binary: string, modelPath: string, wavPath: string, folder: string) {
  const engine = await createWhisperCppEngine({
    binary,
    modelPath,
    model: 'random',
    modelSha256: '0'.repeat(64),
    threads,
    fallback: false,
  })
  const plan = await planRecording({
    wavPath,
    longestMs: engine.capabilities.longestPieceMs,
    fewest: engine.capabilities.fixedWindow,
  })
  const request = { wavPath, plan, indices: [...plan.keys()], tempDir: folder }
  for await (const _ of hearInPieces(engine, request, { language: 'en' }));
}

type Spent = { readonly wallMs: number; readonly cpuMs: number }

async function timed(work: () => Promise<unknown>): Promise<Spent> {
  const [start, cpu] = [performance.now(), await childrenCpuMs()]
  await work()
  return { wallMs: performance.now() - start, cpuMs: (await childrenCpuMs()) - cpu }
}

/** Processor time of the children that have ended (proc(5), `cutime` and `cstime`, in hundredths). */
async function childrenCpuMs(): Promise<number> {
  const stat = await readFile('/proc/self/stat', 'latin1').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) * 10
}
