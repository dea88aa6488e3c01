import { phraseLines } from './phrases.ts'

/** Organs, states, operations and words for people that belong to one sex. Folded. */
export const sexedWords = {
  en: phraseLines(`
female: uterus, uterine, ovary, ovaries, ovarian, fallopian, endometrium, endometrial, vagina, vaginal, vulva, vulvar, hysterectomy, pregnant, pregnancy, gestation, menstrual, menstruation, menses, menarche, menopause, menopausal, postmenopausal, pap test, pap smear, lactating, breastfeeding, caesarean section, cesarean section, gravida, postpartum, adnexa, oophorectomy, salpingectomy, endometriosis, old woman, old female, old lady, old girl, this woman, this lady
male: prostate, prostatic, prostatectomy, prostatitis, testis, testes, testicle, testicles, testicular, scrotum, scrotal, penis, penile, epididymis, epididymitis, vasectomy, seminal vesicles, orchitis, orchiectomy, circumcision, foreskin, old man, old male, old gentleman, old boy, this man, this gentleman
`),
  fr: phraseLines(`
female: uterus, uterin, uterine, ovaire, ovaires, ovarien, ovarienne, endometre, vagin, vaginal, vaginale, vulve, hysterectomie, enceinte, grossesse, menstruation, menstruations, menstruel, menstruelle, menstruels, menopause, menopausee, postmenopausee, test pap, allaite, cesarienne, post partum, salpingectomie, endometriose, patiente, femme, dame
male: prostate, prostatique, prostatectomie, prostatite, testicule, testicules, testiculaire, scrotum, scrotal, penis, epididyme, epididymite, vasectomie, vesicules seminales, orchite, orchidectomie, circoncision, prepuce, homme, monsieur
`),
} as const
