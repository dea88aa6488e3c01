import { StringDecoder } from 'node:string_decoder'

/**
 * Lines of a stream, as they come in. Only a line feed ends one (a carriage return before it is
 * dropped): `node:readline` would also cut at U+2028, and then a line in is no longer a line out.
 */
export async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of stream) {
    const parts = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) yield withoutReturn(line)
  }
  rest += decoder.end()
  if (rest !== '') yield withoutReturn(rest)
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
