import type { HttpContext } from '@adonisjs/core/http'
import { PetitionChanged, Petitioner, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { pageOrFragment } from '#shared/fragment'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { Call } from '../models/call.ts'
import { Message, MOST_SHOWN } from '../models/message.ts'
import { Silence } from '../models/silence.ts'
import { ChangedMeanwhile } from './sending_again.ts'
import { TELLS_SECRET } from '../message_events.ts'

/** The messages of a petition, as a page or as the card's fragment. */
export async function messagesPage(ctx: HttpContext, petition: Petition) {
  const page = await contents(petition, ctx.officer)
  return pageOrFragment(ctx, 'notification/messages/index', 'notification/messages/_list', page)
}

/** Does what a button of the page asks for, or shows the page again with why not above it. */
export function takeAtMessages<T>(
  ctx: HttpContext,
  petition: Petition,
  act: (typed: Typed) => Promise<T>
) {
  return takeForm(ctx, 'notification/messages/index', unchanged(act), () =>
    contents(petition, ctx.officer)
  )
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

async function contents(petition: Petition, reader: Officer) {
  const hidden = petition.hidesPetitionerFrom(reader)
  const mayReach = reader.mayOpen('calls.create')
  const [messages, calls, phone] = await Promise.all([
    Message.of(petition),
    hidden ? [] : Call.about(petition),
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
      again: mayReach && mayTell(message) && isLastWord(message, messages),
    })),
    most: messages.length >= MOST_SHOWN ? MOST_SHOWN : null,
    calls: calls.map(({ facts }) => facts),
    phone: phone?.masked ?? null,
    silences: silences.map(({ reason, since, officer }) => ({
      ...{ reason, since, officer: officer.name },
    })),
  }
}

async function phoneOf(petition: Petition) {
  const { phone } = await Petitioner.findByOrFail('petitionId', petition.id)
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
