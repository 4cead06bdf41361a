// The same as Store of outage_store.js where a browser may keep nothing, or has no room: it lasts as long
// as the tab is open.
export class Memory {
  #forms = []
  #tokens = []
  #line
  #last = 0

  async forms() {
    return [...this.#forms]
  }

  async keep(form) {
    this.#forms.push({ ...form, id: `tab-${++this.#last}` })
  }

  async forget(ids) {
    this.#forms = this.#forms.filter(({ id }) => !ids.includes(id))
  }

  async line() {
    return this.#line
  }

  async fresh() {
    const writer = this.#line ? this.#line.writer : 0
    return { writer, count: this.#tokens.length }
  }

  async tokens(authority) {
    return this.#tokens.filter((one) => one.authority === authority)
  }

  async take(authority, writer) {
    const good = (await this.tokens(authority)).find((one) => one.writer.id === writer)
    this.#tokens = this.#tokens.filter((one) => one !== good)
    return good || null
  }

  async learn({ key, authority, writer, now, days, tokens }, difference) {
    const until = now + days * 86_400_000
    const fetched = tokens.map((one) => ({ ...one, authority, writer, issued: now, until }))
    const mine = this.#tokens.filter((one) => one.writer.id === writer.id)
    this.#tokens = [...mine, ...fetched]
    this.#line = { key, authority, writer: writer.id, difference, at: now }
    return this.#line
  }
}
