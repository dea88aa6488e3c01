import { wordSet } from '../reading/word-set.ts'

export const frenchMonths = wordSet(`
  janvier février mars avril mai juin juillet août aout septembre octobre novembre décembre fevrier decembre
`)

export const frenchWeekdays = wordSet('lundi mardi mercredi jeudi vendredi samedi dimanche')
