import { characterOfNoText } from '../language/characters-of-no-text.ts'
import { type MacroPart, macroLimits } from './macro.ts'

export type BodyProblem = { readonly offset: number; readonly message: string }

/** A macro's text cut at its fill-ins, and everything that is wrong with them. Never throws. */
export function readMacroBody(body: string): {
  readonly parts: readonly MacroPart[]
  readonly problems: readonly BodyProblem[]
} {
  const parts: MacroPart[] = []
  const problems: BodyProblem[] = []
  let at = 0
  while (at < body.length) {
    const open = body.indexOf('{{', at)
    const text = body.slice(at, open === -1 ? body.length : open)
    const stray = text.indexOf('}}')
    if (stray !== -1) {
      problems.push({ offset: at + stray, message: 'These braces close nothing.' })
    }
    if (text !== '') parts.push({ kind: 'text', text })
    if (open === -1) break
    const close = body.indexOf('}}', open)
    if (close === -1) {
      problems.push({ offset: open, message: 'These braces are never closed: "}}" is missing.' })
      break
    }
    const fillIn = readFillIn(body.slice(open + 2, close))
    if (typeof fillIn === 'string') problems.push({ offset: open, message: fillIn })
    else parts.push(fillIn)
    at = close + 2
  }
  return { parts, problems: [...problems, ...wrongAsAWhole(body, parts)] }
}

/** The fill-in, or what is wrong with it. */
function readFillIn(inside: string): MacroPart | string {
  if (inside.includes('{{')) return 'A fill-in cannot stand within a fill-in.'
  if (inside.includes('\n')) return 'A fill-in stands on one line.'
  const colon = inside.indexOf(':')
  const label = (colon === -1 ? inside : inside.slice(0, colon)).trim()
  if (label === '') return 'A fill-in needs a name between its braces: {{name}}.'
  if (label.length > macroLimits.labelLength) {
    return `The name of a fill-in has at most ${macroLimits.labelLength} characters.`
  }
  if (colon === -1) return { kind: 'fill-in', label, choices: [] }
  const choices = inside
    .slice(colon + 1)
    .split('|')
    .map((choice) => choice.trim())
  if (choices.includes('')) return 'Choices stand between upright strokes: {{name: one | other}}.'
  if (choices.length > macroLimits.choices) {
    return `A fill-in has at most ${macroLimits.choices} choices.`
  }
  return { kind: 'fill-in', label, choices }
}

function wrongAsAWhole(body: string, parts: readonly MacroPart[]): readonly BodyProblem[] {
  const problems: BodyProblem[] = []
  if (body.trim() === '') problems.push({ offset: 0, message: 'A macro needs a text.' })
  const strange = characterOfNoText(body)
  if (strange !== null) {
    problems.push({ offset: strange, message: 'The text holds a character of no text here.' })
  }
  if (body.length > macroLimits.bodyLength) {
    problems.push({
      offset: macroLimits.bodyLength,
      message: `A macro’s text has at most ${macroLimits.bodyLength} characters.`,
    })
  }
  if (parts.filter(({ kind }) => kind === 'fill-in').length > macroLimits.fillIns) {
    problems.push({ offset: 0, message: `A macro has at most ${macroLimits.fillIns} fill-ins.` })
  }
  const ruler = /^---[ \t]*$/m.exec(body)
  if (ruler) {
    problems.push({
      offset: ruler.index,
      message: 'A line of three hyphens begins the next macro; it cannot stand in a text.',
    })
  }
  return problems
}
