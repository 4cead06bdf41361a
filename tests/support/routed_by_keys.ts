import type { Page } from 'playwright'

/** What it took to route one petition. */
export interface Routed {
  number: string
  keys: number
  loads: number
  /** whether a key chose the unit, or its name was typed */
  by: 'suggestion' | 'name'
}

/**
 * Routes petitions from a queue's page that is open, by keyboard alone: the suggested unit by its key,
 * any other one by the fewest letters that name it. What opens the first preview counts as well.
 *
 * @param wanted the unit's name of each petition, by its number, in the order of the list
 */
export async function routeByKeys(page: Page, wanted: ReadonlyMap<string, string>) {
  let keys = 0
  let loads = 0
  page.on('framenavigated', (frame) => frame === page.mainFrame() && loads++)
  const press = async (key: string) => {
    keys++
    await page.keyboard.press(key)
  }
  const done: Routed[] = []
  await press('j')
  await page.waitForSelector('.rows__link:focus')
  await press('Enter')
  for (const [number, unit] of wanted) {
    await page.waitForSelector(`[data-preview="${number}"]`)
    const suggested = page.locator(`[name=suggested][data-name="${unit}"]`)
    const key = (await suggested.count()) > 0 ? await suggested.getAttribute('data-key') : null
    if (key) {
      await press(key)
      await press('y')
    } else {
      const letters = fewest(unit, await page.locator('#unit option').allTextContents())
      await press('b')
      for (const letter of letters) await press(letter)
      await page.waitForSelector('#unit-list [aria-selected=true]')
      await press('Enter')
    }
    await page.waitForSelector(`[data-preview="${number}"]`, { state: 'detached' })
    done.push({ number, keys, loads, by: key ? 'suggestion' : 'name' })
    ;[keys, loads] = [0, 0]
  }
  return done
}

/** So few letters of one of its words that no other unit is offered before it. */
function fewest(unit: string, units: string[]) {
  const words = unit.split(/[^\p{L}\d]+/u).filter((word) => word.length > 1)
  const others = units.filter((one) => one !== unit)
  const begins = (name: string, letters: string) =>
    plain(name)
      .split(/[^a-z0-9]+/)
      .some((word) => word.startsWith(letters))
  const short = words.flatMap((word) => {
    const all = Array.from({ length: word.length }, (_, at) => plain(word).slice(0, at + 1))
    return all.find((letters) => !others.some((one) => begins(one, letters))) ?? []
  })
  return short.toSorted((one, other) => one.length - other.length)[0] ?? plain(unit)
}

function plain(words: string) {
  const letters: Record<string, string> = { ç: 'c', ğ: 'g', ı: 'i', ö: 'o', ş: 's', ü: 'u', â: 'a' }
  return words.toLocaleLowerCase('tr').replace(/[çğıöşüâ]/g, (letter) => letters[letter]!)
}
