/** What somebody may ask of the writer by voice, as a person switches it on or off. Marks have families too. */
export type CommandFamily =
  | 'period'
  | 'comma'
  | 'colon'
  | 'semicolon'
  | 'question'
  | 'exclaim'
  | 'ellipsis'
  | 'hyphen'
  | 'dash'
  | 'slash'
  | 'parens'
  | 'brackets'
  | 'quotes'
  | 'apostrophe'
  | 'percent'
  | 'plus'
  | 'times'
  | 'symbols'
  | 'compare'
  | 'newline'
  | 'newpar'
  | 'newpage'
  | 'cap'
  | 'caps'
  | 'allcaps'
  | 'nocaps'
  | 'spell'
  | 'bold'
  | 'heading'
  | 'list'
  | 'scratch'
  | 'repair'
  | 'goto'
  | 'template'
  | 'blank'
  | 'note'
  | 'escape'
  | 'end'
  | 'filler'

/** A command that changes other words than its own. It is read where it stands and obeyed afterwards. */
export type Command =
  /** "Scratch that": takes back the sentence, or the word, that was said last. */
  | { readonly kind: 'strike'; readonly what: 'sentence' | 'word' }
  /**
   * "Correction": puts what follows in place of the same kind of thing before it. `isSure`: the words can hardly
   * be anything else, so that a correction that cannot be made is shown.
   */
  | { readonly kind: 'repair'; readonly isSure: boolean }
  /** « Remplacez gauche par droit »: the words between are the old one, those after `to` the new one. */
  | { readonly kind: 'replace'; readonly old: { readonly from: number; readonly to: number } }
  /** "End of dictation": nothing that follows is part of it. */
  | { readonly kind: 'end' }
