import type { HttpContext } from '@adonisjs/core/http'
import { Authority, ChangesList, giveAddress, Host, installation } from '#organisation'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'

const PAGE = 'administration/addresses/edit'

/** Adresler: where the pages of an authority stand, and of those beneath it. */
export default class AddressesController {
  async edit(ctx: HttpContext) {
    return ctx.view.render(PAGE, await pageOf(await askedFor(ctx)))
  }

  async update(ctx: HttpContext) {
    const { officer, response, session, i18n } = ctx
    const asked = await askedFor(ctx)
    const page = await pageOf(asked)
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        const address = typed.read((form) => ({
          code: form.as('code', CODE, { required: true }),
          host: form.as('host', Host),
        }))
        const seen = Number(/^\d{1,9}$/.exec(typed.text('version'))?.[0] ?? 0)
        await giveAddress(page.kept, address, { author: officer, seen })
        session.flash('done', {
          key: 'administration.addresses.done',
          params: { name: page.kept.name },
        })
        return response.redirect().status(303).toPath(addressOf('addresses.edit', i18n.locale))
      },
      () => pageOf(asked)
    )
  }
}

/** Words that nobody can have for other reasons are told apart by the rule of codes itself. */
const CODE = { parse: (text: string) => text.trim().toLowerCase() }

/** Of those that this officer keeps, the one that the address names; one's own when it names none. */
async function askedFor(ctx: HttpContext) {
  const { authorityId } = ctx.officer
  const all = await installation(authorityId)
  const offices = [all.byId(authorityId)!, ...all.below(authorityId)]
  const code = Typed.asked(ctx).text('makam')
  const office = code
    ? offices.find((one) => one.code === code)
    : offices.find(({ id }) => id === authorityId)
  if (!office) notFound(ctx)
  return { office, offices, isAlone: all.alone !== null }
}

/** As the rows are now, whatever is remembered: whoever was overtaken sees by what. */
async function pageOf({ office, ...page }: Awaited<ReturnType<typeof askedFor>>) {
  const kept = await Authority.findOrFail(office.id)
  const { rows } = await ChangesList.of('authority', office.id)
  return { ...page, kept, rows }
}
