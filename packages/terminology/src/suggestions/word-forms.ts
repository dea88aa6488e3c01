import { wordSet } from '../reading/word-set.ts'

/** How the words of a language are made from each other; folded. */
export type WordForms = {
  readonly endings: ReadonlySet<string>
  readonly prefixes: ReadonlySet<string>
  /** Ends of medical words that are no words alone. */
  readonly finals: ReadonlySet<string>
}

const english: WordForms = {
  endings: wordSet(`
    a able ae al ally an ance ances ancy ant ants ar aris ary ase ate ated ately ates ating ation ations ative
    ator e ed ely en ence encies ency ent ently ents er ers es i ia iac ial ian ias iasis ible ic ical ically ics
    ides ie ied ies in ine ing ings ion ional ions is ism ist ists ities itic itis ity ium ive ivity l less like ly
    ment oid oids on or ors ory os ose oses osis otic ous s ular um us y
  `),
  prefixes: wordSet(`
    ante anti auto bi bio brady cardio cerebro co contra counter cyto de derm dermato di dys electro endo epi extra fibro
    gastro gluco hemato haemato hemi hemo haemo hepato hyper hypo immuno infra inter intra iso lipo litho lymph
    macro mega meso meta micro mid mono multi musculo myelo myo nano naso necro neo nephro neuro non ophthalmo osteo oto
    out over pan para patho peri photo physio pneumo poly post pre pro pseudo psycho pyelo radio re recto retro
    rhino semi spondylo sub super supra syn tachy thermo thoraco thrombo thyro tracheo trans tri ultra un under uni uro
    utero vaso veno vesico
  `),
  finals: wordSet(`
    cele centesis cyte cytes cytosis dynia ectasia ectomy emia genesis genic gram grams graph graphic graphy kinesia
    lysis lytic malacia megaly metry oma opsy pathic pathy penia pexy phagia phasia philia plasia plasty plegia pnea ptosis
    rrhage rrhagia rrhaphy rrhea scope scopic scopy stasis stenosis stomy therapy tome tomy trophic trophy tropic uria
  `),
}

const french: WordForms = {
  endings: wordSet(`
    a able ables ace aire aires al ale ales ame ant ante antes ants ase at ateur ation ations atif ative aux e ee ees el elle
    elles ement emie ence ent ente er es eur eurs euse euses eux ie ien ienne iennes iens ier ies if ifs in ine ines ion
    ions ique iquement iques isme iste istes it ite ites ive ives ment oide oides ome on ose oses ot otique re rices s
    trice ulaire um ure us x y
  `),
  prefixes: wordSet(`
    ante anti auto bi bio brady cardio cerebro co contre cyto de dermato di dys electro endo entre epi extra fibro gastro
    gluco hemato hemi hemo hepato hyper hypo immuno infra inter intra iso lipo litho lympho macro mega meso meta
    micro mono multi musculo myelo myo naso necro neo nephro neuro non osteo oto pan para patho peri photo physio
    pneumo poly post pre pro pseudo psycho pyelo radio re recto retro rhino semi sous spondylo sub super supra sur syn
    tachy thermo thoraco thrombo thyro tracheo trans tri ultra uni uro utero vaso veno vesico
  `),
  finals: wordSet(`
    cele centese cyte cytes cytose ectasie ectomie emie gene genese gramme grammes graphie graphique kinesie lyse lytique
    malacie megalie metrie ome opsie pathie pathique penie pexie phagie phasie philie plasie plastie plegie pnee ptose
    rragie rraphie rrhee scope scopie scopique stase stenose stomie therapie tome tomie trophie trophique tropique urie
  `),
}

export const wordForms: Readonly<Record<'en' | 'fr', WordForms>> = { en: english, fr: french }

/** With fewer letters, anything would be the stem of something. */
const shortestStem = 4

/**
 * True if a word may be another form of a known one, "neuropathic" beside neuropathy, or a known one with something
 * before it, "endovascular". No list has all of these, and they are no mishearings.
 */
export function mayBeFormOf(
  word: string,
  { endings, prefixes, finals }: WordForms,
  // Lists are asked about every ending; a dictionary takes endings off by itself, which costs more.
  known: { readonly isListed: IsKnown; readonly isSpelled: IsKnown },
): boolean {
  for (let length = shortestStem; length <= word.length; length++) {
    const stem = word.slice(0, length)
    const ending = word.slice(length)
    if (ending !== '' && !endings.has(ending)) continue
    if (ending !== '' && known.isSpelled(stem)) return true
    if (ending !== 'e' && known.isSpelled(`${stem}e`)) return true
    for (const other of endings) {
      if (other !== ending && known.isListed(stem + other)) return true
    }
  }
  for (let length = 2; length <= word.length - shortestStem; length++) {
    const rest = word.slice(length)
    if (!prefixes.has(word.slice(0, length))) continue
    if (finals.has(rest) || known.isSpelled(rest)) return true
  }
  return false
}

type IsKnown = (word: string) => boolean
