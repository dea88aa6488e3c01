import { atomBefore } from '../reading/reading.ts'
import { digits, type Rule } from '../reading/rule.ts'
import { inDoubt } from '../reading/span.ts'

const dayAndMonth = /^(0?[1-9]|1[0-2])([/-])(0?[1-9]|1[0-2])\2[12]\d{3}$/

/**
 * "03/04/2024" as an engine wrote it: which number is the month was not said, as where it was spoken. `isDayFirst` says
 * what word before it makes it sure: « né le 03/04/1956 ».
 */
export function writtenDateRule(isDayFirst: (before: string) => boolean): Rule {
  return {
    begins: new Set([digits]),
    read: ({ tokens }, at) => {
      const [written, first, , second] = dayAndMonth.exec(tokens[at]?.core ?? '') ?? []
      if (written === undefined || Number(first) === Number(second)) return null
      if (isDayFirst(atomBefore(tokens, at))) return null
      return inDoubt(at, at + 1, 'ambiguous-date')
    },
  }
}
