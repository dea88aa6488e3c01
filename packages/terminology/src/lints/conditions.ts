import { phraseLines } from './phrases.ts'

/** What a report says is there or is not; one condition a line, with its synonyms. Folded. */
export const conditions = {
  en: phraseLines(`
pneumonia: pneumonia
pneumothorax: pneumothorax, pneumothoraces
effusion: pleural effusion, pleural effusions, effusion, effusions
pericardial effusion: pericardial effusion
consolidation: consolidation
pulmonary edema: pulmonary edema
pulmonary embolism: pulmonary embolism, pulmonary emboli, pe
thrombosis: deep vein thrombosis, dvt
fracture: fracture, fractures
dislocation: dislocation
hemorrhage: hemorrhage, intracranial hemorrhage
subdural: subdural hematoma
infarct: infarct, infarction
mass: mass
midline shift: midline shift
hydrocephalus: hydrocephalus
hydronephrosis: hydronephrosis
obstruction: obstruction, bowel obstruction
perforation: perforation
free air: free air, pneumoperitoneum
ascites: ascites
appendicitis: appendicitis, acute appendicitis
cholecystitis: cholecystitis, acute cholecystitis
diverticulitis: diverticulitis
pancreatitis: pancreatitis
gallstones: gallstones, cholelithiasis
abscess: abscess
aneurysm: aneurysm
dissection: dissection, aortic dissection
lymphadenopathy: lymphadenopathy, adenopathy
metastasis: metastasis, metastases, metastatic disease
malignancy: malignancy
stenosis: stenosis
cord compression: cord compression
torsion: torsion
`),
  fr: phraseLines(`
pneumonie: pneumonie
pneumothorax: pneumothorax
épanchement: epanchement pleural, epanchement, epanchements
épanchement péricardique: epanchement pericardique
consolidation: consolidation
œdème pulmonaire: oedeme pulmonaire
embolie pulmonaire: embolie pulmonaire, embolie
thrombose: thrombose veineuse profonde, tvp
fracture: fracture, fractures
luxation: luxation
hémorragie: hemorragie
hématome sous-dural: hematome sous dural
infarctus: infarctus
masse: masse
déviation: deviation de la ligne mediane
hydrocéphalie: hydrocephalie
hydronéphrose: hydronephrose
occlusion: occlusion intestinale, obstruction
perforation: perforation
air libre: air libre, pneumoperitoine
ascite: ascite
appendicite: appendicite, appendicite aigue
cholécystite: cholecystite, cholecystite aigue
diverticulite: diverticulite
pancréatite: pancreatite
lithiase: lithiase biliaire, cholelithiase
abcès: abces
anévrisme: anevrisme, anevrysme
dissection: dissection
adénopathie: adenopathie, adenopathies
métastase: metastase, metastases
compression médullaire: compression medullaire
torsion: torsion
`),
} as const
