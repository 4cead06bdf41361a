// A long list (select[data-combo]) becomes a field in which a name is typed: the beginning of any of
// its words, with or without Turkish letters (combobox with a list, WAI-ARIA 1.2). Enter chooses and
// then says so (`chosen`). Without this file the list is there as it is.
;(() => {
  const MOST = 8
  const PLAIN = { ç: 'c', ğ: 'g', ı: 'i', ö: 'o', ş: 's', ü: 'u', â: 'a', î: 'i', û: 'u' }
  const plain = (words) =>
    words.toLocaleLowerCase('tr').replace(/[çğıöşüâîû]/g, (letter) => PLAIN[letter])

  /** What the words can mean; names that begin so come first. */
  function found(select, words) {
    const typed = plain(words).split(/\s+/).filter(Boolean)
    const own = [...select.options]
      .filter((option) => option.value)
      .map((option) => ({ option, words: plain(option.text).split(/[^a-z0-9]+/) }))
    const fits = own.filter((one) =>
      typed.every((part) => one.words.some((word) => word.startsWith(part)))
    )
    const later = (one) => Number(!one.words[0].startsWith(typed[0] ?? ''))
    return fits.sort((one, other) => later(one) - later(other)).map(({ option }) => option)
  }

  function put(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    return element
  }

  class Combo {
    constructor(select) {
      const { id } = select
      this.select = select
      const label = document.querySelector(`label[for="${id}"]`)
      this.list = put(document.createElement('ul'), { id: `${id}-list`, class: 'combo', role: 'listbox', 'aria-label': label.textContent.trim() })
      this.field = put(document.createElement('input'), {
        'id': `${id}-words`,
        'class': 'field__input',
        'autocomplete': 'off',
        'role': 'combobox',
        'aria-autocomplete': 'list',
        'aria-expanded': 'false',
        'aria-controls': this.list.id,
      })
      label.htmlFor = this.field.id
      this.list.hidden = true
      this.field.value = select.value ? select.selectedOptions[0].text : ''
      select.hidden = true
      select.after(this.field, this.list)
      this.field.addEventListener('input', () => this.typed())
      // What is written is what is sent: without a choice it is the first that it can mean.
      this.field.addEventListener('blur', () => this.list.hidden || this.take(this.marked))
      this.field.addEventListener('keydown', (event) => this.pressed(event))
      select.form.addEventListener('reset', () => (this.field.value = ''))
    }

    typed() {
      this.select.value = ''
      const words = this.field.value
      this.offer(words.trim() ? found(this.select, words) : [])
    }

    offer(options) {
      const items = options.slice(0, MOST).map((option, at) => {
        const item = put(document.createElement('li'), { id: `${this.select.id}-at-${at}`, role: 'option' })
        item.textContent = option.text
        item.dataset.code = option.value
        item.addEventListener('mousedown', (event) => {
          event.preventDefault()
          this.take(at)
        })
        return item
      })
      this.list.replaceChildren(...items)
      this.list.hidden = items.length === 0
      this.field.setAttribute('aria-expanded', String(items.length > 0))
      this.mark(0)
    }

    mark(at) {
      const items = [...this.list.children]
      this.marked = Math.max(0, Math.min(at, items.length - 1))
      for (const [one, item] of items.entries()) {
        item.setAttribute('aria-selected', String(one === this.marked))
      }
      if (items.length === 0) this.field.removeAttribute('aria-activedescendant')
      else this.field.setAttribute('aria-activedescendant', items[this.marked].id)
    }

    take(at) {
      const item = this.list.children[at]
      this.select.value = item.dataset.code
      this.field.value = item.textContent
      this.offer([])
      this.select.dispatchEvent(new Event('change', { bubbles: true }))
    }

    pressed(event) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (this.list.hidden) this.offer(found(this.select, this.field.value))
        else this.mark(this.marked + (event.key === 'ArrowDown' ? 1 : -1))
      } else if (event.key === 'Enter') {
        if (!this.list.hidden) this.take(this.marked)
        if (this.select.value) this.select.dispatchEvent(new Event('chosen', { bubbles: true }))
      } else if (event.key === 'Escape' && !this.list.hidden) {
        this.offer([])
        event.stopPropagation()
      } else return
      event.preventDefault()
    }
  }

  function all() {
    for (const select of document.querySelectorAll('select[data-combo]:not([hidden])')) new Combo(select)
  }
  document.addEventListener('htmx:after:swap', all)
  all()
})()
