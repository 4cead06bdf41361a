import type { HttpContext } from '@adonisjs/core/http'
import { HOURS, Quota, TooManyTries } from '#organisation'
import { notFound } from '#shared/not_found'
import { pageOrFragment } from '#shared/fragment'
import { Refusal } from '#shared/typed/problems'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { namedGateway } from '../monitoring/gateways_in_order.ts'
import { Message } from '../models/message.ts'
import { sendTest } from '../monitoring/test_message.ts'
import { smsText } from '../templates/rendering.ts'

/** Of one officer in an hour: enough for every gateway and telephone of a house, too few for a cannon. */
const MOST = 20
const quota = new Quota()
const PAGE = 'notification/tests/create'

/** Deneme mesajı: does a text arrive through this gateway, and with all its letters? */
export default class TestMessagesController {
  create(ctx: HttpContext) {
    return ctx.view.render(PAGE, namedGateway(ctx))
  }

  store(ctx: HttpContext) {
    const through = namedGateway(ctx)
    const send = async (typed: Typed) => {
      counted(ctx.officer.id)
      const to = { authorityId: ctx.officer.authorityId, typed: typed.text('phone') }
      const { id } = await sendTest(through, to)
      return ctx.response.redirect().status(303).toRoute('test_messages.show', { id })
    }
    return takeForm(ctx, PAGE, send, () => through)
  }

  async show(ctx: HttpContext) {
    const { params, officer } = ctx
    const own = { id: params.id, event: 'test', authority_id: officer.authorityId }
    const message = await Message.query().where(own).first()
    if (!message) return notFound(ctx)
    const { state, words, at, fault, boundTo, gateway, maskedRecipient, isFinal } = message
    return pageOrFragment(ctx, 'notification/tests/show', 'notification/tests/_message', {
      test: { state, words, at, fault, maskedRecipient, isFinal, gateway: gateway ?? boundTo },
      text: smsText(message),
    })
  }
}

function counted(officer: number) {
  try {
    quota.take([{ key: `test-messages:${officer}`, most: MOST, within: HOURS }])
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error
    throw new Refusal({ field: 'phone', rule: 'tooMany', values: { most: MOST } })
  }
}
