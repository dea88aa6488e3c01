import type { Command } from '../../keyboard/command.ts'
import type { EditorCommand, ReportEditor } from '../editor/report-editor.ts'
import type { DeskFindings } from '../findings/use-findings.ts'
import type { Player } from '../player/player.ts'

export type PanelTab = 'source' | 'checks' | 'versions' | 'keys'

/** What the commands of the review page act on. */
export type ReviewContext = {
  readonly player: Player | null
  readonly editor: ReportEditor | null
  /** Null while an older version lies before the text. */
  readonly findings: DeskFindings | null
  readonly mayEdit: boolean
  readonly hasRecording: boolean
  readonly toggleFollow: () => void
  readonly saveNow: () => void
  readonly finalise: () => void
  readonly chooseMacro: () => void
  /** Makes a letter, or chooses to whom it goes; null where there is none to be made. */
  readonly letter: (() => void) | null
  /** Puts the text into another template; null where that cannot be done. */
  readonly chooseTemplate: (() => void) | null
  readonly showTab: (tab: PanelTab) => void
}

type ReviewCommand = Command<ReviewContext>

/**
 * Every key of the review page. Listening is on function keys, which write nothing on any keyboard
 * and which foot pedals can send; keys that browsers need (F3, F5, F6, F11, F12) are left alone.
 */
export const reviewCommands: readonly ReviewCommand[] = [
  listening('play-pause', ['F7', 'Alt+P'], (player) => player.toggle()),
  {
    id: 'play-here',
    group: 'listen',
    where: 'page',
    keys: ['Shift+F7'],
    isEnabled: ({ player, editor, hasRecording }) => hasRecording && !!player && !!editor,
    perform({ player, editor }) {
      const piece = editor?.voice.listenFrom()
      if (piece) player?.playFrom(piece.startMs)
      return true
    },
  },
  listening('back', ['F9'], (player) => player.back()),
  listening('forward', ['F10'], (player) => player.forward()),
  listening('slower', ['F2'], (player) => player.slower()),
  listening('faster', ['F4'], (player) => player.faster()),
  {
    id: 'follow-voice',
    group: 'listen',
    where: 'page',
    keys: ['Alt+V'],
    isEnabled: ({ hasRecording }) => hasRecording,
    perform: ({ toggleFollow }) => done(toggleFollow),
  },
  writing('next-blank', ['F8']),
  writing('previous-blank', ['Shift+F8']),
  { ...writing('next-blank-or-leave', ['Tab']), where: 'text' },
  writing('leave-blank', ['Alt+B']),
  {
    id: 'insert-macro',
    group: 'write',
    where: 'page',
    keys: ['Alt+M'],
    isEnabled: ({ mayEdit }) => mayEdit,
    perform: ({ chooseMacro }) => done(chooseMacro),
  },
  checking('next-finding', ['Alt+N'], (findings) => findings.next()),
  checking('previous-finding', ['Alt+Shift+N'], (findings) => findings.previous()),
  deciding('take-proposal', ['Alt+Enter'], ({ take }, current) => take(current)),
  deciding('look-at-finding', ['Alt+K'], ({ look }, current) => look(current)),
  undoing('undo', ['Mod+Z']),
  undoing('redo', ['Mod+Y', 'Mod+Shift+Z']),
  {
    id: 'save',
    group: 'finish',
    where: 'page',
    keys: ['Mod+S'],
    isEnabled: ({ mayEdit }) => mayEdit,
    perform: ({ saveNow }) => done(saveNow),
  },
  {
    id: 'finalise',
    group: 'finish',
    where: 'page',
    keys: ['Mod+Enter'],
    isEnabled: ({ mayEdit }) => mayEdit,
    perform: ({ finalise }) => done(finalise),
  },
  {
    id: 'letter',
    group: 'finish',
    where: 'page',
    keys: ['Alt+L'],
    isEnabled: ({ letter }) => letter !== null,
    perform: ({ letter }) => done(() => letter?.()),
  },
  {
    id: 'template',
    group: 'write',
    where: 'page',
    keys: ['Alt+T'],
    isEnabled: ({ chooseTemplate }) => chooseTemplate !== null,
    perform: ({ chooseTemplate }) => done(() => chooseTemplate?.()),
  },
  looking('show-source', ['Alt+S'], 'source'),
  looking('show-checks', ['Alt+C'], 'checks'),
  looking('show-versions', ['Alt+H'], 'versions'),
  looking('show-keys', ['F1'], 'keys'),
]

/** The key that is shown for a command. */
export function keyOf(id: ReviewCommand['id']): string {
  return reviewCommands.find((command) => command.id === id)?.keys[0] ?? ''
}

function done(act: () => void): boolean {
  act()
  return true
}

function listening(
  id: ReviewCommand['id'],
  keys: readonly string[],
  act: (player: Player) => void,
): ReviewCommand {
  return {
    id,
    group: 'listen',
    where: 'page',
    keys,
    isEnabled: ({ player, hasRecording }) => hasRecording && player !== null,
    perform({ player }) {
      if (player) act(player)
      return true
    },
  }
}

function writing(id: ReviewCommand['id'] & EditorCommand, keys: readonly string[]): ReviewCommand {
  return {
    id,
    group: 'write',
    where: 'page',
    keys,
    isEnabled: ({ editor, mayEdit }) => mayEdit && editor !== null,
    perform({ editor }) {
      const acted = editor?.run(id) ?? false
      if (acted) editor?.focus()
      return acted
    },
  }
}

function checking(
  id: ReviewCommand['id'],
  keys: readonly string[],
  act: (findings: DeskFindings) => boolean,
): ReviewCommand {
  return {
    id,
    group: 'check',
    where: 'page',
    keys,
    isEnabled: ({ findings }) => findings !== null,
    perform({ findings, showTab }) {
      showTab('checks')
      return findings ? act(findings) : false
    },
  }
}

function deciding(
  id: ReviewCommand['id'],
  keys: readonly string[],
  act: (decide: NonNullable<DeskFindings['decide']>, current: DeskFindings['current']) => boolean,
): ReviewCommand {
  return {
    ...checking(id, keys, ({ decide, current }) => decide !== null && act(decide, current)),
    isEnabled: ({ findings }) => !!findings?.decide,
  }
}

/** Always taken: the browser's own undo knows nothing of the document and would damage it. */
function undoing(id: ReviewCommand['id'] & EditorCommand, keys: readonly string[]): ReviewCommand {
  return {
    ...writing(id, keys),
    where: 'text',
    isEnabled: ({ editor }) => editor !== null,
    perform({ editor }) {
      editor?.run(id)
      return true
    },
  }
}

function looking(id: ReviewCommand['id'], keys: readonly string[], tab: PanelTab): ReviewCommand {
  return {
    id,
    group: 'look',
    where: 'page',
    keys,
    isEnabled: () => true,
    perform: ({ showTab }) => done(() => showTab(tab)),
  }
}
