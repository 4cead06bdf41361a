import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { timeOfDay } from '#shared/dates/turkish_date'
import type { Problems } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import { outsideAddress } from '../../look_up/look_up_address.ts'
import { TelephonePage } from '../../models/telephone_page.ts'
import { MOST_FILES } from '../longest.ts'
import { accept, refuse } from './decisions.ts'
import { heldByTelephone } from './holder.ts'
import { qrOf } from '../../slip/qr.ts'

/** The desk's side of a petitioner's telephone: the page that it opens, and what came by it. */
export class DeskTelephone {
  /** @param holder digest of the form's token */
  constructor(
    private readonly ctx: HttpContext,
    private readonly holder: string
  ) {}

  /** Opens or closes the page, accepts or refuses what came; `problems` say what could not be. */
  async take(typed: Typed, problems: Problems) {
    const { holder } = this
    const { officer } = this.ctx
    const asked = typed.oneOf('telephone', ['open', 'close'])
    if (asked === 'open') await TelephonePage.openOnce(holder, officer)
    if (asked === 'close') await TelephonePage.close(holder)
    for (const one of await this.#named(typed.text('refuse'))) await refuse(one)
    for (const one of await this.#named(typed.text('accept'))) {
      if (await accept(one, holder, officer)) continue
      problems.add('telephone', 'tooMany', { most: MOST_FILES })
      break
    }
  }

  /** Nobody's photograph is left behind because nobody had said yes or no. */
  async demandDecided(problems: Problems) {
    const files = await heldByTelephone(this.holder)
    const waiting = files.filter(({ state }) => state !== 'refused')
    if (waiting.length > 0) problems.add('telephone', 'undecided', { count: waiting.length })
  }

  /** What the desk's form shows of it. */
  async page() {
    const open = await TelephonePage.openFor(this.holder)
    const { locale } = this.ctx.i18n
    return {
      files: await heldByTelephone(this.holder),
      open: open && {
        id: open.id,
        until: timeOfDay(open.expiresAt, locale),
        qr: qrOf(await this.#addressOf(open)),
      },
    }
  }

  /** In the language of whoever has the telephone. */
  async #addressOf({ address }: TelephonePage) {
    const { request, catalogue, site } = this.ctx
    const typed = request.method() === 'POST' ? Typed.from(this.ctx) : Typed.asked(this.ctx)
    const locale = typed.oneOf('language', ['tr', 'en']) ?? 'tr'
    const name = 'telephone_files.create'
    const outside = await outsideAddress(catalogue.authority, name, locale, { address })
    // Without a setting, where the officer's own browser has found the house.
    const here = `${request.protocol()}://${request.host()}`
    return (outside ?? new URL(addressOf(name, locale, { address }, {}, site.code), here)).href
  }

  /** One of what came, or all of it. */
  async #named(which: string) {
    if (which === '') return []
    const files = await heldByTelephone(this.holder)
    return files.filter(({ id }) => which === 'all' || String(id) === which)
  }
}
