import { wrongWithPassword } from '#organisation'
import type { Form } from '#shared/typed/typed'

export interface Province {
  plate: string
  name: string
  /** without the one at its centre, which the governorate looks after itself */
  districts: string[]
  metropolitan: boolean
}

/** Who can sign in first: keeps the bureau and the machine until there are others. */
export interface Administrator {
  name: string
  login: string
  password: string
}

/** What is set up: one district, a governorate, or a governorate with all of its districts. */
export interface Setting {
  province: Province
  district: string | null
  whole: boolean
  address: string | null
  phone: string | null
}

/** Where the first authority comes from: its lists are seeds, which the application knows nothing of. */
export abstract class FirstOffice {
  abstract provinces(): Province[]

  /**
   * All of it or nothing; the word is spent with it.
   *
   * @throws Refusal for what will not do of the administrator, or when somebody was faster
   */
  abstract enter(setting: Setting, administrator: Administrator, word: string): Promise<void>
}

const LONGEST = { address: 300, phone: 30, name: 120 }
/** So that nobody has to decide on it: can be another one. */
export const USUAL_LOGIN = 'yonetici'

/** What stands in the form of the setting up. */
export function readSetting(form: Form, provinces: Province[]) {
  const [plate, district = ''] = form.text('place').split(':')
  const province = provinces.find((one) => one.plate === plate)
  const isKnown = district === '' || province?.districts.includes(district)
  if (!province || !isKnown) form.wrong('place', form.text('place') ? 'choice' : 'required')
  const whole = form.ticks('whole')
  if (whole && district) form.wrong('whole', 'district')
  const setting = {
    province: province!,
    district: district || null,
    whole,
    address: form.line('address', { max: LONGEST.address }),
    phone: form.line('phone', { max: LONGEST.phone }),
  }
  const administrator = {
    name: form.line('name', { max: LONGEST.name, required: true }),
    login: form.line('login', { max: 60, required: true }),
    password: form.text('password'),
  }
  const { name, login, password } = administrator
  form.add(wrongWithPassword(password, { name: name ?? '', login: login ?? '' }))
  if (password !== form.text('againPassword')) form.wrong('againPassword', 'other')
  return { setting, administrator }
}
