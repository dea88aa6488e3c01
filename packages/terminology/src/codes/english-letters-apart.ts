import type { Atom } from '../reading/atoms.ts'
import { close } from '../reading/match-atoms.ts'
import { wordSet } from '../reading/word-set.ts'

/** Abbreviations that are spelled, one beside the other or alone. A word too few joins two of them into a false name. */
const known = wordSet(`
  abg abi ace acl acs acth adhd ads aed afb afp aids aka aki alp als alt ama ana anca aptt arb ards asa asd ast avm avn avr bal bbb
  bcc bka bmi bmp bnp bph bppv bso bun cabg cad cbc cbd cbt ccu cea chf ckd cll cmp cml cmv cns copd cpap cpk cpr crp crps crrt crt
  csf cta ctpa cva cvc cvp cxr dcis dka dlco dnr doac dre dvt ebl ebv ecg ecmo ecog figo moca meld nihss nyha hfpef hfref nsclc sclc edh eeg egd ekg emg ercp esr esrd eus evd ffp fna fsh
  fvc gbm gbs gca gcs gerd gfr ggt gist hcc hcg hcv hbv hct hdl hgb hida hit hiv hla hpi hpv hsv htn hus ibd ibs icd ich icp icu ihd
  inr ipf itp iud iugr ivc ivig jvd jvp lad lbbb ldh ldl lft lmwh loc lvad lvef lvh mca mch mcl mcv mds mgus mmr mmse mra mrcp mri
  mrsa mssa mva nash nicu nkda nph npo nsaid nsr nst nstemi orif osa pacu pad pcl pcos pcp pcr pda pea peep perrla pfo pft picc
  pmn pnd ppi psa pth ptsd ptt pvc pvd qtc rbbb rbc rca rcc rfa rsv ruq rlq luq llq sah sars sbo sbp sdh siadh sids sle sob ssri
  stemi svc svt tavi tavr tbi tee tia tibc tka tkr tha thr tmj tnf tpn tsh tte ttp turp uri uti vsd vt wbc wpw
  nad abd ncs ncv lft kub pmh pmhx fhx shx hx doe ppx rpr tft kft esr fobt nvd aox cts
`)
export const isKnownName = (letters: string) => known.has(letters)

/** Two letters that are a name of their own beside a longer one. */
const knownPairs = wordSet('bp hr rr pt dm ph ps mi af pe ct us cr cs cp sp')

/** Vital signs, of which two are said in a row. */
const twoSigns = /^(?:bp|hr|rr){2}$/

/** Names of five letters and more that are no two of those. */
const whole = wordSet(`
  hfpef hfref hfmref nsclc nafld masld mafld turbt pprom tapvr heent hellp haart nsteacs pandas melas cadasil spect niddm
  unesco nasdaq hipaa
`)

/** From here on letters that are no name are more likely several. */
const longestName = 5

/** What letters in a row are: how many of them are the first name, or that they are left as they were said. */
export function namesIn(letters: string): { readonly first: number } | 'unknown' {
  if (twoSigns.test(letters)) return { first: 2 }
  if (letters.length < longestName || known.has(letters) || whole.has(letters)) {
    return { first: letters.length }
  }
  const ways = waysToCut(letters)
  const only = ways.length === 1 ? ways[0]?.[0] : undefined
  if (only !== undefined) return { first: only }
  return letters.length > longestName ? 'unknown' : { first: letters.length }
}

/** Every way to cut letters into names, as their lengths; at most two, which is enough to know that it is not sure. */
function waysToCut(letters: string): readonly (readonly number[])[] {
  if (letters === '') return [[]]
  const ways: (readonly number[])[] = []
  for (let length = 2; length <= Math.min(6, letters.length) && ways.length < 2; length++) {
    const piece = letters.slice(0, length)
    if (!(length === 2 ? knownPairs : known).has(piece)) continue
    for (const rest of waysToCut(letters.slice(length))) ways.push([length, ...rest])
  }
  return ways
}

/** "d v t r leg": the last letter is the side of what follows, and no part of the name. */
export function endsInSide(atoms: readonly Atom[], letters: string, to: number): boolean {
  if (!/[lr]$/.test(letters) || known.has(letters) || !known.has(letters.slice(0, -1))) return false
  return sided.has(close(atoms, to))
}

const sided = wordSet(`
  leg legs arm knee hip shoulder foot ankle hand wrist elbow thigh calf lung kidney eye ear breast groin flank side lower upper
  femur tibia humerus forearm neck chest hemisphere heel toe finger thumb
`)
