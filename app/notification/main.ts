/** The citizen is told: messages, the outbox, and the gateways that carry them. */
export { sendTheCode, tellThePetitioner } from './listeners.ts'
export { gatewaySettings } from './gateway_settings.ts'
export { Hooks } from './hooks.ts'
export { smsGateways, smsHooks, worker, type SmsSettings } from './post_office.ts'
export { Worker } from './worker.ts'
export { Message } from './models/message.ts'
export { SmsCentre } from './centre/centre.ts'
export { SCENARIOS as SMS_CENTRE_SCENARIOS } from './centre/scenarios.ts'
