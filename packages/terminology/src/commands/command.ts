/** What somebody may ask of the writer by voice, as a person switches it on or off. Marks have families too. */
export const commandFamilies = [
  'period',
  'comma',
  'colon',
  'semicolon',
  'question',
  'exclaim',
  'ellipsis',
  'hyphen',
  'dash',
  'slash',
  'parens',
  'brackets',
  'quotes',
  'apostrophe',
  'percent',
  'plus',
  'times',
  'symbols',
  'compare',
  'newline',
  'newpar',
  'newpage',
  'cap',
  'caps',
  'allcaps',
  'nocaps',
  'spell',
  'bold',
  'heading',
  'list',
  'scratch',
  'repair',
  'goto',
  'template',
  'blank',
  'note',
  'escape',
  'end',
  'filler',
] as const
export type CommandFamily = (typeof commandFamilies)[number]

/** 'capital' and 'small' are about the first letter; 'title' about the first of every word; 'name': one capital alone. */
export type Letters = 'capital' | 'small' | 'title' | 'capitals' | 'smalls' | 'name'

/** What is said to whoever writes, and not to whoever reads. */
export type AsideKind = 'note-to-secretary' | 'copy-to'

/** What a person is told of words that left the text. */
export type NoteKind = AsideKind | 'taken-back' | 'value-taken-back'

/** A command that changes other words than its own. It is read where it stands and obeyed afterwards. */
export type Command =
  /** "Scratch that": takes back the sentence, or the word, that was said last. */
  | { readonly kind: 'strike'; readonly what: 'sentence' | 'word' }
  /**
   * "Correction": puts what follows in place of the same kind of thing before it. `isSure`: the words can hardly
   * be anything else, so that a correction that cannot be made is shown.
   */
  | { readonly kind: 'repair'; readonly isSure: boolean }
  /** "No", "wait": between two of a kind it may be a correction; never carried out, always shown. */
  | { readonly kind: 'hesitate' }
  /** « Remplacez gauche par droit »: the words between are the old one, those after `to` the new one. */
  | { readonly kind: 'replace'; readonly old: { readonly from: number; readonly to: number } }
  /** "All caps": how the next word is to be written, or all of them until it is turned off, or the word before. */
  | { readonly kind: 'letters'; readonly how: Letters; readonly reach: 'next' | 'on' | 'before' }
  | { readonly kind: 'letters-off' }
  /** "No space": joins the next word to the one before, or all of them until it is turned off. */
  | { readonly kind: 'join'; readonly reach: 'next' | 'on' }
  | { readonly kind: 'join-off' }
  /** "Bold", "end bold": reports are plain text, the command goes. */
  | { readonly kind: 'style'; readonly edge: 'begin' | 'end' }
  /** "Leave a blank": a gap that somebody must fill before the report is final. */
  | { readonly kind: 'blank' }
  /** "Note to the secretary", "copy to Dr. Roe": what follows is no part of the text. */
  | { readonly kind: 'aside'; readonly aside: AsideKind }
  /** « J'épelle »: the letters that follow are the word before. */
  | { readonly kind: 'spell' }
  /** "You know": leaves nothing. */
  | { readonly kind: 'filler' }
  /** "End of dictation": nothing that follows is part of it. */
  | { readonly kind: 'end' }
