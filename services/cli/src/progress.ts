/** Shows how far a long command is, on standard error: a bar on a terminal, plain lines in a pipe. */
export type Progress = {
  /** A new step begins; the one before is done. */
  step(name: string): void
  /** Part of the current step that is done, 0 to 1. */
  fraction(done: number): void
  /** Removes the bar, so that what is printed next stands on a clean line. */
  end(): void
}

const barWidth = 30
const lineEvery = 0.25

type Screen = { readonly isTTY?: boolean; write(text: string): unknown }

export function showProgress(stream: Screen): Progress {
  return stream.isTTY ? bar(stream) : lines(stream)
}

function bar(stream: Screen): Progress {
  let name = ''
  let shown = ''
  const draw = (done: number) => {
    const filled = Math.round(Math.min(1, Math.max(0, done)) * barWidth)
    const text = `${name.padEnd(10)} [${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}] ${Math.floor(done * 100)} %`
    if (text === shown) return
    shown = text
    stream.write(`\r\u001b[2K${text}`)
  }
  return {
    step: (next) => {
      name = next
      draw(0)
    },
    fraction: draw,
    end: () => {
      if (shown) stream.write('\r\u001b[2K')
      shown = ''
    },
  }
}

function lines(stream: Screen): Progress {
  let name = ''
  let said = 0
  return {
    step: (next) => {
      name = next
      said = 0
      stream.write(`${next}\n`)
    },
    fraction: (done) => {
      if (done < said + lineEvery || done >= 1) return
      said = Math.floor(done / lineEvery) * lineEvery
      stream.write(`${name} ${Math.round(said * 100)} %\n`)
    },
    end: () => undefined,
  }
}
