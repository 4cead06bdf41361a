import edge from 'edge.js'
import type { ApplicationService } from '@adonisjs/core/types'
import { PageStyles } from '#middleware/page_styles'

/** What the views need once, at start. */
export default class ViewProvider {
  constructor(protected readonly app: ApplicationService) {}

  register() {
    const folder = this.app.makePath('resources/css')
    this.app.container.singleton(PageStyles, () => new PageStyles(folder))
  }

  async boot() {
    edge.global('styles', await this.app.container.make(PageStyles))
    if (this.app.inDev) return
    // As AdonisJS does in production alone: the tests open thousands of pages.
    edge.configure({ cache: true })
    this.#rememberComponents()
    for (const compiler of [edge.compiler, edge.asyncCompiler]) this.#rememberPartials(compiler)
  }

  /**
   * edge.js 6.5.1 reads the folder of components again for every page that it renders
   * (SuperChargedComponents.refreshComponents), 15 % of a page's time; they do not change here.
   */
  #rememberComponents() {
    const components = edge.loader.listComponents()
    edge.loader.listComponents = () => components
  }

  /**
   * edge.js 6.5.1 compiles an include again for every page when a local variable is in sight
   * (Compiler.compile), a third of the petition form's time. With the same variables it gives the
   * same function.
   */
  #rememberPartials(compiler: typeof edge.compiler) {
    const compiled = new Map<string, ReturnType<typeof compiler.compile>>()
    const compile = compiler.compile.bind(compiler)
    compiler.compile = (path, variables) => {
      if (!variables) return compile(path)
      const key = [path, ...variables].join(' ')
      const known = compiled.get(key) ?? compile(path, variables)
      compiled.set(key, known)
      return known
    }
  }
}
