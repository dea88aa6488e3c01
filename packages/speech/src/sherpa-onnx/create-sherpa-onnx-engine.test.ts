import { expect, test } from 'vitest'
import { composeVocabulary } from '../vocabulary/compose-vocabulary.ts'
import { createSherpaOnnxEngine } from './create-sherpa-onnx-engine.ts'
import { describeModel } from './describe-model.ts'

const files = {
  parakeet: ['encoder.onnx', 'decoder.onnx', 'joiner.onnx', 'tokens.txt'],
  medasr: ['model.onnx', 'tokens.txt'],
  whisper: ['encoder.onnx', 'decoder.onnx', 'tokens.txt'],
}

function capabilitiesOf(names: readonly string[], favourTerms: boolean) {
  const model = describeModel(names.map((name) => `/m/${name}`))
  if (model === null) throw new Error('no model')
  return createSherpaOnnxEngine({
    model,
    languages: ['en', 'fr'],
    modelId: 'm',
    modelSha256: 'a'.repeat(64),
    threads: 1,
    favourTerms,
  }).capabilities
}

const sources = {
  workType: 'general',
  template: { title: 'Chest X-ray', headings: [] },
  authorTerms: ['Xarelto', 'Gougerot-Sjögren'],
  patientTerms: ['Marie Tremblay'],
}

test("Parakeet is told an author's terms and names, where it may favour them: nobody else reads them", () => {
  const { vocabulary } = capabilitiesOf(files.parakeet, true)
  expect(vocabulary).toMatchObject({ promptTokens: 0, isPrivate: true })
  if (!vocabulary) throw new Error('it takes nothing')
  expect(composeVocabulary(sources, vocabulary)).toEqual({
    prompt: '',
    terms: ['Xarelto', 'Gougerot-Sjögren', 'Marie Tremblay'],
  })
})

test.each([
  ['Parakeet, unless it may favour them', files.parakeet, false],
  ['Whisper, which takes none here', files.whisper, true],
  ['MedASR, which takes none', files.medasr, true],
])('nothing is told to %s', (_name, names, favourTerms) => {
  expect(capabilitiesOf(names, favourTerms).vocabulary).toBeUndefined()
})

test('what is favoured takes the meaning from its probabilities: they are not shown as confidence', () => {
  expect(capabilitiesOf(files.parakeet, false).confidence).toBe(true)
  expect(capabilitiesOf(files.parakeet, true).confidence).toBe(false)
})
