import { WaitingRoomSchema } from '#database/schema'
import { again, isDuplicate } from '#shared/database/transaction'
import { addressDigest, addressFrom, drawLot } from '#shared/secret_address'

const PURPOSE = 'kiosk'

/**
 * Bekleme odası: where an authority gives numbers of the day to those who wait. Its kiosk has an
 * address of 128 bits: whoever does not know it draws no number.
 */
export class WaitingRoom extends WaitingRoomSchema {
  /** An authority's own, made when it is asked for first. */
  static async of(authorityId: number) {
    const known = await this.findBy({ authorityId })
    if (known) return known
    try {
      return await again(() => this.create({ authorityId, ...newAddress() }))
    } catch (error) {
      if (!isDuplicate(error, 'authority_id')) throw error
      return this.findByOrFail({ authorityId })
    }
  }

  /** The one whose kiosk has this address, or null. */
  static at(kiosk: string) {
    return this.findBy('digest', addressDigest(PURPOSE, kiosk))
  }

  /** From now on the kiosk's old address opens nothing. */
  async renew() {
    await again(() => WaitingRoom.query().where('id', this.id).update(newAddress()))
  }

  get kiosk() {
    return addressFrom(PURPOSE, this.lot)
  }
}

function newAddress() {
  const lot = drawLot()
  return { lot, digest: addressDigest(PURPOSE, addressFrom(PURPOSE, lot)) }
}
