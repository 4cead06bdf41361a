import type { HttpContext } from '@adonisjs/core/http'
import {
  Access,
  CardFiles,
  Charge,
  hidesOriginal,
  Onlooker,
  Petition,
  ROUTING_ACTIONS,
} from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Forwarding, shownSuggestions } from '#routing'
import { addressOf } from '#shared/address'
import { Typed, type Words } from '#shared/typed/typed'
import { ANSWER_OUTCOMES } from '../draft.ts'
import { notedOf } from '../checks/noted.ts'
import { Stock } from '../stock.ts'
import { shownOf } from '../approving/shown_words.ts'
import { askedFacts } from '../asked/facts.ts'
import { assistantBeside } from '../assisting/beside.ts'
import { clarification } from '../clarifying/facts.ts'
import { doable } from './doable.ts'
import { extensionOf, feeOf, ownClockFacts, particularFacts, petitionFacts } from './facts.ts'
import { cardKeys } from '../inbox/keys.ts'
import { handsOf, trailOf } from '../inbox/in_list.ts'
import { News } from './news.ts'
import { givenBack, handed, history, talks, whoTook } from './past/past.ts'
import { wayOf } from './past/way.ts'
import { actionsWritten, draftIn, nameOf, wordsWithoutPlace, written } from './typed.ts'
import { versionsOf, wordsOf } from './words.ts'
import { namesOn } from './reading/names_on.ts'
import { readFor } from './reading/read_for.ts'
import { atOnce } from '#shared/database/at_once/at_once'

/** What somebody brings along to the page. */
interface Brought {
  /** What was typed on this card before and is not kept yet. */
  typed: Words
  /** Whether the petition has changed since. */
  changed: boolean
  /** What the address asks: how far back. */
  asked?: Typed
}

/** Dosya: an officer's page of one petition, with all that this officer can do from it. */
export class Card {
  /** The card of the petition in the address; null where this officer may not see it. */
  static async find({ params, officer, i18n }: HttpContext) {
    const petition = await Petition.findFor(officer, params.number)
    return petition && new Card(petition, officer, i18n.locale)
  }

  private constructor(
    readonly petition: Petition,
    private readonly officer: Officer,
    private readonly locale: string
  ) {}

  /**
   * All that the page shows. Leaves a row that this officer looked (KVKK 6698).
   *
   */
  async page(brought: Brought) {
    const { petition, officer } = this
    await Access.record(officer, { petition })
    await Onlooker.looks(officer, petition)
    return atOnce(() => this.#page(brought))
  }

  async #page({ asked: before = new Typed({}), ...sent }: Brought) {
    const { petition, officer, locale } = this
    const catalogue = await Catalogue.of(petition.authorityId)
    const read = await readFor({ petition, officer, catalogue, asked: before, sent })
    const { returns, answer, ways, handovers, questions, past, letter, asked, said } = read
    const { typed, changed, mark } = read.resumed
    const { steps, contacts, versions } = past
    const names = await namesOn(read, petition, catalogue)
    const { extension, fee } = read
    const around = { catalogue, ways, asked, days: read.days, extension, questions, fee }
    const can = doable(petition, answer, officer, around)
    const routes = can.actions.some((action) => ROUTING_ACTIONS.includes(action))
    const without = can.units.filter(({ disabled }) => disabled).map(({ code }) => code)
    const toSuggest = { returns, catalogue, text: said.text, without }
    const suggested = routes ? await shownSuggestions(petition, toSuggest) : null
    const stock = this.#stock()
    const standing = [
      answer?.text,
      answer?.reason,
      answer?.remedy,
      ...Object.values(stock.remedies),
    ]
    const unsaved = written(typed, standing)
    const draft = new Typed(typed).part(nameOf('draft', ''))
    const ownDraft = draft.has('text') ? draftIn(draft) : null

    return {
      petition: {
        ...petitionFacts(petition, read.days, names, catalogue, locale),
        own: ownClockFacts(petition, catalogue, contacts, asked),
        ...said,
        complainedName: hidesOriginal(petition, officer) ? null : petition.complainedName,
      },
      /** with another authority, where nothing is done from here */
      elsewhere: petition.isWithAuthorityOf(officer) ? null : catalogue.authority.name,
      /** where it is urgent */
      urgent: read.urgent,
      /** names of others who have it open now */
      onlookers: read.onlookers,
      inHands: handsOf(petition, officer, names),
      trail: trailOf(before, typed, petition, locale),
      petitioner: read.petitioner,
      brought: read.brought,
      particulars: particularFacts(petition, officer),
      attachments: read.attachments,
      added: read.added,
      /** what was asked of whoever brought it, last */
      ...clarification(asked, petition, officer),
      addsFiles: (await CardFiles.of(petition, officer)).parts.length > 0,
      ...can,
      cardKeys: cardKeys(can.actions),
      /** what units were asked of it */
      asked: askedFacts(questions, petition, officer, {
        ...{ names, catalogue, charge: new Charge(petition, catalogue) },
      }),
      extension: extension && extensionOf(extension, officer, catalogue.authority),
      /** what access to the information costs */
      fee: fee && feeOf(fee, locale),
      /** what a unit reads of a tip-off, for whoever may strike it; null: nobody has read it */
      struck: can.actions.includes('strike') ? read.struck : null,
      seen: News.mark(petition, answer),
      typed,
      mark,
      ...(await assistantBeside(petition, officer, { actions: can.actions, typed, answer })),
      opened: actionsWritten(unsaved),
      unsent: wordsWithoutPlace(unsaved, can.actions),
      suggested,
      returnsList: givenBack(returns, petition, officer, names),
      hands: wayOf(petition, read.way, { names, catalogue, handovers }),
      handedList: handed(handovers, petition, officer, names),
      contacts: talks(contacts, names),
      /** what is next with the petitioner */
      planned: read.planned,
      /** of others who say the same */
      wave: read.wave,
      bureauNote: read.bureauNote,
      answer: answer && wordsOf(answer, names),
      citizenText: answer && new Stock(petition.locale).citizenText(answer),
      shown: answer && shownOf(answer),
      marks: read.marks,
      /** What somebody kept meanwhile stands beside one's own words, and neither goes. */
      theirs: changed && answer && ownDraft && !answer.says(ownDraft),
      /** what the head is to know of it besides */
      noted: notedOf(read.checks, names),
      versions: versionsOf(versions, names, new Stock(petition.locale)),
      letter: letter && {
        from: letter.sender(catalogue).named(letter.takenAt).name,
        at: letter.takenAt,
        text: letter.publicText,
        reachedOn: read.reachedOn,
        ...whoTook(letter, names),
      },
      ...read.afterwards,
      older: past.older,
      history: history(steps, petition, officer, names),
      messagesHref: addressOf('messages.index', locale, { number: petition.number }),
      outcomes: ANSWER_OUTCOMES,
      ...stock,
    }
  }

  /** The law's sentences, in the language of whoever will read them. */
  #stock() {
    const { kind, locale } = this.petition
    const stock = new Stock(locale)
    return {
      stockRemedy: stock.remedy(kind),
      remedies: stock.remedies(kind),
      stockGrounds: stock.grounds,
      forwardText: Forwarding.stockSentence(locale),
    }
  }
}
