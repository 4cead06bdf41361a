import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { NotAllowed } from '#routing'
import { takenBy } from '../inbox/assigning/pass.ts'
import type { Answer } from '../models/answer.ts'
import { AnswerVersion } from '../models/answer_version.ts'

const WITH_NOBODY = { submittedAt: null, submittedBy: null }

/**
 * Onaydan geri alma: whoever put it before the head takes it back, before anything was decided.
 *
 * @throws NotAllowed, of what somebody else put there too; PetitionChanged
 */
export function takeBack(answer: Answer, officer: Officer) {
  return answer.change('takeBack', officer, async (current, petition, trx) => {
    if (!current.isBy(officer)) throw new NotAllowed()
    Object.assign(current, WITH_NOBODY)
    await petition.take({ kind: 'takenBack', officer, trx })
  })
}

/**
 * Devralma: somebody else goes on writing what waits for the head, and has it in hand from then on; its
 * words stay as their writer's.
 *
 * @throws NotAllowed, of what one put there oneself too; PetitionChanged
 */
export function takeOver(answer: Answer, officer: Officer) {
  return answer.change('takeOver', officer, async (current, petition, trx) => {
    if (current.isBy(officer)) throw new NotAllowed()
    if (current.draftedBy !== officer.id) {
      await AnswerVersion.of(current).useTransaction(trx).save()
      Object.assign(current, { draftedBy: officer.id, draftedAt: DateTime.utc() })
    }
    Object.assign(current, WITH_NOBODY)
    const changes = takenBy(officer, petition)
    await petition.take({ kind: 'takenOver', officer, changes, trx })
  })
}
