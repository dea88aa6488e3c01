import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseTemplate, type Template, type TemplateProblem } from '@plume/report-templates'
import { blocksBeside } from '@plume/report-templates/starter'
import { refuseFile } from './refused.ts'

/** A template file, with the blocks of the folder `blocks` beside it and those that come with Plume; or everything that is wrong with it. */
export async function readTemplate(
  path: string,
): Promise<Template | { readonly problems: readonly TemplateProblem[] }> {
  const source = await readFile(path, 'utf8').catch((error: unknown) => {
    throw refuseFile(path, error)
  })
  return parseTemplate(source, blocksBeside(dirname(path)))
}
