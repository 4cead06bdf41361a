import type { HttpContext } from '@adonisjs/core/http'
import { PhoneNumber } from '#shared/typed/phone_number'
import { Refusal } from '#shared/typed/problems'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'
import {
  askedIn,
  prove,
  provenIn,
  sealProven,
  shownBy,
  type Proven,
} from '../following/telephone_proof.ts'
import { SixDigits } from '../models/telephone_code.ts'

/** Başvurularım: what a proven telephone shows. The page itself is the answer, and no cache keeps it. */
export default class OwnPetitionsController {
  /** Also the next page of the list, by the proof that stands on the one before. */
  store(ctx: HttpContext) {
    const { response, view } = ctx
    response.header('cache-control', 'no-store')
    const asked = askedIn(Typed.from(ctx).text('asked'))
    const again = asked ? 'intake/own_petitions/code' : 'intake/telephone_codes/create'
    const shown = asked && { phone: PhoneNumber.parse(asked.phone)!.masked }
    return takeForm(
      ctx,
      again,
      async (typed) => {
        const proven = await provenBy(typed)
        const { lines, more } = await shownBy(proven, Number(typed.text('before')) || undefined)
        const proof = more === null ? null : sealProven(proven)
        return view.render('intake/own_petitions/index', { lines, more, proof, ...proven })
      },
      (typed) => ({ asked: typed.text('asked'), ...shown })
    )
  }
}

/** @throws Refusal when nothing proves it (any more) */
async function provenBy(typed: Typed): Promise<Proven> {
  const proven = provenIn(typed.text('proof'))
  if (proven) return proven
  const asked = askedIn(typed.text('asked'))
  if (!asked) throw new Refusal({ field: 'askedCode', rule: 'expired' })
  const { code } = typed.read((form) => ({ code: form.as('code', SixDigits, { required: true }) }))
  return prove(asked, code)
}
