import { BlockList, isIP, isIPv6 } from 'node:net'

/**
 * Networks as a setting names them: "10.20.0.0/16, 2001:db8:7::/48, 192.0.2.7".
 *
 * @throws RangeError that names the entry which is no network
 */
export function networksIn(text: string) {
  const networks = new BlockList()
  for (const entry of text.split(',').map((one) => one.trim())) {
    if (entry) add(networks, entry)
  }
  return {
    has: (ip: string) => networks.check(plain(ip), isIPv6(plain(ip)) ? 'ipv6' : 'ipv4'),
  }
}

function add(networks: BlockList, entry: string) {
  const [address = '', bits, ...more] = entry.split('/')
  const family = isIP(address)
  const most = family === 6 ? 128 : 32
  const prefix = bits === undefined ? most : Number(/^\d{1,3}$/.test(bits) ? bits : Number.NaN)
  if (!family || more.length > 0 || !(prefix >= 1 && prefix <= most)) {
    throw new RangeError(`"${entry}" is no network like 10.20.0.0/16 or 2001:db8::/48`)
  }
  networks.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4')
}

/** ::ffff:10.20.0.7, as a socket that takes both says it, is 10.20.0.7. */
function plain(ip: string) {
  return ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
}
