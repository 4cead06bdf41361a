/** The citizen is told: messages, the outbox, and the gateways that carry them. */
export { tellThePetitioner } from './listeners.ts'
export { SmsCentre } from './centre/centre.ts'
export { SCENARIOS as SMS_CENTRE_SCENARIOS } from './centre/faults.ts'
