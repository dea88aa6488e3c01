import { type Route, routes } from './administration-routes.ts'

/**
 * Routes that kill, or for which a drug is not made. Own wording.
 *
 * | column | says                                                                                          |
 * | ------ | --------------------------------------------------------------------------------------------- |
 * | drugs  | folded, English and French, common brands; a strength or a form may be part of the name         |
 * | routes | by which it is never given: `iv`, `push` (fast or undiluted), `im`, `sc`, `spinal` (intrathecal) |
 * | en, fr | what then happens, or how it is given                                                          |
 * | source | who warns                                                                                     |
 */
const table = `
vincristine, oncovin, vinblastine, vinorelbine, navelbine, vindesine | spinal | fatal by this route; vinca alkaloids are for veins only | mortelle par cette voie; les alcaloïdes de la pervenche ne se donnent que par voie veineuse | WHO alert 115 (2007); ISMP best practices
potassium chloride, kcl, chlorure de potassium, potassium phosphate, phosphate de potassium | push im sc | stops the heart; it is diluted and infused slowly | arrête le cœur; il se dilue et se perfuse lentement | ISMP high-alert list; ISMP Canada
epinephrine 1 1000, adrenaline 1 1000, 1 1000 epinephrine, 1 1000 adrenaline, adrenaline 1 1 000, epinephrine 1 1 000 | iv push | this strength is for the muscle; 1:10,000 is for the vein | cette concentration est pour le muscle; 1:10 000 est pour la veine | ISMP Canada, epinephrine in anaphylaxis
penicillin g benzathine, benzathine penicillin, benzathine penicillin g, bicillin, bicillin l a, penicilline g benzathine, benzathine penicilline, benzathine benzylpenicillin, penicillin g procaine, procaine penicillin | iv push | a suspension for deep muscle; in a vein it stops the heart | une suspension pour le muscle profond; dans une veine, elle arrête le cœur | product monograph; ISMP
bupivacaine, marcaine, sensorcaine, exparel, levobupivacaine, bupivacaine liposomal | iv push | in a vein it stops the heart; it is for nerves, epidural and spinal blocks | dans une veine, elle arrête le cœur; elle sert aux blocs | product monograph; ISMP
tranexamic acid, acide tranexamique, cyklokapron, txa | spinal | convulsions and death by this route; it has been taken for a local anaesthetic | convulsions et mort par cette voie; il a été pris pour un anesthésique local | WHO alert on tranexamic acid (2022); ISMP
methylene blue, bleu de methylene | spinal | destroys nerves by this route | détruit les nerfs par cette voie | product monograph
promethazine, phenergan | sc | kills tissue under the skin | nécrose la peau par cette voie | product monograph; ISMP
medroxyprogesterone, depo provera, depo medrol, kenalog, haloperidol decanoate, decanoate d haloperidol, fluphenazine decanoate, paliperidone palmitate, invega sustenna, zuclopenthixol decanoate | iv push | a depot for the muscle, never for a vein | une forme à libération prolongée pour le muscle, jamais pour une veine | product monographs
lactulose, nystatin, nystatine, kayexalate, sucralfate | iv push | a liquid or powder for the mouth or bowel only | un produit pour la bouche ou l’intestin seulement | ISMP, wrong-route errors
oral solution, oral suspension, oral syrup, oral liquid, syrup, elixir, solution orale, solution buvable, suspension orale, suspension buvable, sirop, elixirs | iv push | a liquid for the mouth, never for a vein | un liquide pour la bouche, jamais pour une veine | ISMP, wrong-route errors
`

/** One way in which a drug is never given. */
export type NeverRoute = {
  readonly drugs: readonly string[]
  readonly routes: readonly Route[]
  readonly why: Readonly<Record<'en' | 'fr', string>>
  readonly source: string
}

export const neverRouteRows: readonly NeverRoute[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [drugs = '', listed = '', en = '', fr = '', source = ''] = line.split(' | ')
    const never = listed.split(' ')
    return {
      drugs: drugs.split(', '),
      routes: routes.filter((route) => never.includes(route)),
      why: { en, fr },
      source,
    }
  })
