import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'

/** Faces of the report's own fonts, and the one that has what they lack. */
export type Face = 'regular' | 'bold' | 'italic' | 'fallback'

const files: Readonly<Record<Face, string>> = {
  regular: 'SourceSans3-Regular.ttf',
  bold: 'SourceSans3-SemiBold.ttf',
  italic: 'SourceSans3-Italic.ttf',
  fallback: 'DejaVuSans.ttf',
}
export const faces = Object.keys(files) as readonly Face[]

const loaded = new Map<Face, { readonly bytes: Buffer; readonly font: Font }>()

/** Read once: a font is parsed for every document, but its file is not opened again. */
export function fontOf(face: Face): { readonly bytes: Buffer; readonly font: Font } {
  const known = loaded.get(face)
  if (known) return known
  const bytes = readFileSync(new URL(`../../fonts/${files[face]}`, import.meta.url))
  const font = create(bytes)
  if (!('glyphForCodePoint' in font)) throw new Error(`${files[face]} is a collection of fonts`)
  const entry = { bytes, font }
  loaded.set(face, entry)
  return entry
}

/** Text that one face can draw, in one direction. */
export type Stretch = {
  readonly text: string
  readonly face: Face
  readonly isRightToLeft: boolean
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u
/** Joiners and variation marks have no glyph of their own. */
const unseen = /\p{Default_Ignorable_Code_Point}/u

/**
 * Cuts text where another font must draw it. A character that no font has is written as its code, (U+1F9E0): it is never
 * left out, and never an empty box.
 */
export function stretchesOf(text: string, face: Face): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const character of text) {
    if (unseen.test(character)) continue
    const drawn = faceFor(character, face)
    const shown = drawn === null ? codeOf(character) : character
    const isRightToLeft = drawn !== null && rightToLeft.test(character)
    const last = stretches.at(-1)
    if (last?.face === (drawn ?? face) && last.isRightToLeft === isRightToLeft) {
      stretches[stretches.length - 1] = { ...last, text: last.text + shown }
    } else stretches.push({ text: shown, face: drawn ?? face, isRightToLeft })
  }
  return stretches
}

const known = new Map<string, Face | null>()

function faceFor(character: string, face: Face): Face | null {
  const key = face + character
  const found = known.get(key)
  if (found !== undefined) return found
  const drawn = has(face, character) ? face : has('fallback', character) ? 'fallback' : null
  // Common characters are few; a text of rare ones must not fill the memory.
  if (known.size < 20_000) known.set(key, drawn)
  return drawn
}

function has(face: Face, character: string): boolean {
  return fontOf(face).font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
}

function codeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `(U+${code})`
}
