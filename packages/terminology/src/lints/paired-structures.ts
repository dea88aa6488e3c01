import { phraseLines } from './phrases.ts'

/**
 * Parts of the body that come in pairs, with what belongs to each: a meniscus to its knee. One of them with
 * opposite sides in two sections is a contradiction; two different ones are not. Folded.
 */
export const pairedStructures = {
  en: phraseLines(`
knee: knee, meniscus, patella, tibial plateau, total knee
hip: hip, acetabulum, femoral neck, femoral head, total hip
shoulder: shoulder, rotator cuff, glenoid, humeral head, supraspinatus
elbow: elbow, olecranon, radial head
wrist: wrist, distal radius, scaphoid, carpal tunnel
ankle: ankle, malleolus, talus
foot: foot, heel, calcaneus
hand: hand
thumb: thumb
arm: arm, humerus
forearm: forearm, ulna
thigh: thigh, femur
leg: leg, tibia, fibula, calf
clavicle: clavicle
breast: breast
upper lobe: upper lobe
middle lobe: middle lobe
lower lobe: lower lobe
lung: lung
kidney: kidney, renal pelvis
ureter: ureter
adrenal: adrenal, adrenal gland
ovary: ovary, adnexa
testis: testis, testicle
groin: groin, inguinal hernia
eye: eye, retina, cornea
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
pneumothorax: pneumothorax
pleural effusion: pleural effusion
`),
  fr: phraseLines(`
genou: genou, menisque, rotule, plateau tibial
hanche: hanche, acetabulum, col femoral, tete femorale
épaule: epaule, coiffe des rotateurs, tete humerale, supraepineux
coude: coude, olecrane, tete radiale
poignet: poignet, radius distal, scaphoide, tunnel carpien
cheville: cheville, malleole, talus
pied: pied, talon, calcaneum
main: main
pouce: pouce
bras: bras, humerus
avant-bras: avant bras, ulna, cubitus
cuisse: cuisse, femur
jambe: jambe, tibia, fibula, perone, mollet
clavicule: clavicule
sein: sein
lobe supérieur: lobe superieur
lobe moyen: lobe moyen
lobe inférieur: lobe inferieur
poumon: poumon
rein: rein, bassinet
uretère: uretere
surrénale: surrenale
ovaire: ovaire, annexe
testicule: testicule
aine: aine, hernie inguinale
œil: oeil, retine, cornee
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
épanchement pleural: epanchement pleural
`),
} as const
