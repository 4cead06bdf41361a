import env from '#start/env'
import app from '@adonisjs/core/services/app'

/** People are left in peace where people are, not in a trial, where somebody waits for a text at night. */
const usual = usualLimits(app.inProduction)

/** How text messages leave the house. What each gateway needs is read by its name. */
export default {
  gateways: env.get('SMS_GATEWAYS'),
  quietHours: env.get('SMS_QUIET_HOURS') ?? usual.quietHours,
  dailyCap: env.get('SMS_DAILY_CAP') ?? usual.dailyCap,
  dailyCeiling: env.get('SMS_DAILY_CEILING') ?? usual.dailyCeiling,
  mailDailyCap: env.get('MAIL_DAILY_CAP') ?? usual.mailDailyCap,
  mailDailyCeiling: env.get('MAIL_DAILY_CEILING') ?? usual.mailDailyCeiling,
  receiptHours: env.get('SMS_RECEIPT_HOURS') ?? 72,
  /** As it was written: start/env.ts makes a number of PORT, a gateway reads text. */
  setting: (name: string) => {
    const value: unknown = env.get(name)
    return value === undefined ? undefined : String(value)
  },
}

export function usualLimits(inProduction: boolean) {
  return inProduction
    ? {
        ...{ quietHours: '21:00-08:00', dailyCap: 5, mailDailyCap: 5 },
        // More than a large province gets in its busiest day.
        ...{ dailyCeiling: 3_000, mailDailyCeiling: 3_000 },
      }
    : { quietHours: 'none', dailyCap: 0, mailDailyCap: 0, dailyCeiling: 0, mailDailyCeiling: 0 }
}
