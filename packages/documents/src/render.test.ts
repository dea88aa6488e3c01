import type { ReportText, Run } from '@plume/transcript'
import fc from 'fast-check'
import { Marked } from 'marked'
import { describe, expect, test } from 'vitest'
import type { DocumentStatus } from './document-status.ts'
import { renderHtml } from './render-html.ts'
import { renderJson } from './render-json.ts'
import { renderMarkdown, renderPlainText } from './render-text.ts'

function dictated(text: string): Run {
  const words = { recognitionId: 'r', from: 0, to: 1 }
  return { text, source: { kind: 'dictated', words, rules: [] } }
}
const blank: Run = { text: '____', source: { kind: 'blank' } }

function aReport(text: string | readonly Run[], changes: Partial<ReportText> = {}): ReportText {
  const runs = typeof text === 'string' ? [dictated(text)] : text
  return {
    template: { id: 'chest-xray', version: 1, locale: 'en-CA' },
    title: 'Chest X-ray',
    fields: [{ id: 'patient', label: 'Patient', text: [dictated('Jane Roe')] }],
    sections: [{ id: 'findings', heading: 'Findings', required: true, text: runs }],
    unplaced: [],
    addenda: [],
    ...changes,
  }
}

const draft: DocumentStatus = {
  status: 'draft',
  newestVersion: 1,
  version: 1,
  locale: 'en-CA',
  signature: null,
  names: {},
  demonstrationEngine: false,
}
const signed: DocumentStatus = {
  ...draft,
  status: 'signed',
  version: 3,
  signature: { byName: 'Dr. Author', at: '2026-03-01T15:04:00Z', hash: 'ab'.repeat(32) },
}

describe('HTML', () => {
  test('shows a very long run of white space without trying it again from each space', () => {
    expect(renderHtml(aReport(`x${'\t'.repeat(100_000)}x`), draft)).toContain('x')
  }, 10_000)

  test.each(['120\v80', '120\u008580', '120\u001b80'])(
    'never joins what %j keeps apart',
    (text) => {
      for (const shown of [
        renderHtml(aReport(text), draft),
        renderPlainText(aReport(text), draft),
      ]) {
        expect(shown).not.toContain('12080')
      }
    },
  )

  test('keeps a field on its own line', () => {
    const forged = [{ id: 'a', label: 'A', text: [dictated('x\nPatient: Forged Person')] }]
    expect(renderPlainText(aReport('y', { fields: forged }), draft)).toContain(
      'A: x Patient: Forged Person',
    )
  })

  test('says of an earlier version that there is a newer one', () => {
    const earlier = { ...draft, status: 'superseded', version: 2, newestVersion: 5 } as const
    const html = renderHtml(aReport('x'), earlier)
    expect(html).toContain('EARLIER VERSION')
    expect(html).toContain('The newest is version 5.')
  })

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['an image with a handler', '<img src=x onerror=alert(1)>'],
    ['a Markdown link', '[click](javascript:alert(1))'],
    ['a Markdown image', '![x](http://example.org/x.png)'],
    ['an automatic link', '<http://example.org>'],
    ['an entity', '&lt;b&gt;'],
    ['a quote out of an attribute', '"><b onclick=1>'],
    ['a heading', '# Impression'],
    ['a list', '1. one\n2. two'],
    ['emphasis and code', '*a* _b_ `c` ~~d~~'],
    ['a table', 'a|b\n-|-\n1|2'],
    ['a rule', '---'],
    ['a backslash', 'C:\\\\temp\\n'],
    ['an unfinished comment', '<!-- hidden'],
    ['spaces at the start', '    code'],
  ])('shows %s as the text it is', (_name, hostile) => {
    const html = renderHtml(
      aReport(hostile, { title: hostile, unplaced: [dictated(hostile)] }),
      draft,
    )
    const body = html.slice(html.indexOf('<body>'))
    expect(body).not.toMatch(/<(script|img|a|b|code|pre|em|strong|ul|ol|li|table|hr|h3)[\s>]/i)
    expect(shownBy(body)).toContain(hostile.replaceAll('\n', ' ').trim().replace(/\s+/g, ' '))
  })

  test('shows every character of any text, and no element but ours', () => {
    const words = fc.string({
      unit: fc.constantFrom(...'ab1 .-_*`<>&"\'#[]()!|~\\=+:;/@{}$%^?,é«'),
      minLength: 1,
    })
    fc.assert(
      fc.property(words, (text) => {
        const html = renderHtml(aReport(text), draft)
        const section = html.slice(html.indexOf('<h2>Findings</h2>'))
        const shown = shownBy(section).slice('Findings'.length).trim()
        expect(shown).toBe(text.replace(/\s+/g, ' ').trim())
      }),
      { numRuns: 500 },
    )
  })

  test('says that a draft is a draft, and that a demonstration engine is one', () => {
    expect(renderHtml(aReport('Clear.'), draft)).toContain('DRAFT – not signed')
    const demo = { ...draft, demonstrationEngine: true }
    expect(renderHtml(aReport('Clear.'), demo)).toContain('Not for clinical use')
    expect(renderHtml(aReport('Clear.'), signed)).not.toContain('DRAFT')
  })

  test('names the signer, the moment and the fingerprint', () => {
    const shown = shownBy(renderHtml(aReport('Clear.'), signed))
    expect(shown).toContain('Signed electronically by Dr. Author, March 1, 2026')
    expect(shown).toContain('Version 3 · Fingerprint abababababababab')
  })

  test('is in French for a French report', () => {
    const html = renderHtml(aReport('Clair.'), { ...draft, locale: 'fr-CA' })
    expect(html).toContain('<html lang="fr-CA">')
    expect(html).toContain('ÉBAUCHE – non signée')
  })

  test('marks a blank as a gap and keeps lines and paragraphs', () => {
    const runs = [dictated('One.\nTwo.\n\nThree '), blank, dictated('.')]
    const html = renderHtml(aReport(runs), draft)
    expect(html).toMatch(/One\.<br\s*\/?>\s*Two\./)
    expect(html.match(/<p dir="auto">/g)).toHaveLength(2)
    expect(html).toContain('aria-label="blank">____</mark>')
  })

  test('shows dictated text without a place in a box of its own', () => {
    const html = renderHtml(aReport('Clear.', { unplaced: [dictated('Lost words.')] }), draft)
    expect(html).toMatch(/<section class="unplaced">[\s\S]*Lost words\./)
  })

  test('drops the marks that would turn text around, and fetches nothing', () => {
    const html = renderHtml(aReport('left\u202Ethgir'), draft)
    expect(html).not.toContain('\u202E')
    expect(html).not.toMatch(/https?:|url\(/)
  })
})

/** What a browser would show, roughly: no tags, entities resolved, white space folded. */
function shownBy(html: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
  return html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, (tag) => (/^<\/?(br|p|h\d|div|d[tl]|section)/.test(tag) ? ' ' : ''))
    .replace(/&(?:#(\d+)|(\w+));/g, (_all, code, name) =>
      code ? String.fromCharCode(Number(code)) : (names[name] ?? '?'),
    )
    .replace(/\s+/g, ' ')
    .trim()
}

test('plain text holds heading, text, blank and state', () => {
  expect(renderPlainText(aReport([dictated('Clear. '), blank]), draft)).toBe(
    `*** DRAFT – not signed ***

Chest X-ray
===========

Patient: Jane Roe

Findings
--------
Clear. ____
`,
  )
})

test('plain text obeys no control character that somebody put in a name', () => {
  const hostile = { ...aReport('Clear.\u001b[2J\u202Eraelc'), title: 'A\u0007B' }
  const shown = renderPlainText(hostile, draft)
  for (const control of ['\u001b', '\u0007', '\u202E']) expect(shown).not.toContain(control)
})

test('a paragraph ends at a blank line, even where the runs meet in its middle', () => {
  const html = renderHtml(aReport([dictated('One.\n'), dictated('\nTwo.')]), draft)
  expect(html.match(/<p dir="auto">/g)).toHaveLength(2)
})

test('without a signature nothing is called signed, whatever the status says', () => {
  expect(renderHtml(aReport('Clear.'), { ...draft, status: 'signed' })).toContain('DRAFT')
})

test('Markdown read by a Markdown reader gives the text back, not markup', () => {
  const hostile = '# not a heading *nor this* [x](y) <b>'
  const html = new Marked().parse(renderMarkdown(aReport(hostile), draft), { async: false })
  expect(html).not.toMatch(/<(em|a|b)[\s>]/)
  expect(shownBy(html)).toContain(hostile)
})

test('addenda stand after the signature, with who and when', () => {
  const text: Run = {
    text: 'Seen again.',
    source: { kind: 'typed', by: 'u', at: '2026-03-02T00:00:00Z' },
  }
  const report = aReport('Clear.', {
    addenda: [{ by: 'u', at: '2026-03-02T00:00:00Z', text: [text] }],
  })
  const shown = renderPlainText(report, {
    ...signed,
    status: 'addended',
    names: { u: 'Dr. Author' },
  })
  expect(shown.indexOf('Signed electronically')).toBeLessThan(shown.indexOf('Addendum'))
  expect(shown).toMatch(/Dr\. Author, March 2, 2026.*\nSeen again\./)
})

test('JSON says for each dictated run where in the recording it was said', () => {
  const engine = { engine: 'e', model: 'm', modelSha256: 'h', demonstrationOnly: false }
  const words = [{ text: 'clear', startMs: 120, endMs: 480 }]
  const recognition = { id: 'r', language: 'en', engine, durationMs: 1000, words } as const
  const json = JSON.parse(renderJson(aReport('Clear.'), draft, [recognition]))
  expect(json.report.sections[0].text[0]).toMatchObject({
    text: 'Clear.',
    startMs: 120,
    endMs: 480,
  })
})

describe('the boxes of a form', () => {
  const blankRun: Run = { text: '____', source: { kind: 'blank' } }
  const form = (text: readonly Run[]) => {
    const fields = [{ id: 'fit', label: 'Fit for work', text, choices: ['yes', 'no'] }]
    return renderPlainText({ ...aReport([]), layout: 'form', fields }, draft).replace(
      /\u00A0/g,
      ' ',
    )
  }

  test.each<[title: string, text: readonly Run[], shown: string]>([
    ['are empty where nothing was said', [], '☐ yes   ☐ no'],
    ['are empty over a blank', [blankRun], '☐ yes   ☐ no'],
    ['have a cross at what was said', [dictated('No.')], '☐ yes   ☒ no'],
    ['give way to another answer', [dictated('In part')], 'In part'],
    [
      'give way to an answer that is not finished',
      [dictated('yes'), dictated(' '), blankRun],
      'yes ____',
    ],
  ])('%s', (_title, text, shown) => {
    expect(form(text)).toContain(`Fit for work: ${shown}\n`)
  })
})

test.each([
  ['en-CA', 'Order: 7'],
  ['fr-CA', 'Order\u00A0: 7'],
  ['fr-FR', 'Order\u00A0: 7'],
] as const)('in %s a label stands before its value as %s', (locale, line) => {
  const fields = [{ id: 'order', label: 'Order', text: [dictated('7')] }]
  const text = renderPlainText({ ...aReport([]), fields }, { ...draft, locale })
  expect(text).toContain(`\n${line}\n`)
})
