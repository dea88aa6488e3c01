import type { Locale } from '@plume/transcript'

/** Lengths in points, 72 to the inch. */
export type PageFormat = {
  readonly size: 'LETTER' | 'A4' | [width: number, height: number]
  readonly width: number
  readonly height: number
  readonly margins: {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
  }
  /** Upper left corner of where a letter's address shows in the window of its envelope. */
  readonly addressWindow?: { readonly left: number; readonly top: number }
}

/** Points of so many millimetres. */
export function pointsOf(millimetres: number): number {
  return (millimetres / 25.4) * 72
}

const margins = { top: 64, bottom: 62, left: 62, right: 62 }

/**
 * Letter paper in North America (ANSI/ASME Y14.1), A4 elsewhere (ISO 216), folded in three. The window of a number 10
 * envelope is at the left, 1 1/8 inch high and half an inch above its lower edge; that of a French DL envelope is at the
 * right (NF Z 11-001).
 */
export function pageFormat(locale: Locale): PageFormat {
  return locale === 'fr-FR'
    ? {
        size: 'A4',
        width: 595.28,
        height: 841.89,
        margins,
        addressWindow: { left: pointsOf(110), top: pointsOf(50) },
      }
    : {
        size: 'LETTER',
        width: 612,
        height: 792,
        margins,
        addressWindow: { left: margins.left, top: 172 },
      }
}

/** The report's colours: the ink of text, what is less important, lines, what somebody has to look at. */
export const colors = {
  ink: '#1c2430',
  quiet: '#566273',
  line: '#c9d1db',
  accent: '#1f5f8b',
  amber: '#6b4a00',
  amberFill: '#fff3cf',
  red: '#8c1d18',
  redFill: '#fdeaea',
  panel: '#f4f6f9',
} as const
