import type { HttpContext } from '@adonisjs/core/http'
import {
  Access,
  addedFor,
  AnswerDelivery,
  Attachment,
  broughtFacts,
  CardFiles,
  Charge,
  hidesOriginal,
  FeeNotice,
  LastDay,
  Onlooker,
  Petition,
  Question,
  ROUTING_ACTIONS,
  saidTo,
  Striking,
  UnitQuestion,
  Urgency,
} from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Forwarding, Handover, Return, shownSuggestions, waysOf } from '#routing'
import { addressOf } from '#shared/address'
import { Typed, type Words } from '#shared/typed/typed'
import { ANSWER_OUTCOMES } from '../draft.ts'
import { notedOf } from '../checks/noted.ts'
import { Answer } from '../models/answer.ts'
import { AnswerCheck } from '../models/answer_check.ts'
import { Extension } from '../models/extension.ts'
import { Stock } from '../stock.ts'
import { marksOn } from '../approving/marks/marks_on.ts'
import { shownOf } from '../approving/shown_words.ts'
import { afterwardsOnCard } from '../afterwards/on_card.ts'
import { askedFacts } from '../asked/facts.ts'
import { assistantBeside } from '../assisting/beside.ts'
import { clarification, wasAsked } from '../clarifying/facts.ts'
import { nextOf } from '../contacts/lists/next_of.ts'
import { doable } from './doable.ts'
import {
  extensionOf,
  feeOf,
  ownClockFacts,
  particularFacts,
  petitionerFacts,
  petitionFacts,
} from './facts.ts'
import { cardKeys } from '../inbox/keys.ts'
import { handsOf, trailOf } from '../inbox/in_list.ts'
import { Names } from './names.ts'
import { News } from './news.ts'
import {
  bureauNote,
  given,
  givenBack,
  handed,
  history,
  pastOf,
  talks,
  whoTook,
} from './past/past.ts'
import { wayOf } from './past/way.ts'
import { actionsWritten, draftIn, nameOf, wordsWithoutPlace, written } from './typed.ts'
import { versionsOf, wordsOf } from './words.ts'
import { resumed } from '../writing/resumed.ts'

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
  async page({ asked: before = new Typed({}), ...sent }: Brought) {
    const { petition, officer, locale } = this
    await Access.record(officer, { petition })
    await Onlooker.looks(officer, petition)
    const catalogue = await Catalogue.of(petition.authorityId)
    const [
      petitioner,
      brought,
      days,
      everyReturn,
      answer,
      ways,
      handovers,
      attachments,
      questions,
    ] = await Promise.all([
      petitionerFacts(petition, officer),
      broughtFacts(petition, officer),
      LastDay.of(petition),
      Return.of(petition),
      Answer.newestOf(petition),
      waysOf(petition),
      petition.cameFrom === null ? [] : Handover.of(petition),
      Attachment.of(petition, officer),
      UnitQuestion.of(petition),
    ])
    const { typed, changed, mark } = await resumed(sent, { petition, officer, answer })
    const returns = everyReturn.filter(({ unitId }) => catalogue.has(unitId))
    const past = await pastOf(petition, answer, { officer, asked: before, catalogue })
    const { steps, contacts, versions } = past
    const letter = await given(steps, petition)
    const acted = [...steps, ...returns, ...contacts, ...versions, ...handovers].map(
      ({ officerId }) => officerId
    )
    const others = [
      ...[petition.receivedBy, petition.complainedOfficerId],
      ...[answer?.draftedBy, answer?.submittedBy],
      ...[petition.assigneeId, petition.partnerId],
    ]
    const asking = questions.flatMap(({ askedBy, endedBy }) => [askedBy, endedBy])
    const absent = [...steps, ...(letter ? [letter] : [])].flatMap((step) =>
      step.actedFor ? [step.officerId, step.actedFor] : []
    )
    const units = [...steps.map(({ unitId }) => unitId), petition.complainedUnitId]
    const names = await Names.of([...acted, ...others, ...asking, ...absent], units, catalogue)
    const asked = wasAsked(petition, past) ? await Question.of(petition) : []
    const extension = petition.isOpen ? await Extension.openOf(petition) : null
    const fee = petition.kind === 'informationRequest' ? await FeeNotice.of(petition) : null
    const around = { catalogue, ways, asked, days, extension, questions, fee }
    const can = doable(petition, answer, officer, around)
    const routes = can.actions.some((action) => ROUTING_ACTIONS.includes(action))
    const said = await saidTo(petition, officer)
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
        ...petitionFacts(petition, days, names, catalogue, locale),
        own: ownClockFacts(petition, catalogue, contacts, asked),
        ...said,
        complainedName: hidesOriginal(petition, officer) ? null : petition.complainedName,
      },
      /** with another authority, where nothing is done from here */
      elsewhere: petition.isWithAuthorityOf(officer) ? null : catalogue.authority.name,
      /** where it is urgent */
      urgent: petition.urgency === 'ordinary' ? null : await Urgency.of(petition),
      /** names of others who have it open now */
      onlookers: await Onlooker.beside(officer, petition),
      inHands: handsOf(petition, officer, names),
      trail: trailOf(before, typed, petition, locale),
      petitioner,
      brought,
      particulars: particularFacts(petition, officer),
      attachments,
      added: petition.position > 1 ? await addedFor(petition, officer) : [],
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
      struck: can.actions.includes('strike') ? (await Striking.of(petition)).words('text') : null,
      seen: News.mark(petition, answer),
      typed,
      mark,
      ...(await assistantBeside(petition, officer, { actions: can.actions, typed, answer })),
      opened: actionsWritten(unsaved),
      unsent: wordsWithoutPlace(unsaved, can.actions),
      suggested,
      returnsList: givenBack(returns, petition, officer, names),
      hands: await wayOf(petition, past.isWhole ? steps : null, {
        ...{ names, catalogue, handovers },
      }),
      handedList: handed(handovers, petition, officer, names),
      contacts: talks(contacts, names),
      /** what is next with the petitioner */
      planned: await nextOf(petition, officer),
      bureauNote: await bureauNote(steps, petition, officer),
      answer: answer && wordsOf(answer, names),
      citizenText: answer && new Stock(petition.locale).citizenText(answer),
      shown: answer && shownOf(answer),
      marks: answer?.sentBackReason ? await marksOn(answer, petition) : null,
      /** What somebody kept meanwhile stands beside one's own words, and neither goes. */
      theirs: changed && answer && ownDraft && !answer.says(ownDraft),
      /** what the head is to know of it besides */
      noted: notedOf(
        await AnswerCheck.of(petition.stage === 'awaitingApproval' ? answer : null),
        names
      ),
      versions: versionsOf(versions, names, new Stock(petition.locale)),
      letter: letter && {
        from: letter.sender(catalogue).named(letter.takenAt).name,
        at: letter.takenAt,
        text: letter.publicText,
        reachedOn: await AnswerDelivery.reachedOn(letter.id),
        ...whoTook(letter, names),
      },
      ...(await afterwardsOnCard(petition, officer, { ...past, letter, answer })),
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
