import type { HttpContext } from '@adonisjs/core/http'

/** A paper, to be looked at in the browser; kept by no cache. */
export function sendPdf({ response }: HttpContext, pdf: Buffer, name: string) {
  response.header('content-type', 'application/pdf')
  response.header('cache-control', 'no-store')
  response.header('content-disposition', `inline; filename="${name}.pdf"`)
  return response.send(pdf)
}
