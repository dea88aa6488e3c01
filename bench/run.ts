/** `npm run bench [name]`: measures, prints numbers beside their targets, asserts nothing. */
import { benchDocuments } from './documents.ts'
import { benchDss } from './dss.ts'
import { benchFanOut } from './fan-out.ts'
import { benchFfmpegPath } from './ffmpeg-path.ts'
import { benchLexicon } from './lexicon.ts'
import { benchMerge } from './merge.ts'
import { benchPipelineOverhead } from './pipeline-overhead.ts'
import { benchPocketSphinx } from './pocketsphinx.ts'
import { benchPocketSphinxSettings } from './pocketsphinx-settings.ts'
import { benchTerminology } from './terminology.ts'
import { benchThroughput } from './throughput.ts'
import { benchVoiceActivity } from './voice-activity.ts'
import { benchWhisper } from './whisper.ts'
import { benchWorkerMemory } from './worker-memory.ts'
import { benchWorklist } from './worklist.ts'

const benches: Readonly<Record<string, () => Promise<void>>> = {
  overhead: benchPipelineOverhead,
  worklist: benchWorklist,
  throughput: benchThroughput,
  ffmpeg: benchFfmpegPath,
  dss: benchDss,
  whisper: benchWhisper,
  'fan-out': benchFanOut,
  terminology: benchTerminology,
  lexicon: benchLexicon,
  merge: benchMerge,
  documents: benchDocuments,
  'voice-activity': benchVoiceActivity,
  'worker-memory': benchWorkerMemory,
  pocketsphinx: benchPocketSphinx,
}

/** Too long for a run of all. */
const benchesByName: Readonly<Record<string, () => Promise<void>>> = {
  ...benches,
  'pocketsphinx-settings': benchPocketSphinxSettings,
}

const [wanted] = process.argv.slice(2)
if (wanted !== undefined && !(wanted in benchesByName)) {
  process.stderr.write(
    `no bench is called ${wanted}; there are ${Object.keys(benchesByName).join(', ')}\n`,
  )
  process.exit(2)
}
const chosen = wanted === undefined ? Object.values(benches) : [benchesByName[wanted]]
for (const run of chosen) await run?.()
