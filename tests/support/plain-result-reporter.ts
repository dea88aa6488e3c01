import type { Reporter, TestModule } from 'vitest/node'

/**
 * Ends a run for whoever reads logs by machine: a line `FAILED test: its error` for each failure, then one plain
 * line, `N passed, N failed, N skipped`.
 */
export class PlainResultReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly Failure[]): void {
    const failures = unhandledErrors.map((error) => failureLine('outside any test', [error]))
    let passed = 0
    let skipped = 0
    for (const module of modules) {
      failures.push(
        ...module.errors().map((error) => failureLine(module.relativeModuleId, [error])),
      )
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result()
        if (state === 'passed') passed += 1
        else if (state === 'failed')
          failures.push(failureLine(`${module.relativeModuleId} > ${test.fullName}`, errors))
        else skipped += 1
      }
    }
    for (const line of failures) process.stdout.write(`\n${line}`)
    process.stdout.write(`\n${passed} passed, ${failures.length} failed, ${skipped} skipped\n`)
  }
}

interface Failure {
  readonly message: string
}

function failureLine(where: string, errors: readonly Failure[]): string {
  return `FAILED ${where}: ${errors.map(({ message }) => message.replace(/\s+/g, ' ').slice(0, 500)).join('; ')}`
}
