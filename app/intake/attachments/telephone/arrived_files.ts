import type { HttpContext } from '@adonisjs/core/http'
import { Problems } from '#shared/typed/problems'
import type { TelephonePage } from '../../models/telephone_page.ts'
import { countFiles } from '../drafts/file_limits.ts'
import { keepArrivals } from '../drafts/keep_arrivals.ts'
import { faultsOf } from '../drafts/not_added.ts'
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
    const arrived = await keepArrivals(arrivals, {
      holder: telephoneHolder(holder),
      part: 'petition',
    })
    const gone = await faultsOf(arrived)
    for (const { name, fault } of gone) problems.add('files', HERE[fault] ?? fault, { name })
    return { came: arrived.kept.length + arrived.notKept.length - gone.length, problems }
  },
}

/** Whose usual sentence speaks of a form, which whoever has the telephone does not see. */
const HERE: Record<string, string> = {
  store: 'storeHere',
  unreadable: 'unreadableHere',
  tooMany: 'tooManyHere',
}
