import { wordSet } from '../reading/word-set.ts'

/** Values that have no unit when they are said, or one that is written with bars. */
export const frenchMeasured = wordSet(`
  potassium sodium k na chlorure chlore créatinine urée hémoglobine hb glycémie glucose lactate lactates inr rni ph troponine
  albumine magnésium phosphore calcium crp tsh t3 t4 bilirubine hba1c leucocytes gb ferritine psa imc fer
`)
