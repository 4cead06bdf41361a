/** The citizen is told: messages, their dispatch, their receipts, and what becomes of the missed ones. */
export { sendTheCode, tellThePetitioner } from './listeners.ts'
export { openWays } from './recipients.ts'
export { Webhooks } from './receipts/webhooks.ts'
export { restraint, smsWebhooks, worker, type SmsSettings } from './post_office.ts'
export { Worker } from './dispatch/worker.ts'
export { Message } from './models/message.ts'
export { Silence } from './models/silence.ts'
export { NOTIFICATION_RETENTION } from './retention.ts'
