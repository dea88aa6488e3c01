import { expect, test } from 'vitest'
import { knownModels } from '../models/model-registry.ts'
import { describeModel } from './describe-model.ts'
import { recogniserConfig } from './recogniser-config.ts'

test('every model of sherpa-onnx that can be installed is known by its files', () => {
  const kinds = Object.fromEntries(
    knownModels()
      .filter(({ engine }) => engine === 'sherpa-onnx')
      .map(({ id, files }) => [id, describeModel(files.map(({ name }) => `/m/${name}`))?.kind]),
  )
  expect(kinds).toMatchObject({
    'sherpa-whisper-base-int8': 'whisper',
    'sherpa-whisper-small-int8': 'whisper',
    'sherpa-whisper-large-v3-turbo-int8': 'whisper',
    'parakeet-tdt-0.6b-v3-int8': 'transducer',
    'medasr-en-int8': 'medasr',
  })
})

test('files that are no model it knows are none', () => {
  expect(describeModel([])).toBeNull()
  expect(describeModel(['/m/model.onnx'])).toBeNull()
  expect(describeModel(['/m/encoder.onnx', '/m/tokens.txt'])).toBeNull()
})

test('Whisper is asked to write down what was said, in any language, and never to translate', () => {
  const model = describeModel(['/m/encoder.onnx', '/m/decoder.onnx', '/m/tokens.txt'])
  if (model === null) throw new Error('no model')
  for (const language of ['en', 'fr'] as const) {
    expect(recogniserConfig({ model, language, threads: 1 })).toMatchObject({
      modelConfig: { whisper: { language, task: 'transcribe' } },
    })
  }
})
