import { readExamples, readList } from '#database/tsv'
import { inShares, type Dice } from './dice.js'

/** How far a petition of the demonstration has come by now. */
export type Ending =
  'received' | 'returned' | 'routed' | 'inProgress' | 'awaitingApproval' | 'concluded'

/** What will happen to one petition: when it comes, what it says, where it ends. */
export interface Plan {
  ageInDays: number
  ending: Ending
  channel: Channel
  text: string
  subject: string
  /** the code of the unit that is complained about */
  complainedUnit?: string
}

type Channel = 'desk' | 'web' | 'mobile' | 'phone' | 'publicDay'

const SUBJECTS = readList<'code' | 'heading' | 'unit'>('subjects')
const UNITS = readList<'code' | 'kind'>('units')

const CONCLUDED = 88
const WEEKS = 8

/** Ages in days of those that are still open: fresh ones at the desk, a few past their last day. */
const OPEN: Record<Exclude<Ending, 'concluded'>, number[]> = {
  received: [0, 0, 0, 0, 1, 1, 2, 9],
  returned: [2, 5],
  routed: [1, 2, 2, 3, 4, 5, 6, 7, 10],
  inProgress: [2, 3, 4, 5, 6, 7, 11],
  awaitingApproval: [3, 4, 5, 6, 9],
}

/** In percent, as bureaus of the country report what people come with and how. */
const CHANNELS: Record<Channel, number> = { desk: 55, web: 30, mobile: 10, phone: 3, publicDay: 2 }
const HEADINGS = {
  'Sosyal yardım ve hizmetler': 55,
  'İş, emeklilik ve sigorta': 15,
  'Belediye ve köy işleri': 9,
  'Eğitim': 6,
  'Sağlık': 5,
  'Görev dışı': 4,
  'Diğer': 6,
}
/** «The rest» of the list above. */
const REST = [
  'Gıda, tarım ve hayvancılık',
  'Polis, jandarma ve güvenlik',
  'Kaymakamlık ve valilik işleri',
  'Gençlik, spor ve öğrenci yurtları',
  'Tapu ve kadastro',
  'Orman ve sulama',
  'Diğer',
]

/** May not go to the unit that it is about, although its subject belongs there. */
const COMPLAINT_ABOUT_A_UNIT: Plan = {
  ageInDays: 1,
  ending: 'received',
  channel: 'web',
  text: 'vakıf bana yardım bağlamadı, komşuma bağladı onun arabası var, görevli yüzüme bakmadı',
  subject: 'sosyal.nakdi',
  complainedUnit: 'SYDV',
}

/** All petitions of the demonstration, the oldest first. */
export function plans(dice: Dice): Plan[] {
  const courses = [...openCourses(), ...concludedCourses(dice)]
  const channels = dice.shuffled(inShares(CHANNELS, courses.length))
  const texts = dice.shuffled(chosenTexts(dice, courses.length))
  const ordinary = courses.map((course, at) => {
    // What is at a unit must be about something that a unit of the house answers.
    const fits = course.ending === 'concluded' || course.ending === 'received' ? any : isForUnits
    const [text] = texts.splice(texts.findIndex(fits), 1)
    return { ...course, channel: channels[at]!, ...text! }
  })
  return [...ordinary, COMPLAINT_ABOUT_A_UNIT].sort((one, other) => other.ageInDays - one.ageInDays)
}

const any = () => true

function isForUnits({ subject }: { subject: string }) {
  const { unit } = SUBJECTS.find(({ code }) => code === subject)!
  return UNITS.find(({ code }) => code === unit)?.kind === 'internal'
}

function openCourses() {
  const entries = Object.entries(OPEN) as [Exclude<Ending, 'concluded'>, number[]][]
  return entries.flatMap(([ending, ages]) => ages.map((ageInDays) => ({ ageInDays, ending })))
}

/** From four days to eight weeks old, so that each has had time to be answered. */
function concludedCourses(dice: Dice) {
  const span = WEEKS * 7 - 4
  return Array.from({ length: CONCLUDED }, (_, at) => ({
    ageInDays: 4 + Math.floor((at / CONCLUDED) * span) + dice.between(0, 1),
    ending: 'concluded' as const,
  }))
}

function chosenTexts(dice: Dice, size: number) {
  const headingOf = new Map(SUBJECTS.map(({ code, heading }) => [code, heading]))
  const examples = dice.shuffled(readExamples())
  return inShares(HEADINGS, size).map((share) => {
    const heading = share === 'Diğer' ? dice.pick(REST) : share
    const at = examples.findIndex(({ subject }) => headingOf.get(subject) === heading)
    const [{ text, subject }] = examples.splice(at, 1) as [(typeof examples)[number]]
    return { text, subject }
  })
}
