import { phraseLines } from './phrases.ts'

/** What is measured in a report, with its synonyms: the same thing in two sections has one measure. Folded. */
export const measuredFindings = {
  en: phraseLines(`
nodule: nodule, nodules
mass: mass, masses
lesion: lesion, lesions
cyst: cyst, cysts
polyp: polyp, polyps
aneurysm: aneurysm
stone: stone, stones, calculus, calculi
hematoma: hematoma
abscess: abscess
collection: collection
fibroid: fibroid, fibroids, leiomyoma
lymph node: lymph node, node
effusion: effusion
thrombus: thrombus
pneumothorax: pneumothorax
laceration: laceration
ulcer: ulcer
wound: wound
hernia: hernia
tear: tear
ejection fraction: ejection fraction, lvef, ef
stenosis: stenosis
`),
  fr: phraseLines(`
nodule: nodule, nodules
masse: masse, masses
lésion: lesion, lesions
kyste: kyste, kystes
polype: polype, polypes
anévrisme: anevrisme, anevrysme
calcul: calcul, calculs, lithiase
hématome: hematome
abcès: abces
collection: collection
fibrome: fibrome, fibromes, leiomyome
ganglion: ganglion, adenopathie
épanchement: epanchement
thrombus: thrombus
pneumothorax: pneumothorax
lacération: laceration
ulcère: ulcere
plaie: plaie
hernie: hernie
déchirure: dechirure
fraction d'éjection: fraction ejection, fevg
sténose: stenose
`),
} as const
