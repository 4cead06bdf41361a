import { WaveMemberSchema } from '#database/schema'

/** A petition of a wave, and whether it says the same or is read by a person. */
export class WaveMember extends WaveMemberSchema {
  get isApart() {
    return this.readAs !== 'copy'
  }
}
