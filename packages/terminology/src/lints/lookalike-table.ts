/**
 * Drugs that are taken for each other in print or by ear, and the words that tell one from the other by what it
 * is given for. Folded, English and French. Pairs: FDA and ISMP, confused drug names and tall-man lists.
 *
 * `name, name: reason, reason | name, name: reason, reason`
 */
const table = `
hydroxyzine, atarax: itching, itch, pruritus, urticaria, hives, anxiety, prurit, demangeaisons, urticaire, anxiete | hydralazine, apresoline: hypertension, heart failure, insuffisance cardiaque
hydroxyzine, atarax: itching, pruritus, urticaria, anxiety, prurit, urticaire, anxiete | hydromorphone, dilaudid: pain, douleur, douleurs
bupropion, wellbutrin: depression, smoking cessation, smoking, cessation tabagique, tabagisme | buspirone: anxiety, anxiete
celecoxib, celebrex: arthritis, osteoarthritis, pain, arthrite, arthrose, douleur, douleurs | citalopram, celexa: depression, anxiety, anxiete
chlorpromazine: psychosis, schizophrenia, psychose, schizophrenie, hiccups, hoquet | chlorpropamide: diabetes, diabete
clomiphene: infertility, infertilite, ovulation | clomipramine: depression, ocd, toc, obsessive
clonidine: hypertension | clonazepam, rivotril, klonopin: seizures, seizure, epilepsy, anxiety, panic, convulsions, epilepsie, anxiete, panique
lorazepam, ativan: anxiety, insomnia, agitation, anxiete, insomnie | losartan, cozaar: hypertension
dimenhydrinate, gravol: nausea, vomiting, vertigo, nausees, vomissements, vertige | diphenhydramine, benadryl: allergy, hives, itching, allergie, urticaire, prurit
glyburide, gliclazide, glipizide: diabetes, diabete | guaifenesin, guaifenesine: cough, toux
lamotrigine, lamictal: epilepsy, seizures, bipolar, epilepsie, convulsions, bipolaire | terbinafine, lamisil: onychomycosis, fungal, onychomycose, mycose
lamotrigine, lamictal: epilepsy, seizures, bipolar, epilepsie, convulsions, bipolaire | lamivudine: hiv, hepatitis, vih, hepatite
metformin, metformine, glucophage: diabetes, diabete | metronidazole, flagyl: infection, trichomonas, giardia, vaginosis, vaginose, colitis, colite
methotrexate: arthritis, psoriasis, arthrite | metolazone: edema, heart failure, oedeme, insuffisance cardiaque
amlodipine, norvasc: hypertension, angina, angine | amiloride: hypokalemia, ascites, hypokaliemie, ascite
nifedipine: hypertension, angina, angine, raynaud, tocolysis, tocolyse | nimodipine: subarachnoid hemorrhage, subarachnoid, vasospasm, sous arachnoidienne, vasospasme
azathioprine, imuran: transplant, crohn, colitis, lupus, greffe, colite | azithromycin, azithromycine, zithromax: pneumonia, bronchitis, chlamydia, pneumonie, bronchite
carbamazepine, tegretol: epilepsy, seizures, trigeminal, epilepsie, convulsions, trijumeau | oxcarbazepine, trileptal: -
cycloserine: tuberculosis, tuberculose | cyclosporine: transplant, greffe, psoriasis
dobutamine: cardiogenic, cardiogenique | dopamine: -
ephedrine: - | epinephrine, adrenaline: anaphylaxis, cardiac arrest, anaphylaxie, arret cardiaque
fluoxetine, prozac: depression, bulimia, boulimie | fluphenazine: schizophrenia, psychosis, schizophrenie, psychose
levetiracetam, keppra: epilepsy, seizures, epilepsie, convulsions | levofloxacin, levofloxacine, levaquin: pneumonia, infection, pneumonie, sinusitis, sinusite
levothyroxine, synthroid: hypothyroidism, hypothyroidie | liothyronine, cytomel: -
morphine, statex: - | hydromorphone, dilaudid: -
oxycodone, oxyneo: - | hydrocodone: -
pentobarbital: - | phenobarbital: epilepsy, seizures, epilepsie, convulsions
prednisone: - | prednisolone: -
propranolol, inderal: hypertension, migraine, tremor, tremblement | propafenone, rythmol: atrial fibrillation, fibrillation auriculaire
quinidine: atrial fibrillation, arrhythmia, fibrillation auriculaire, arythmie | quinine: malaria, paludisme, cramps, crampes
risperidone, risperdal: schizophrenia, psychosis, agitation, schizophrenie, psychose | ropinirole, requip: parkinson, restless legs, jambes sans repos
rituximab: lymphoma, lymphome | infliximab: crohn, colitis, colite
sertraline, zoloft: depression, anxiety, anxiete | cetirizine: allergy, hives, itching, allergie, urticaire, prurit
sulfadiazine: toxoplasmosis, burns, toxoplasmose, brulures | sulfasalazine: crohn, colitis, arthritis, colite, arthrite
sumatriptan, imitrex: migraine | sitagliptin, sitagliptine, januvia: diabetes, diabete
tramadol: pain, douleur, douleurs | trazodone: insomnia, depression, insomnie
valacyclovir: herpes, zoster, shingles, zona | valganciclovir: cmv, cytomegalovirus
vinblastine: - | vincristine: -
`

export type LookalikeDrug = {
  readonly names: readonly string[]
  readonly reasons: readonly string[]
}

export const lookalikePairs: readonly (readonly [LookalikeDrug, LookalikeDrug])[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [one = '', other = ''] = line.split(' | ')
    return [readDrug(one), readDrug(other)]
  })

function readDrug(cell: string): LookalikeDrug {
  const [names = '', reasons = ''] = cell.split(': ')
  return { names: names.split(', '), reasons: reasons === '-' ? [] : reasons.split(', ') }
}
