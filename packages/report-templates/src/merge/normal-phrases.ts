/**
 * What doctors say to have a template's normal text put in. Only what asks for all of it: "normal" alone may mean
 * less than the template says. As they are compared: no case, no accents, no marks.
 */
export const normalPhrases = {
  whole: [
    'all normal',
    'all is normal',
    'all are normal',
    'everything normal',
    'everything is normal',
    'everything else is normal',
    'everything else normal',
    'all else is normal',
    'the rest is normal',
    'the remainder is normal',
    'normal text',
    'use normal text',
    'insert normal text',
    'tout normal',
    'tout est normal',
    'tout le reste est normal',
    'le reste est normal',
    'le reste de l examen est normal',
    'texte normal',
    'inserez le texte normal',
    'mettre le texte normal',
  ],
  except: [
    'all normal except',
    'all normal except for',
    'all is normal except',
    'all is normal except for',
    'everything normal except',
    'everything normal except for',
    'everything is normal except',
    'everything is normal except for',
    'all normal apart from',
    'everything is normal apart from',
    'all normal other than',
    'tout normal sauf',
    'tout normal sauf pour',
    'tout est normal sauf',
    'tout est normal sauf pour',
    'tout est normal a part',
    'tout est normal hormis',
    'tout est normal a l exception de',
    'tout est normal a l exception du',
    'tout est normal a l exception des',
  ],
} as const

/** Words behind which a statement's subject is over: "The liver is …", « Le foie n’est pas … ». */
export const verbs: ReadonlySet<string> = new Set(
  `is are was were has have had shows show demonstrates demonstrate measures appears appear remains
  est sont etait etaient n ne a ont avait presente presentent montre montrent mesure demeure demeurent parait`.split(
    /\s+/,
  ),
)

/** Words that name no part of the body. */
export const unspecific: ReadonlySet<string> = new Set(
  `the and for are its all this that les des une aux est sont
  there with without within limits normal normally left right both bilateral bilaterally seen identified evidence
  unremarkable except which contains contain other than size appearance signs abnormality abnormal significant
  gauche droit droite gauches droits droites avec sans dans normal normale normaux normales aspect taille limites
  bilateral bilaterale evidence signe signes anomalie visible contient lequel laquelle pour sauf deux plus`.split(
    /\s+/,
  ),
)

/** Words that say which part only together with another: "the aortic valve" is not the mitral one. */
export const generic: ReadonlySet<string> = new Set([
  'valve',
  'valves',
  'wall',
  'walls',
  'paroi',
  'parois',
])

export const sides = { left: /^(?:left|gauches?)$/, right: /^(?:right|droite?s?)$/ } as const

/**
 * Words about the same part of the body, or the same finding, a line each: an organ with its adjectives and with what is
 * commonly found in it. They need not be exact: a statement too many that goes out is seen, one that stays may be wrong.
 */
export const samePart: readonly (readonly string[])[] = `
kidney renal nephrolithiasis hydronephrosis pyelonephritis
liver hepatic hepatomegaly hepatosplenomegaly steatosis cirrhosis cirrhotic fatty
portal portale
spleen splenic splenomegaly hepatosplenomegaly
pancreas pancreatic pancreatitis
gallbladder gallstone stone sludge cholelithiasis cholecystitis
bile biliary duct choledocholithiasis
bladder vesical
fluid ascites effusion hemoperitoneum
lung pulmonary lobe lobar consolidation opacity nodule atelectasis infiltrate pneumonia interstitial emphysema hyperinflation mass edema congestion
pleura pleural pneumothorax effusion costophrenic
heart cardiac cardiomegaly cardiomediastinal
mediastinum mediastinal hilum hilar hila adenopathy lymphadenopathy
bone bony osseous fracture rib skull calvarium vertebra vertebral spine scoliosis clavicle
aorta aortic aneurysm ectatic ectasia
brain cerebral parenchyma intracranial
hemorrhage hemorrhagic hematoma bleed bleeding subdural epidural subarachnoid collection intracranial
infarct infarction ischemia ischemic stroke hypodensity differentiation grey gray
mass tumor tumour metastasis metastase shift midline herniation
ventricle ventricular hydrocephalus atrophy cistern
sinus sinusitis mastoid mastoiditis
ventricle ventricular hypokinesis akinesis dyskinesis hypertrophy systolic
atrium atria atrial
mitral prolapse
pericardium pericardial effusion tamponade
disc disk discal herniation protrusion bulge bulging extrusion
cord medullary myelopathy conus
stenosis narrowing stenotic canal foraminal
alignment spondylolisthesis listhesis retrolisthesis scoliosis
vertebral vertebra compression marrow fracture
colon colonic polyp mucosa colitis ulcer mass tumor tumour diverticulum diverticula diverticulosis
rectum rectal hemorrhoid
rein renal renaux renale lithiase hydronephrose pyelonephrite
foie hepatique hepatomegalie steatose cirrhose cirrhotique
rate splenique splenomegalie
pancreas pancreatique pancreatite
vesicule vesiculaire calcul lithiase cholelithiase cholecystite boue
biliaire choledoque cholangite
vessie vesical vesicale
liquide ascite epanchement hemoperitoine
poumon pulmonaire lobe opacite nodule atelectasie consolidation condensation infiltrat pneumonie interstitiel emphyseme masse oedeme
plevre pleural pleurale pleuraux pneumothorax epanchement
coeur cardiaque cardiomegalie cardiomediastinale
mediastin mediastinal mediastinaux hile hilaire adenopathie
osseux osseuse fracture cote crane voute vertebre vertebral scoliose clavicule
aorte aortique anevrisme ectasie
cerveau cerebral cerebrale parenchyme intracranien intracranienne
hemorragie hemorragique hematome saignement sous dural sousdural sousarachnoidien collection intracranienne
infarctus ischemie ischemique avc hypodensite differenciation substance
masse tumeur metastase deviation mediane engagement
ventricule ventriculaire hydrocephalie atrophie citerne
sinus sinusite mastoidien mastoide mastoidite
ventricule ventriculaire hypokinesie akinesie hypertrophie systolique contractilite
oreillette auriculaire
mitrale mitral prolapsus
pericarde pericardique epanchement tamponnade
disque discal discale hernie protrusion bombement
moelle medullaire myelopathie cone
stenose retrecissement canal foraminale
alignement spondylolisthesis listhesis scoliose
vertebral vertebraux vertebre tassement fracture
colon colique polype muqueuse colite ulcere masse tumeur diverticule diverticulose
rectum rectal hemorroide
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
