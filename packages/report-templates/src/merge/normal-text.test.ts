import { describe, expect, test } from 'vitest'
import { mergeReport } from './merge-report.ts'
import { aContext, aTemplate, dictation, plain, shown } from './template-makers.ts'

const abdomen = aTemplate(`## Technique {#technique}

Curved probe.

## Findings {#findings}
required

The liver is normal in size.
The gallbladder is thin-walled, without stones. The bile ducts are not dilated.
Both kidneys are normal. No free fluid.
`)

const findings = (text: string) => {
  const report = mergeReport(dictation(['findings', text]), abdomen, aContext)
  return plain(report.sections[1]?.text)
}
const all =
  'The liver is normal in size.\nThe gallbladder is thin-walled, without stones. The bile ducts are not dilated.\nBoth kidneys are normal. No free fluid.'

describe('normal text', () => {
  test('stands by itself where a section may be left out, marked as said by nobody', () => {
    const [technique] = mergeReport(dictation(), abdomen, aContext).sections
    expect(technique?.placed).toBe('default')
    expect(technique?.text).toEqual([
      {
        text: 'Curved probe.',
        source: { kind: 'template', template: 't', version: 1, default: true },
      },
    ])
  })

  test('never stands by itself where something has to be dictated', () => {
    expect(plain(mergeReport(dictation(), abdomen, aContext).sections[1]?.text)).toBe(
      '[not-dictated]',
    )
  })

  test.each<[said: string, text: string]>([
    ['All normal.', all],
    ['Everything is normal.', all],
    // What is dictated takes its place.
    ['The liver is fatty.', 'The liver is fatty.'],
    ['Normal.', 'Normal.'],
    [
      'All normal except the gallbladder contains stones.',
      'The liver is normal in size.\nThe gallbladder contains stones. The bile ducts are not dilated.\nBoth kidneys are normal. No free fluid.',
    ],
    [
      'All normal except for the gallbladder, which contains stones. The left renal cyst is simple.',
      'The liver is normal in size.\nThe gallbladder, which contains stones. The left renal cyst is simple. The bile ducts are not dilated.\nNo free fluid.',
    ],
    [
      'There is hepatic steatosis. Everything else is normal.',
      'There is hepatic steatosis.\nThe gallbladder is thin-walled, without stones. The bile ducts are not dilated.\nBoth kidneys are normal. No free fluid.',
    ],
    // The template says nothing of it, so that its normal text might say the opposite.
    ['All normal except the aorta is ectatic.', 'All normal except the aorta is ectatic.'],
    [
      'All normal except there is a little ascites.',
      'The liver is normal in size.\nThe gallbladder is thin-walled, without stones. The bile ducts are not dilated.\nBoth kidneys are normal. There is a little ascites.',
    ],
    // One of two is enough not to be sure.
    [
      'All normal except the liver is fatty. The aorta is ectatic.',
      'All normal except the liver is fatty. The aorta is ectatic.',
    ],
    ['Almost all normal.', 'Almost all normal.'],
    ['All normal except.', 'All normal except.'],
  ])('%s', (said, text) => {
    expect(findings(said)).toBe(text)
  })

  test('that was asked for names the words that asked', () => {
    const report = mergeReport(dictation(['findings', 'All normal.']), abdomen, aContext)
    expect(report.sections[1]?.text).toEqual([
      {
        text: all,
        source: {
          kind: 'template',
          template: 't',
          version: 1,
          over: { recognitionId: 'r', from: 0, to: 2 },
        },
      },
    ])
  })

  test('is asked for in French too', () => {
    const echographie = aTemplate(
      '## Constatations {#findings}\nrequired\n\nLe foie est normal. La vésicule est fine. Les reins sont normaux.\n',
      '',
      'fr-CA',
    )
    const said = (text: string) => mergeReport(dictation(['findings', text]), echographie, aContext)
    expect(shown(said('Tout est normal sauf la vésicule contient des calculs.'))).toBe(
      'findings: Le foie est normal. La vésicule contient des calculs. Les reins sont normaux.',
    )
    expect(shown(said('Kyste rénal droit. Le reste est normal.'))).toBe(
      'findings: Le foie est normal. La vésicule est fine. Kyste rénal droit.',
    )
  })

  test.each<[said: string, text: string]>([
    [
      'All normal except the right ventricle is dilated.',
      'The left ventricle is normal. The right ventricle is dilated. The aortic valve opens well. The mitral valve is normal.',
    ],
    [
      'All normal except the aortic valve is calcified.',
      'The left ventricle is normal. The right ventricle is normal. The aortic valve is calcified. The mitral valve is normal.',
    ],
    ['All normal except a valve is thick.', 'All normal except a valve is thick.'],
    [
      'All normal except the ventricles are thick.',
      'The ventricles are thick. The aortic valve opens well. The mitral valve is normal.',
    ],
  ])('keeps what is said of the other side, and of another valve: %s', (said, text) => {
    const heart = aTemplate(
      '## Heart {#heart}\nrequired\n\nThe left ventricle is normal. The right ventricle is normal. The aortic valve opens well. The mitral valve is normal.\n',
    )
    expect(shown(mergeReport(dictation(['heart', said]), heart, aContext))).toBe(`heart: ${text}`)
  })

  test('without a heading goes to the one section that has some', () => {
    const onlyOne = aTemplate('## A\n\n## B {#b}\nrequired\n\nThe liver is normal.\n')
    const report = mergeReport(dictation([null, 'All normal.']), onlyOne, aContext)
    expect(shown(report)).toBe('a:  | b: The liver is normal.')
    expect(report.sections[1]?.placed).toBe('cue')
  })
})

describe('a template’s text', () => {
  const echo = aTemplate(
    `## Ventricle {#ventricle}
required

Ejection fraction {{ef}}. Walls {{walls}}.
{{if walls is thick}}
Consider amyloidosis.
{{end}}
{{if patient.sex is female}}
Pregnancy excluded.
{{end}}

## Pelvis {#pelvis}
if: patient.sex is female

The uterus is normal.
`,
    `fields:
  - { id: ef, label: Ejection fraction, kind: number, unit: "%", min: 5, max: 85 }
  - { id: walls, label: Walls, kind: choice, choices: [thin, thick] }
`,
  )
  const merged = (text: string, sex?: string) => {
    const { patient } = aContext
    const { sex: _, ...unknown } = patient ?? { id: '1' }
    const who = { ...aContext, patient: sex ? { ...unknown, sex } : unknown }
    return shown(mergeReport(dictation(['ventricle', text]), echo, who))
  }

  test.each<[said: string, sex: string | undefined, report: string]>([
    ['Ejection fraction 55%.', 'male', 'ventricle: Ejection fraction 55%.'],
    [
      'Ejection fraction 55%. Walls are thick. No thrombus.',
      'male',
      'ventricle: Ejection fraction 55%. Walls thick.\n\nNo thrombus.',
    ],
    ['No thrombus.', 'female', 'ventricle: No thrombus. | pelvis: The uterus is normal.'],
    ['No thrombus.', undefined, 'ventricle: No thrombus. | pelvis: [condition-unknown]'],
    ['Ejection fraction 95%.', 'male', 'ventricle: Ejection fraction 95%.'],
    ['All normal.', 'female', 'ventricle: Pregnancy excluded. | pelvis: The uterus is normal.'],
  ])('%s (%s)', (said, sex, report) => {
    expect(merged(said, sex)).toBe(report)
  })
})

test('a letter has its texts around the sections, its recipients, and a blank where a fact is missing', () => {
  const letter = aTemplate(
    '# Letterhead\nThe clinic\n1 Main St.\n\n# Salutation\nDear {{order.requestedBy}},\n\n# Closing\nYours,\n\n# Signature\n{{author.name}}\nCardiology\n\n## Body\n',
    'layout: letter\nrecipients: [{ role: to, from: order.requestedBy }, { role: copy, name: Records }]\n',
  )
  const report = mergeReport(dictation(), letter, aContext)
  expect(report.letterhead?.map(plain)).toEqual(['The clinic', '1 Main St.'])
  expect(plain(report.salutation)).toBe('Dear [not-dictated],')
  expect(plain(report.closing)).toBe('Yours,')
  expect(report.signatureBlock?.map(plain)).toEqual(['Dr. Author', 'Cardiology'])
  expect(report.recipients).toEqual([{ role: 'copy', name: 'Records', lines: [] }])
  const order = { requestedBy: 'Dr. Maple' }
  const sent = mergeReport(dictation(), letter, { ...aContext, order })
  expect(plain(sent.salutation)).toBe('Dear Dr. Maple,')
  expect(sent.recipients?.[0]).toEqual({ role: 'to', name: 'Dr. Maple', lines: [] })
})
