import type { Recognition, ReportText, Run, TracedText } from '@plume/transcript'

/** Small reports for tests. */

const when = '2025-03-03T10:00:00.000Z'

/** Words said one second apart, half a second long each. */
export function aRecognition(text: string): Recognition {
  const words = text.split(' ').map((word, index) => ({
    text: word,
    startMs: index * 1_000,
    endMs: index * 1_000 + 500,
  }))
  return {
    id: 'r1',
    language: 'en',
    engine: { engine: 'scripted', model: 'none', modelSha256: '0', demonstrationOnly: true },
    durationMs: words.length * 1_000,
    words,
  }
}

export function dictated(text: string, from: number, to = from + 1): Run {
  return {
    text,
    source: { kind: 'dictated', words: { recognitionId: 'r1', from, to }, rules: [] },
  }
}

export function typedBy(by: string, text: string): Run {
  return { text, source: { kind: 'typed', by, at: when } }
}

export function aReportText(parts: {
  readonly findings?: TracedText
  readonly impression?: TracedText
  readonly fields?: ReportText['fields']
  readonly unplaced?: TracedText
}): ReportText {
  return {
    template: { id: 'chest-xray', version: 1, locale: 'en-CA' },
    title: 'Chest X-ray',
    fields: parts.fields ?? [],
    sections: [
      { id: 'findings', heading: 'Findings', required: true, text: parts.findings ?? [] },
      { id: 'impression', heading: 'Impression', required: false, text: parts.impression ?? [] },
    ],
    unplaced: parts.unplaced ?? [],
    addenda: [],
  }
}
