/** The citizen is told: messages, the outbox, and the gateways that carry them. */
export { tellThePetitioner } from './listeners.ts'
export { smsGateway, worker, type SmsSettings } from './post_office.ts'
export { SmsGateway } from './gateways/gateway.ts'
export { Worker } from './worker.ts'
export { SmsCentre } from './centre/centre.ts'
export { SCENARIOS as SMS_CENTRE_SCENARIOS } from './centre/faults.ts'
