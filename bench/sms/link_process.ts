/** The SMPP link without any storage: sends so many messages as fast as the window lets. */
import { setTimeout as pause } from 'node:timers/promises'
import { application } from '../application.ts'

await application({})
const { configuredGateways } = await import('#sms')
const { default: logger } = await import('@adonisjs/core/services/logger')
const count = Number(process.argv[2])
const setting = (name: string) => process.env[name]
const [gateway] = configuredGateways({ gateways: 'smpp', setting }, logger)
const all = Promise.withResolvers<void>()
let receipts = 0
gateway!.onReceipt(async () => {
  receipts += 1
  if (receipts === count) all.resolve()
})
gateway!.start()
await gateway!.room()
process.send!('ready')
await new Promise((resolve) => process.once('message', resolve))

for (let number = 0; number < count; number++) {
  while (gateway!.free === 0) await gateway!.room()
  const to = `+90500${String(number % 1000).padStart(7, '0')}`
  const text = `${number} numaralı başvurunuz ilgili birime iletildi. En geç 15 Oca 2027 günü cevaplanacaktır. Açık Kapı`
  void gateway!.send({ reference: String(number), to, text }, async () => {})
}
await all.promise
process.send!('done')
process.on('disconnect', () => process.exit())
await pause(600_000)
