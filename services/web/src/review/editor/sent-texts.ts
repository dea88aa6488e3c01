import type { ReportText } from '@plume/transcript'
import type { Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import { applySavedSources } from './apply-saved-sources.ts'

/** A text on its way to the server, as it stood when it was sent. */
export type SentText = {
  readonly text: ReportText
  /** Takes over what the server made of it; null if that cannot be known. */
  readonly arrived: (saved: ReportText | null) => void
}

/** Remembers what was sent and what was typed since, so that a late answer finds its words. */
export type SentTexts = {
  send(text: ReportText): SentText
  /** Must hear of every transaction. */
  notice(tr: Transaction): void
}

export function createSentTexts(view: EditorView): SentTexts {
  const underway = new Set<Mapping>()
  return {
    notice(tr) {
      for (const since of underway) since.appendMapping(tr.mapping)
    },
    send(text) {
      const sent = view.state.doc
      const since = new Mapping()
      underway.add(since)
      return {
        text,
        arrived(saved) {
          underway.delete(since)
          if (view.isDestroyed || !saved) return
          const tr = applySavedSources(view.state, sent, since, saved)
          if (tr.docChanged) view.dispatch(tr)
        },
      }
    },
  }
}
