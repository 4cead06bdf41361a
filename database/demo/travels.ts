import type { DateTime } from 'luxon'
import { Petition, PrivacyNotice } from '#intake'
import { Answer, Contact } from '#response'
import { Handover, Referral } from '#routing'
import type { Cast } from './cast.js'
import type { Act, Journey } from './journeys.js'
import { inventedPetitioner } from './petitioners.js'
import type { Story } from './petitions.js'
import { momentOfNext, type World } from './story.js'

/** Who works at each authority, by its code. */
export type Casts = Map<string, Cast>

/** The people beside have an officer and a head of agriculture, who answer everything here. */
const UNIT = 'TAR'
const ANSWER =
  'Başvurunuz incelendi. Kaydınız düzeltildi, ekiplerimiz pazartesi günü yerinde inceleme yapacaktır.'

/** One petition from authority to authority, as `story` tells of one that stays. */
export async function* travel(journey: Journey, casts: Casts, world: Omit<World, 'cast'>): Story {
  const { now, hours } = world
  const end = now.minus({ days: journey.ends })
  let at = hours.before(now.minus({ days: journey.begins }))
  yield at
  const number = await received(journey, casts, world)
  for (const [position, act] of journey.course.entries()) {
    at = momentOfNext(at, end, journey.course.length - position, world)
    yield at
    await play(act, number, casts)
  }
  return undefined
}

/** Something that only comes in. */
export async function* arrival(
  { at, ...about }: { office: string; text: string; at: DateTime },
  casts: Casts,
  world: Omit<World, 'cast'>
): Story {
  yield at
  await received(about, casts, world)
  return undefined
}

async function received(
  { office, text }: Pick<Journey, 'office' | 'text'>,
  casts: Casts,
  { dice }: Pick<World, 'dice'>
) {
  const { id: authorityId, district } = casts.get(office)!.catalogue.authority
  const { version: noticeVersion } = await PrivacyNotice.current(authorityId, 'tr')
  const who = inventedPetitioner(dice)
  const address = who.address?.replace('Edremit', district ?? 'Altıeylül') ?? null
  const { petition } = await Petition.receive({
    ...{ ...who, address, place: null },
    ...{ authorityId, channel: 'web', kind: 'request', text, locale: 'tr', noticeVersion },
    ...{ subject: null, complainedUnit: null },
  })
  return petition.number
}

/** As somebody at the authority that has it now would: each act reads the petition anew. */
async function play(act: Act, number: string, casts: Casts) {
  const petition = await Petition.findByOrFail('number', number)
  const here = [...casts.values()].find(
    ({ catalogue }) => catalogue.authority.id === petition.authorityId
  )!
  const unit = here.catalogue.unitByCode(UNIT)!
  const [officer, head] = [here.drafter(unit), here.head(unit)]
  switch (act.does) {
    case 'handOver': {
      const to = casts.get(act.to)!.catalogue.authority
      return Handover.make(petition, to, here.chief, act.note)
    }
    case 'handBack':
      return Handover.giveBack(petition, here.chief, act.reason)
    case 'refer':
      return Referral.make(petition, unit, here.chief)
    case 'call':
      return Contact.make(petition, officer, {
        ...{ way: 'call', result: 'reached', note: 'Arandı, talebi dinlendi.' },
      })
    case 'submit': {
      const draft = { outcome: 'granted', ground: null, text: ANSWER, reason: null, remedy: null }
      return (await Answer.draftFor(petition)).submit(draft, officer)
    }
    case 'approve':
      return (await Answer.draftFor(petition)).approve(head)
  }
}
