/** Words of the sentence frames, as they are spoken: one entry between commas. */
const list = (text: string): readonly string[] => text.split(',').map((entry) => entry.trim())

export const wordLists: Readonly<Record<string, readonly string[]>> = {
  drug: list(`acetaminophen, acyclovir, albuterol, alendronate, allopurinol, alprazolam, amiodarone, amitriptyline,
    amlodipine, amoxicillin, amoxicillin clavulanate, ampicillin, apixaban, aripiprazole, aspirin, atenolol, atorvastatin,
    azathioprine, azithromycin, baclofen, bisoprolol, budesonide, bumetanide, buprenorphine, bupropion, calcium carbonate,
    candesartan, captopril, carbamazepine, carvedilol, cefazolin, ceftriaxone, cefuroxime, celecoxib, cephalexin, cetirizine,
    ciprofloxacin, citalopram, clarithromycin, clindamycin, clonazepam, clonidine, clopidogrel, clozapine, codeine, colchicine,
    cyclobenzaprine, cyclosporine, dabigatran, dapagliflozin, dexamethasone, diazepam, diclofenac, digoxin, diltiazem,
    diphenhydramine, domperidone, donepezil, doxazosin, doxycycline, duloxetine, dutasteride, empagliflozin, enalapril,
    enoxaparin, epinephrine, erythromycin, escitalopram, esomeprazole, estradiol, ezetimibe, famotidine, felodipine, fentanyl,
    ferrous sulfate, finasteride, fluconazole, fluoxetine, fluticasone, folic acid, furosemide, gabapentin, gentamicin,
    gliclazide, glyburide, haloperidol, heparin, hydralazine, hydrochlorothiazide, hydrocortisone, hydromorphone,
    hydroxychloroquine, hydroxyzine, ibuprofen, indapamide, insulin, insulin glargine, insulin lispro, ipratropium, irbesartan,
    ketorolac, labetalol, lamotrigine, lansoprazole, levetiracetam, levodopa, levofloxacin, levothyroxine, lidocaine,
    linagliptin, lisinopril, lithium, loperamide, loratadine, lorazepam, losartan, magnesium, meloxicam, memantine, meropenem,
    metformin, methadone, methotrexate, methylprednisolone, metoclopramide, metoprolol, metronidazole, mirtazapine, mometasone,
    montelukast, morphine, moxifloxacin, mycophenolate, naloxone, naproxen, nifedipine, nitrofurantoin, nitroglycerin,
    nortriptyline, olanzapine, olmesartan, omeprazole, ondansetron, oxcarbazepine, oxybutynin, oxycodone, pantoprazole,
    paroxetine, penicillin, perindopril, phenytoin, pioglitazone, piperacillin tazobactam, potassium chloride, pramipexole,
    pravastatin, prednisone, pregabalin, prochlorperazine, propranolol, quetiapine, rabeprazole, ramipril, ranitidine,
    risperidone, rivaroxaban, rosuvastatin, salbutamol, salmeterol, semaglutide, senna, sertraline, sildenafil, simvastatin,
    sitagliptin, solifenacin, spironolactone, sulfasalazine, sumatriptan, tamoxifen, tamsulosin, telmisartan, temazepam,
    terbinafine, ticagrelor, tiotropium, tolterodine, topiramate, torsemide, tramadol, trazodone, trimethoprim
    sulfamethoxazole, valacyclovir, valproic acid, valsartan, vancomycin, venlafaxine, verapamil, vitamin d, vitamin b twelve,
    warfarin, zolpidem, zopiclone`),
  disease:
    list(`hypertension, high blood pressure, diabetes, type two diabetes, type one diabetes, asthma, c o p d, coronary
    artery disease, atrial fibrillation, heart failure, congestive heart failure, chronic kidney disease, hypothyroidism,
    hyperthyroidism, dyslipidemia, hyperlipidemia, high cholesterol, osteoarthritis, rheumatoid arthritis, osteoporosis, gout,
    depression, anxiety, bipolar disorder, schizophrenia, migraine, epilepsy, stroke, transient ischemic attack, dementia,
    parkinson's disease, multiple sclerosis, peripheral vascular disease, deep vein thrombosis, pulmonary embolism, sleep apnea,
    gastroesophageal reflux disease, reflux, peptic ulcer disease, irritable bowel syndrome, crohn's disease, ulcerative
    colitis, diverticulosis, cirrhosis, hepatitis, hepatitis c, fatty liver, gallstones, kidney stones, benign prostatic
    hyperplasia, urinary incontinence, anemia, iron deficiency anemia, leukemia, lymphoma, breast cancer, lung cancer, colon
    cancer, prostate cancer, melanoma, psoriasis, eczema, glaucoma, cataracts, macular degeneration, obesity, fibromyalgia,
    chronic pain, sciatica, spinal stenosis, carpal tunnel syndrome, aortic stenosis, mitral regurgitation, endometriosis,
    polycystic ovary syndrome, tuberculosis, celiac disease, lupus, seizure disorder, chronic bronchitis, allergic rhinitis,
    substance use disorder, alcohol use disorder`),
  diagnosis:
    list(`pneumonia, community acquired pneumonia, aspiration pneumonia, bronchitis, cellulitis, sepsis, urinary tract
    infection, pyelonephritis, acute appendicitis, acute cholecystitis, acute pancreatitis, diverticulitis, gastroenteritis,
    bowel obstruction, small bowel obstruction, gastrointestinal bleeding, acute kidney injury, dehydration, hyponatremia,
    hyperkalemia, acute coronary syndrome, myocardial infarction, unstable angina, pericarditis, endocarditis, syncope, acute
    stroke, seizure, meningitis, hip fracture, wrist fracture, ankle sprain, rib fractures, rotator cuff tear, meniscal tear,
    muscle strain, lumbar strain, disc herniation, plantar fasciitis, tendinitis, bursitis, vertigo, tension headache,
    otitis media, sinusitis, pharyngitis, tonsillitis, conjunctivitis, urticaria, contact dermatitis, herpes zoster, shingles,
    acute gout, influenza, viral infection, upper respiratory infection, anaphylaxis, hypoglycemia, diabetic ketoacidosis,
    alcohol withdrawal, delirium, osteomyelitis, septic arthritis, hernia, inguinal hernia, umbilical hernia, thyroid nodule,
    pleural effusion, pneumothorax, pulmonary edema, heart failure exacerbation, c o p d exacerbation, asthma exacerbation`),
  symptom:
    list(`pain, chest pain, abdominal pain, back pain, low back pain, neck pain, shoulder pain, knee pain, hip pain, leg
    pain, flank pain, pelvic pain, joint pain, headache, headaches, dizziness, fever, chills, night sweats, cough, dry cough,
    productive cough, shortness of breath, wheezing, palpitations, fatigue, weakness, weight loss, weight gain, loss of
    appetite, nausea, vomiting, diarrhea, constipation, heartburn, bloating, difficulty swallowing, rectal bleeding, black
    stools, jaundice, dysuria, urinary frequency, urgency, hematuria, blood in the urine, swelling, leg swelling, swelling of
    the ankles, rash, itching, numbness, tingling, tremor, blurred vision, double vision, hearing loss, ringing in the ears, sore
    throat, runny nose, nasal congestion, insomnia, low mood, anxiety, memory loss, confusion, falls, difficulty walking,
    morning stiffness, muscle cramps, hot flashes, vaginal bleeding, orthopnea, hemoptysis, hoarseness, easy bruising,
    photophobia, stiffness, loss of consciousness, chest tightness, exertional chest pain, shortness of breath on exertion`),
  side: list('right, left, right, left, bilateral'),
  side1: list('right, left'),
  joint: list(
    `shoulder, elbow, wrist, hip, knee, ankle, hand, foot, thumb, big toe, index finger, great toe, forearm, heel`,
  ),
  bone: list(`clavicle, humerus, radius, ulna, distal radius, femur, femoral neck, tibia, fibula, patella, scapula, pelvis,
    fifth metatarsal, first metacarpal, scaphoid, calcaneus, lateral malleolus, medial malleolus, seventh rib, sacrum, sternum`),
  lobe: list(`right upper lobe, right middle lobe, right lower lobe, left upper lobe, left lower lobe, lingula, right lung
    base, left lung base, right apex, left apex, right hilum, left hilum`),
  vertebra: list(
    `l one, l two, l three, l four, l five, t eight, t ten, t eleven, t twelve, c four, c five, c six, c seven`,
  ),
  disc: list(
    'l three l four, l four l five, l five s one, c four c five, c five c six, c six c seven, l two l three',
  ),
  organ:
    list(`liver, spleen, pancreas, gallbladder, kidneys, right kidney, left kidney, adrenal glands, stomach, small bowel,
    colon, appendix, bladder, urinary bladder, uterus, prostate, ovaries, thyroid gland, aorta, abdominal aorta, common bile duct,
    biliary tree, portal vein, thyroid, esophagus, trachea, mediastinum, pleura, diaphragm, bony thorax, thoracic spine, ribs`),
  vessel:
    list(`common femoral vein, popliteal vein, posterior tibial veins, great saphenous vein, internal carotid artery,
    common carotid artery, vertebral artery, left anterior descending artery, right coronary artery, circumflex artery,
    superior mesenteric artery, celiac axis, renal arteries, iliac arteries, superior vena cava, inferior vena cava`),
  brainpart:
    list(`frontal lobe, parietal lobe, temporal lobe, occipital lobe, cerebellum, brainstem, basal ganglia, thalamus,
    internal capsule, corpus callosum, periventricular white matter, middle cerebral artery territory`),
  degree: list('mild, moderate, severe, minimal, slight, marked, small, mild to moderate'),
  size: list('small, large, tiny, moderate, new, stable, unchanged'),
  lesion:
    list(`nodule, mass, opacity, cyst, lesion, calcification, consolidation, infiltrate, granuloma, density, focus of
    increased attenuation, lymph node, simple cyst, hypodense lesion, hyperechoic lesion, enhancing mass, ground glass opacity`),
  procedure:
    list(`appendectomy, laparoscopic cholecystectomy, cholecystectomy, hysterectomy, cesarean section, tonsillectomy,
    inguinal hernia repair, total knee replacement, total hip replacement, knee arthroscopy, coronary artery bypass grafting,
    coronary angiography, percutaneous coronary intervention, pacemaker insertion, cardiac catheterization, colonoscopy,
    gastroscopy, bronchoscopy, cystoscopy, mastectomy, lumpectomy, thyroidectomy, prostatectomy, transurethral resection of the
    prostate, nephrectomy, colectomy, right hemicolectomy, carpal tunnel release, rotator cuff repair, open reduction and
    internal fixation, lumbar laminectomy, discectomy, cataract surgery, skin biopsy, excisional biopsy, bone marrow biopsy,
    liver biopsy, thoracentesis, paracentesis, lumbar puncture, chest tube insertion, central line insertion, tubal ligation,
    vasectomy, tracheostomy, amputation, skin graft, hemorrhoidectomy, splenectomy, bowel resection, joint injection`),
  test: list(`complete blood count, electrolytes, creatinine, urinalysis, urine culture, blood cultures, liver function tests,
    lipid profile, thyroid function tests, t s h, hemoglobin a one c, fasting glucose, troponin, d dimer, b n p, c r p,
    e s r, vitamin b twelve level, ferritin, i n r, arterial blood gas, electrocardiogram, e c g, echocardiogram, stress
    test, holter monitor, chest x ray, abdominal ultrasound, pelvic ultrasound, renal ultrasound, c t scan of the head, c t scan of
    the abdomen and pelvis, c t scan of the chest, m r i of the brain, m r i of the lumbar spine, m r i of the knee, bone scan, bone
    density scan, mammogram, colonoscopy, gastroscopy, pulmonary function tests, nerve conduction studies, sleep study, stool
    culture, throat swab, carotid doppler, biopsy, spirometry, p s a, lipase, lactate, magnesium level, group and screen`),
  specialist:
    list(`family doctor, family physician, cardiologist, neurologist, surgeon, orthopedic surgeon, urologist,
    gynecologist, psychiatrist, dermatologist, gastroenterologist, respirologist, nephrologist, oncologist, physiotherapist,
    rheumatologist, endocrinologist, ophthalmologist, general practitioner, dietitian, social worker, nurse practitioner`),
  clinic:
    list(`cardiology clinic, heart failure clinic, fracture clinic, surgical clinic, diabetes clinic, outpatient clinic,
    memory clinic, pain clinic, respirology clinic, orthopedic clinic, oncology clinic, walk in clinic, anticoagulation clinic`),
  relative: list(
    'mother, father, brother, sister, son, daughter, grandmother, grandfather, uncle, aunt',
  ),
  job: list(`teacher, nurse, retired teacher, carpenter, truck driver, farmer, office worker, student, electrician, mechanic,
    retired engineer, cook, secretary, construction worker, accountant, lawyer, salesman, retired nurse, bus driver, cleaner`),
  allergen:
    list(`penicillin, sulfa, sulfa drugs, codeine, morphine, latex, shellfish, peanuts, iodine, contrast, aspirin,
    erythromycin, cephalosporins, bee stings, eggs, tetracycline, adhesive tape, n s a i d s`),
  reaction: list(
    'a rash, hives, swelling, anaphylaxis, nausea, vomiting, itching, shortness of breath, urticaria, diarrhea',
  ),
  frequency:
    list(`once a day, twice a day, three times a day, four times a day, daily, twice daily, every day, every morning,
    every evening, at bedtime, every four hours, every six hours, every eight hours, every twelve hours, once a week,
    as needed, as needed for pain, with meals, before breakfast, before meals, every other day, in the morning, at night, nightly,
    once daily, b i d, t i d, p r n, every four hours as needed, every six hours as needed, in the morning and at bedtime`),
  route: list(
    'by mouth, orally, p o, intravenously, i v, subcutaneously, by inhalation, sublingually, intramuscularly, topically',
  ),
  doseunit: list(
    'milligrams, milligrams, milligrams, milligrams, micrograms, units, grams, milliliters, millequivalents',
  ),
  form: list(
    'tablet, capsule, puff, drop, patch, injection, suppository, tablets, capsules, puffs, drops',
  ),
  strength:
    list(`five, ten, fifteen, twenty, twenty five, thirty, forty, fifty, sixty, seventy five, eighty, eighty one, one
    hundred, one hundred and twelve, one hundred twenty five, one hundred and fifty, one fifty, two hundred, two hundred and fifty, two
    fifty, three hundred, three hundred twenty five, four hundred, five hundred, six hundred, six hundred and fifty, eight hundred,
    eight hundred and fifty, one thousand, two point five, zero point five, one point two five, twelve point five, one, two,
    three, four, six, eight, twelve, eighteen, twenty four, thirty six, zero point one two five, seven hundred and fifty`),
  month: list(
    'january, february, march, april, may, june, july, august, september, october, november, december',
  ),
  ordinal:
    list(`first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth,
    fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth, twenty first, twenty second, twenty third,
    twenty fourth, twenty fifth, twenty sixth, twenty seventh, twenty eighth, twenty ninth, thirtieth, thirty first`),
  year: list(`two thousand and four, two thousand and eight, two thousand and nine, twenty ten, twenty twelve, twenty fourteen,
    twenty fifteen, twenty sixteen, twenty seventeen, twenty eighteen, twenty nineteen, twenty twenty, twenty twenty one, twenty
    twenty two, twenty twenty three, twenty twenty four, twenty twenty five, nineteen eighty two, nineteen ninety five`),
  weekday: list(
    'monday, tuesday, wednesday, thursday, friday, saturday, sunday, yesterday, this morning, last night',
  ),
  unit: list('hours, days, days, weeks, weeks, months, months, years'),
  smallnumber: list(
    'two, three, four, five, six, seven, eight, ten, twelve, fourteen, a few, several',
  ),
  physician:
    list(`doctor smith, doctor jones, doctor brown, doctor wilson, doctor martin, doctor miller, doctor taylor, doctor
    white, doctor thompson, doctor anderson, doctor roy, doctor lee, doctor clark, doctor campbell, doctor moore, doctor young`),
  patient: list(
    'the patient, the patient, the patient, he, she, this patient, mister brown, missus smith, miss wilson',
  ),
  pronoun: list('he, she, the patient'),
  person: list('man, woman, gentleman, lady, male, female, patient, boy, girl'),
  mode: list('period, period, period, colon'),
}
