import { createTranscriber } from './sound-rules.ts'

/**
 * French spelling without accents, to the sounds of `english-sounds.ts`. A nasal vowel is a vowel and n, so that
 * « um », « un », « in » stay near what engines write for them; w is the beginning of « oi ».
 */
export const frenchSounds = createTranscriber(`
  sch > S
  ch > k / _[lrnm]
  ch > k / ^_o[lrn]
  ch > k / [aeiory]_o
  ch > k / [ry]_i
  ch > S
  ph > f
  th > t
  rrh > r
  rh > r
  h >
  gn > nj
  gu > g / _[eiy]
  ge > J / _[ao]
  g > J / _[eiy]
  cc > ks / _[eiy]
  sc > s / _[eiy]
  c > s / _[eiy]
  ti > sj / [aeiounrlpc]_[oea]
  qu > k
  q > k
  ck > k
  c > k
  k > k
  x > z / ^_
  x > / V_$
  x > ks
  j > J
  ts > / V_$
  ds > / V_$
  s > / [Vrn]_$
  t > / [aeiouyrn]_$
  d > / [aeiouyrn]_$
  ent > / C_$
  es > / C_$
  er > e / C_$
  ez > e / C_$
  e > / C_$
  s > z / V_V
  s > s
  z > z
  p > p
  b > b
  t > t
  d > d
  g > g
  f > f
  v > v
  w > w
  ill > j / [aeou]_
  m > n / _[pb]
  m > m
  n > n
  l > l
  r > r
  y > j / [aeiou]_[aeiou]
  eau > o
  au > o
  oi > wa / _[^d]
  oi > wa / _$
  ou > u
  oeu > e
  oe > e
  eu > e
  ae > e
  ai > e
  ei > e
  e > a / _n[^aeiouyn]
  e > a / _m[pb]
  y > i
  a > a
  e > e
  i > i
  o > o
  u > u
`)
