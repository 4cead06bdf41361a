import { DateTime } from 'luxon'
import { type IdentityCheck, type Petition, speakAtDesk } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Typed, type SomeWords } from '#shared/typed/typed'
import { endTries } from '../contacts/after_contact.ts'
import { Contact } from '../models/contact.ts'

/**
 * What an officer said to whoever stood at the counter, and what that one added, is kept as a contact
 * of the bureau's; pressed twice it is there once.
 *
 * @throws Refusal for what is missing, or came too late
 */
export function record(
  petition: Petition,
  check: IdentityCheck,
  officer: Officer,
  words: SomeWords
) {
  const typed = new Typed(words)
  const { said, added } = typed.read((form) => ({
    said: form.multiline('said', { required: true }),
    added: form.multiline('added'),
  }))
  const spoken = { token: typed.text('token'), said, added }
  return speakAtDesk(petition, spoken, officer, async (current, tokenDigest, trx) => {
    if (await Contact.query({ client: trx }).where({ token_digest: tokenDigest }).first()) {
      return false
    }
    const { bureau } = await Catalogue.of(current.authorityId)
    const by = { petitionId: current.id, unitId: bureau.id, officerId: officer.id }
    const talk = { way: 'visit', result: 'reached', note: said, madeAt: DateTime.utc() }
    await Contact.create({ ...by, ...talk, tokenDigest, checkId: check.id }, { client: trx })
    await endTries(current, officer, trx)
    return true
  })
}
