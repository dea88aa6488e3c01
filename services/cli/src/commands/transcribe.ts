import type { Command } from '../command.ts'
import { chooseEngine, hearRecording, requireFile, warnOfDemonstration } from '../hear-recording.ts'
import { showProgress } from '../progress.ts'
import { languageIn, toldOfLanguage } from '../spoken-language.ts'

export const transcribe: Command = {
  positionals: ['AUDIO'],
  options: {
    engine: { type: 'string', value: 'E', help: 'speech engine to use (default: the best)' },
    model: {
      type: 'string',
      value: 'M',
      help: 'model to use, by its name, or a ggml file or a folder of networks by its path',
    },
    language: { type: 'string', value: 'en|fr|auto', help: 'language spoken (default: en)' },
    json: { type: 'boolean', help: 'one object with the words, their times and confidence' },
  },
  run: async ({ positionals: [path = ''], values }, terminal) => {
    const asked = languageIn(values) ?? 'en'
    await requireFile(path)
    const engine = await chooseEngine(asked, terminal.config, {
      ...(typeof values.engine === 'string' ? { engine: values.engine } : {}),
      ...(typeof values.model === 'string' ? { model: values.model } : {}),
    })
    const progress = showProgress(terminal.stderr)
    const { config, stdout, stderr } = terminal
    try {
      const { recognition, languageFound } = await hearRecording(config, {
        path,
        engine,
        language: asked,
        progress,
        signal: terminal.interruption(),
      })
      progress.end()
      if (asked === 'auto') stderr.write(toldOfLanguage(languageFound, recognition.language))
      if (values.json) {
        const { id: _id, ...heard } = recognition
        stdout.write(`${JSON.stringify(heard)}\n`)
      } else {
        stdout.write(`${recognition.words.map(({ text }) => text).join(' ')}\n`)
      }
      warnOfDemonstration(engine, stderr)
    } finally {
      progress.end()
    }
  },
}
