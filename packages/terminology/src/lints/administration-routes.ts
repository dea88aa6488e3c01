import { wordSet } from '../reading/word-set.ts'
import { amountAt } from './amount.ts'
import type { Sentence } from './lint-document.ts'
import { phraseAt, phraseLines } from './phrases.ts'

/** How a drug gets into the body; `push` is fast and undiluted, `other` is any that no limit knows. */
export const routes = ['iv', 'push', 'im', 'sc', 'spinal', 'po', 'other'] as const
export type Route = (typeof routes)[number]

/** The routes that are said of a drug, in words `[from, to)`. */
export type RouteMention = {
  readonly routes: readonly Route[]
  readonly from: number
  readonly to: number
}

/** Ways to say a route; before the colon is what it means. Folded. */
const names = phraseLines(`
iv: iv, i.v, intravenous, intravenously, intraveineux, intraveineuse
iv push: iv push, i.v push, ivp, iv bolus, bolus iv, iv pushed, push, pushed, undiluted, iv direct, direct iv, direct intravenous
iv push: intravenous push, intravenous bolus, bolus intraveineux, iv directe, intraveineuse directe, non dilue, non diluee, iv non dilue
im: im, i.m, intramuscular, intramuscularly, intramusculaire
sc: sc, s.c, sq, subcut, subcutaneous, subcutaneously, sous cutane, sous cutanee
spinal: intrathecal, intrathecally, intrathecale, intraventricular, intraventricularly, intraventriculaire, intraspinal, intraspinally
po: po, p.o, orally, by mouth, per os, par la bouche, par voie orale, orale
other: epidural, epidurally, epidurale, peridurale, inhaled, nebulized, nebulised, topical, topically, rectal, rectally, pr, sl, sublingual
other: infiltrated, infiltration, intraosseous, endotracheal, nebulise, nebulisee, topique, sublingual, sublinguale, rectale, intraarticular
`)

/** "Stage IV" is no route. */
const numbered = wordSet('stage class grade type factor nerve zone stade classe facteur nerf')

/** What is put into a vein, and is no way to give a drug: "at the IV site". */
const equipment = wordSet(
  'site sites line lines access catheter cannula fluid fluids contrast sedation',
)

/** What may stand between a drug or its dose and the route; any other word begins something else. */
const linking = wordSet(`
  was were is are be been being has have to given administered injected infused delivered received ordered once twice weekly daily bid
  tid qid b.i.d t.i.d q.i.d prn p.r.n stat now today every q h hours hourly minutes by via through as in into at a an the of million millions dose doses slow rapid
  fast quick direct route vial vials sulfate sulphate hydrochloride sodium plain mg mcg g ml meq mmol units
  a ete est sont donne donnee donnes donnees administre administree injecte injectee recu recue par voie en la le un une dose doses die fois
  jour aux toutes les heures lente rapide directe sulfate chlorhydrate unites
`)

/** Between a route and the drug after it: "intrathecal injection of", « injection intrathécale de ». */
const opening = wordSet('of de d injection injections administration dose doses infusion')

/** How many words a route may be away from the drug or its dose. */
const reach = 8

/**
 * The route said of a drug in words `[from, to)`, its dose with it: the first after it with nothing else between,
 * or the one right before it.
 */
export function routeOf(
  sentence: Sentence,
  { from, to }: { readonly from: number; readonly to: number },
  language: 'en' | 'fr',
): RouteMention | null {
  return routeAfter(sentence, to, language) ?? routeBefore(sentence, from, language)
}

function routeAfter(sentence: Sentence, start: number, language: 'en' | 'fr'): RouteMention | null {
  for (let at = start; at < Math.min(sentence.length, start + reach); at++) {
    const isApart = /[,;:]/.test(sentence[at]?.gap ?? '')
    if (isApart && at > start) return null
    const route = routeAt(sentence, at)
    // "Vincristine, intrathecal methotrexate": the route of what comes next.
    if (route) {
      return isApart && language === 'en' && leadsOn(sentence, route.to)
        ? null
        : withNext(sentence, route)
    }
    const word = sentence[at]?.folded ?? ''
    if (!linking.has(word) && !/^[q\d]/.test(word)) return null
  }
  return null
}

/** "IV undiluted": two ways to say how, of one dose. */
function withNext(sentence: Sentence, route: RouteMention): RouteMention {
  const next = /^\s$/.test(sentence[route.to]?.gap ?? '') ? routeAt(sentence, route.to) : null
  return next ? { ...route, routes: [...route.routes, ...next.routes], to: next.to } : route
}

function leadsOn(sentence: Sentence, at: number): boolean {
  const next = sentence[at]
  return next !== undefined && /^\s$/.test(next.gap) && !linking.has(next.folded)
}

function routeBefore(
  sentence: Sentence,
  drugAt: number,
  language: 'en' | 'fr',
): RouteMention | null {
  for (let at = drugAt - 1; at >= Math.max(0, drugAt - 4); at--) {
    if (!/^[\s-]*$/.test(sentence[at + 1]?.gap ?? '')) return null
    const route = routeAt(sentence, at)
    if (route && route.to <= drugAt)
      return endsDose(sentence, at, language) ? null : widest(sentence, route)
    if (!opening.has(sentence[at]?.folded ?? '')) return null
  }
  return null
}

/** "IV push" from its "push". */
function widest(sentence: Sentence, route: RouteMention): RouteMention {
  const wider = routeAt(sentence, route.from - 1)
  return wider && wider.to >= route.to ? wider : route
}

/** "12 mg intrathecal, ...": the route of a dose further up. */
function endsDose(sentence: Sentence, at: number, language: 'en' | 'fr'): boolean {
  return [1, 2].some((back) => amountAt(sentence, at - back, language)?.to === at)
}

/** "IT" is a route in capitals: "it" is everywhere. */
function routeAt(sentence: Sentence, at: number): RouteMention | null {
  const said = phraseAt(sentence, at, names)
  const isRoute =
    !numbered.has(sentence[at - 1]?.folded ?? '') &&
    !equipment.has(sentence[said?.to ?? 0]?.folded ?? '')
  if (said && isRoute) {
    return { routes: said.meaning.split(' ').flatMap(asRoute), from: at, to: said.to }
  }
  return sentence[at]?.text === 'IT' ? { routes: ['spinal'], from: at, to: at + 1 } : null
}

function asRoute(name: string): readonly Route[] {
  return routes.filter((route) => route === name)
}
