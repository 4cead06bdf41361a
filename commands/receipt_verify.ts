import { args } from '@adonisjs/core/ace'
import type { SlipCode } from '#intake'
import { OfficeCommand, Unusable } from './_office_command.js'

const WRONG = {
  changed: 'This slip was changed, or not read completely.',
  stranger: 'This installation did not issue the slip: none of its keys signed it.',
  future: 'The day on the slip has not come yet.',
  tooLate: 'The slip was signed with a key of this installation after its last day.',
  lookUp: 'This is the QR code of the look-up; the slip’s other one is needed.',
  notSlip: 'This is no slip: what its QR code says begins with AK1.',
}

/** Whether a slip is genuine, and its petition unchanged: `node ace receipt:verify AK1…`. */
export default class ReceiptVerify extends OfficeCommand {
  static commandName = 'receipt:verify'
  static description = 'Say whether a slip was issued here and its petition still says the same'

  @args.string({ description: 'What the second QR code of the slip says' })
  declare slip: string

  async work() {
    const { dayFrom, judge } = await import('#intake')
    const judged = judge(this.slip)
    if (!('key' in judged)) throw new Unusable(WRONG[judged.verdict])
    const { code, key } = judged
    const day = dayFrom(code.day).toISODate()
    const until = key.until && dayFrom(key.until).toISODate()
    this.#say(`Genuine: petition ${code.number} was received on ${day}.`)
    if (until) this.#say(`Its key was used until ${until}.`)
    await this.#compare(judged.code)
  }

  async #compare(code: SlipCode) {
    const { Petition, vouchesFor } = await import('#intake')
    const petition = await Petition.findBy('number', code.number)
    if (!petition) {
      throw new Unusable('No petition has this number in the database that is set here.')
    }
    const isSame = vouchesFor(code, petition)
    if (isSame === null) this.#say('The petition is from before slips proved anything.')
    else if (isSame) this.#say('The petition that is kept says what it said then.')
    else throw new Unusable('The petition that is kept is not the one of the slip.')
  }

  #say(sentence: string) {
    process.stdout.write(`${sentence}\n`)
  }
}
