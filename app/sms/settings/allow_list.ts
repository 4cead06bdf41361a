import { BlockList, isIP } from 'node:net'

/** Addresses (192.0.2.7) and networks (2001:db8::/32) from which somebody may call. */
export class AllowList {
  private readonly list = new BlockList()

  /** @throws RangeError for what is neither */
  constructor(written: string[]) {
    for (const one of written) this.add(one)
  }

  has(address: string): boolean {
    const plain = address.replace(/^::ffff:/i, '')
    return isIP(plain) !== 0 && this.list.check(plain, familyOf(plain))
  }

  private add(written: string) {
    const [address = '', bits, ...more] = written.split('/')
    const isNetwork = bits !== undefined && /^\d{1,3}$/.test(bits)
    if (isIP(address) === 0 || more.length > 0 || (bits !== undefined && !isNetwork)) {
      throw new RangeError(`${written} is neither an address nor a network`)
    }
    if (!isNetwork) return this.list.addAddress(address, familyOf(address))
    try {
      this.list.addSubnet(address, Number(bits), familyOf(address))
    } catch {
      throw new RangeError(`${written} is neither an address nor a network`)
    }
  }
}

function familyOf(address: string) {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}
