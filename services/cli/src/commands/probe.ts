import { join } from 'node:path'
import { probeRecording } from '@plume/audio'
import type { RecorderMarks, RecordingFacts } from '@plume/records'
import type { Command, Terminal } from '../command.ts'
import { decoderOf, inPrivateDirectory, requireFile } from '../hear-recording.ts'
import { passwordDetails, passwordOption, passwordsIn } from '../recording-password.ts'
import { refuseRecording } from '../refused.ts'

export const probe: Command = {
  positionals: ['AUDIO'],
  options: { json: { type: 'boolean', help: 'one object' }, password: passwordOption },
  details: passwordDetails,
  run: async ({ positionals: [path = ''], values }, terminal) => {
    await requireFile(path)
    const facts = await factsOf(path, passwordsIn(values), terminal)
    terminal.stdout.write(values.json ? `${JSON.stringify(facts)}\n` : inLines(facts))
  },
}

type Facts = Omit<RecordingFacts, 'silent'> & Partial<Pick<RecordingFacts, 'silent'>>

/** What can be told from the file's head is; for the rest a decoder has to read it all. */
async function factsOf(
  path: string,
  passwords: readonly string[],
  { config, interruption }: Terminal,
): Promise<Facts> {
  const probed = await probeRecording(path, passwords)
  if (!('undecodable' in probed)) return probed
  if (probed.undecodable !== 'needs-decoder') throw refuseRecording(path, probed.undecodable)
  const signal = interruption()
  return inPrivateDirectory(signal, async (directory) => {
    const outputPath = join(directory, 'decoded.wav')
    const decoded = await decoderOf(config).decode({ inputPath: path, outputPath, signal })
    if ('undecodable' in decoded) throw refuseRecording(path, decoded.undecodable)
    return decoded.facts
  })
}

function inLines(facts: Facts): string {
  const rows: readonly (readonly [string, string])[] = [
    ['format', `${facts.container}, ${facts.codec}`],
    ['length', inMinutes(facts.durationMs)],
    ['sample rate', `${facts.sampleRateHz} Hz`],
    ['channels', String(facts.channels)],
    ['decoder', facts.decoder],
    ...marksInLines(facts.marks),
    ...(facts.damage
      ? ([['damage', `${facts.damage} places where the sound may be wrong`]] as const)
      : []),
    ...(facts.narrowband ? ([['quality', 'telephone (8 kHz or less)']] as const) : []),
    ...(facts.possiblyTruncated ? ([['truncated', 'the end may be missing']] as const) : []),
    ...(facts.silent ? ([['silent', 'nothing louder than -60 dBFS']] as const) : []),
  ]
  return rows.map(([label, value]) => `${`${label}:`.padEnd(13)}${value}\n`).join('')
}

/** What the recorder wrote; whatever it left out is not shown. */
function marksInLines(marks: RecorderMarks | undefined): (readonly [string, string])[] {
  if (!marks) return []
  const rows: readonly (readonly [string, string | number | null])[] = [
    ['author', marks.authorId],
    ['recorder', marks.device],
    ['number', marks.fileNumber],
    ['work type', marks.workType],
    ['priority', marks.priority],
    ['begun', marks.startedAt],
    ['ended', marks.endedAt],
    ['claims', marks.declaredMs === null ? null : inMinutes(marks.declaredMs)],
    ['comment', marks.comment],
    ['encryption', marks.encryption],
  ]
  return rows.flatMap(([label, value]) => (value === null ? [] : [[label, String(value)] as const]))
}

function inMinutes(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  const seconds = `${((ms % 60_000) / 1000).toFixed(1)} s`
  return minutes > 0 ? `${minutes} min ${seconds}` : seconds
}
