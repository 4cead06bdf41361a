import type { HttpContext } from '@adonisjs/core/http'
import { KINDS } from '#intake'
import { addSubject, amendSubject } from '#organisation'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'
import { goOn, seenIn } from '../kept_row.ts'
import { headingsPage } from '../subjects/lists.ts'
import { newSubjectPage, subjectAt, subjectPage, wordsOf } from '../subjects/subject_page.ts'

/** Konular: what petitions are about, under their headings. */
export default class SubjectsController {
  index(ctx: HttpContext) {
    return ctx.view.render('administration/subjects/index', headingsPage(ctx))
  }

  create(ctx: HttpContext) {
    const place = Typed.from(ctx).text('baslik')
    const heading = ctx.catalogue.headings.find(({ position }) => String(position) === place)
    const typed = { heading: String(heading?.id ?? ''), kind: 'request' }
    return ctx.view.render('administration/subjects/create', { ...newSubjectPage(ctx), typed })
  }

  store(ctx: HttpContext) {
    const add = async (typed: Typed) => {
      const { id, name } = await addSubject(typed, KINDS, ctx.officer)
      return goOn(ctx, { to: 'subjects.edit', id, name, key: 'administration.flash.added' })
    }
    return takeForm(ctx, 'administration/subjects/create', add, () => newSubjectPage(ctx))
  }

  async edit(ctx: HttpContext) {
    const subject = await subjectAt(ctx)
    const page = { ...(await subjectPage(ctx, subject)), typed: wordsOf(subject, ctx) }
    return ctx.view.render('administration/subjects/edit', page)
  }

  async update(ctx: HttpContext) {
    const subject = await subjectAt(ctx)
    const keep = async (typed: Typed) => {
      const how = { kinds: KINDS, seen: seenIn(typed) }
      const { id, name } = await amendSubject(subject.id, typed, how, ctx.officer)
      return goOn(ctx, { to: 'subjects.edit', id, name, key: 'administration.flash.kept' })
    }
    return takeForm(ctx, 'administration/subjects/edit', keep, (_, refusal) =>
      subjectPage(ctx, subject, refusal)
    )
  }
}
