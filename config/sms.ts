import env from '#start/env'

/** How text messages leave the house. What each gateway needs is read by its name. */
export default {
  gateways: env.get('SMS_GATEWAYS'),
  quietHours: env.get('SMS_QUIET_HOURS'),
  dailyCap: env.get('SMS_DAILY_CAP'),
  receiptHours: env.get('SMS_RECEIPT_HOURS') ?? 72,
  /** As it was written: start/env.ts makes a number of PORT, a gateway reads text. */
  setting: (name: string) => {
    const value: unknown = env.get(name)
    return value === undefined ? undefined : String(value)
  },
}
