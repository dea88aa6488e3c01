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

/** Words that name the same part of the body: an organ with its adjectives, in either language. */
export const samePart: readonly (readonly string[])[] = [
  ['kidney', 'renal', 'nephrolithiasis', 'hydronephrosis'],
  ['liver', 'hepatic', 'hepatomegaly'],
  ['spleen', 'splenic', 'splenomegaly'],
  ['pancreas', 'pancreatic'],
  ['gallbladder', 'gallstone', 'cholelithiasis', 'cholecystitis'],
  ['biliary', 'bile', 'duct', 'choledocholithiasis'],
  ['bladder', 'vesical'],
  ['heart', 'cardiac', 'cardiomegaly', 'cardiomediastinal'],
  ['lung', 'pulmonary', 'lobe', 'lobar', 'consolidation', 'opacity', 'nodule', 'atelectasis'],
  ['pleura', 'pleural', 'pneumothorax', 'effusion'],
  ['aorta', 'aortic', 'aneurysm'],
  ['bone', 'bony', 'osseous', 'fracture', 'rib'],
  ['brain', 'cerebral', 'parenchyma', 'intracranial'],
  ['ventricle', 'ventricular', 'hydrocephalus'],
  ['disc', 'disk', 'discal', 'herniation', 'protrusion'],
  ['cord', 'medullary', 'myelopathy', 'conus'],
  ['colon', 'colonic', 'polyp', 'mucosa'],
  ['rein', 'renal', 'renaux', 'renale', 'lithiase', 'hydronephrose'],
  ['foie', 'hepatique', 'hepatomegalie'],
  ['rate', 'splenique', 'splenomegalie'],
  ['pancreas', 'pancreatique'],
  ['vesicule', 'vesiculaire', 'cholelithiase', 'cholecystite'],
  ['biliaire', 'choledoque'],
  ['vessie', 'vesical', 'vesicale'],
  ['coeur', 'cardiaque', 'cardiomegalie', 'mediastin', 'cardiomediastinale'],
  ['poumon', 'pulmonaire', 'lobe', 'opacite', 'nodule', 'atelectasie', 'consolidation'],
  ['plevre', 'pleural', 'pleurale', 'pleuraux', 'pneumothorax', 'epanchement'],
  ['aorte', 'aortique', 'anevrisme'],
  ['osseux', 'osseuse', 'fracture', 'cote'],
  ['cerveau', 'cerebral', 'cerebrale', 'parenchyme', 'intracranien', 'intracranienne'],
  ['ventricule', 'ventriculaire', 'hydrocephalie'],
  ['disque', 'discal', 'discale', 'hernie', 'protrusion'],
  ['moelle', 'medullaire', 'myelopathie', 'cone'],
  ['colique', 'polype', 'muqueuse'],
]
