import router from '@adonisjs/core/services/router'
import { PageStyles } from '#middleware/page_styles'

/** The officers' style sheet; its address changes with its content, so it may be kept for ever. */
export function styles() {
  router
    .get('/bicem/:file', async ({ params, response, containerResolver }) => {
      const { staff, staffFile } = await containerResolver.make(PageStyles)
      const kept = params.file === staffFile ? 'public, max-age=31536000, immutable' : 'no-cache'
      return response.type('css').header('cache-control', kept).send(staff)
    })
    .as('styles.show')
}
