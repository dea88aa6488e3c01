import { wordSet } from '../reading/word-set.ts'

/**
 * What follows "mr", "dr" and "mrs" where they are magnetic resonance or mitral regurgitation, diabetic retinopathy and the
 * modified Rankin scale. Words that are common family names too are left out.
 */
export const englishNotPersons = wordSet(`
  abdomen pelvis thorax elbow wrist knee ankle shoulder hip femur tibia humerus forearm thigh calf foot hand finger neck orbit
  orbits sella pituitary breast breasts heart cardiac liver pancreas kidney kidneys prostate rectum rectal uterus cervical thoracic
  lumbar sacral sacrum spinal abdominal pelvic cranial temporal internal joint joints extremity bone marrow muscle soft
  perfusion diffusion neurography tractography cholangiogram mammogram mammography fistulogram defecography urogram myelogram
  cisternography fluoroscopy guided guidance safety safe compatible conditional unsafe suite magnet protocol biopsy
  repair replacement clip clips mitraclip regurgitation jet volume fraction gradient flow murmur mechanism severity functional
  ischemic ischaemic primary secondary trace trivial mild moderate severe significant eccentric central surgery valve mitral tricuspid aortic intervention
  evaluation assessment workup management treatment symptoms tr ar ai holosystolic recurrent
  retinopathy maculopathy edema oedema macular screening photocoagulation laser proliferative nonproliferative stable bilateral
  bilaterally unilateral unchanged worse worsening improved progression grading graded
  score scores scale zero baseline discharge outcome points
`)
