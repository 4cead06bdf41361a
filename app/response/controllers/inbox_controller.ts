import type { HttpContext } from '@adonisjs/core/http'
import { ANSWERING_STAGES, climbedTo, LastLook, UNIT_STAGES } from '#intake'
import { filteredList, Recall, UnitNote } from '#routing'
import { isFragment, pageOrFragment } from '#shared/fragment'
import { today } from '#shared/dates/turkish_date'
import { askedHere } from '../asked/asked_here.ts'
import { PlannedList } from '../contacts/lists/planned_list.ts'
import { wordsLeftBehind } from '../card/kept.ts'

const NOTHING_ASKED = { asked: null, told: [] }

/** Gelen kutusu: what the unit in which the officer works must answer, by its last day. */
export default class InboxController {
  async index(ctx: HttpContext) {
    const { atUnit: unitId } = ctx.officer
    const filters = {
      open: { stages: UNIT_STAGES, unitId },
      late: { stages: ANSWERING_STAGES, unitId, dueBefore: today() },
      today: { stages: ANSWERING_STAGES, unitId, dueOn: today() },
      approval: { stages: ['awaitingApproval'] as const, unitId },
    }
    // A head is waited for: what is to be approved comes first.
    const pressing = ctx.officer.can('answer.approve') ? 'approval' : undefined
    const list = await filteredList(ctx, 'inbox.index', filters, { pressing })
    const unsent = wordsLeftBehind(ctx)
    const isLook = !isFragment(ctx)
    const since = unitId ? await LastLook.since(ctx.officer, unitId, isLook) : null
    const rows = list.rows.map((row) => ({ ...row, isNew: since !== null && row.since > since }))
    const climbed = isLook ? await climbedTo(ctx.officer) : null
    const recalled = await Recall.toldTo(ctx.officer)
    const reminded = await UnitNote.latestTo(ctx.officer)
    // Above the first page, and not each time that its table is drawn anew.
    const isTop = isLook && !list.query.sonra
    const { asked, told } = isTop ? await askedHere(ctx.officer) : NOTHING_ASKED
    const planned = isTop ? await PlannedList.due(ctx.officer) : null
    const page = { ...list, rows, unsent, since, climbed, recalled, reminded, asked, told, planned }
    return pageOrFragment(ctx, 'response/inbox/index', 'response/inbox/_table', page)
  }
}
