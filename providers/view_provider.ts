import edge from 'edge.js'
import type { ApplicationService } from '@adonisjs/core/types'
import { PageStyles } from '#shared/page_styles'

/** What the views need once, at start. */
export default class ViewProvider {
  constructor(protected readonly app: ApplicationService) {}

  register() {
    const folder = this.app.makePath('resources/css')
    this.app.container.singleton(PageStyles, () => new PageStyles(folder))
  }

  async boot() {
    const { inline, staffFile } = await this.app.container.make(PageStyles)
    edge.global('styles', { inline, staff: `/bicem/${staffFile}` })
    if (!this.app.inDev) this.#rememberComponents()
  }

  /**
   * edge.js 6.5.1 reads the folder of components again for every page that it renders
   * (SuperChargedComponents.refreshComponents), 15 % of a page's time; they do not change here.
   */
  #rememberComponents() {
    const components = edge.loader.listComponents()
    edge.loader.listComponents = () => components
  }
}
