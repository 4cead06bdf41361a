/** A telephone number that a narrow screen does not break. */
export function unbroken(text: string) {
  return text.replaceAll(' ', '\u00a0')
}

/** As a sentence takes it that asks people to call; an authority without a telephone asks nobody. */
export function callable(phone: string | null) {
  return phone ? unbroken(phone) : 'none'
}
