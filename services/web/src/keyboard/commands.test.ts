import { describe, expect, it } from 'vitest'
import { en } from '../language/en.ts'
import { fr } from '../language/fr.ts'
import { reviewCommands } from '../review/commands/review-commands.ts'
import { worklistCommands } from '../worklist/worklist-commands.ts'
import { type Command, commandFor, isPressed, type KeyPress, keyName } from './command.ts'

const bare: KeyPress = {
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
}

const tables = [
  ['review page', reviewCommands],
  ['worklist', worklistCommands],
] as const

describe.each(tables)('keys of the %s', (_name, commands) => {
  const keys = commands.flatMap((command) => command.keys)

  it('mean one thing each', () => {
    expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length)
  })

  it('never take a key that types, or one the browser needs', () => {
    for (const key of keys) {
      expect(key).toMatch(/^((Shift\+)?F\d+|(Mod|Alt)\+.+|Tab)$/)
      expect(['F3', 'F5', 'F6', 'F11', 'F12', 'Mod+W', 'Mod+T', 'Mod+N', 'Alt+F4']).not.toContain(
        key,
      )
    }
  })

  it('are named in both languages', () => {
    for (const { id, group } of commands) {
      expect(en.commands.labels[id]).toBeTruthy()
      expect(fr.commands.labels[id]).toBeTruthy()
      expect(en.commands.groups[group]).toBeTruthy()
      expect(fr.commands.groups[group]).toBeTruthy()
    }
  })
})

it('every label belongs to a command', () => {
  const used = tables.flatMap(([, commands]) => commands.map((command) => command.id))
  expect(Object.keys(en.commands.labels).sort()).toEqual([...used].sort())
})

describe('a key press', () => {
  it.each([
    ['F7', { key: 'F7' }, true],
    ['F7', { key: 'F7', shiftKey: true }, false],
    ['Shift+F7', { key: 'F7', shiftKey: true }, true],
    ['Mod+S', { key: 's', ctrlKey: true }, true],
    ['Mod+S', { key: 's', metaKey: true }, true],
    ['Mod+S', { key: 's' }, false],
    ['Mod+Shift+Z', { key: 'Z', ctrlKey: true, shiftKey: true }, true],
    ['Alt+P', { key: 'p', altKey: true }, true],
    ['Alt+P', { key: 'π', code: 'KeyP', altKey: true }, true],
    ['Alt+P', { key: '¶', code: 'KeyP', altKey: true, ctrlKey: true }, false],
    ['Tab', { key: 'Tab', shiftKey: true }, false],
  ])('for %s: %j is it: %s', (key, press, expected) => {
    expect(isPressed(key, { ...bare, ...press })).toBe(expected)
  })

  it('means nothing while its command is not enabled, or outside of the text', () => {
    const command: Command<{ readonly on: boolean }> = {
      id: 'next-blank-or-leave',
      group: 'write',
      where: 'text',
      keys: ['Tab'],
      isEnabled: ({ on }) => on,
      perform: () => true,
    }
    const press = { ...bare, key: 'Tab' }
    expect(commandFor([command], press, { on: true }, { inText: true })).toBe(command)
    expect(commandFor([command], press, { on: false }, { inText: true })).toBeNull()
    expect(commandFor([command], press, { on: true }, { inText: false })).toBeNull()
  })

  it('is shown in the words of the language', () => {
    expect(keyName('Mod+Shift+Z', fr.commands.keyNames)).toBe('Ctrl+Maj+Z')
    expect(keyName('F7', en.commands.keyNames)).toBe('F7')
  })
})
