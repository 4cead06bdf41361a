import type { HttpContext } from '@adonisjs/core/http'
import { openJoinReceipt } from '../joining/join_receipt.ts'

/** What somebody takes away who joined a petition; kept by no cache and named to no other site. */
export default class JoinReceiptsController {
  async show({ params, response, view, i18n, catalogue }: HttpContext) {
    response.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
    const receipt = await openJoinReceipt(params.receipt, catalogue.authority, i18n.locale)
    if (!receipt) return response.status(410).send(await view.render('intake/receipts/expired'))
    const subject = catalogue.subject(receipt.subjectId)?.nameIn(i18n.locale) ?? null
    return view.render('intake/joins/receipt', { ...receipt, subject })
  }
}
