import app from '@adonisjs/core/services/app'
import env from '#start/env'
import { HOURS, neighbourhood, Quota, TooManyTries } from '#organisation'

/** An hour from one address, behind which a mobile operator has thousands of people. */
const USUAL = 600

const quota = new Quota()

/** Counts files before they are kept for a form. @returns whether there is room for so many */
export function countFiles(count: number, ip: string) {
  const most = env.get('FILES_PER_HOUR') ?? (app.inProduction ? USUAL : 0)
  if (most === 0) return true
  const one = { key: `files:from:${neighbourhood(ip)}`, most, within: HOURS }
  try {
    quota.take(Array.from({ length: count }, () => one))
    return true
  } catch (error) {
    if (error instanceof TooManyTries) return false
    throw error
  }
}
