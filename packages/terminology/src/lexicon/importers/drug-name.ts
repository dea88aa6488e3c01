/**
 * The name in a product's title: « ABACAVIR ARROW 300 mg, comprimé » is « ABACAVIR ARROW ». Strength, form
 * and what stands in brackets are left away.
 */
export function nameInTitle(title: string): string {
  return title
    .replace(/\s*[([].*$/, '')
    .replace(/,.*$/, '')
    .replace(/(?:\s+|-)\d.*$/, '')
    .replace(
      /\s+(?:tablets?|tabs?|capsules?|caps?|injection|solution|cream|ointment|usp|bp|inj|syrup|drops|suspension|powder)\b.*$/i,
      '',
    )
    .trim()
}

/** The substance before its salt: « ABACAVIR (ABACAVIR SULFATE) » is « ABACAVIR ». */
export function substanceName(name: string): string {
  return name
    .replace(/^\*/, '')
    .replace(/\s*[([].*$/, '')
    .trim()
}

/** Names in capitals as they are written in a text: `Apo-Atenolol`, and `B12` as it is. */
export function asProperName(name: string): string {
  return name.toLowerCase().replace(/\p{L}[\p{L}']*/gu, (word) => capitalised(word))
}

/** A substance in capitals as it is written in a text: `vitamin B12`, `factor VIII`. */
export function asSubstance(name: string): string {
  return name
    .toLowerCase()
    .replace(/\b[\p{L}]\d+\b/gu, (code) => code.toUpperCase())
    .replace(
      /\b(vitamine?|polymyxine?|factor|facteur) ([\p{L}]{1,4})$/u,
      (_, kind, letter) => `${kind} ${String(letter).toUpperCase()}`,
    )
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

export function isAllCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase()
}
