/** `npm run bench [name]`: measures, prints numbers beside their targets, asserts nothing. */
import { benchDss } from './dss.ts'
import { benchFanOut } from './fan-out.ts'
import { benchFfmpegPath } from './ffmpeg-path.ts'
import { benchLexicon } from './lexicon.ts'
import { benchPipelineOverhead } from './pipeline-overhead.ts'
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
  'voice-activity': benchVoiceActivity,
  memory: benchWorkerMemory,
}

const [wanted] = process.argv.slice(2)
if (wanted !== undefined && !(wanted in benches)) {
  process.stderr.write(
    `no bench is called ${wanted}; there are ${Object.keys(benches).join(', ')}\n`,
  )
  process.exit(2)
}
for (const [name, run] of Object.entries(benches)) {
  if (wanted === undefined || wanted === name) await run()
}
