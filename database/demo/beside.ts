import { Petition, PrivacyNotice } from '#intake'
import { Authority } from '#organisation'
import { Dice } from './dice.js'
import { inventedPetitioner } from './petitioners.js'
import { DEMO_OFFICES } from './province.js'

const SEED = 17

const WORDS = [
  'Köyümüzün sulama kanalı tıkandı, tarlalara su gelmiyor. Temizlenmesini istiyoruz.',
  'Zeytin ağaçlarım için verilen desteğin ne zaman yatacağını öğrenmek istiyorum.',
  'Mahallemizdeki parkın lambaları iki haftadır yanmıyor.',
]

/** What came in at the offices beside the district, and waits there. */
export async function seedPetitionsBeside() {
  const dice = new Dice(SEED)
  for (const { code } of DEMO_OFFICES) {
    const { id: authorityId } = await Authority.findByOrFail('code', code)
    for (const text of WORDS) await received(authorityId, text, dice)
  }
}

async function received(authorityId: number, text: string, dice: Dice) {
  const { version: noticeVersion } = await PrivacyNotice.current(authorityId, 'tr')
  return Petition.receive({
    ...inventedPetitioner(dice),
    ...{ authorityId, channel: 'web', kind: 'request', text, locale: 'tr', noticeVersion },
    ...{ subject: null, complainedUnit: null },
  })
}
