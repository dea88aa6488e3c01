import { type LintedText, lintedTextSchema } from '@plume/contracts'
import { lintText } from '@plume/terminology'
import type { Command } from '../command.ts'
import { linesOf } from '../lines-of.ts'
import { localeFrom, requiredLocale } from '../locale-option.ts'
import { Refused } from '../refused.ts'
import { writeLine } from '../write-line.ts'

type TextFinding = ReturnType<typeof lintText>[number]

export const lint: Command = {
  positionals: [],
  options: {
    locale: requiredLocale,
    json: {
      type: 'boolean',
      help: 'lines are objects: text, patient; the answer is an array a line',
    },
  },
  details: [
    'Reads one finished text per line of standard input; the two characters \\n in it are a line break.',
    'Prints a line for each finding: line of the text, start and end (UTF-16), severity, kind, the words, what to write',
    'instead, and why. With --json each line is { "text": ..., "patient"?: { "sex"?: "female" | "male",',
    '"age"?: years } } and is answered by one line, an array of findings.',
  ],
  run: async ({ values }, { stdin, stdout }) => {
    const locale = localeFrom(values.locale)
    let number = 0
    for await (const line of linesOf(stdin)) {
      number += 1
      if (values.json) {
        const { text, patient } = parseLine(line, number)
        const findings = lintText(text, { locale, ...(patient ? { patient } : {}) })
        await writeLine(stdout, JSON.stringify(findings))
      } else {
        // As many characters as before, so that places stay true.
        const findings = lintText(line.replaceAll('\\n', '\n\n'), { locale })
        for (const finding of findings) await writeLine(stdout, asLine(finding, number))
      }
    }
  },
}

function parseLine(line: string, number: number): LintedText {
  const parsed = lintedTextSchema.safeParse(jsonOrNothing(line))
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new Refused(
    'bad-line',
    `line ${number} of the input is not a text to lint${path ? ` (${path})` : ''}`,
    'Give one object a line: { "text": "...", "patient": { "sex": "female", "age": 54 } }, patient if known.',
  )
}

function jsonOrNothing(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function asLine(finding: TextFinding, number: number): string {
  const { start, end, severity, kind, text, proposed, reason, source } = finding
  const words = proposed === undefined ? `"${text}"` : `"${text}" -> "${proposed}"`
  return `${number}:${start}-${end} ${severity} ${kind} ${words} ${reason} (${source})`
}
