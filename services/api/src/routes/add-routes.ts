import type { FastifyInstance } from 'fastify'
import type { Needs } from '../needs.ts'
import { putCorrespondent } from './correspondents/put-correspondent.ts'
import { removeCorrespondent } from './correspondents/remove-correspondent.ts'
import { searchCorrespondents } from './correspondents/search-correspondents.ts'
import { appendRecording } from './dictations/append-recording.ts'
import { findDictation } from './dictations/find-dictation.ts'
import { findRecording } from './dictations/find-recording.ts'
import { hearSoFar } from './dictations/hear-so-far.ts'
import { listDictations } from './dictations/list-dictations.ts'
import { playAudio } from './dictations/play-audio.ts'
import { receiveDictation } from './dictations/receive-dictation.ts'
import { retryDictation } from './dictations/retry-dictation.ts'
import { unlockRecording } from './dictations/unlock-recording.ts'
import { exportMacros } from './macros/export-macros.ts'
import { importMacros } from './macros/import-macros.ts'
import { listMacros } from './macros/list-macros.ts'
import { putMacro } from './macros/put-macro.ts'
import { removeMacro } from './macros/remove-macro.ts'
import { findSpokenCommands } from './people/find-spoken-commands.ts'
import { findVocabulary } from './people/find-vocabulary.ts'
import { replaceSpokenCommands } from './people/replace-spoken-commands.ts'
import { replaceVocabulary } from './people/replace-vocabulary.ts'
import { addAddendum } from './reports/add-addendum.ts'
import { addressLetter } from './reports/address-letter.ts'
import { chooseTemplate } from './reports/choose-template.ts'
import { claimReport } from './reports/claim-report.ts'
import { decideFinding } from './reports/decide-finding.ts'
import { finaliseReport } from './reports/finalise-report.ts'
import { findReport } from './reports/find-report.ts'
import { findVersion } from './reports/find-version.ts'
import { listFindings } from './reports/list-findings.ts'
import { listReports } from './reports/list-reports.ts'
import { listVersions } from './reports/list-versions.ts'
import { makeLetter } from './reports/make-letter.ts'
import { printReports } from './reports/print-reports.ts'
import { releaseReport } from './reports/release-report.ts'
import { reopenReport } from './reports/reopen-report.ts'
import { saveText } from './reports/save-text.ts'
import { signReport } from './reports/sign-report.ts'
import { describeApi } from './service/describe-api.ts'
import { health } from './service/health.ts'
import { listEngines } from './service/list-engines.ts'
import { listTemplates } from './service/list-templates.ts'
import { listUsers } from './service/list-users.ts'
import { watchChanges } from './service/watch-changes.ts'
import { signIn } from './session/sign-in.ts'
import { signOut } from './session/sign-out.ts'
import { whoAmI } from './session/who-am-i.ts'
import { resumeUpload } from './uploads/resume-upload.ts'

const routes: readonly ((app: FastifyInstance, needs: Needs) => void)[] = [
  signIn,
  whoAmI,
  signOut,
  receiveDictation,
  resumeUpload,
  appendRecording,
  listDictations,
  findDictation,
  findRecording,
  hearSoFar,
  playAudio,
  retryDictation,
  unlockRecording,
  listReports,
  findReport,
  listVersions,
  findVersion,
  listFindings,
  decideFinding,
  claimReport,
  releaseReport,
  saveText,
  chooseTemplate,
  finaliseReport,
  reopenReport,
  signReport,
  addAddendum,
  makeLetter,
  addressLetter,
  printReports,
  listEngines,
  listTemplates,
  listUsers,
  findVocabulary,
  findSpokenCommands,
  replaceVocabulary,
  replaceSpokenCommands,
  listMacros,
  exportMacros,
  importMacros,
  putMacro,
  removeMacro,
  searchCorrespondents,
  putCorrespondent,
  removeCorrespondent,
  watchChanges,
  health,
  describeApi,
]

export function addRoutes(app: FastifyInstance, needs: Needs): void {
  for (const add of routes) add(app, needs)
}
