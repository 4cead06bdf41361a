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

  async tokens(authority) {
    const good = (one) => one.authority === authority && one.until > Date.now() + this.#line.difference
    return this.#tokens.filter(good)
  }

  async take(authority, writer) {
    const good = (await this.tokens(authority)).find((one) => one.writer.id === writer)
    this.#tokens = this.#tokens.filter((one) => one !== good)
    return good || null
  }

  async learn({ key, authority, writer, now, days, tokens }, difference) {
    const until = now + days * 86_400_000
    const mine = tokens.map((one) => ({ ...one, authority, writer, issued: now, until }))
    this.#tokens = mine
    this.#line = { key, authority, writer: writer.id, difference, at: now }
    return this.#line
  }
}
