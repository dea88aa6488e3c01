/** One line for the person who started Plume. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** A line that is overwritten by the next one on a terminal, and left out where nobody looks. */
export function sayPassing(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[2K${line}`)
}

/** Ends a passing line. */
export function clearPassing(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[2K')
}

/** What stops the start: a sentence for a person, no stack. */
export class CannotStart extends Error {}
