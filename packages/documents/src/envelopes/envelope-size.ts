/** An envelope and where its address stands, in millimetres. */
export type EnvelopeSize = {
  readonly width: number
  readonly height: number
  /** Of the address block's upper left corner. */
  readonly addressLeft: number
  readonly addressTop: number
}

/**
 * DL: ISO 269. Number 10: 9 1/2 by 4 1/8 inches. The address stands where Canada Post reads it (Canada Postal
 * Guide, addressing guidelines): at least 40 mm below the upper edge, 15 mm from the sides, 19 mm above the lower edge.
 */
export const envelopeSizes = {
  dl: { width: 220, height: 110, addressLeft: 100, addressTop: 42 },
  no10: { width: 241.3, height: 104.8, addressLeft: 110, addressTop: 41 },
} as const satisfies Record<string, EnvelopeSize>

export type EnvelopeName = keyof typeof envelopeSizes

/** Around what the sender prints, in millimetres. */
export const envelopeMargins = { left: 12, top: 10, right: 15 } as const
