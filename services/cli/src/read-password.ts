import type { Input, Output, Terminal } from './command.ts'
import { linesOf } from './lines-of.ts'
import { Interrupted, Refused } from './refused.ts'

/** Asked for twice without echo on a terminal; the first line of standard input otherwise. */
export async function readPassword({
  stdin,
  stderr,
}: Pick<Terminal, 'stdin' | 'stderr'>): Promise<string> {
  if (!stdin.isTTY) {
    for await (const line of linesOf(stdin)) return line
    throw new Refused('password-missing', 'standard input is empty', 'Send the password as a line.')
  }
  const first = await askUnseen('Password: ', stdin, stderr)
  const second = await askUnseen('Again: ', stdin, stderr)
  if (first === second) return first
  throw new Refused('passwords-differ', 'the two passwords are not the same', 'Try again.')
}

function askUnseen(question: string, stdin: Input, stderr: Output): Promise<string> {
  stderr.write(question)
  stdin.setRawMode?.(true)
  stdin.setEncoding('utf8').resume()
  return new Promise((resolve, reject) => {
    let typed = ''
    const end = (settle: () => void) => {
      stdin.off('data', onData).pause()
      stdin.setRawMode?.(false)
      stderr.write('\n')
      settle()
    }
    const onData = (keys: string) => {
      for (const key of keys) {
        // In raw mode Ctrl-C and Ctrl-D come as characters.
        if (key === '\u0003') return end(() => reject(new Interrupted('SIGINT')))
        if (key === '\r' || key === '\n' || key === '\u0004') return end(() => resolve(typed))
        if (key === '\u007f' || key === '\b') typed = [...typed].slice(0, -1).join('')
        else typed += key
      }
    }
    stdin.on('data', onData)
  })
}
