import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'
import { Typed } from '#shared/typed/typed'
import { Access } from '../access.ts'
import { DESK_CHANNELS } from '../form/petition_form.ts'
import { OutageForm } from '../models/outage_form.ts'
import { Mending } from '../outage/mending.ts'
import { outageList } from '../outage/outage_list.ts'
import { referenceIn } from '../outage/reference.ts'
import { sentForms } from '../outage/sending.ts'

/** Kesinti formları: what came back to be mended, and what became of the others. */
export default class OutageFormsController {
  async index({ request, officer, i18n, view }: HttpContext) {
    const asked = Typed.asked({ request })
    const isOpen = asked.text('durum') !== 'gonderilen'
    const kod = asked.text('kod')
    const reference = kod ? (referenceIn(kod) ?? 'none') : null
    const after = asked.text('sonra')
    const { rows, next } = await outageList(officer, { isOpen, reference, after })
    const address = (sonra?: string) =>
      addressOf('outage_forms.index', i18n.locale, {}, { durum: asked.text('durum'), kod, sonra })
    return view.render('intake/outage_forms/index', {
      ...{ rows, isOpen, kod, short: null },
      next: next && address(next),
      first: after ? address() : null,
    })
  }

  /** What a browser sends of what waited in it. */
  async store(ctx: HttpContext) {
    return ctx.response.json(await sentForms(ctx))
  }

  async edit(ctx: HttpContext) {
    const form = await formOf(ctx)
    if (!form.isOpen) return settled(ctx, 'before')
    await Access.record(ctx.officer, { opened: { outageForm: form.id } })
    return shown(ctx, await Mending.of(ctx, form))
  }

  async update(ctx: HttpContext) {
    const form = await formOf(ctx)
    if (!form.isOpen) return settled(ctx, 'before')
    if (Typed.from(ctx).ticks('close')) {
      await form.close(ctx.officer)
      return settled(ctx, 'closed')
    }
    const mending = await Mending.of(ctx, form)
    return (await mending.send()) ? settled(ctx, 'sent') : shown(ctx, mending, 422)
  }
}

/** Of one's own authority; another's is as if there were none. */
async function formOf(ctx: HttpContext) {
  const form = await OutageForm.of(ctx.officer, Number(ctx.params.id))
  return form ?? notFound(ctx)
}

async function shown({ response, view }: HttpContext, mending: Mending, status = 200) {
  response.status(status)
  const page = await mending.page()
  return view.render('intake/outage_forms/edit', { ...page, channels: DESK_CHANNELS })
}

function settled({ response, session, i18n }: HttpContext, how: string) {
  session.flash('done', { key: `intake.outage.done.${how}` })
  return response.redirect().status(303).toPath(addressOf('outage_forms.index', i18n.locale))
}
