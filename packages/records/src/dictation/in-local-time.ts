/**
 * ISO 8601 with the hospital's own date: a dictation of nine in the evening in Montréal is not
 * tomorrow's, as it would be in UTC. The time zone is the machine's (`TZ`).
 */
export function inLocalTime(instant: Date): string {
  const minutesWest = instant.getTimezoneOffset()
  const local = new Date(instant.getTime() - minutesWest * 60_000).toISOString().slice(0, -1)
  const ahead = Math.abs(minutesWest)
  const part = (number: number) => String(number).padStart(2, '0')
  return `${local}${minutesWest > 0 ? '-' : '+'}${part(Math.floor(ahead / 60))}:${part(ahead % 60)}`
}
