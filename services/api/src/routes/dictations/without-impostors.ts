import { Readable } from 'node:stream'
import { headLength, surelyNotAudio } from '@plume/audio'
import { RefusedRequest } from '../../refused-request.ts'

/** The same bytes, once their beginning looks like a recording. */
export async function withoutImpostors(chunks: AsyncGenerator<Buffer>): Promise<Readable> {
  const head: Buffer[] = []
  let length = 0
  while (length < headLength) {
    const { value, done } = await chunks.next()
    if (done) break
    head.push(value)
    length += value.length
  }
  // An empty upload has an error of its own, which the store gives.
  if (length > 0 && surelyNotAudio(Buffer.concat(head))) throw new RefusedRequest('not-audio')
  return Readable.from(
    (async function* () {
      yield* head
      yield* chunks
    })(),
    { objectMode: false },
  )
}
