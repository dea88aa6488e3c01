import { phraseLines } from './phrases.ts'

/**
 * Parts of the body that come in pairs, with what belongs to each: a meniscus to its knee. One of them with
 * opposite sides in two sections is a contradiction; two different ones are not. An adjective stands for its part only with
 * what it is said of: a femoral fracture is of the femur, a femoral line is of the groin. Folded.
 */
export const pairedStructures = {
  en: phraseLines(`
knee: knee, knees, meniscus, meniscal tear, patellar fracture, femoral condyle, patella, tibial plateau, total knee
hip: hip, hips, acetabulum, acetabular fracture, femoral neck, femoral head, total hip
shoulder: shoulder, rotator cuff, glenoid, humeral head, supraspinatus
elbow: elbow, olecranon, radial head
wrist: wrist, wrists, distal radius, distal radial fracture, scaphoid, carpal tunnel
ankle: ankle, ankles, malleolus, malleolar fracture, talus
foot: foot, heel, calcaneus
hand: hand
thumb: thumb
arm: arm, humerus, humeral shaft, humeral fracture, humeral shaft fracture, humeral diaphysis
forearm: forearm, ulna, radius, ulnar shaft, ulnar fracture, radial shaft, radial fracture, radial shaft fracture
thigh: thigh, femur, femoral shaft, femoral fracture, femoral shaft fracture, femoral diaphysis
leg: leg, tibia, fibula, calf, tibial shaft, tibial fracture, tibial shaft fracture, tibial diaphysis, fibular fracture, fibular shaft
clavicle: clavicle, clavicular fracture
breast: breast
upper lobe: upper lobe
middle lobe: middle lobe
lower lobe: lower lobe
lung: lung, pulmonary nodule, pulmonary mass
kidney: kidney, renal pelvis, renal mass, renal cyst, renal calculus, renal calculi, renal stone, renal lesion, renal tumour, renal tumor, renal colic
ureter: ureter, ureteral stone, ureteral calculus, ureteric stone, ureteric calculus
adrenal: adrenal, adrenal nodule, adrenal gland
ovary: ovary, adnexa, ovarian cyst, ovarian mass, ovarian torsion, adnexal mass, adnexal cyst
testis: testis, testicle, testicular torsion, testicular mass
groin: groin, inguinal hernia
eye: eye, retina, cornea, retinal detachment, corneal abrasion, corneal ulcer
ear: ear, tympanic membrane
tonsil: tonsil
thyroid lobe: thyroid lobe, lobe of the thyroid
parotid: parotid, parotid gland
carotid: carotid, carotid artery, internal carotid, internal carotid artery
frontal lobe: frontal lobe
temporal lobe: temporal lobe
parietal lobe: parietal lobe
occipital lobe: occipital lobe
cerebellar hemisphere: cerebellar hemisphere
middle cerebral artery: middle cerebral artery, mca
hemiparesis: hemiparesis, hemiplegia
pneumothorax: pneumothorax, pneumothoraces
pleural effusion: pleural effusion, pleural effusions
hydronephrosis: hydronephrosis
`),
  fr: phraseLines(`
genou: genou, genoux, menisque, fracture patellaire, fracture rotulienne, condyle femoral, rotule, plateau tibial
hanche: hanche, hanches, acetabulum, fracture acetabulaire, col femoral, tete femorale
épaule: epaule, coiffe des rotateurs, tete humerale, supraepineux
coude: coude, olecrane, tete radiale
poignet: poignet, radius distal, scaphoide, tunnel carpien
cheville: cheville, chevilles, malleole, fracture malleolaire, talus
pied: pied, talon, calcaneum
main: main
pouce: pouce
bras: bras, humerus, diaphyse humerale, fracture humerale, fracture diaphysaire humerale
avant-bras: avant bras, ulna, cubitus, radius, diaphyse radiale, fracture radiale, diaphyse ulnaire, fracture ulnaire
cuisse: cuisse, femur, diaphyse femorale, fracture femorale, fracture diaphysaire femorale
jambe: jambe, tibia, fibula, perone, mollet, diaphyse tibiale, fracture tibiale, fracture diaphysaire tibiale, fracture fibulaire
clavicule: clavicule, fracture claviculaire
sein: sein
lobe supérieur: lobe superieur
lobe moyen: lobe moyen
lobe inférieur: lobe inferieur
poumon: poumon, nodule pulmonaire, masse pulmonaire
rein: rein, bassinet, masse renale, kyste renal, calcul renal, lithiase renale, lesion renale, tumeur renale, colique nephretique
uretère: uretere, calcul ureteral, lithiase ureterale
surrénale: surrenale
ovaire: ovaire, annexe, kyste ovarien, masse ovarienne, torsion ovarienne, masse annexielle, kyste annexiel
testicule: testicule, torsion testiculaire, masse testiculaire
aine: aine, hernie inguinale
œil: oeil, retine, cornee, decollement retinien, ulcere corneen
oreille: oreille, tympan
amygdale: amygdale
lobe thyroïdien: lobe thyroidien
parotide: parotide
carotide: carotide, carotide interne, artere carotide interne
lobe frontal: lobe frontal
lobe temporal: lobe temporal
lobe pariétal: lobe parietal
lobe occipital: lobe occipital
hémisphère cérébelleux: hemisphere cerebelleux
artère cérébrale moyenne: artere cerebrale moyenne
hémiparésie: hemiparesie, hemiplegie
pneumothorax: pneumothorax
épanchement pleural: epanchement pleural, epanchements pleuraux
hydronéphrose: hydronephrose
`),
} as const
