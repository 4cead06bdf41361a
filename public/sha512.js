// SHA-512 (FIPS 180-4), for pages over plain http and saved files: browsers keep their own from those.
const MASK = (1n << 64n) - 1n

/** The first 64 bits behind the point of the n-th root of a prime, by whole numbers alone. */
function rootBits(prime, n) {
  const wanted = BigInt(prime) << BigInt(64 * n)
  let low = 0n
  let high = 1n << 80n
  while (high - low > 1n) {
    const middle = (low + high) >> 1n
    if (middle ** BigInt(n) <= wanted) low = middle
    else high = middle
  }
  return low & MASK
}

const primes = []
for (let one = 2; primes.length < 80; one++) {
  if (primes.every((prime) => one % prime)) primes.push(one)
}
const BEGIN = primes.slice(0, 8).map((prime) => rootBits(prime, 2))
const ROUNDS = primes.map((prime) => rootBits(prime, 3))

const turned = (x, by) => ((x >> BigInt(by)) | (x << BigInt(64 - by))) & MASK
const mixed = (x, one, other, shift) =>
  turned(x, one) ^ turned(x, other) ^ (shift < 0 ? turned(x, -shift) : x >> BigInt(shift))

function padded(bytes) {
  const length = Math.ceil((bytes.length + 17) / 128) * 128
  const all = new Uint8Array(length)
  all.set(bytes)
  all[bytes.length] = 0x80
  new DataView(all.buffer).setUint32(length - 4, bytes.length * 8)
  return new DataView(all.buffer)
}

function words(view, at) {
  const w = []
  for (let t = 0; t < 16; t++) w.push(view.getBigUint64(at + 8 * t))
  for (let t = 16; t < 80; t++) {
    w.push((mixed(w[t - 2], 19, 61, 6) + w[t - 7] + mixed(w[t - 15], 1, 8, 7) + w[t - 16]) & MASK)
  }
  return w
}

/** 64 bytes. */
export function sha512(bytes) {
  const view = padded(bytes)
  const state = [...BEGIN]
  for (let at = 0; at < view.byteLength; at += 128) {
    const w = words(view, at)
    let [a, b, c, d, e, f, g, h] = state
    for (let t = 0; t < 80; t++) {
      const one = h + mixed(e, 14, 18, -41) + ((e & f) ^ (~e & MASK & g)) + ROUNDS[t] + w[t]
      const two = mixed(a, 28, 34, -39) + ((a & b) ^ (a & c) ^ (b & c))
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) & MASK, c, b, a, (one + two) & MASK]
    }
    ;[a, b, c, d, e, f, g, h].forEach((one, i) => (state[i] = (state[i] + one) & MASK))
  }
  const digest = new DataView(new ArrayBuffer(64))
  state.forEach((one, i) => digest.setBigUint64(8 * i, one))
  return new Uint8Array(digest.buffer)
}
