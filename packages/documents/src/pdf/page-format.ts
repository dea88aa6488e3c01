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
}

/** Points of so many millimetres. */
export function pointsOf(millimetres: number): number {
  return (millimetres / 25.4) * 72
}

const margins = { top: 64, bottom: 62, left: 62, right: 62 }

/** Letter paper in North America (ANSI/ASME Y14.1), A4 elsewhere (ISO 216). */
export function pageFormat(locale: Locale): PageFormat {
  return locale === 'fr-FR'
    ? { size: 'A4', width: 595.28, height: 841.89, margins }
    : { size: 'LETTER', width: 612, height: 792, margins }
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
