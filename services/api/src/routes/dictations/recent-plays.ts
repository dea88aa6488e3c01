/** A player asks for many ranges in one sitting: those within this time are one listening. */
const sittingMs = 10 * 60_000
/** Far more than there are people times recordings in ten minutes. */
const mostRemembered = 10_000

/** Tells a new listening from the further requests of one that was recorded already. */
export function createRecentPlays() {
  const lastRecorded = new Map<string, number>()
  return {
    /** `play`: who listens to what. True is remembered: it has to be recorded then. */
    isNew(play: string, now: Date): boolean {
      const last = lastRecorded.get(play)
      if (last !== undefined && now.getTime() - last < sittingMs) return false
      // Oldest first: a map keeps the order of insertion. To forget one costs an event too many.
      const oldest = lastRecorded.keys().next().value
      if (lastRecorded.size >= mostRemembered && oldest !== undefined) lastRecorded.delete(oldest)
      lastRecorded.delete(play)
      lastRecorded.set(play, now.getTime())
      return true
    },
  }
}
