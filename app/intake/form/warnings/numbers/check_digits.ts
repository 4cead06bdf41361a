/** Of a bank card (ISO/IEC 7812-1, annex B): each second digit from the right counts double. */
export function hasLuhn(digits: string) {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Of an IBAN (ISO 13616, ISO 7064 mod 97-10), in capitals without spaces. */
export function hasMod97(iban: string) {
  const turned = iban.slice(4) + iban.slice(0, 4)
  const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}
