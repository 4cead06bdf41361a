/** As DNS has names (RFC 1035). */
const LONGEST = 253
const LABEL = /^[a-z0-9-]{1,63}$/

/** By which name a server is asked, as it is kept: in small letters, with no port and no dot behind it. */
export const Host = {
  parse(text: string) {
    const host = text.toLowerCase().replace(/\.$/, '')
    const isHost = host.length <= LONGEST && host.split('.').every((label) => LABEL.test(label))
    return isHost ? host : null
  },
}
