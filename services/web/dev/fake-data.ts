import type { DictationReply, ReportReply, UserReply } from '@plume/contracts'
import type { Recognition, Run, Source } from '@plume/transcript'

/** Invented people and words for looking at the pages. Never part of the product. */

const id = (kind: number, number: number) =>
  `0000000${kind}-0000-4000-8000-${String(number).padStart(12, '0')}`

export const users: readonly UserReply[] = [
  { id: id(1, 1), login: 'secretary', displayName: 'Demo Secretary', role: 'secretary' },
  { id: id(1, 2), login: 'doctor', displayName: 'Dr. Demo Doctor', role: 'doctor' },
  { id: id(1, 3), login: 'doctor2', displayName: 'Dr. Demo Radiologist', role: 'doctor' },
  { id: id(1, 4), login: 'secretary2', displayName: 'Other Secretary', role: 'secretary' },
  { id: id(1, 5), login: 'admin', displayName: 'Demo Administrator', role: 'administrator' },
]
const [secretary, doctor, radiologist, otherSecretary] = users as [
  UserReply,
  UserReply,
  UserReply,
  UserReply,
]

export const templates = [
  { id: 'chest-xray', version: 1, locale: 'en-CA', title: 'Chest X-ray' },
  { id: 'chest-xray', version: 1, locale: 'fr-CA', title: 'Radiographie pulmonaire' },
  { id: 'general-consultation', version: 1, locale: 'en-CA', title: 'Consultation' },
  { id: 'general-consultation', version: 1, locale: 'fr-CA', title: 'Consultation' },
  { id: 'discharge-summary', version: 1, locale: 'en-CA', title: 'Discharge summary' },
] as const

const heard =
  'no comparison available the lungs are clear bilaterally new paragraph no pleural effusion or pneumothorax the heart is normal in size cardiothoracic ratio is zero point four five no acute cardiopulmonary disease follow up in two weeks if symptoms persist'

export const recognition: Recognition = {
  id: id(4, 1),
  language: 'en',
  engine: {
    engine: 'pocketsphinx',
    model: 'en-us',
    modelSha256: '0'.repeat(64),
    demonstrationOnly: true,
  },
  durationMs: 24_000,
  words: heard.split(' ').map((text, index) => ({
    text,
    startMs: 400 + index * 580,
    endMs: 400 + index * 580 + 480,
    confidence: 0.8,
  })),
}

const words = (from: number, to: number) => ({ recognitionId: recognition.id, from, to })

function dictated(text: string, from: number, to = from + 1, ...rules: string[][]): Run {
  const applied = rules.map(([rule = '', before = '', after = '']) => ({ rule, before, after }))
  return { text, source: { kind: 'dictated', words: words(from, to), rules: applied } }
}

/** Words as they were said, one run each. */
function said(from: number, to: number): Run[] {
  return recognition.words
    .slice(from, to)
    .map((word, index) => dictated(`${word.text} `, from + index))
}

const blank: Run = { text: '____', source: { kind: 'blank', over: words(35, 36) } }
const typed: Source = { kind: 'typed', by: secretary.id, at: '2025-03-03T14:05:00.000Z' }

export function aReport(
  number: number,
  dictation: DictationReply,
  parts: Partial<ReportReply>,
): ReportReply {
  return {
    id: id(3, number),
    dictationId: dictation.id,
    status: 'draft',
    currentVersion: 1,
    version: {
      number: 1,
      kind: 'machine',
      savedBy: null,
      savedByName: null,
      savedAt: new Date(Date.now() - 40 * 60_000).toISOString(),
      hash: 'f'.repeat(64),
    },
    text: {
      template: { id: 'chest-xray', version: 1, locale: 'en-CA' },
      title: 'Chest X-ray',
      fields: [
        field('patient', 'Patient', dictation.patient?.name ?? '____'),
        field('record', 'Record number', dictation.patient?.id ?? '____'),
        field('born', 'Date of birth', 'March 9, 1961'),
        {
          id: 'referrer',
          label: 'Requested by',
          text: [{ text: '____', source: { kind: 'blank' } }],
        },
      ],
      sections: [
        section('comparison', 'Comparison', [
          dictated('No ', 0, 1, ['capital.sentence-start', 'no', 'No']),
          dictated('comparison ', 1),
          dictated('available.', 2, 3, ['stop.end-of-part', 'available', 'available.']),
        ]),
        section('findings', 'Findings', [
          dictated('The ', 3, 4, ['capital.sentence-start', 'the', 'The']),
          ...said(4, 7),
          dictated('bilaterally.', 7, 8, ['stop.end-of-part', 'bilaterally', 'bilaterally.']),
          dictated('\n\n', 8, 10, ['command.new-paragraph', 'new paragraph', '¶']),
          dictated('No ', 10, 11, ['capital.sentence-start', 'no', 'No']),
          ...said(11, 15),
          dictated('The ', 16, 17, ['capital.sentence-start', 'the', 'The']),
          { text: 'cardiac silhouette ', source: typed },
          ...said(18, 22),
          {
            text: '\nCardiothoracic ratio: ',
            source: { kind: 'template', template: 'chest-xray', version: 1 },
          },
          dictated('0.45', 25, 29, ['number.decimal', 'zero point four five', '0.45']),
          { text: '.', source: { kind: 'template', template: 'chest-xray', version: 1 } },
        ]),
        section('impression', 'Impression', [
          dictated('No ', 29, 30, ['capital.sentence-start', 'no', 'No']),
          ...said(30, 32),
          dictated('disease. Follow-up in ', 32, 35),
          blank,
          ...said(36, 39).map((run, index) =>
            index === 0 ? { ...run, text: ` ${run.text}` } : run,
          ),
        ]),
        section('technique', 'Technique', []),
      ],
      unplaced: [dictated('Thank you for referring this patient.', 38, 40)],
      addenda: [],
    },
    authorId: doctor.id,
    authorName: doctor.displayName,
    patient: dictation.patient,
    order: { accession: 'RX-20417' },
    claimedBy: null,
    claimedByName: null,
    signature: null,
    recognitions: [recognition],
    demonstrationEngine: true,
    ...parts,
  }
}

function field(fieldId: string, label: string, text: string) {
  return {
    id: fieldId,
    label,
    text: [{ text, source: { kind: 'context', field: fieldId } as const }],
  }
}

function section(sectionId: string, heading: string, text: Run[]) {
  return { id: sectionId, heading, required: sectionId === 'findings', text }
}

type Sketch = Partial<DictationReply> & { readonly minutes: number }

const sketches: readonly Sketch[] = [
  {
    minutes: 12,
    priority: 'stat',
    status: 'drafted',
    patient: { id: '004-118', name: 'Roe, Jane', birthDate: '1961-03-09', sex: 'female' },
    durationMs: 24_000,
  },
  {
    minutes: 34,
    priority: 'stat',
    status: 'transcribing',
    step: 'recognise',
    patient: { id: '004-207', name: 'Sample, Omar' },
    durationMs: 312_000,
    workType: 'radiology',
  },
  {
    minutes: 41,
    priority: 'urgent',
    status: 'drafted',
    patient: { id: '003-992', name: 'Demo-Tremblay, Élise' },
    locale: 'fr-CA',
    durationMs: 187_000,
  },
  {
    minutes: 55,
    priority: 'urgent',
    status: 'failed',
    failureReason: 'engine-crashed',
    patient: { id: '004-001', name: 'Test, Arthur' },
    durationMs: 95_000,
  },
  {
    minutes: 63,
    priority: 'routine',
    status: 'needs-decoder',
    patient: null,
    fileName: 'DS500112.DS2',
  },
  {
    minutes: 75,
    priority: 'routine',
    status: 'drafted',
    patient: { id: '001-334', name: 'Example, Maria' },
    template: 'general-consultation',
    durationMs: 742_000,
  },
  {
    minutes: 140,
    priority: 'routine',
    status: 'drafted',
    patient: { id: '001-910', name: 'Modèle, Luc' },
    locale: 'fr-CA',
    template: 'general-consultation',
    durationMs: 1_203_000,
  },
  {
    minutes: 170,
    priority: 'routine',
    status: 'drafted',
    patient: { id: '002-008', name: 'Placeholder, Ann' },
    template: 'discharge-summary',
    durationMs: 3_723_000,
  },
  {
    minutes: 171,
    priority: 'routine',
    status: 'queued',
    waitingFor: 'speech-engine',
    patient: { id: '002-009', name: 'Fixture, Paul' },
    locale: 'fr-CA',
  },
  { minutes: 1500, priority: 'routine', status: 'not-audio', patient: null, fileName: 'scan.pdf' },
  {
    minutes: 1600,
    priority: 'routine',
    status: 'queued',
    patient: { id: '002-011', name: 'Fixture, Rose' },
  },
  {
    minutes: 4400,
    priority: 'routine',
    status: 'drafted',
    patient: { id: '000-771', name: 'Specimen, Joan' },
    durationMs: 61_000,
  },
]

export const dictations: DictationReply[] = sketches.map(({ minutes, ...sketch }, index) => ({
  id: id(2, index + 1),
  status: 'queued',
  step: null,
  waitingFor: null,
  failureReason: null,
  fileName: `D${String(index).padStart(4, '0')}.wav`,
  byteLength: 480_000,
  authorId: index % 3 === 1 ? radiologist.id : doctor.id,
  authorName: index % 3 === 1 ? radiologist.displayName : doctor.displayName,
  workType: 'general',
  template: 'chest-xray',
  locale: 'en-CA',
  priority: 'routine',
  patient: null,
  order: null,
  receivedAt: new Date(Date.now() - minutes * 60_000).toISOString(),
  durationMs: null,
  report: null,
  ...sketch,
}))

const held = {
  status: 'in-review',
  claimedBy: otherSecretary.id,
  claimedByName: otherSecretary.displayName,
} as const
const finalised = { status: 'finalised', currentVersion: 4 } as const
const signed = {
  status: 'signed',
  currentVersion: 3,
  signature: {
    by: doctor.id,
    byName: doctor.displayName,
    at: '2025-03-03T16:20:00.000Z',
    version: 3,
    hash: 'f'.repeat(64),
  },
} as const

const reportParts: readonly [number, Partial<ReportReply>][] = [
  [0, {}],
  [2, held],
  [5, {}],
  [6, finalised],
  [7, { status: 'draft' }],
  [11, signed],
]

export const reports = new Map<string, ReportReply>()
for (const [at, parts] of reportParts) {
  const dictation = dictations[at]
  if (!dictation) continue
  const report = aReport(at + 1, dictation, parts)
  reports.set(report.id, report)
}
