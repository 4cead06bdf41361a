import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Catalogue } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { draftOf } from '../attachments/drafts/listed.ts'
import { Charge } from '../charge.ts'
import { answeringWith, type Answers } from '../clarifying/answering_with.ts'
import { clarified } from '../clarifying/clarified.ts'
import { FormToken } from '../form/form_token.ts'
import { LONGEST } from '../longest.ts'
import { Addition, MOST_ADDITIONS } from '../models/addition.ts'
import { Attachment } from '../models/attachment.ts'
import type { Petition } from '../models/petition.ts'
import { tokenDigest } from '../receiving/form_keys.ts'
import { asItIsNow } from './as_it_is_now.ts'

/**
 * A petitioner adds words, or files that came with their form, to a petition; the answer to what was
 * asked, where something was. Whoever has it reads that there is something; of a tip-off that a unit
 * has the desk reads it first.
 *
 * @returns what was done; nothing twice
 * @throws Refusal where nothing was added, where there are many already, or where it is over
 */
export async function add(petition: Petition, typed: Typed) {
  const token = typed.text('token')
  const state = FormToken.check(token)
  const { words } = typed.read((form) => ({
    words: form.multiline('words', { max: LONGEST.additions.text }),
  }))
  if (state !== 'valid') throw new Refusal({ field: 'token', rule: state })
  const files = (await draftOf(token)).filter((file) => file.state !== 'refused')
  const about = typed.text('question')
  return asItIsNow(petition, async (fresh, trx) => {
    const digest = tokenDigest(token)
    if (await isThere(fresh, { digest, words }, trx)) return 'added'
    if (!words && files.length === 0) throw new Refusal({ field: 'words', rule: 'required' })
    const answers = await answeringWith(fresh, about, trx)
    await demandRoom(fresh, answers.done === 'answeredAfter', trx)
    await take(fresh, { digest, words }, answers, trx)
    return answers.done
  })
}

/** Where nothing is added any more, but where it is concluded. */
const NOT_ADDED: Partial<Record<string, string>> = {
  withdrawn: 'notAddedWithdrawn',
  merged: 'notAddedMerged',
}

interface Words {
  digest: string
  words: string | null
}

async function isThere({ id }: Petition, { digest, words }: Words, trx: TransactionClientContract) {
  const there = await Addition.query({ client: trx }).where('token_digest', digest).first()
  if (!there) return false
  if (there.petitionId !== id || there.text !== words) {
    throw new Refusal({ field: 'token', rule: 'added' })
  }
  return true
}

/** @param isAnswer to what was asked before it was concluded, which is kept all the same */
async function demandRoom(petition: Petition, isAnswer: boolean, trx: TransactionClientContract) {
  if (!petition.isOpen && !isAnswer) {
    throw new Refusal({ field: 'stage', rule: NOT_ADDED[petition.stage] ?? 'notAddedConcluded' })
  }
  const there = await Addition.of(petition, trx)
  if (there.length < MOST_ADDITIONS) return
  const { authority } = await Catalogue.of(petition.authorityId)
  const values = { most: MOST_ADDITIONS, phone: authority.phone ?? 'none' }
  throw new Refusal({ field: 'stage', rule: 'tooManyAdded', values })
}

async function take(
  petition: Petition,
  { digest, words }: Words,
  { question, done }: Answers,
  trx: TransactionClientContract
) {
  const { unit } = await Charge.of(petition)
  const isHeld = petition.kind === 'tipOff' && !unit.isBureau
  const changes = { unreadBy: isHeld ? 'desk' : 'charge' }
  const claim = () => Attachment.claim(digest, petition.id, trx)
  if (question && done === 'answered') {
    const answering = { digest, words, isHeld, changes, alongside: claim }
    return clarified(petition, question, answering, trx)
  }
  const madeAt = DateTime.utc()
  const alongside = async () => {
    const row = { petitionId: petition.id, tokenDigest: digest, text: words, madeAt, isHeld }
    await Addition.create({ ...row, questionId: question?.id ?? null }, { client: trx })
    if (done === 'answeredLate') await question?.answeredLate(trx)
    await claim()
  }
  return petition.take({ kind: 'added', takenAt: madeAt, changes, alongside, trx })
}
