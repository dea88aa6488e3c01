import { useState } from 'react'

/** What is open over a list of things that are kept. */
export type OpenThing<Thing> =
  | { readonly to: 'edit' | 'remove'; readonly thing: Thing }
  | { readonly to: 'make' }

export type KeptThings<Thing> = {
  readonly open: OpenThing<Thing> | null
  readonly setOpen: (open: OpenThing<Thing> | null) => void
  /** What happened last, in a sentence. */
  readonly said: string
  /** Grows with each change: a reason to ask for the list again. */
  readonly changes: number
  readonly changed: (sentence: string) => void
}

/** The state of a page on which things are made, changed and removed. */
export function useKeptThings<Thing>(): KeptThings<Thing> {
  const [open, setOpen] = useState<OpenThing<Thing> | null>(null)
  const [said, setSaid] = useState('')
  const [changes, setChanges] = useState(0)
  return {
    open,
    setOpen,
    said,
    changes,
    changed(sentence) {
      setOpen(null)
      setSaid(sentence)
      setChanges(changes + 1)
    },
  }
}
