import string from '@adonisjs/core/helpers/string'

interface Choice {
  code: string
  name: string
}

/**
 * The choices of a long list, as markup made once: a hundred of them were an eighth of the work
 * that a petition's form costs. Names are escaped here, so views print it as it is.
 */
export class Options {
  readonly #markup: string

  private constructor(markup: string) {
    this.#markup = markup
  }

  static of(choices: readonly Choice[]) {
    return new Options(choices.map(option).join(''))
  }

  /** To complete a field with. */
  static named(names: readonly string[]) {
    const markup = names.map((name) => `<option value="${string.escapeHTML(name)}"></option>`)
    return new Options(markup.join(''))
  }

  /** Under headings; one without choices is left out. */
  static grouped(groups: readonly { name: string; choices: readonly Choice[] }[]) {
    const markup = groups
      .filter(({ choices }) => choices.length > 0)
      .map(
        ({ name, choices }) =>
          `<optgroup label="${string.escapeHTML(name)}">${choices.map(option).join('')}</optgroup>`
      )
    return new Options(markup.join(''))
  }

  /** The markup, with this one chosen. */
  chosen(code?: string) {
    if (!code) return this.#markup
    const value = `value="${string.escapeHTML(code)}"`
    return this.#markup.replace(value, () => `${value} selected`)
  }
}

function option({ code, name }: Choice) {
  return `<option value="${string.escapeHTML(code)}">${string.escapeHTML(name)}</option>`
}
