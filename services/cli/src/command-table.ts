import type { Command } from './command.ts'
import { addUser } from './commands/add-user.ts'
import {
  correspondentsExport,
  correspondentsImport,
  correspondentsList,
} from './commands/correspondents.ts'
import { decode } from './commands/decode.ts'
import { enginesAdapt } from './commands/engines-adapt.ts'
import { enginesAdd } from './commands/engines-add.ts'
import { enginesBuild } from './commands/engines-build.ts'
import { lexiconCheck } from './commands/lexicon-check.ts'
import { lexiconImport } from './commands/lexicon-import.ts'
import { lexiconStats } from './commands/lexicon-stats.ts'
import { lexiconWithdraw } from './commands/lexicon-withdraw.ts'
import { lint } from './commands/lint.ts'
import {
  macrosExport,
  macrosImport,
  macrosList,
  macrosPreview,
  macrosRemove,
} from './commands/macros.ts'
import { migrate } from './commands/migrate.ts'
import {
  mishearingsAdd,
  mishearingsImport,
  mishearingsList,
  mishearingsRemove,
} from './commands/mishearings.ts'
import { modelsExport } from './commands/models-export.ts'
import { modelsImport } from './commands/models-import.ts'
import { modelsList } from './commands/models-list.ts'
import { modelsPull } from './commands/models-pull.ts'
import { modelsRemove } from './commands/models-remove.ts'
import { modelsVerify } from './commands/models-verify.ts'
import { normalize } from './commands/normalize.ts'
import { probe } from './commands/probe.ts'
import { report } from './commands/report.ts'
import { serve } from './commands/serve.ts'
import { listSpokenCommands, setSpokenCommands } from './commands/spoken-commands.ts'
import { templatesCheck, templatesList, templatesPreview } from './commands/templates.ts'
import { transcribe } from './commands/transcribe.ts'
import { listVocabulary, setVocabulary } from './commands/vocabulary.ts'
import { watch } from './commands/watch.ts'
import { worker } from './commands/worker.ts'

/** Every command, in the order of the help page. */
export const commands: readonly Command[] = [
  serve,
  worker,
  watch,
  probe,
  decode,
  transcribe,
  normalize,
  lint,
  report,
  templatesList,
  templatesCheck,
  templatesPreview,
  macrosList,
  macrosImport,
  macrosExport,
  macrosPreview,
  macrosRemove,
  correspondentsList,
  correspondentsImport,
  correspondentsExport,
  lexiconImport,
  lexiconWithdraw,
  lexiconCheck,
  lexiconStats,
  mishearingsAdd,
  mishearingsImport,
  mishearingsList,
  mishearingsRemove,
  enginesBuild,
  enginesAdd,
  enginesAdapt,
  modelsList,
  modelsPull,
  modelsImport,
  modelsExport,
  modelsVerify,
  modelsRemove,
  addUser,
  listVocabulary,
  setVocabulary,
  listSpokenCommands,
  setSpokenCommands,
  migrate,
]
