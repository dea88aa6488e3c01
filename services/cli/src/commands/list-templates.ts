import { loadStarterTemplates } from '@plume/report-templates/starter'
import type { Command } from '../command.ts'

export const listTemplates: Command = {
  name: 'templates list',
  summary: 'The report templates that there are.',
  positionals: [],
  options: { json: { type: 'boolean', help: 'one array' } },
  run: async ({ values }, { stdout }) => {
    const templates = loadStarterTemplates().map(({ id, locale, version, title }) => ({
      id,
      locale,
      version,
      title,
    }))
    if (values.json) {
      stdout.write(`${JSON.stringify(templates)}\n`)
      return
    }
    const width = Math.max(...templates.map(({ id }) => id.length))
    for (const { id, locale, version, title } of templates) {
      stdout.write(`${id.padEnd(width)}  ${locale}  version ${version}  ${title}\n`)
    }
  },
}
