/**
 * `npx tsx scripts/build-pocketsphinx-medical.ts`: builds anew the medical model that ships. With Debian's packages
 * pocketsphinx-en-us and espeak-ng at the versions that the model's README names, and the
 * same lexicon and templates, it gives the same bytes.
 */
import { chmod, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { spokenHeadings } from '@plume/report-templates'
import { loadStarterTemplates } from '@plume/report-templates/starter'
import {
  adaptPocketSphinx,
  shippedModelDir,
  shippedModelSettings,
  templateTexts,
} from '@plume/speech'
import { loadStarterLexicon } from '@plume/terminology/starter-lexicon'

const old = (await readdir(shippedModelDir)).filter((name) => name !== 'README.md')
await Promise.all(old.map((name) => rm(join(shippedModelDir, name))))
const english = loadStarterTemplates().filter(({ locale }) => locale.startsWith('en'))
const built = await adaptPocketSphinx({
  folder: shippedModelDir,
  model: 'en-us-medical',
  texts: templateTexts(
    english.map((template) => ({
      headings: spokenHeadings(template).flatMap(({ aliases }) => aliases),
      example: template.example ?? '',
    })),
  ),
  terms: loadStarterLexicon('en-CA').entries,
  settings: shippedModelSettings,
  onStep: (step) => console.log(step),
})
if ('refused' in built) throw new Error(built.refused)
const { languageModel, dictionary, texts, words, unpronounced } = built
console.log({ words, texts, unpronounced, bytes: languageModel.length + dictionary.length })
// A site's own model may hold patients' words; this one is for everybody to read.
for (const name of await readdir(shippedModelDir)) await chmod(join(shippedModelDir, name), 0o644)
