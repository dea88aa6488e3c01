import type { LintPatient } from '../lints/index.ts'

/** What the record says of the patient, on the day (ISO 8601) on which the text was saved. */
export function lintPatientOf(
  patient: {
    readonly sex?: string | undefined
    /** ISO 8601. */
    readonly birthDate?: string | undefined
  } | null,
  savedAt: string,
): LintPatient {
  const { sex, birthDate } = patient ?? {}
  return {
    ...(sex === 'female' || sex === 'male' ? { sex } : {}),
    ...(birthDate ? { age: yearsBetween(birthDate, savedAt.slice(0, 10)) } : {}),
  }
}

/** Whole years between two dates, as a birthday counts them. */
function yearsBetween(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years
}
