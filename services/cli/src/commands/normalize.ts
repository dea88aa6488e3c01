import {
  recognitionFromText,
  type WriteOptions,
  type WrittenText,
  writeDictation,
} from '@plume/terminology'
import type { TracedText } from '@plume/transcript'
import type { Command } from '../command.ts'
import { linesOf } from '../lines-of.ts'
import { localeFrom, requiredLocale } from '../locale-option.ts'
import { starterSuggester, starterTerms } from '../starter-terms.ts'
import { writeLine } from '../write-line.ts'

export const normalize: Command = {
  positionals: [],
  options: {
    locale: requiredLocale,
    fragment: { type: 'boolean', help: 'add no capital or full stop that was not said' },
    json: { type: 'boolean', help: 'one object a line: text, runs, suggestions, findings' },
  },
  details: [
    'Reads one utterance per line of standard input and writes one line for each. A line break',
    'inside a written text is printed as the two characters \\n; with --json as in any JSON string.',
    'Terms are those of the starter lexicon; a site’s own lists need its database: plume lexicon check.',
    'An utterance has no template, so section names stay in the text.',
  ],
  run: async ({ values }, { stdin, stdout }) => {
    const locale = localeFrom(values.locale)
    const options = {
      locale,
      headings: [],
      fragment: values.fragment === true,
      terms: starterTerms(locale),
      ...(values.json ? { suggester: await starterSuggester(locale) } : {}),
    }
    let number = 0
    for await (const line of linesOf(stdin)) {
      number += 1
      const written = writeUtterance(line, `line-${number}`, options)
      await writeLine(stdout, values.json ? asJson(written) : asLine(runsOf(written)))
    }
  },
}

function writeUtterance(line: string, id: string, options: WriteOptions): WrittenText {
  return writeDictation(recognitionFromText(line, { id, locale: options.locale }), options)
}

/** Without headings there is one part at most, so that a place in it is a place in the whole. */
function runsOf({ parts }: WrittenText): TracedText {
  return parts.flatMap((part) => part.text)
}

function textOf(runs: TracedText): string {
  return runs.map(({ text }) => text).join('')
}

function asLine(runs: TracedText): string {
  return textOf(runs).replaceAll('\n', '\\n')
}

function asJson(written: WrittenText): string {
  const runs = runsOf(written)
  return JSON.stringify({
    text: textOf(runs),
    runs,
    suggestions: written.suggestions.map(({ part: _, ...suggestion }) => suggestion),
    findings: written.findings.map(({ part: _, ...finding }) => finding),
  })
}
