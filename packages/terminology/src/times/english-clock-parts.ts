import type { WritingProfile } from '../locale-profile.ts'
import type { NumberGroup } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

type Half = 'a' | 'p'
type Said<Value> = { readonly value: Value; readonly to: number }

export const isHour = ({ digits, shape }: NumberGroup) =>
  shape !== 'oh' && shape !== 'repeated' && /^(?:[1-9]|1\d|2[0-4])$/.test(digits)

/** "thirty", "oh five", "fifteen". */
export function minutesOf(groups: readonly NumberGroup[]): string | null {
  const [first, second, more] = groups
  if (!first || more) return null
  if (first.shape === 'oh') return second?.shape === 'digit' ? `0${second.digits}` : null
  return !second && /^[1-5]\d$/.test(first.digits) ? first.digits : null
}

/** "p.m." as an engine or a person wrote it. */
export const isWrittenHalf = (atoms: readonly Atom[], at: number) => close(atoms, at).includes('.')

/** "p m", "pm", "p.m.", "in the morning" is left in words. */
export function halfAt(atoms: readonly Atom[], at: number): Said<Half> | null {
  const word = close(atoms, at)
  const whole = /^([ap])\.?m\.?$/.exec(word)
  if (whole) return { value: whole[1] as Half, to: at + 1 }
  if ((word === 'a' || word === 'p') && close(atoms, at + 1) === 'm')
    return { value: word, to: at + 2 }
  return null
}

/** After "o'clock", where it was said. */
export const oClockTo = (atoms: readonly Atom[], at: number) =>
  /^o'?$/.test(close(atoms, at)) && close(atoms, at + 1) === 'clock' ? at + 2 : null

export function clockSpan(
  reading: Reading,
  clock: Pick<Step, 'from' | 'to' | 'write'>,
  zone: Said<string> | null,
): readonly Span[] | null {
  const span = valueFrom(reading, 'time', [
    { ...clock, rule: 'time.clock' },
    ...(zone
      ? [
          {
            from: clock.to,
            to: zone.to,
            rule: 'time.zone',
            left: 'space',
            write: zone.value,
          } as const,
        ]
      : []),
  ])
  return span && [span]
}

export function writeClock(
  hour: string,
  minutes: string | null,
  half: Half | null,
  { hourMark, meridiem }: WritingProfile,
): string {
  const time = minutes === null ? hour : hour + hourMark + minutes
  return half ? `${time} ${meridiem[half]}` : time
}
