import { Catalogue } from '#organisation'
import { Charge } from '../charge.ts'
import { noteOpening } from '../delivering/note_opening.ts'
import { lookUpAddress } from '../look_up/look_up_address.ts'
import { Petition } from '../models/petition.ts'
import type { PetitionJoin } from '../models/petition_join.ts'

/**
 * What somebody reads of a petition that they joined: where it stands and how it ended, and nothing
 * that its petitioner wrote or was answered. Where it is nobody's to know any more, restricted or of a
 * sensitive subject by now, the stage alone.
 */
export async function joinResultOf(join: PetitionJoin, locale: string) {
  const petition = await Petition.findOrFail(join.petitionId)
  const catalogue = await Catalogue.of(petition.authorityId)
  const { stage, outcome, concludedAt, dueOn, isOpen, isOverdue, publicStage } = petition
  const { holder } = new Charge(petition, catalogue)
  const isToldTheEnd = outcome && concludedAt && !join.withdrawnAt
  return {
    authorityId: petition.authorityId,
    number: join.number,
    joinedAt: join.joinedAt,
    withdrawnAt: join.withdrawnAt,
    subject: catalogue.subject(join.subjectId)?.nameIn(locale) ?? null,
    place: join.place,
    stage: publicStage,
    ...{ isOpen, isOverdue, dueOn, isWithdrawn: stage === 'withdrawn' },
    unit: isToBeTold(petition, catalogue) ? holder.name : null,
    conclusion: outcome && concludedAt ? { outcome, on: concludedAt } : null,
    reachedOn: isToldTheEnd ? await noteOpening(petition, join.id) : null,
    lookUpAddress: await lookUpAddress(catalogue.authority, locale),
  }
}

function isToBeTold({ circle, subjectId }: Petition, { tree }: Catalogue) {
  const subject = subjectId && tree.subject(subjectId)
  return circle === 'house' && Boolean(subject && !subject.sensitive)
}
