import { createTranscriber } from './sound-rules.ts'

/**
 * English spelling with the Greek and Latin of medicine, to sounds: p b t d k g f v s z m n l r w h, `j` as in yes,
 * `S` ship, `J` judge, `C` church, vowels a e i o u. Rough: it has to bring together the words that engines mistake
 * for one another, not to be read aloud.
 */
export const englishSounds = createTranscriber(`
  p > / ^_[nt]
  ps > s / ^_
  m > / ^_n
  k > / ^_n
  g > / ^_n
  w > / ^_r
  x > z / ^_
  eu > ju / ^_
  u > ju / ^_CV
  sch > sk
  tch > C
  ch > k / _[lr]
  ch > k / ^_[oe]
  ch > k / [^aeiout]_o
  ch > C
  sh > S
  ssi > S / _[oa]
  ci > S / [aeiou]_[oa]
  ti > S / [aeiounrcp]_[oae]
  si > S / [nlr]_o
  si > S / [aeiou]_o
  ph > f
  th > t
  rrh > r
  rh > r
  gh > g / _[aeiou]
  gh >
  dg > J / _[eiy]
  cc > ks / _[eiy]
  sc > s / _[eiy]
  c > s / _[eiy]
  g > J / _[eiy]
  ck > k
  cqu > kw
  qu > k / _e$
  qu > kw
  q > k
  c > k
  k > k
  x > ks
  j > J
  s > z / V_V
  s > s
  z > z
  pp > p
  p > p
  b > b
  t > t
  d > d
  g > g
  f > f
  v > v
  m > m
  n > n
  l > l
  r > r
  wh > w
  w > w
  y > j / ^_V
  h > h / _V
  h >
  es > s / [^Vsxzc]_$
  e > / C_$
  ae > i
  oe > i
  ee > i
  ea > i
  ie > i
  ei > i
  oo > u
  ou > u
  ew > u
  eu > u
  au > o
  aw > o
  oa > o
  ow > o
  ai > e
  ay > e
  y > i
  a > a
  e > e
  i > i
  o > o
  u > u
`)
