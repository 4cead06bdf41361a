import type { HttpContext } from '@adonisjs/core/http'
import { PetitionChanged, toldOf, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { pageOrFragment } from '#shared/fragment'
import { takeForm } from '#shared/typed/take_form'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'
import { Call } from '../models/call.ts'
import { Message } from '../models/message.ts'
import { Silence } from '../models/silence.ts'
import { ChangedMeanwhile } from './sending_again.ts'
import { TELLS_SECRET } from '../message_events.ts'

/** The messages of a petition, as a page or as the card's fragment. */
export async function messagesPage(ctx: HttpContext, petition: Petition) {
  const page = await contents(petition, ctx)
  return pageOrFragment(ctx, 'notification/messages/index', 'notification/messages/_list', page)
}

/** Does what a button of the page asks for, or shows the page again with why not above it. */
export function takeAtMessages<T>(
  ctx: HttpContext,
  petition: Petition,
  act: (typed: Typed) => Promise<T>
) {
  return takeForm(ctx, 'notification/messages/index', unchanged(act), () => contents(petition, ctx))
}

function unchanged<T>(act: (typed: Typed) => Promise<T>) {
  return async (typed: Typed) => {
    try {
      return await act(typed)
    } catch (error) {
      throw error instanceof PetitionChanged ? new ChangedMeanwhile() : error
    }
  }
}

async function contents(petition: Petition, ctx: HttpContext) {
  const { officer: reader } = ctx
  const asked = Typed.from(ctx)
  const before = asked.text('mesaj')
  const hidden = petition.hidesPetitionerFrom(reader)
  const mayReach = reader.mayOpen('calls.create') && petition.isWithAuthorityOf(reader)
  const [{ messages, older }, calls, phone] = await Promise.all([
    Message.of(petition, before),
    hidden ? NONE : Call.about(petition, asked.text('arama')),
    mayReach ? phoneOf(petition) : null,
  ])
  const silences = phone ? await Silence.of(petition, phone.e164).preload('officer') : []
  const mayTell = ({ channel }: Message) => channel === 'email' || silences.length === 0
  return {
    number: petition.number,
    version: petition.version,
    mayReach,
    messages: messages.map((message) => ({
      ...message.facts,
      recipient: hidden ? '' : message.maskedRecipient,
      // What was said after an old one stands on another page.
      again: mayReach && !before && mayTell(message) && isLastWord(message, messages),
    })),
    older: {
      messages: olderAt(petition, reader, { mesaj: older }),
      calls: olderAt(petition, reader, { arama: calls.older }),
    },
    calls: calls.rows.map(({ facts }) => facts),
    phone: phone?.masked ?? null,
    silences: silences.map(({ reason, since, officer }) => ({
      ...{ reason, since },
      // Said at the authority that handed it over: its officers are its own.
      officer: officer.authorityId === petition.authorityId ? officer.name : null,
    })),
  }
}

const NONE = { rows: [], older: null }

/** The address of what came before; null: nothing did. */
function olderAt({ number }: Petition, { locale }: Officer, before: Record<string, number | null>) {
  const isAny = Object.values(before).some((id) => id !== null)
  return isAny ? addressOf('messages.index', locale, { number }, before) : null
}

async function phoneOf(petition: Petition) {
  const { phone } = await toldOf(petition)
  return phone ? PhoneNumber.parse(phone) : null
}

/** Whether it ended in vain and nothing was said after it that makes it needless. */
function isLastWord(message: Message, all: Message[]) {
  const { event, stepId, recipientIndex, version } = message
  const isLater = TELLS_SECRET.includes(event)
    ? (one: Message) => TELLS_SECRET.includes(one.event) && one.stepId! > stepId!
    : (one: Message) =>
        one.event === event &&
        one.stepId === stepId &&
        one.recipientIndex === recipientIndex &&
        one.version > version
  return message.mayBeSentAgain && !all.some(isLater)
}
