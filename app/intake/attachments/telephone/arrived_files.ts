import type { HttpContext } from '@adonisjs/core/http'
import { Problems } from '#shared/typed/problems'
import { Attachment } from '../../models/attachment.ts'
import type { TelephonePage } from '../../models/telephone_page.ts'
import { checked } from '../checking/check.ts'
import { countFiles } from '../drafts/file_limits.ts'
import { keepArrivals } from '../drafts/keep_arrivals.ts'
import { telephoneHolder } from './holder.ts'

/** What a telephone has just brought: checked, and waiting for the officer. */
export const ArrivedFiles = {
  /** @returns how many came, and what is to be said of the others */
  async take({ arrivals = [], request, i18n }: HttpContext, { holder }: TelephonePage) {
    const problems = new Problems(i18n, 'intake')
    if (arrivals.length === 0) return { came: 0, problems: problems.add('files', 'required') }
    if (!countFiles(arrivals.length, request.ip())) {
      return { came: 0, problems: problems.add('files', 'busyHere') }
    }
    const { kept, notKept } = await keepArrivals(arrivals, {
      holder: telephoneHolder(holder),
      part: 'petition',
    })
    await checked(kept)
    const known = await Attachment.findMany(kept.map(({ id }) => id))
    const refused = known.filter(({ state }) => state === 'refused')
    const faults = refused.map(({ name, fault }) => ({ name, fault: fault ?? 'unreadable' }))
    for (const { name, fault } of [...notKept, ...faults]) {
      problems.add('files', HERE[fault] ?? fault, { name })
    }
    return { came: kept.length - refused.length, problems }
  },
}

/** Whose usual sentence speaks of a form, which whoever has the telephone does not see. */
const HERE: Record<string, string> = {
  store: 'storeHere',
  unreadable: 'unreadableHere',
  tooMany: 'tooManyHere',
}
