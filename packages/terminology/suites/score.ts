/**
 * `npm run score`: how much of the suites the writer gets right, class by class.
 *
 * `--failures CLASS` shows the rows of a class that fail (`unchanged`, `commands`, `changes` and `suggestions` too),
 * `--language en|fr` keeps to one language, `--strict` ends with 1 below a target, `--raise` writes the ratchet.
 */
import { parseArgs } from 'node:util'
import { printFailures } from './print-failures.ts'
import { printScore } from './print-score.ts'
import { raiseRatchet } from './ratchet.ts'
import { languages } from './read-suite.ts'
import { measure } from './score-all.ts'

const { values } = parseArgs({
  options: {
    failures: { type: 'string' },
    language: { type: 'string' },
    strict: { type: 'boolean' },
    raise: { type: 'boolean' },
  },
})

const wanted = languages.filter((each) => (values.language ?? each) === each)
if (wanted.length === 0) {
  process.stderr.write(
    `there is no suite in ${values.language}; there are ${languages.join(', ')}\n`,
  )
  process.exit(2)
}
const score = measure(wanted)
const print = (line = '') => process.stdout.write(`${line}\n`)

if (values.failures === undefined) {
  const missed = printScore(score, print)
  if (values.strict && missed > 0) process.exitCode = 1
} else {
  printFailures(score, values.failures, print)
}
if (values.raise) raiseRatchet(score)
