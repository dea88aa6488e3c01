/**
 * True for digits, a hyphen and the right check digit (LOINC Users' Guide, appendix C: modulus 10, every
 * second digit from the right doubled), so that a slip of the finger does not code a section as another.
 */
export function isLoincCode(text: string): boolean {
  const [, number = '', check] = /^(\d{1,7})-(\d)$/.exec(text) ?? []
  if (check === undefined) return false
  let sum = 0
  for (const [index, digit] of [...number].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return (10 - (sum % 10)) % 10 === Number(check)
}
