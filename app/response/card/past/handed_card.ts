import type { HttpContext } from '@adonisjs/core/http'
import {
  Access,
  broughtFacts,
  dueState,
  Petition,
  PUBLIC_STAGE,
  saidTo,
  Step,
  type Stage,
} from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Handover, Return } from '#routing'
import { addressOf } from '#shared/address'
import { newest } from '#shared/database/newest'
import { notFound } from '#shared/not_found'
import type { Typed } from '#shared/typed/typed'
import { Contact } from '../../models/contact.ts'
import { particularFacts, petitionerFacts } from '../facts.ts'
import { Names } from '../names.ts'
import { givenBack, handed, history, talks } from './past.ts'

/**
 * The page of a petition that the officer's authority handed over: what was known here by then, where
 * it is now, and its outcome. Of the work of the authority that has it now it shows nothing, and nothing
 * can be done from here.
 */
export class HandedCard {
  /** One that this officer may not see is answered as one that does not exist. */
  static async open(ctx: HttpContext) {
    const { officer, params } = ctx
    const kept = await Petition.keptFor(officer, params.number)
    return kept ? new HandedCard(kept.petition, kept.knownTo, officer) : notFound(ctx)
  }

  private constructor(
    private readonly petition: Petition,
    private readonly knownTo: number,
    private readonly officer: Officer
  ) {}

  /** All that the page shows. Leaves a row that this officer looked (KVKK 6698). */
  async page(asked: Typed) {
    const { petition, knownTo, officer } = this
    await Access.record(officer, { petition })
    const catalogue = await Catalogue.of(officer.authorityId)
    const [petitioner, brought, returns, handovers, steps, contacts, last] = await Promise.all([
      petitionerFacts(petition, officer),
      broughtFacts(petition, officer),
      Return.of(petition),
      Handover.of(petition),
      newest(this.#steps(), 'position', asked.text('adim')),
      newest(Contact.readBy(officer, petition, catalogue.unitIds), 'id', asked.text('gorusme')),
      Step.thatConcluded(petition),
    ])
    const known = handovers.filter(({ position }) => position <= knownTo)
    const own = returns.filter(({ unitId }) => catalogue.has(unitId))
    const acted = [...steps.rows, ...own, ...contacts.rows, ...known]
    const names = await Names.of(
      [
        ...acted.map(({ officerId }) => officerId),
        ...steps.rows.map(({ actedFor }) => actedFor),
        petition.receivedBy,
      ],
      [...steps.rows.map(({ unitId }) => unitId), petition.complainedUnitId],
      catalogue
    )
    const here = known.find(({ position }) => position === knownTo)
    const subject = catalogue.subject(here?.subjectId ?? null)

    return {
      petition: {
        ...this.#facts(),
        ...(await saidTo(petition, officer)),
        heading: subject ? catalogue.heading(subject.headingId)?.nameIn(officer.locale) : null,
        subject: subject?.nameIn(officer.locale) ?? null,
        complainedUnit: names.unit(petition.complainedUnitId),
        receivedBy: names.officer(petition.receivedBy),
        aboutBureau: here?.desk === 'management',
      },
      now: {
        authority: names.authority(petition.authorityId),
        stage: PUBLIC_STAGE[petition.stage as Stage],
        since: handovers[0]?.madeAt ?? null,
      },
      petitioner,
      brought,
      particulars: particularFacts(petition, officer),
      bureauNote: null,
      messagesHref: null,
      handedList: handed(known, petition, officer, names),
      returnsList: givenBack(own, petition, officer, names),
      contacts: talks(contacts.rows, names),
      history: history(steps.rows, petition, officer, names),
      letter: last?.publicText ? { at: last.takenAt, text: last.publicText } : null,
      older: {
        steps: this.#older('adim', steps.older),
        contacts: this.#older('gorusme', contacts.older),
      },
    }
  }

  #steps() {
    return this.petition.related('steps').query().where('position', '<=', this.knownTo)
  }

  #older(word: string, older: number | null) {
    const { number } = this.petition
    return older && addressOf('cards.show', this.officer.locale, { number }, { [word]: older })
  }

  #facts() {
    const { petition } = this
    return {
      number: petition.number,
      kind: petition.kind,
      channel: petition.channel,
      locale: petition.locale,
      receivedAt: petition.receivedAt,
      dueOn: petition.dueOn,
      days: petition.daysLeft,
      dueState: dueState(petition.stage as Stage, petition.daysLeft),
      legalDueOn: petition.legalDueOn,
      outcome: petition.outcome,
      concludedAt: petition.concludedAt,
      restricted: petition.isRestricted,
    }
  }
}
