import type { Atom } from '../reading/atoms.ts'
import { close, type Step, valueFrom } from '../reading/match-atoms.ts'
import { digits, type Rule } from '../reading/rule.ts'
import { unitStep } from './measure-steps.ts'
import { withMark } from './read-glued-unit.ts'
import type { SaidUnit } from './said-unit.ts'

const glued = /^(\d+(?:[.,]\d+)?(?:[x×]\d+(?:[.,]\d+)?){1,2})(cm|mm)?$/i

/** "2x3 cm", "8x6mm", as an engine writes it: 2 x 3 cm. "4x4 gauze" has no unit and stays. */
export function gluedDimensionsRule(
  unitAt: (atoms: readonly Atom[], from: number) => SaidUnit | null,
): Rule {
  return {
    begins: new Set([digits]),
    read: (reading, at) => {
      const { atoms, firstAtom } = reading
      const from = firstAtom[at] ?? 0
      const [, sides, own = ''] = glued.exec(atoms[from]?.text ?? '') ?? []
      if (sides === undefined) return null
      const unit = own === '' && close(atoms, from + 1) !== '' ? unitAt(atoms, from + 1) : null
      if (own === '' && unit?.quantity !== 'length') return null
      const write: Step['write'] = ({ dimensionSign, decimalMark, unitSpace }) =>
        sides
          .split(/[x×]/i)
          .map((side) => withMark(side, decimalMark))
          .join(` ${dimensionSign} `) + (own === '' ? '' : unitSpace + own)
      const span = valueFrom(reading, 'measure', [
        { from, to: from + 1, rule: 'measure.dimensions', write },
        ...(unit ? [unitStep(unit)] : []),
      ])
      return span && [span]
    },
  }
}
