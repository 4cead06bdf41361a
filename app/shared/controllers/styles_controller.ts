import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { PageStyles } from '#shared/page_styles'

/** The officers' style sheet; its address changes with its content, so it may be kept for ever. */
@inject()
export default class StylesController {
  constructor(private readonly styles: PageStyles) {}

  show({ params, response }: HttpContext) {
    const current = params.file === this.styles.staffFile
    response.type('text/css; charset=utf-8')
    response.header('cache-control', current ? 'public, max-age=31536000, immutable' : 'no-cache')
    return response.send(this.styles.staff)
  }
}
