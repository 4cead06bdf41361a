import type { HttpContext } from '@adonisjs/core/http'
import { openReceipt } from '../receiving/receipt_seal.ts'

/** What a citizen takes away: the number, the secret once, the last day. */
export default class ReceiptsController {
  show(ctx: HttpContext) {
    return showReceipt(ctx, 'intake/receipts/show')
  }
}

/** Kept by no cache and named to no other site: it shows the secret. */
export async function showReceipt(
  ctx: HttpContext,
  template: string,
  more: (number: string) => Promise<object> = async () => ({})
) {
  const { params, response, view, i18n, catalogue } = ctx
  response.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
  const receipt = await openReceipt(params.receipt, catalogue.authority, i18n.locale)
  if (receipt) return view.render(template, { ...receipt, ...(await more(receipt.number)) })
  return response.status(410).send(await view.render('intake/receipts/expired'))
}
