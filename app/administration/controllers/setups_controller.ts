import type { HttpContext } from '@adonisjs/core/http'
import { SetupWord } from '#organisation'
import { addressOf } from '#shared/address'
import { refuseFor } from '#shared/typed/problems'
import { takeForm } from '#shared/typed/take_form'
import { FirstOffice, readSetting, USUAL_LOGIN } from '../setup/first_office.ts'

const DOOR = 'administration/setups/door'
const PAGE = 'administration/setups/create'

/** Kurulum: all that an installation without an authority shows. */
export default class SetupsController {
  show({ view }: HttpContext) {
    return view.render(DOOR)
  }

  /** With the word that somebody got at the server, who types it here. */
  create(ctx: HttpContext) {
    return takeForm(ctx, DOOR, async (typed) => {
      const word = typed.text('word')
      await demand(word)
      const shown = { typed: { word, login: USUAL_LOGIN }, ...(await placesOf(ctx)) }
      return ctx.view.render(PAGE, shown)
    })
  }

  /** The word is asked once more: pages can be kept, and sent when it is over. */
  store(ctx: HttpContext) {
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        const word = typed.text('word')
        await demand(word)
        const office = await ctx.containerResolver.make(FirstOffice)
        const provinces = office.provinces()
        const { setting, administrator } = typed.read((form) => readSetting(form, provinces))
        await office.enter(setting, administrator, word)
        const { locale } = ctx.i18n
        return ctx.response.redirect().status(303).toPath(addressOf('sessions.create', locale))
      },
      () => placesOf(ctx)
    )
  }
}

async function demand(word: string) {
  const isRight = await SetupWord.opens(word)
  refuseFor(isRight ? null : { field: 'word', rule: word ? 'wrong' : 'required' })
}

async function placesOf({ containerResolver }: HttpContext) {
  const office = await containerResolver.make(FirstOffice)
  return { provinces: office.provinces() }
}
