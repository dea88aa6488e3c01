export { lintPatientOf } from './lint-patient.ts'
export {
  type FindingState,
  findingsIn,
  type ReportFinding,
  stateOfFinding,
} from './report-findings.ts'
