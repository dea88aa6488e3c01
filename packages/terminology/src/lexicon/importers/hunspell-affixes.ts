/** One way in which a flag changes a word: take `strip` off, put `add` on, where the word fits. */
type Affix = {
  readonly strip: string
  readonly add: string
  readonly fits: RegExp
  /** Flags that hold for what it made: suffixes upon suffixes. */
  readonly next: readonly string[]
}

export type HunspellAffixes = {
  readonly prefixes: ReadonlyMap<string, readonly Affix[]>
  readonly suffixes: ReadonlyMap<string, readonly Affix[]>
  readonly flagsOf: (text: string) => readonly string[]
  /** Words with one of these are no words alone: they need an affix, or are forbidden. */
  readonly notAlone: ReadonlySet<string>
  readonly forbidden: ReadonlySet<string>
}

/** No stem has more real forms than this; a file that says otherwise is wrong or means harm. */
export const maxFormsOfStem = 500

type Block = { readonly kind: 'PFX' | 'SFX'; readonly flag: string; readonly affix: Affix }

/** Reads an affix file (hunspell(5)): PFX, SFX, FLAG, AF, NEEDAFFIX, FORBIDDENWORD. The rest is for spelling. */
export function parseAffixes(text: string): HunspellAffixes {
  const lines = text.split(/\r?\n/)
  const option = (name: string) =>
    lines.find((line) => line.startsWith(`${name} `))?.split(/\s+/)[1] ?? ''
  const flagsOf = flagReader(option('FLAG'), aliasesIn(lines))
  const blocks = lines.flatMap((line) => blockOf(line, flagsOf))
  return {
    prefixes: byFlag(blocks, 'PFX'),
    suffixes: byFlag(blocks, 'SFX'),
    flagsOf,
    notAlone: new Set(flagsOf(option('NEEDAFFIX'))),
    forbidden: new Set([...flagsOf(option('FORBIDDENWORD')), ...flagsOf(option('NOSUGGEST'))]),
  }
}

export const noAffixes: HunspellAffixes = parseAffixes('')

/** `AF` gives sets of flags numbers; the first `AF` says how many follow. */
function aliasesIn(lines: readonly string[]): readonly string[] {
  return lines
    .filter((line) => /^AF\s/.test(line))
    .slice(1)
    .map((line) => line.split(/\s+/)[1] ?? '')
}

function flagReader(
  style: string,
  aliases: readonly string[],
): (text: string) => readonly string[] {
  const plain = (text: string): readonly string[] => {
    if (style === 'long') return text.match(/../gsu) ?? []
    if (style === 'num') return text === '' ? [] : text.split(',')
    return [...text]
  }
  if (aliases.length === 0) return plain
  return (text) => (/^\d+$/.test(text) ? plain(aliases[Number(text) - 1] ?? '') : plain(text))
}

/** A rule line has five fields (`SFX A 0 s [^y]`), the line that opens a block four (`SFX A Y 12`). */
function blockOf(line: string, flagsOf: (text: string) => readonly string[]): readonly Block[] {
  const [kind, flag = '', strip = '', addition = '', condition] = line.split(/\s+/)
  if ((kind !== 'PFX' && kind !== 'SFX') || addition === '') return []
  const isOpening = /^[YN]$/.test(strip) && /^\d+$/.test(addition) && condition === undefined
  const [add = '', next = ''] = addition.split('/')
  // « l'abdomen » is an article and a noun, no form of its own.
  if (isOpening || /['’]$/.test(add)) return []
  return [
    {
      kind,
      flag,
      affix: {
        strip: strip === '0' ? '' : strip,
        add: add === '0' ? '' : add,
        fits: conditionOf(kind, condition ?? '.'),
        next: next === '' ? [] : flagsOf(next),
      },
    },
  ]
}

/** A condition is letters, `.` and `[sets]`; anything else in it is a letter too. */
function conditionOf(kind: 'PFX' | 'SFX', condition: string): RegExp {
  const parts = condition.match(/\[\^?[^\]]+\]|./gsu) ?? []
  const pattern = parts
    .map((part) =>
      part.length > 1 && part.startsWith('[') ? setOf(part) : part === '.' ? '.' : escaped(part),
    )
    .join('')
  return new RegExp(kind === 'PFX' ? `^${pattern}` : `${pattern}$`, 'u')
}

function setOf(part: string): string {
  const inner = part.slice(1, -1)
  const negated = inner.startsWith('^')
  const letters = (negated ? inner.slice(1) : inner).replace(/[\\\]^-]/g, '\\$&')
  return `[${negated ? '^' : ''}${letters}]`
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function byFlag(
  blocks: readonly Block[],
  wanted: 'PFX' | 'SFX',
): ReadonlyMap<string, readonly Affix[]> {
  const map = new Map<string, Affix[]>()
  for (const { kind, flag, affix } of blocks) {
    if (kind !== wanted) continue
    const list = map.get(flag) ?? []
    list.push(affix)
    map.set(flag, list)
  }
  return map
}

export type Expansion = { readonly forms: readonly string[]; readonly cut: boolean }

/** All the forms of a dictionary line such as `abdomen/MS`, itself first; at most `maxFormsOfStem`. */
export function expandWord(line: string, affixes: HunspellAffixes): Expansion {
  const { stem, flags } = stemOf(line, affixes)
  if (flags.some((flag) => affixes.forbidden.has(flag))) return { forms: [], cut: false }
  const forms = new Set<string>()
  if (!flags.some((flag) => affixes.notAlone.has(flag))) forms.add(stem)
  const suffixed = withSuffixes(stem, flags, affixes, 2)
  for (const word of suffixed) forms.add(word)
  const prefixes = flags.flatMap((flag) => affixes.prefixes.get(flag) ?? [])
  for (const word of [stem, ...suffixed]) {
    for (const prefix of prefixes) {
      if (forms.size >= maxFormsOfStem) return { forms: [...forms], cut: true }
      const made = prefixed(word, prefix)
      if (made !== null) forms.add(made)
    }
  }
  return { forms: [...forms].slice(0, maxFormsOfStem), cut: forms.size > maxFormsOfStem }
}

function stemOf(
  line: string,
  affixes: HunspellAffixes,
): { readonly stem: string; readonly flags: readonly string[] } {
  // What follows a tab or a space and two letters with a colon is morphology.
  const [entry = ''] = line.split(/\t|\s+(?=\p{L}{2}:)/u)
  const slash = entry.search(/(?<!\\)\//)
  const word = slash === -1 ? entry : entry.slice(0, slash)
  const flags = slash === -1 ? [] : affixes.flagsOf(entry.slice(slash + 1).trim())
  return { stem: word.trim().replaceAll('\\/', '/'), flags }
}

function withSuffixes(
  word: string,
  flags: readonly string[],
  affixes: HunspellAffixes,
  depth: number,
): readonly string[] {
  if (depth === 0) return []
  const made: string[] = []
  for (const suffix of flags.flatMap((flag) => affixes.suffixes.get(flag) ?? [])) {
    if (made.length >= maxFormsOfStem) break
    if (!word.endsWith(suffix.strip) || !suffix.fits.test(word)) continue
    const form = word.slice(0, word.length - suffix.strip.length) + suffix.add
    made.push(form, ...withSuffixes(form, suffix.next, affixes, depth - 1))
  }
  return made
}

function prefixed(word: string, prefix: Affix): string | null {
  if (!word.startsWith(prefix.strip) || !prefix.fits.test(word)) return null
  return prefix.add + word.slice(prefix.strip.length)
}
