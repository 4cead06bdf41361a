import router from '@adonisjs/core/services/router'
import { PageStyles } from '#middleware/page_styles'

/** A style sheet; its address changes with its content, so it may be kept for ever. */
export function styles() {
  router
    .get('/bicem/:file', async ({ request, response, containerResolver }) => {
      const { css, isCurrent } = (await containerResolver.make(PageStyles)).at(request.url())
      const kept = isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache'
      return response.type('css').header('cache-control', kept).send(css)
    })
    .as('styles.show')
}
