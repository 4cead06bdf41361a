/** The operator's side of SMPP, for trial, tests and measurements: imports nothing of the house. */
export { SmsCentre, type CentreSettings } from './centre.ts'
export { SCENARIOS } from './faults/scenarios.ts'
