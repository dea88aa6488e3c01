import { bytesOfFile, openText } from './lexicon/open-text.ts'
import { Refused } from './refused.ts'

/** A small text file in whatever encoding it was saved; refused when it is larger than `maxLength` characters. */
export async function readWholeText(path: string, maxLength: number): Promise<string> {
  const file = await openText(bytesOfFile(path))
  let text = ''
  for await (const chunk of file.chunks()) {
    text += chunk
    if (text.length > maxLength) {
      throw new Refused(
        'file-too-large',
        `the file is longer than ${maxLength} characters`,
        'Check that it is the right file, or cut it in two.',
      )
    }
  }
  return text
}
