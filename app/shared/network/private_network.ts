import { networksIn } from './networks.ts'

/**
 * This machine (RFC 1122, RFC 4291), and addresses that are routed in no public network (RFC 1918,
 * RFC 4193). Not those of a single link, where clouds keep their machines' own data.
 */
const PRIVATE = networksIn(
  '127.0.0.0/8, 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, ::1/128, fc00::/7'
)

/** Whether whoever has this address is in the house. @param ip as a resolver or a socket says it */
export function isPrivateAddress(ip: string) {
  return PRIVATE.has(ip)
}
