import { loadTemplates } from '@plume/report-templates/starter'
import type { Command } from '../command.ts'
import { localeFrom } from '../locale-option.ts'
import { namedTemplate } from '../named-template.ts'
import { readTemplate } from '../read-template.ts'
import { Refused } from '../refused.ts'
import { draftStatus, outputOption, rendererFor } from '../report-output.ts'
import { writeExample } from '../write-example.ts'
import { writeOutput } from '../write-output.ts'

export const templatesList: Command = {
  positionals: [],
  options: { json: { type: 'boolean', help: 'one array' } },
  run: async ({ values }, { stdout, config }) => {
    const templates = loadTemplates(config.templatesDir).map(
      ({ id, locale, version, title, layout }) => ({
        id,
        locale,
        version,
        title,
        layout,
      }),
    )
    if (values.json) {
      stdout.write(`${JSON.stringify(templates)}\n`)
      return
    }
    const width = Math.max(...templates.map(({ id }) => id.length))
    for (const { id, locale, version, title, layout } of templates) {
      const kind = layout === 'report' ? '' : `  (${layout})`
      stdout.write(`${id.padEnd(width)}  ${locale}  version ${version}  ${title}${kind}\n`)
    }
  },
}

export const templatesCheck: Command = {
  positionals: ['FILE...'],
  options: {},
  details: [
    'A line FILE:LINE:COLUMN: PROBLEM on standard output for each. Blocks that a template includes are sought in the',
    'folder blocks beside it, then among those that come with Plume. The language of templates: packages/report-templates/README.md.',
  ],
  run: async ({ positionals }, { stdout, stderr }) => {
    let wrong = 0
    for (const path of positionals) {
      const read = await readTemplate(path)
      if (!('problems' in read)) continue
      wrong += read.problems.length
      for (const { line, column, message } of read.problems) {
        stdout.write(`${path}:${line}:${column}: ${message}\n`)
      }
    }
    if (wrong > 0) {
      throw new Refused(
        'template-unreadable',
        wrong === 1 ? 'a template has a mistake' : `the templates have ${wrong} mistakes`,
        'Correct them where they are named.',
      )
    }
    const files = positionals.length === 1 ? '1 file' : `${positionals.length} files`
    stderr.write(`${files}, nothing wrong\n`)
  },
}

export const templatesPreview: Command = {
  positionals: ['TEMPLATE'],
  options: {
    locale: { type: 'string', value: 'L', help: 'language and country (default: en-CA)' },
    output: outputOption,
  },
  details: [
    'TEMPLATE is an id of plume templates list, or a file that ends in .md. The patient does not exist; without an',
    'example (# Example) the report is empty.',
  ],
  run: async ({ positionals: [name = ''], values }, { config }) => {
    const output = String(values.output)
    const render = rendererFor(output)
    const template = name.endsWith('.md')
      ? await readable(name)
      : namedTemplate(
          loadTemplates(config.templatesDir),
          name,
          localeFrom(values.locale ?? 'en-CA'),
        )
    const { report, recognition } = writeExample(template)
    const status = draftStatus(template.locale, recognition)
    await writeOutput(output, await render(report, status, recognition))
  },
}

async function readable(path: string) {
  const read = await readTemplate(path)
  if (!('problems' in read)) return read
  const [first] = read.problems
  throw new Refused(
    'template-unreadable',
    `line ${first?.line}, column ${first?.column}: ${first?.message.replace(/\.$/, '')}`,
    'See plume templates check.',
  )
}
