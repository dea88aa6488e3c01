import type { Words } from '../language/en.ts'

/** Something a person can do, by button or by key. Buttons, keys and the help page derive from it. */
export type Command<Context> = {
  readonly id: keyof Words['commands']['labels']
  readonly group: keyof Words['commands']['groups']
  /** The first key is the one shown. `Mod` is Ctrl, or Cmd on a Mac. */
  readonly keys: readonly string[]
  /** `text`: the keys mean this only while the cursor is in the report's text. */
  readonly where: 'page' | 'text'
  readonly isEnabled: (context: Context) => boolean
  /** False leaves the key to its usual meaning. */
  readonly perform: (context: Context) => boolean
}

export type KeyPress = {
  readonly key: string
  /** The physical key, such as `KeyP`. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** The command that a key press means, if it is enabled. */
export function commandFor<Context>(
  commands: readonly Command<Context>[],
  press: KeyPress,
  context: Context,
  options: { readonly inText: boolean },
): Command<Context> | null {
  const meant = commands.find(
    (command) =>
      (command.where === 'page' || options.inText) &&
      command.keys.some((key) => isPressed(key, press)),
  )
  return meant?.isEnabled(context) ? meant : null
}

export function isPressed(key: string, press: KeyPress): boolean {
  const parts = key.split('+')
  const name = parts.at(-1) ?? ''
  const isModified =
    press.shiftKey === parts.includes('Shift') &&
    press.altKey === parts.includes('Alt') &&
    (press.ctrlKey || press.metaKey) === parts.includes('Mod') &&
    // AltGr is Ctrl+Alt on Windows and writes characters on a French keyboard.
    !(press.ctrlKey && press.altKey)
  return isModified && (press.key.toLowerCase() === name.toLowerCase() || isPhysical(name, press))
}

/** With Alt a Mac writes a character (Alt+P is π): there the physical key decides. */
function isPhysical(name: string, press: KeyPress): boolean {
  return press.altKey && /^[A-Z]$/.test(name) && press.code === `Key${name}`
}

/** A key as people read it: "Ctrl+S" (« Maj+F7 »). */
export function keyName(key: string, names: Words['commands']['keyNames']): string {
  return key
    .split('+')
    .map((part) => (isNamed(part, names) ? names[part] : part))
    .join('+')
}

function isNamed(
  part: string,
  names: Words['commands']['keyNames'],
): part is keyof Words['commands']['keyNames'] {
  return Object.hasOwn(names, part)
}
