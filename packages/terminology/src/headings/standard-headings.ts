import type { Locale, SpokenHeading } from '@plume/transcript'

/**
 * Section names that doctors say everywhere, for text that no template frames. The first alias of each is its
 * title; a template brings its own list. One section has one id in both languages.
 */
export function standardHeadings(locale: Locale): readonly SpokenHeading[] {
  return locale.startsWith('fr') ? french : english
}

function headings(rows: Readonly<Record<string, string>>): readonly SpokenHeading[] {
  return Object.entries(rows).map(([sectionId, aliases]) => ({
    sectionId,
    aliases: aliases.split(' | '),
  }))
}

const english = headings({
  'reason-for-visit': 'reason for visit | reason for consultation | reason for referral | referral',
  'chief-complaint': 'chief complaint | presenting complaint | presenting problem',
  history: 'history | clinical history',
  'history-of-present-illness':
    'history of present illness | history of presenting illness | history of the present illness | present illness | hpi',
  'past-medical-history':
    'past medical history | past history | medical history | past medical and surgical history',
  'past-surgical-history': 'past surgical history | surgical history',
  'family-history': 'family history',
  'social-history': 'social history | habits | lifestyle habits',
  medications:
    'medications | medication | current medications | home medications | medication list',
  allergies: 'allergies | allergy | drug allergies',
  'review-of-systems': 'review of systems | functional inquiry | functional enquiry',
  'vital-signs': 'vital signs | vitals',
  'physical-examination':
    'physical examination | physical exam | examination | exam | on examination | clinical examination',
  investigations: 'investigations | laboratory data | laboratory results | labs | test results',
  indication: 'indication | indications | clinical indication | clinical information',
  technique: 'technique | procedure technique',
  comparison: 'comparison | comparisons | prior studies',
  procedure: 'procedure | procedures | operation | operative procedure',
  findings: 'findings | finding | operative findings',
  impression: 'impression | impressions',
  conclusion: 'conclusion | conclusions',
  assessment: 'assessment | assessment and plan',
  diagnosis: 'diagnosis | diagnoses | discharge diagnosis | final diagnosis | principal diagnosis',
  'admission-diagnosis': 'admission diagnosis | admitting diagnosis',
  'hospital-course': 'hospital course | course in hospital | clinical course',
  'discharge-medications':
    'discharge medications | medications at discharge | medications on discharge',
  'discharge-condition': 'condition at discharge | condition on discharge | discharge condition',
  'discharge-instructions': 'discharge instructions | instructions | patient instructions',
  plan: 'plan | treatment plan | plan of care',
  recommendations: 'recommendations | recommendation',
  'follow-up': 'follow-up | followup | follow-up plan | follow-up appointments',
  complications: 'complications | complication',
  specimens: 'specimens | specimen',
})

const french = headings({
  'reason-for-visit':
    'motif de consultation | raison de consultation | motif de la consultation | raison de la consultation | motif de référence',
  'chief-complaint': 'plainte principale | plainte',
  history: 'histoire | anamnèse',
  'history-of-present-illness':
    'histoire de la maladie actuelle | histoire de maladie actuelle | maladie actuelle | hma | anamnèse de la maladie actuelle',
  'past-medical-history':
    'antécédents | antécédents personnels | antécédents médicaux | antécédents médicaux et chirurgicaux',
  'past-surgical-history': 'antécédents chirurgicaux',
  'family-history': 'antécédents familiaux | histoire familiale',
  'social-history': 'habitudes de vie | habitudes | histoire sociale | mode de vie',
  medications:
    'médication | médicaments | médication actuelle | médicaments actuels | médication à domicile | traitement actuel',
  allergies: 'allergies | allergie | allergies et intolérances | allergies médicamenteuses',
  'review-of-systems': 'revue des systèmes',
  'vital-signs': 'signes vitaux | constantes',
  'physical-examination': 'examen physique | examen clinique | examen objectif | examen',
  investigations:
    'investigations | investigation | bilan | bilan paraclinique | examens paracliniques | laboratoires',
  indication:
    'renseignements cliniques | informations cliniques | indication | indications | indication clinique | information clinique',
  technique: "technique | technique d'examen | protocole",
  comparison: 'comparaison | comparaisons | examens antérieurs | examen antérieur',
  procedure: 'procédure | intervention | opération | protocole opératoire',
  findings:
    'constatations | constatation | résultats | résultat | description | observations | trouvailles',
  impression: 'impression | impressions | impression diagnostique | opinion',
  conclusion: 'conclusion | conclusions',
  assessment: 'évaluation | appréciation',
  diagnosis:
    'diagnostic | diagnostics | diagnostic principal | diagnostic final | diagnostic au congé | diagnostic au départ',
  'admission-diagnosis': "diagnostic à l'admission | diagnostic d'admission",
  'hospital-course':
    "évolution | évolution à l'hôpital | évolution au cours de l'hospitalisation | évolution en cours d'hospitalisation | cours hospitalier",
  'discharge-medications':
    'médication au congé | médicaments au congé | médication au départ | médicaments de sortie | ordonnance au congé | ordonnance de sortie',
  'discharge-condition': 'état au congé | état au départ | état à la sortie',
  'discharge-instructions':
    'recommandations au congé | consignes au congé | consignes au patient | consignes',
  plan: 'plan | conduite | conduite à tenir | plan de traitement | plan de soins',
  recommendations: 'recommandations | recommandation',
  'follow-up': 'suivi | suivi prévu | rendez-vous de suivi | rendez-vous',
  complications: 'complications | complication',
  specimens: 'spécimens | spécimen | prélèvements',
})
