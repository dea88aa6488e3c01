/** Words for `ward-frames.ts`, and more of the kinds of `word-lists.ts`: one entry between commas, as spoken. */
const list = (text: string): readonly string[] => text.split(',').map((entry) => entry.trim())

export const moreWords: Readonly<Record<string, readonly string[]>> = {
  moredrug:
    list(`abacavir, abatacept, acarbose, acetazolamide, adalimumab, adenosine, alteplase, amantadine, amikacin, anastrozole,
    atropine, aztreonam, beclomethasone, benazepril, benztropine, betamethasone, bicalutamide, bisacodyl, brimonidine, bromocriptine,
    canagliflozin, capecitabine, carboplatin, carbidopa, caspofungin, cefdinir, cefepime, cefixime, ceftazidime, chlorpromazine,
    chlorthalidone, cholecalciferol, cisplatin, clobetasol, clomiphene, cyanocobalamin, cyclophosphamide, dalteparin, denosumab,
    desloratadine, desmopressin, desvenlafaxine, dimenhydrinate, divalproex, dobutamine, docetaxel, docusate, dopamine, doxepin,
    doxorubicin, edoxaban, eletriptan, entacapone, entecavir, eplerenone, ertapenem, esmolol, etanercept, ethambutol, etodolac,
    exemestane, fenofibrate, fexofenadine, filgrastim, flecainide, fluorouracil, fluphenazine, formoterol, fosinopril, galantamine,
    gemcitabine, gemfibrozil, glimepiride, glipizide, glucagon, glycopyrrolate, granisetron, guaifenesin, imatinib, imipenem,
    imipramine, indomethacin, infliximab, isoniazid, isosorbide, itraconazole, ivabradine, ketamine, ketoconazole, lacosamide,
    lactulose, latanoprost, leflunomide, letrozole, leuprolide, linezolid, liraglutide, lurasidone, mannitol, meclizine,
    medroxyprogesterone, megestrol, mesalamine, methimazole, methocarbamol, methylphenidate, metolazone, midazolam, midodrine,
    milrinone, minocycline, minoxidil, nadolol, naltrexone, naratriptan, nebivolol, neostigmine, nicotine, nimodipine, norepinephrine,
    nystatin, octreotide, oseltamivir, oxaliplatin, oxytocin, paclitaxel, paliperidone, pancuronium, pentoxifylline, permethrin,
    phenobarbital, phenylephrine, pilocarpine, polyethylene glycol, prasugrel, prazosin, primidone, probenecid, progesterone,
    propafenone, propofol, propylthiouracil, pyrazinamide, pyridostigmine, quinapril, raloxifene, rasagiline, repaglinide, rifampin,
    rifaximin, riluzole, risedronate, rituximab, rizatriptan, rocuronium, ropinirole, sacubitril, saxagliptin, scopolamine,
    selegiline, sevelamer, sodium bicarbonate, sotalol, streptomycin, succinylcholine, sucralfate, tacrolimus, tadalafil, tenofovir,
    terazosin, terbutaline, testosterone, theophylline, thiamine, timolol, tizanidine, tobramycin, tofacitinib, tranexamic acid,
    trastuzumab, triamcinolone, ursodiol, vardenafil, varenicline, vasopressin, vincristine, vitamin k, vortioxetine, zidovudine,
    ziprasidone, zoledronic acid, zolmitriptan, tylenol, advil, motrin, aspirin, plavix, coumadin, lasix, lipitor, crestor, norvasc,
    ventolin, flovent, advair, symbicort, spiriva, singulair, synthroid, nexium, losec, prilosec, zantac, celebrex, percocet,
    vicodin, dilaudid, valium, ativan, xanax, prozac, zoloft, celexa, lexapro, effexor, cymbalta, wellbutrin, seroquel, risperdal,
    zyprexa, lyrica, neurontin, viagra, flomax, januvia, jardiance, ozempic, lantus, humalog, keflex, cipro, zithromax, biaxin,
    augmentin, flagyl, bactrim, allegra, claritin, zyrtec, benadryl, reactine, aleve, voltaren, imodium, gravol, zofran, colace`),
  condition2:
    list(`abscess, achalasia, acne, acromegaly, acute tubular necrosis, adenoma, adenocarcinoma, adrenal insufficiency,
    alopecia, amaurosis fugax, amyloidosis, anal fissure, aneurysm, angina, angioedema, ankylosing spondylitis, anorexia, aortic
    dissection, aortic regurgitation, aplastic anemia, appendicitis, arrhythmia, arthritis, ascites, atelectasis, atopic dermatitis,
    atrial flutter, atrophic vaginitis, autism, bacteremia, barrett's esophagus, basal cell carcinoma, bell's palsy, bladder cancer,
    blepharitis, bradycardia, brain abscess, bronchiectasis, bronchiolitis, bunion, candidiasis, carcinoma, cardiac arrest, cardiac
    tamponade, cardiogenic shock, cardiomyopathy, cerebral palsy, cervical cancer, cervical radiculopathy, cervicitis, chickenpox,
    cholangitis, choledocholithiasis, cholelithiasis, chronic fatigue, clostridium difficile colitis, colitis, compartment syndrome,
    concussion, congenital heart disease, conjunctivitis, corneal abrasion, coronary disease, croup, cushing's syndrome, cystic
    fibrosis, cystitis, deep venous thrombosis, dental abscess, dermatitis, diabetes insipidus, diabetic foot ulcer, diabetic
    neuropathy, diabetic nephropathy, diabetic retinopathy, dislocation, down syndrome, duodenal ulcer, dyspepsia, dysphagia, eating
    disorder, eclampsia, ectopic pregnancy, empyema, encephalitis, encephalopathy, endometrial cancer, epididymitis, epistaxis,
    erectile dysfunction, esophageal cancer, esophageal varices, esophagitis, essential tremor, facial palsy, febrile seizure,
    febrile neutropenia, fibroids, folliculitis, food poisoning, frozen shoulder, gallstone pancreatitis, ganglion cyst, gangrene,
    gastric cancer, gastric ulcer, gastritis, gastroparesis, generalized anxiety disorder, gestational diabetes, glomerulonephritis,
    goiter, guillain barre syndrome, head injury, hearing loss, heart block, hemarthrosis, hematoma, hemochromatosis, hemolysis,
    hemophilia, hemorrhage, hemorrhoids, hemothorax, hepatic encephalopathy, hepatocellular carcinoma, hepatomegaly, hiatus hernia,
    hives, hodgkin's lymphoma, huntington's disease, hydrocele, hydrocephalus, hypercalcemia, hypercholesterolemia, hyperparathyroidism,
    hypertriglyceridemia, hypocalcemia, hypokalemia, hypomagnesemia, hypotension, hypothermia, hypoxia, ileus, immune deficiency,
    impetigo, impingement syndrome, infertility, inflammatory bowel disease, ingrown toenail, interstitial lung disease, intestinal
    ischemia, intracranial hypertension, intussusception, iritis, ischemic colitis, ischemic heart disease, ischemic stroke, jaundice,
    keratitis, labyrinthitis, lactose intolerance, laryngitis, lateral epicondylitis, liver failure, lung abscess, lyme disease,
    lymphadenitis, lymphadenopathy, lymphedema, malaria, malnutrition, mastitis, mastoiditis, measles, meniere's disease,
    menopause, menorrhagia, mesenteric ischemia, mesothelioma, metabolic acidosis, metabolic syndrome, metastatic disease, mitral
    stenosis, mitral valve prolapse, mononucleosis, multiple myeloma, mumps, muscular dystrophy, myasthenia gravis, myelopathy,
    myocarditis, myopathy, nasal polyps, necrotizing fasciitis, nephrolithiasis, nephrotic syndrome, neuralgia, neuropathy,
    neutropenia, obsessive compulsive disorder, obstructive sleep apnea, optic neuritis, oral thrush, orchitis, orthostatic
    hypotension, osteomalacia, osteonecrosis, osteopenia, ovarian cancer, ovarian cyst, ovarian torsion, overactive bladder,
    paget's disease, pancreatic cancer, pancreatitis, panic attacks, panic disorder, papilledema, paralysis, paraplegia, pelvic
    inflammatory disease, perforated ulcer, pericardial effusion, peripheral neuropathy, peritonitis, personality disorder,
    pharyngitis, phlebitis, pituitary adenoma, placenta previa, placental abruption, pleurisy, polycythemia, polymyalgia rheumatica,
    polyps, post traumatic stress disorder, postpartum depression, postpartum hemorrhage, preeclampsia, premature labor, pressure
    ulcer, prostatitis, pruritus, pseudogout, psychosis, pulmonary fibrosis, pulmonary hypertension, pyloric stenosis, quadriplegia,
    raynaud's phenomenon, renal artery stenosis, renal cell carcinoma, renal failure, respiratory failure, respiratory acidosis,
    restless legs syndrome, retinal detachment, retinopathy, rhabdomyolysis, rheumatic fever, rosacea, salmonella, sarcoidosis,
    scabies, scarlet fever, scleroderma, scoliosis, septic shock, sickle cell disease, sinus tachycardia, sjogren's syndrome,
    spinal cord compression, splenomegaly, spondylolisthesis, spondylosis, squamous cell carcinoma, status epilepticus, strabismus,
    strep throat, subarachnoid hemorrhage, subdural hematoma, supraventricular tachycardia, synovitis, syphilis, tachycardia,
    temporal arteritis, tendon rupture, testicular torsion, tetanus, thalassemia, thrombocytopenia, thrombosis, thyroid cancer,
    thyroiditis, thyrotoxicosis, tinnitus, torticollis, transient global amnesia, traumatic brain injury, trigeminal neuralgia,
    trigger finger, ulcer, uremia, urethritis, urinary retention, uterine prolapse, uveitis, vaginitis, valvular heart disease,
    varicose veins, vasculitis, venous stasis, venous insufficiency, ventricular fibrillation, ventricular tachycardia, viral
    hepatitis, vitiligo, volvulus, warts, whiplash, wound infection, zoster`),
  structure:
    list(`abdomen, abdominal wall, acetabulum, achilles tendon, acromioclavicular joint, adenoids, airway, amygdala, anterior chamber,
    antrum, anus, aortic arch, aortic root, aortic valve, appendix, arteries, ascending colon, atrium, left atrium, right atrium,
    axilla, bile ducts, biceps tendon, bladder neck, bladder wall, bone marrow, brachial plexus, brain, brainstem, breast, bronchi,
    right main bronchus, buttock, calf, carina, carotid arteries, cartilage, cauda equina, cecum, cerebellum, cervix, cheek, chest
    wall, chin, choroid plexus, coccyx, collarbone, common hepatic duct, conjunctiva, cornea, coronary sinus, corpus callosum, costal margin, cranium,
    cruciate ligaments, deltoid, dermis, descending aorta, descending colon, distal ileum, dorsum of the foot, duodenum, ear canal, eardrum,
    elbow joint, endometrium, epidermis, epididymis, epigastrium, epiglottis, esophagus, ethmoid sinuses, external ear, eyelid,
    face, fallopian tube, fascia, femoral artery, femoral head, femoral canal, flank, foramen magnum, forehead, frontal sinuses, gallbladder
    wall, gastroesophageal junction, gingiva, glenoid, glottis, greater trochanter, groin, hamstrings, hard palate, hepatic veins, hepatic flexure,
    hippocampus, humeral head, hypopharynx, hypothalamus, iliac crest, iliac fossa, jaw, jejunum, jugular vein, kidney, knee joint, labrum, larynx,
    left ventricle, right ventricle, leg, lens, lip, liver edge, lower back, lower extremities, lymph nodes, macula, mandible, maxilla,
    mediastinal lymph nodes, medulla, meninges, mesentery, metatarsals, mitral valve, mouth, mucosa, nail bed, nares, nasal septum, nasopharynx, neck, nipple,
    nose, olecranon, omentum, optic disc, optic nerve, oral mucosa, orbit, oropharynx, ovary, palate, palm, pancreatic duct, pancreatic head, papilla,
    parathyroid glands, parotid gland, pelvic floor, penis, perineum, pericardium, peritoneum, pharynx, placenta, pleural space,
    popliteal fossa, posterior fossa, prepatellar bursa, prostate gland, pubic symphysis, pulmonary artery, pulmonary valve, pulmonary veins, pupil, pylorus, quadriceps,
    rectum, rectosigmoid junction, renal pelvis, retina, retroperitoneum, rotator cuff, sacroiliac joint, saphenous vein, scalp,
    sciatic nerve, sclera, scrotum, sella, seminal vesicles, sigmoid colon, sinuses, skin, skull, skull base, soft palate, soft tissues, spermatic cord, sphenoid sinus, spinal
    canal, splenic flexure, splenic vein, stomach, submandibular gland, subscapularis, supraclavicular area, talus, temple, temporal bone, terminal
    ileum, testis, testicle, thecal sac, thigh, third ventricle, lateral ventricles, thymus, toe, tongue, tonsils, transverse colon, triceps, tricuspid
    valve, trunk, turbinates, umbilicus, upper extremities, ureter, urethra, uterus, uvula, vagina, vena cava, vertebral
    bodies, vocal cords, vulva, white matter, wrist joint, xiphoid`),
  adjective:
    list(`abnormal, absent, acute, asymmetric, atrophic, atypical, benign, bilateral, bright, bulging, calcified, chronic, circumscribed,
    coarse, complete, complex, congested, cystic, decreased, deep, degenerated, diffuse, dilated, displaced, distended, edematous, elevated, enlarged, erythematous, extensive,
    firm, fluctuant, focal, fractured, hard, heterogeneous, homogeneous, hyperemic, hypertrophic, increased, indeterminate, indurated,
    inflamed, intact, intermittent, irregular, ischemic, localized, lobulated, malignant, mild, mobile, multiple, narrowed, necrotic, nodular, normal,
    obstructed, occluded, painful, painless, palpable, partial, patchy, patent, perforated, persistent, pigmented, pleural based, prominent, pulsatile, raised, recurrent,
    red, reduced, residual, ruptured, scattered, sclerotic, septated, shallow, soft, solid, solitary, spiculated, stable, stenotic, superficial, suspicious, swollen,
    symmetric, tender, thickened, thin, torn, tortuous, ulcerated, unchanged, uniform, vascular, warm, weak, well defined, widened`),
  finding:
    list(`abscess, adhesion, air fluid level, aneurysm, artifact, asymmetry, atrophy, band, bleeding, blister, bruise, bruising, calcifications, callus, cavity, clot, collection,
    contusion, crackles, crepitus, deformity, defect, depression, dilatation, discharge, discoloration, drainage, ecchymosis, edema,
    effusion, embolus, enhancement, enlargement, erosion, erosions, erythema, exudate, fibrosis, filling defect, fissure, fistula, fluctuance, fluid collection, fracture line, gas, gallop, granulation
    tissue, hematoma, hemorrhage, hepatomegaly, hernia, heterogeneity, hypertrophy, hyperintensity, induration, infarct, infiltration, inflammation, instability, laceration, lipoma, lucency, lymphadenopathy, macule,
    malalignment, mass effect, metastasis, metastases, murmur, narrowing, necrosis, nodularity, obstruction, occlusion, opacification, osteophyte, pallor, papule, perforation, plaque,
    polyp, pus, pustules, rales, reflux, regurgitation, restriction, retraction, rhonchi, rub, scar, scarring, sclerosis, scoliosis, secretions, shadowing, shift, signal abnormality, sinus tract, spasm, splenomegaly, spur,
    stenosis, stone, stricture, subluxation, swelling, synovial thickening, tear, tenderness, thickening, thrombus, tumor, ulceration, vegetation, vesicles, volume loss, wheezing`),
  sign: list(`the apical impulse, babinski sign, bowel sounds, breath sounds, capillary refill, deep tendon reflexes, extraocular movements, fundoscopy, gait, grip
    strength, heart sounds, judgment, lachman test, light touch, mcmurray test, memory, mood, motor strength, muscle bulk, muscle tone, murphy's sign, orientation, pain
    on palpation, pedal pulses, percussion, phalen's test, pinprick sensation, position sense, proprioception, pupils, range of motion, red reflex, reflexes, respiratory effort,
    romberg test, rebound tenderness, sensation, skin turgor, speech, tandem gait, thought content, tinel's sign, vibration sense, visual acuity, visual fields, insight, affect`),
  device:
    list(`arterial line, ace wrap, bandage, below knee cast, bone graft, brace, c pap, cane, catheter, cervical collar, chest tube, coil, crutches, dialysis catheter, drain, dressing,
    endotracheal tube, feeding tube, foley catheter, hearing aid, hip prosthesis, implantable defibrillator, insulin pump, intramedullary nail, intrauterine device, jackson pratt drain, knee brace, laryngeal
    mask, mechanical valve, nasal cannula, nasogastric tube, nebulizer, oxygen mask, pacemaker, p i c c line, plate, port a cath, screws, shunt, sling, splint, staples, stent, steri strips, suture, sutures,
    swan ganz catheter, tracheostomy tube, ureteral stent, ventilator, walker, walking boot, wheelchair, wires`),
  labtest:
    list(`albumin, alkaline phosphatase, ammonia, amylase, a l t, a s t, bicarbonate, bilirubin, total bilirubin, b u n, calcium, calcitonin, chloride, cholesterol, c k, cortisol, creatine kinase,
    c e a, eosinophils, e g f r, ferritin, fibrinogen, folate, free t four, g g t, globulin, glucose, h d l, hematocrit, hemoglobin, hemoglobin a one c, homocysteine, i n r, iron saturation, ketones, l d h, l d l, lipase,
    lymphocytes, magnesium, mean corpuscular volume, monocytes, neutrophils, osmolality, oxygen saturation, parathyroid hormone, partial thromboplastin time, phosphate, platelet count, platelets, potassium, protein,
    prothrombin time, red blood cell count, reticulocytes, rheumatoid factor, sodium, sedimentation rate, thyroid stimulating hormone, transferrin, triglycerides, troponin, troponin t, urea, uric acid, urine
    protein, vitamin d level, white blood cell count, white count, white cells`),
  bodyfluid: list(
    'blood, bile, cerebrospinal fluid, joint fluid, mucus, pleural fluid, pus, saliva, serum, sputum, stool, sweat, urine, wound fluid',
  ),
  organism:
    list(`candida, chlamydia, clostridium difficile, e coli, enterococcus, gonorrhea, group a streptococcus, haemophilus influenzae, helicobacter pylori, herpes simplex, influenza a, klebsiella, legionella,
    listeria, m r s a, mycoplasma, pneumococcus, proteus, pseudomonas aeruginosa, salmonella, staphylococcus aureus, streptococcus pneumoniae, varicella, coagulase negative staphylococcus`),
  therapy:
    list(`acupuncture, anticoagulation, antibiotic therapy, aspiration, behavioral therapy, biofeedback, blood transfusion, bronchodilators, cardiac rehabilitation, cardioversion, chemotherapy, chest physiotherapy, compression
    stockings, counselling, debridement, defibrillation, dialysis, dilation, diuresis, electroconvulsive therapy, embolization, endotracheal intubation, epidural injection, exercise program, fluid restriction, hemodialysis,
    hormone replacement, hospice care, hydrotherapy, immunization, immunotherapy, intubation, irrigation, laser treatment, lifestyle changes, massage, mechanical ventilation, nerve block, nutritional support, occupational therapy, oxygen
    therapy, pain management, palliative care, peritoneal dialysis, phototherapy, physical therapy, psychotherapy, radiation therapy, radiotherapy, rehabilitation, resuscitation, skin grafting, sleep hygiene, speech therapy, steroid
    injection, steroids, stretching exercises, surgical drainage, thrombolysis, topical steroids, traction, transplantation, vaccination, weight reduction, wound care`),
  specialty:
    list(`anesthesiology, cardiology, cardiac surgery, critical care, dentistry, dermatology, emergency medicine, endocrinology, family medicine, gastroenterology, general surgery, genetics, geriatrics, gynecology, hematology, infectious
    diseases, internal medicine, nephrology, neurology, neurosurgery, nutrition, obstetrics, oncology, ophthalmology, orthopedics, otolaryngology, palliative care, pathology, pediatrics, physiatry, plastic surgery, podiatry, psychiatry, psychology,
    pulmonology, radiology, respirology, rheumatology, thoracic surgery, urology, vascular surgery`),
  manner:
    list(`abruptly, acutely, adequately, carefully, clinically, constantly, easily, frequently, gradually, intermittently, markedly, mildly, minimally, moderately, occasionally, partially, poorly, progressively, quickly, rapidly, rarely,
    recently, regularly, repeatedly, severely, significantly, slightly, slowly, spontaneously, suddenly, well`),
  daypart: list(
    'this morning, this afternoon, this evening, tonight, overnight, yesterday, today, last week, last month, this week, two days ago, over the weekend, a few hours ago, early this year',
  ),
  activity:
    list(`bathing, bending, breathing deeply, climbing stairs, coughing, cooking, dressing, driving, eating, exercise, getting up from a chair, gripping, housework, kneeling, lifting, lying down, lying flat, reading, reaching overhead,
    running, shopping, sitting, sneezing, sleeping, squatting, standing, swallowing, swimming, turning in bed, twisting, typing, urinating, walking, walking uphill, working, writing`),
  quality: list(
    'aching, burning, colicky, constant, cramping, crushing, dull, electric, gnawing, intermittent, pressure like, pulsating, sharp, shooting, sore, squeezing, stabbing, tearing, throbbing, tight, vague',
  ),
  limb: list('arm, leg, upper limb, lower limb, hand, foot, lower extremity, upper extremity'),
}
