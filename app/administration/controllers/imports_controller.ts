import type { HttpContext } from '@adonisjs/core/http'
import {
  beginImport,
  columnsFor,
  confirmImport,
  ImportsList,
  LINE_STATES,
  listOf,
  listsFor,
  planFor,
  undoImport,
  type Import,
} from '#organisation'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'
import { Refusal } from '#shared/typed/problems'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'
import { FORMATS } from '#shared/sheets/sheets'
import { holidaysCount } from '../imports/holidays_count.ts'
import { holidaysMove } from '../imports/holidays_move.ts'
import { previewPage } from '../imports/preview.ts'
import { sentFile } from '../imports/sent_file.ts'

const [INDEX, SHOW] = ['administration/imports/index', 'administration/imports/show']

/** Dosyadan alma: lists out of a file, seen before they are written, all or nothing. */
export default class ImportsController {
  async index(ctx: HttpContext) {
    return ctx.view.render(INDEX, { typed: {}, ...(await indexPage(ctx)) })
  }

  store(ctx: HttpContext) {
    const begin = async (typed: Typed) => {
      const lists = listsFor(ctx.officer)
      const list = typed.oneOf('list', lists)
      if (!list) throw new Refusal({ field: 'list', rule: 'choice' })
      const { table, fileName } = await sentFile(ctx)
      const { token } = await beginImport(list, table, { fileName, officer: ctx.officer })
      return goOn(ctx, token)
    }
    return takeForm(ctx, INDEX, begin, () => indexPage(ctx))
  }

  async show(ctx: HttpContext) {
    const row = await importAt(ctx)
    return ctx.view.render(SHOW, { typed: {}, ...(await showPage(ctx, row)) })
  }

  async update(ctx: HttpContext) {
    const row = await importAt(ctx)
    const confirm = async (typed: Typed) => {
      const along = row.sort === 'holidays' ? holidaysMove(ctx.officer) : undefined
      await confirmImport(row, typed.text('seen'), ctx.officer, along)
      ctx.session.flash('done', { key: 'administration.import.flash.done' })
      return goOn(ctx, row.token)
    }
    return takeForm(ctx, SHOW, confirm, () => showPage(ctx, row))
  }

  async destroy(ctx: HttpContext) {
    const row = await importAt(ctx)
    const undo = async () => {
      await refuseWhatCounts(row)
      await undoImport(row, ctx.officer)
      ctx.session.flash('done', { key: 'administration.import.flash.undone' })
      return goOn(ctx, row.token)
    }
    return takeForm(ctx, SHOW, undo, () => showPage(ctx, row))
  }
}

async function importAt(ctx: HttpContext) {
  const row = await ImportsList.find(ctx.params.token, ctx.officer)
  const isKept = row && ctx.officer.can(listOf(row.sort).permission)
  return isKept ? row : notFound(ctx)
}

async function refuseWhatCounts(row: Import) {
  if (row.sort === 'holidays' && (await holidaysCount(row))) {
    throw new Refusal({ field: 'undo', rule: 'counted' })
  }
}

async function indexPage({ officer }: HttpContext) {
  const lists = await Promise.all(
    listsFor(officer).map(async (name) => ({
      name,
      columns: await columnsFor(name, officer),
      files: FORMATS.map((format) => ({
        format,
        href: addressOf('exports.show', officer.locale, { list: name, format }),
      })),
    }))
  )
  const latest = (await ImportsList.latest(officer)).filter(({ sort }) =>
    lists.some(({ name }) => name === sort)
  )
  return { lists, latest }
}

async function showPage(ctx: HttpContext, row: Import) {
  const { officer, i18n } = ctx
  const done = { row, mayUndo: row.doneAt !== null && row.undoneAt === null }
  if (row.doneAt) return { ...done, plan: null }
  const typed = Typed.asked(ctx)
  const state = typed.oneOf('durum', LINE_STATES)
  const { plan } = await planFor(row, officer)
  const after = /^\d{1,6}$/.test(typed.text('sonra')) ? Number(typed.text('sonra')) : 0
  const page = previewPage(plan, row.sort, { state, after }, i18n)
  const address = (asked: Record<string, string | number | null>) =>
    addressOf('imports.show', officer.locale, { token: row.token }, { durum: state, ...asked })
  return {
    ...{ ...done, plan, shown: state },
    rows: page.rows,
    states: page.states.map((one) => ({ one, href: address({ durum: one }) })),
    all: address({ durum: null }),
    next: page.next && address({ sonra: page.next }),
    first: after ? address({}) : null,
  }
}

function goOn({ response, officer }: HttpContext, token: string) {
  return response
    .redirect()
    .status(303)
    .toPath(addressOf('imports.show', officer.locale, { token }))
}
