import type { HttpContext } from '@adonisjs/core/http'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { goOn } from '../kept_row.ts'
import * as headings from './heading_page.ts'
import * as subjects from './subject_page.ts'

type Act = (id: number, typed: Typed) => Promise<{ id: number; name: string }>

/** Does what a button beside the form of a subject asks for, or gives its page back. */
export async function atSubject(ctx: HttpContext, key: string, act: Act) {
  const subject = await subjects.subjectAt(ctx)
  const press = async (typed: Typed) => {
    const { id, name } = await act(subject.id, typed)
    return goOn(ctx, { to: 'subjects.edit', id, name, key })
  }
  return takeForm(ctx, 'administration/subjects/edit', press, async (typed, refusal) => {
    const page = await subjects.subjectPage(ctx, subject, refusal)
    const words = subjects.wordsOf(page.subject, ctx)
    return { ...page, typed: { ...words, into: typed.text('into') } }
  })
}

/** The same of a heading. */
export async function atHeading(ctx: HttpContext, key: string, act: Act) {
  const heading = await headings.headingAt(ctx)
  const press = async (typed: Typed) => {
    const { id, name } = await act(heading.id, typed)
    return goOn(ctx, { to: 'headings.edit', id, name, key })
  }
  return takeForm(ctx, 'administration/headings/edit', press, async (_, refusal) => {
    const page = await headings.headingPage(ctx, heading, refusal)
    return { ...page, typed: headings.wordsOf(page.heading) }
  })
}
