import type { HttpContext } from '@adonisjs/core/http'
import { openReceipt } from '../receiving/receipt_seal.ts'
import { Paper, type Size } from '../slip/paper.ts'
import { slipOf } from '../slip/slip.ts'

/** What a citizen takes away: the number, the secret once, the last day; and the same on paper. */
export default class ReceiptsController {
  show(ctx: HttpContext) {
    return showReceipt(ctx, 'intake/receipts/show', { size: null, locale: ctx.i18n.locale })
  }
}

/**
 * Kept by no cache and named to no other site: it shows the secret.
 *
 * @param usual the paper where none is chosen, and its language where that is not the petitioner's
 */
export async function showReceipt(
  ctx: HttpContext,
  template: string,
  usual: { size: Size | null; locale?: string },
  more: (number: string) => Promise<object> = async () => ({})
) {
  const { params, response, view, catalogue } = ctx
  response.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
  const receipt = await openReceipt(params.receipt, catalogue.authority)
  if (!receipt) return response.status(410).send(await view.render('intake/receipts/expired'))
  const paper = Paper.of(ctx, { locale: receipt.locale, ...usual })
  const slip = await slipOf(receipt, paper, catalogue.authority)
  return view.render(template, { ...receipt, ...slip, ...(await more(receipt.number)) })
}
