/** The citizen is told: messages, the outbox, and the gateways that carry them. */
export { tellThePetitioner } from './listeners.ts'
