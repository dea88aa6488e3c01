import type { Locale } from '@plume/transcript'

/** A text that is kept ready under a name: a "normal", a standard sentence. */
export type Macro = {
  readonly name: string
  readonly locale: Locale
  /** Other ways of saying its name. */
  readonly spoken: readonly string[]
  /** The text, with `{{label}}` or `{{label: choice | choice}}` where something is filled in. */
  readonly body: string
}

/** A macro as it is kept: what a run that it wrote can name as its source. */
export type KeptMacro = Macro & { readonly id: string; readonly version: number }

export type MacroPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fill-in'; readonly label: string; readonly choices: readonly string[] }

/** No person fills in more than these; a guard against a file that holds no macro. */
export const macroLimits = {
  nameLength: 100,
  spokenNames: 20,
  bodyLength: 20_000,
  fillIns: 100,
  labelLength: 80,
  choices: 20,
} as const
